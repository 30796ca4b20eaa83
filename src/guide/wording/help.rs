//! How to mend what is wrong, in words.

use crate::{
    guide::{Id, Miss, Problem, Syntax, advice::ListError},
    texts::Texts,
    tr,
};

/// How to mend it, in one line.
pub(super) fn help(problem: &Problem, texts: &Texts) -> String {
    match problem {
        Problem::Syntax(syntax) => syntax_help(syntax, texts),
        Problem::NoGuideFile => tr!(texts, "finding-no-guide-file-help"),
        Problem::UnsupportedFormat(_) => tr!(texts, "finding-unsupported-format-help"),
        Problem::UnknownKey { .. } => tr!(texts, "finding-unknown-key-help"),
        Problem::HeadKeyElsewhere(_) => tr!(texts, "finding-head-key-elsewhere-help"),
        Problem::WrongType { wanted, .. } => {
            tr!(texts, "finding-wrong-type-help", wanted = wanted.name())
        }
        Problem::MissingKeys { keys, .. } => {
            let lines: Vec<_> = keys.iter().map(|key| format!("{key} = …")).collect();
            tr!(texts, "finding-missing-key-help", lines = lines.join(", "))
        }
        Problem::UnknownWord { known, .. } => {
            tr!(texts, "finding-unknown-word-help", known = known.join(", "))
        }
        Problem::BadNumber { wanted, .. } => {
            tr!(texts, "finding-bad-number-help", wanted = wanted.name())
        }
        Problem::BadId(_) => tr!(texts, "finding-bad-id-help"),
        Problem::BadCode { normal: Some(normal), .. } => {
            tr!(texts, "finding-bad-code-normal-help", normal = normal.clone())
        }
        Problem::BadCode { normal: None, .. } => tr!(texts, "finding-bad-code-help"),
        Problem::CardData => tr!(texts, "finding-card-data-help"),
        Problem::NoLanguages => tr!(texts, "finding-no-languages-help"),
        Problem::UnknownLanguage { languages, .. } => {
            tr!(texts, "finding-unknown-language-help", languages = languages.join(", "))
        }
        Problem::MissingLanguage(missing) => {
            tr!(texts, "finding-missing-language-help", missing = missing.join(", "))
        }
        Problem::EmptyText => tr!(texts, "finding-empty-text-help"),
        Problem::ControlCharacter(_) => tr!(texts, "finding-control-character-help"),
        Problem::InvisibleCharacter(_) => tr!(texts, "finding-invisible-character-help"),
        Problem::MisplacedKey { kind, .. } => {
            tr!(texts, "finding-misplaced-key-help", kind = (*kind))
        }
        Problem::TwoRoles(..) => tr!(texts, "finding-two-roles-help"),
        Problem::UnknownName { what, .. } => {
            tr!(texts, "finding-unknown-name-help", what = what.name())
        }
        Problem::DuplicateId { what, .. } => {
            tr!(texts, "finding-duplicate-id-help", what = what.name())
        }
        Problem::Unreachable(_) => tr!(texts, "finding-unreachable-help"),
        Problem::Cycle { .. } => tr!(texts, "finding-cycle-help"),
        Problem::AfterCircle(_) => tr!(texts, "finding-after-circle-help"),
        Problem::AfterBroken { .. } => tr!(texts, "finding-after-broken-help"),
        Problem::OrderCostsMore { order, .. } => {
            tr!(texts, "finding-order-costs-more-help", order = Id::list(order, ", "))
        }
        Problem::CallNotRemedy(_) => tr!(texts, "finding-call-not-remedy-help"),
        Problem::NoAnswers(_) => tr!(texts, "finding-no-answers-help"),
        Problem::NoUnsure(_) => tr!(texts, "finding-no-unsure-help"),
        Problem::TooManyAnswers(_) => tr!(texts, "finding-too-many-answers-help"),
        Problem::LimitsNotAscending => tr!(texts, "finding-limits-not-ascending-help"),
        Problem::AmountRest(_) => tr!(texts, "finding-amount-rest-help"),
        Problem::TicksNone(_) => tr!(texts, "finding-ticks-none-help"),
        Problem::CodeOther(_) => tr!(texts, "finding-code-other-help"),
        Problem::CodePlainAnswer => tr!(texts, "finding-code-plain-answer-help"),
        Problem::NoCodes => tr!(texts, "finding-no-codes-help"),
        Problem::NoActions(_) => tr!(texts, "finding-no-actions-help"),
        Problem::TooManyActions(_) => tr!(texts, "finding-too-many-actions-help"),
        Problem::NoWayOn(_) => tr!(texts, "finding-no-way-on-help"),
        Problem::TwoWaysOn(_) => tr!(texts, "finding-two-ways-on-help"),
        Problem::NoSteps => tr!(texts, "finding-no-steps-help"),
        Problem::NoSymptoms => tr!(texts, "finding-no-symptoms-help"),
        Problem::SymptomWithoutRemedy(_) => tr!(texts, "finding-symptom-without-remedy-help"),
        Problem::StepWithoutGate(_) => tr!(texts, "finding-step-without-gate-help"),
        Problem::GateNotQuestion(_) => tr!(texts, "finding-gate-not-question-help"),
        Problem::GateOffPath(_) => tr!(texts, "finding-gate-off-path-help"),
        Problem::DrawingNotAscii(_) => tr!(texts, "finding-drawing-not-ascii-help"),
        Problem::NoCodeUnsure(_) => tr!(texts, "finding-no-code-unsure-help"),
        Problem::FactNotUsed(_) => tr!(texts, "finding-fact-not-used-help"),
        Problem::FactUsedAfterAll(_) => tr!(texts, "finding-fact-used-after-all-help"),
        Problem::FactWithoutEntry(_, kind) => {
            tr!(texts, "finding-fact-without-entry-help", kind = kind.name())
        }
        Problem::CaseWayIn(_) => tr!(texts, "finding-case-way-in-help"),
        Problem::AllowedError(_) => tr!(texts, "finding-allowed-error-help"),
        Problem::IdleAllow(_) => tr!(texts, "finding-idle-allow-help"),
        Problem::AdviceList(error) => list_help(error, texts),
        Problem::TextCut { .. } => tr!(texts, "finding-text-cut-help"),
        Problem::QuestionTall { .. } => tr!(texts, "finding-question-tall-help"),
        Problem::RemedyTall { .. } => tr!(texts, "finding-remedy-tall-help"),
        Problem::LanguagesDiffer { what, .. } => {
            tr!(texts, "finding-languages-differ-help", what = what.name())
        }
        Problem::SameWording { what, .. } => {
            tr!(texts, "finding-same-wording-help", what = what.name())
        }
        Problem::AskedAgain { .. } => tr!(texts, "finding-asked-again-help"),
        Problem::OneWay(_) => tr!(texts, "finding-one-way-help"),
        Problem::NeverLikely(_) => tr!(texts, "finding-never-likely-help"),
        Problem::WayTooLong { .. } => tr!(texts, "finding-way-too-long-help"),
        Problem::ForbiddenAdvice { .. } => tr!(texts, "finding-forbidden-advice-help"),
        Problem::NoSources(_) => tr!(texts, "finding-no-sources-help"),
        Problem::DrawingUnused(_) => tr!(texts, "finding-drawing-unused-help"),
        Problem::TextUnused { what, .. } => {
            tr!(texts, "finding-text-unused-help", what = what.name())
        }
        Problem::BadTime(_) => tr!(texts, "finding-bad-time-help"),
        Problem::NoticeReversed => tr!(texts, "finding-notice-reversed-help"),
        Problem::ProfileAnswerAlone => tr!(texts, "finding-profile-answer-alone-help"),
        Problem::ProfileWithoutAnswer => tr!(texts, "finding-profile-without-answer-help"),
        Problem::ProfileTwice(_) => tr!(texts, "finding-profile-twice-help"),
        Problem::BadValue { flaw, .. } => flaw.help(texts),
        Problem::Scenario(flaw) => super::scenario::help(flaw, texts),
        Problem::CaseMisses { miss, .. } => match miss {
            Miss::NoWayIn => tr!(texts, "finding-case-no-way-in-help"),
            Miss::NoAnswer { known, .. } if !known.is_empty() => {
                tr!(texts, "finding-case-choose-help", known = Id::list(known, ", "))
            }
            Miss::NoAnswer { .. } => tr!(texts, "finding-case-no-answer-help"),
            Miss::EndsAt(_) => tr!(texts, "finding-case-ends-at-help"),
            Miss::Elsewhere(_) | Miss::NoFact(_) => tr!(texts, "finding-case-elsewhere-help"),
        },
    }
}

