//! What is wrong, in words.

use crate::{
    guide::{Id, Miss, Problem, Syntax, advice::ListError, characters::code_point, order::loss},
    texts::Texts,
    tr,
};

/// What is wrong, in one line.
pub(super) fn message(problem: &Problem, texts: &Texts) -> String {
    match problem {
        Problem::Syntax(syntax) => syntax_message(syntax, texts),
        Problem::NoGuideFile => tr!(texts, "finding-no-guide-file"),
        Problem::UnsupportedFormat(found) => {
            tr!(texts, "finding-unsupported-format", found = found.clone())
        }
        Problem::UnknownKey { key, .. } => tr!(texts, "finding-unknown-key", key = key.clone()),
        Problem::HeadKeyElsewhere(key) => {
            tr!(texts, "finding-head-key-elsewhere", key = key.clone())
        }
        Problem::WrongType { key, wanted, found } => tr!(
            texts,
            "finding-wrong-type",
            key = key.clone(),
            wanted = wanted.name(),
            found = found.name()
        ),
        Problem::MissingKeys { table, keys } => {
            tr!(texts, "finding-missing-key", table = (*table), keys = keys.join(", "))
        }
        Problem::UnknownWord { key, word, .. } => {
            tr!(texts, "finding-unknown-word", key = (*key), word = word.clone())
        }
        Problem::BadNumber { key, wanted } => {
            tr!(texts, "finding-bad-number", key = (*key), wanted = wanted.name())
        }
        Problem::BadId(id) => tr!(texts, "finding-bad-id", id = id.clone()),
        Problem::BadCode { code, .. } => tr!(texts, "finding-bad-code", code = code.clone()),
        Problem::CardData => tr!(texts, "finding-card-data"),
        Problem::NoLanguages => tr!(texts, "finding-no-languages"),
        Problem::UnknownLanguage { tag, .. } => {
            tr!(texts, "finding-unknown-language", tag = tag.clone())
        }
        Problem::MissingLanguage(missing) => {
            tr!(texts, "finding-missing-language", missing = missing.join(", "))
        }
        Problem::EmptyText => tr!(texts, "finding-empty-text"),
        Problem::ControlCharacter(own) => {
            tr!(texts, "finding-control-character", character = code_point(*own))
        }
        Problem::InvisibleCharacter(own) => {
            tr!(texts, "finding-invisible-character", character = code_point(*own))
        }
        Problem::MisplacedKey { key, kind } => {
            tr!(texts, "finding-misplaced-key", key = (*key), kind = (*kind))
        }
        Problem::TwoRoles(first, second) => {
            tr!(texts, "finding-two-roles", first = (*first), second = (*second))
        }
        Problem::UnknownName { what, name, .. } => {
            tr!(texts, "finding-unknown-name", what = what.name(), name = name.clone())
        }
        Problem::DuplicateId { what, id, .. } => {
            tr!(texts, "finding-duplicate-id", what = what.name(), id = id.clone())
        }
        Problem::Unreachable(id) => tr!(texts, "finding-unreachable", id = id.to_string()),
        Problem::Cycle { names, length } => {
            tr!(texts, "finding-cycle", circle = circle(names, *length, texts))
        }
        Problem::AfterCircle(names) => {
            tr!(texts, "finding-after-circle", circle = circle(names, names.len(), texts))
        }
        Problem::AfterBroken { question, first } => {
            tr!(
                texts,
                "finding-after-broken",
                question = question.to_string(),
                first = first.to_string()
            )
        }
        Problem::OrderCostsMore { minutes, best, .. } => {
            let more = (loss(*minutes, *best) * 100.0).round() as u64;
            let (minutes, best) = (format!("{minutes:.1}"), format!("{best:.1}"));
            tr!(texts, "finding-order-costs-more", more = more, minutes = minutes, best = best)
        }
        Problem::CallNotRemedy(id) => {
            tr!(texts, "finding-call-not-remedy", id = id.to_string())
        }
        Problem::NoAnswers(id) => tr!(texts, "finding-no-answers", id = id.to_string()),
        Problem::NoUnsure(id) => tr!(texts, "finding-no-unsure", id = id.to_string()),
        Problem::TooManyAnswers(count) => tr!(texts, "finding-too-many-answers", count = (*count)),
        Problem::LimitsNotAscending => tr!(texts, "finding-limits-not-ascending"),
        Problem::AmountRest(count) => tr!(texts, "finding-amount-rest", count = (*count)),
        Problem::TicksNone(count) => tr!(texts, "finding-ticks-none", count = (*count)),
        Problem::CodeOther(count) => tr!(texts, "finding-code-other", count = (*count)),
        Problem::CodePlainAnswer => tr!(texts, "finding-code-plain-answer"),
        Problem::NoCodes => tr!(texts, "finding-no-codes"),
        Problem::NoActions(id) => tr!(texts, "finding-no-actions", id = id.to_string()),
        Problem::TooManyActions(count) => tr!(texts, "finding-too-many-actions", count = (*count)),
        Problem::NoWayOn(id) => tr!(texts, "finding-no-way-on", id = id.to_string()),
        Problem::TwoWaysOn(id) => tr!(texts, "finding-two-ways-on", id = id.to_string()),
        Problem::NoSteps => tr!(texts, "finding-no-steps"),
        Problem::NoSymptoms => tr!(texts, "finding-no-symptoms"),
        Problem::SymptomWithoutRemedy(id) => {
            tr!(texts, "finding-symptom-without-remedy", id = id.to_string())
        }
        Problem::StepWithoutGate(id) => {
            tr!(texts, "finding-step-without-gate", id = id.to_string())
        }
        Problem::GateNotQuestion(id) => {
            tr!(texts, "finding-gate-not-question", id = id.to_string())
        }
        Problem::GateOffPath(id) => tr!(texts, "finding-gate-off-path", id = id.to_string()),
        Problem::DrawingNotAscii(own) => {
            tr!(texts, "finding-drawing-not-ascii", character = own.to_string())
        }
        Problem::NoCodeUnsure(code) => tr!(texts, "finding-no-code-unsure", code = code.clone()),
        Problem::FactNotUsed(id) => tr!(texts, "finding-fact-not-used", id = id.to_string()),
        Problem::FactUsedAfterAll(id) => {
            tr!(texts, "finding-fact-used-after-all", id = id.to_string())
        }
        Problem::FactWithoutEntry(id, kind) => {
            tr!(texts, "finding-fact-without-entry", id = id.to_string(), kind = kind.name())
        }
        Problem::CaseWayIn(count) => tr!(texts, "finding-case-way-in", count = (*count)),
        Problem::Scenario(flaw) => super::scenario::message(flaw, texts),
        Problem::CaseMisses { case, miss } => miss_message(case, miss, texts),
        Problem::AllowedError(rule) => tr!(texts, "finding-allowed-error", rule = (*rule)),
        Problem::IdleAllow(rule) => tr!(texts, "finding-idle-allow", rule = (*rule)),
        Problem::AdviceList(error) => list_message(error, texts),
        Problem::TextCut { key, language } => {
            let language = language.as_deref().unwrap_or("-");
            tr!(texts, "finding-text-cut", key = (*key), language = language)
        }
        Problem::QuestionTall { language, beyond } => {
            tr!(texts, "finding-question-tall", language = language.clone(), beyond = (*beyond))
        }
        Problem::RemedyTall { language, beyond } => {
            tr!(texts, "finding-remedy-tall", language = language.clone(), beyond = (*beyond))
        }
        Problem::LanguagesDiffer { what, own, language, other } => tr!(
            texts,
            "finding-languages-differ",
            what = what.name(),
            own = own.clone(),
            language = language.clone(),
            other = other.clone()
        ),
        Problem::SameWording { what, id, .. } => {
            tr!(texts, "finding-same-wording", what = what.name(), id = id.clone())
        }
        Problem::AskedAgain { id, .. } => tr!(texts, "finding-asked-again", id = id.clone()),
        Problem::OneWay(id) => tr!(texts, "finding-one-way", id = id.to_string()),
        Problem::NeverLikely(id) => tr!(texts, "finding-never-likely", id = id.to_string()),
        Problem::WayTooLong { id, longest, most } => tr!(
            texts,
            "finding-way-too-long",
            id = id.to_string(),
            longest = (*longest),
            most = (*most)
        ),
        Problem::ForbiddenAdvice { item, what, said } => tr!(
            texts,
            "finding-forbidden-advice",
            item = item.clone(),
            what = what.clone(),
            said = said.clone()
        ),
        Problem::NoSources(id) => tr!(texts, "finding-no-sources", id = id.clone()),
        Problem::DrawingUnused(id) => tr!(texts, "finding-drawing-unused", id = id.to_string()),
        Problem::TextUnused { what, id } => {
            tr!(texts, "finding-text-unused", what = what.name(), id = id.clone())
        }
        Problem::BadTime(key) => tr!(texts, "finding-bad-time", key = (*key)),
        Problem::NoticeReversed => tr!(texts, "finding-notice-reversed"),
        Problem::ProfileAnswerAlone => tr!(texts, "finding-profile-answer-alone"),
        Problem::ProfileWithoutAnswer => tr!(texts, "finding-profile-without-answer"),
        Problem::ProfileTwice(name) => tr!(texts, "finding-profile-twice", name = (*name)),
        Problem::BadValue { key, flaw } => {
            tr!(texts, "finding-bad-value", key = key.clone(), flaw = flaw.message(texts))
        }
    }
}