fn list_help(error: &ListError, texts: &Texts) -> String {
    match error {
        ListError::Form(_) => tr!(texts, "finding-list-form-help"),
        ListError::UnknownList(_) => tr!(texts, "finding-list-unknown-help"),
        ListError::Pattern(..) => tr!(texts, "finding-list-pattern-help"),
        ListError::Key(..) => tr!(texts, "finding-list-key-help"),
        ListError::Misses(..) => tr!(texts, "finding-list-misses-help"),
        ListError::Blames(..) => tr!(texts, "finding-list-blames-help"),
    }
}

fn syntax_help(syntax: &Syntax, texts: &Texts) -> String {
    match syntax {
        Syntax::Unquoted => tr!(texts, "finding-syntax-unquoted-help"),
        Syntax::Capitals => tr!(texts, "finding-syntax-capitals-help"),
        Syntax::UnclosedText => tr!(texts, "finding-syntax-unclosed-text-help"),
        Syntax::BadEscape => tr!(texts, "finding-syntax-bad-escape-help"),
        Syntax::NoEquals => tr!(texts, "finding-syntax-no-equals-help"),
        Syntax::BadNumber => tr!(texts, "finding-syntax-bad-number-help"),
        Syntax::NoValue => tr!(texts, "finding-syntax-no-value-help"),
        Syntax::DuplicateKey => tr!(texts, "finding-syntax-duplicate-key-help"),
        Syntax::BadKey => tr!(texts, "finding-syntax-bad-key-help"),
        Syntax::UnclosedList => tr!(texts, "finding-syntax-unclosed-list-help"),
        Syntax::UnclosedTable => tr!(texts, "finding-syntax-unclosed-table-help"),
        Syntax::UnclosedHeading => tr!(texts, "finding-syntax-unclosed-heading-help"),
        Syntax::MissingComma => tr!(texts, "finding-syntax-missing-comma-help"),
        Syntax::WideComma => tr!(texts, "finding-syntax-wide-comma-help"),
        Syntax::QuoteInText => tr!(texts, "finding-syntax-quote-in-text-help"),
        Syntax::ExtraComma => tr!(texts, "finding-syntax-extra-comma-help"),
        Syntax::Other(_) => tr!(texts, "finding-syntax-other-help"),
    }
}