/// What is wrong with a list of forbidden advice.
fn list_message(error: &ListError, texts: &Texts) -> String {
    let (item, words) = match error {
        ListError::Form(words) => return tr!(texts, "finding-list-form", words = words.clone()),
        ListError::UnknownList(name) => {
            return tr!(texts, "finding-list-unknown", name = name.clone());
        }
        ListError::Pattern(item, words)
        | ListError::Key(item, words)
        | ListError::Misses(item, words)
        | ListError::Blames(item, words) => (item.clone(), words.clone()),
    };
    match error {
        ListError::Key(..) => tr!(texts, "finding-list-key", item = item, words = words),
        ListError::Misses(..) => tr!(texts, "finding-list-misses", item = item, words = words),
        ListError::Blames(..) => tr!(texts, "finding-list-blames", item = item, words = words),
        _ => tr!(texts, "finding-list-pattern", item = item, words = words),
    }
}

/// Why a path case does not reach its remedy.
fn miss_message(case: &Id, miss: &Miss, texts: &Texts) -> String {
    let case = case.to_string();
    match miss {
        Miss::NoWayIn => tr!(texts, "finding-case-no-way-in", case = case),
        Miss::NoAnswer { node, answer, .. } => {
            let (node, answer) = (node.to_string(), answer.clone());
            tr!(texts, "finding-case-no-answer", case = case, node = node, answer = answer)
        }
        Miss::EndsAt(node) | Miss::NoFact(node) => {
            tr!(texts, "finding-case-ends-at", case = case, node = node.to_string())
        }
        Miss::Elsewhere(node) => {
            tr!(texts, "finding-case-elsewhere", case = case, node = node.to_string())
        }
    }
}

/// The names along a circle, back to the first; of a long one, the beginning and the end.
fn circle(names: &[Id], length: usize, texts: &Texts) -> String {
    let joined = |names: &mut dyn Iterator<Item = &Id>| Id::list(names, " -> ");
    if names.len() == length {
        return joined(&mut names.iter().chain(names.first()));
    }
    let (beginning, end) = names.split_at(names.len() / 2);
    tr!(
        texts,
        "finding-cycle-long",
        beginning = joined(&mut beginning.iter()),
        length = length,
        end = joined(&mut end.iter().chain(names.first()))
    )
}

fn syntax_message(syntax: &Syntax, texts: &Texts) -> String {
    match syntax {
        Syntax::Unquoted => tr!(texts, "finding-syntax-unquoted"),
        Syntax::Capitals => tr!(texts, "finding-syntax-capitals"),
        Syntax::UnclosedText => tr!(texts, "finding-syntax-unclosed-text"),
        Syntax::BadEscape => tr!(texts, "finding-syntax-bad-escape"),
        Syntax::NoEquals => tr!(texts, "finding-syntax-no-equals"),
        Syntax::BadNumber => tr!(texts, "finding-syntax-bad-number"),
        Syntax::NoValue => tr!(texts, "finding-syntax-no-value"),
        Syntax::DuplicateKey => tr!(texts, "finding-syntax-duplicate-key"),
        Syntax::BadKey => tr!(texts, "finding-syntax-bad-key"),
        Syntax::UnclosedList => tr!(texts, "finding-syntax-unclosed-list"),
        Syntax::UnclosedTable => tr!(texts, "finding-syntax-unclosed-table"),
        Syntax::UnclosedHeading => tr!(texts, "finding-syntax-unclosed-heading"),
        Syntax::MissingComma => tr!(texts, "finding-syntax-missing-comma"),
        Syntax::WideComma => tr!(texts, "finding-syntax-wide-comma"),
        Syntax::QuoteInText => tr!(texts, "finding-syntax-quote-in-text"),
        Syntax::ExtraComma => tr!(texts, "finding-syntax-extra-comma"),
        Syntax::Other(message) => {
            tr!(texts, "finding-syntax-other", message = message.clone())
        }
    }
}
