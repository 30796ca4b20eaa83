//! What is wrong with a guide: data, apart from wording.

use super::{
    Differing, FactKind, Id, Miss, Named, Place, Quantity, ScenarioFlaw, Shape, Syntax,
    advice::ListError, rules,
};
use crate::flaw::Flaw;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The guide can't be run.
    Error,
    /// The guide runs, and something in it is hardly meant so.
    Warning,
    /// The guide is right, and something in it could be better.
    Note,
}

impl Severity {
    /// Its name where programs read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One thing that is wrong with a guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that it breaks: the id of one of [`rules`](super::rules).
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong, with all that its wording needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The TOML can't be read.
    Syntax(Syntax),
    /// No file of the guide is its `guide.toml`.
    NoGuideFile,
    /// A format that this version does not read.
    UnsupportedFormat(String),
    /// A key that the table does not have.
    UnknownKey {
        /// The key as written.
        key: String,
        /// What was probably meant.
        near: Option<&'static str>,
    },
    /// A key of `guide.toml` in another file.
    HeadKeyElsewhere(String),
    /// A value of another type than the key takes.
    WrongType {
        /// The key.
        key: String,
        /// What the key takes.
        wanted: Shape,
        /// What is written.
        found: Shape,
    },
    /// Keys that must be there.
    MissingKeys {
        /// The table: `[[question]]`, or `answer`, `action`, `legend` for an entry of those lists.
        table: &'static str,
        /// The keys.
        keys: Vec<&'static str>,
    },
    /// A word that is none of those the key takes.
    UnknownWord {
        /// The key.
        key: &'static str,
        /// The word as written.
        word: String,
        /// What was probably meant.
        near: Option<&'static str>,
        /// All words that the key takes.
        known: Vec<&'static str>,
    },
    /// A number outside what the key takes.
    BadNumber {
        /// The key.
        key: &'static str,
        /// What the key takes.
        wanted: Quantity,
    },
    /// An id with other characters than an id may have.
    BadId(String),
    /// A response code that is not in the form in which codes are compared.
    BadCode {
        /// The code as written.
        code: String,
        /// Its normal form, where it has one.
        normal: Option<String>,
    },
    /// A card number, PIN or the like in a text.
    CardData,
    /// A guide without languages.
    NoLanguages,
    /// A text in a language that the guide does not have.
    UnknownLanguage {
        /// The language as written.
        tag: String,
        /// What was probably meant.
        near: Option<String>,
        /// The guide's languages.
        languages: Vec<String>,
    },
    /// A text that lacks languages of the guide.
    MissingLanguage(Vec<String>),
    /// A text with nothing in it.
    EmptyText,
    /// A character that steers the terminal or the direction of text.
    ControlCharacter(char),
    /// A character that takes no room.
    InvisibleCharacter(char),
    /// A key of another kind of question in an answer.
    MisplacedKey {
        /// The key.
        key: &'static str,
        /// The kind of question whose answers have it.
        kind: &'static str,
    },
    /// An answer that stands for two things.
    TwoRoles(&'static str, &'static str),
    /// The name of something that the guide does not have.
    UnknownName {
        /// What is named.
        what: Named,
        /// The name as written.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// A name given twice.
    DuplicateId {
        /// What is named.
        what: Named,
        /// The name.
        id: String,
        /// Where the first one stands.
        first: Place,
    },
    /// A node to which no way leads.
    Unreachable(Id),
    /// A way that leads back to where it was.
    Cycle {
        /// The nodes of the circle in order; of a long one, the beginning and the end.
        names: Vec<Id>,
        /// How many nodes the circle has.
        length: usize,
    },
    /// Questions each of which must come after the next one.
    AfterCircle(Vec<Id>),
    /// A question from which a way leads to one that must come before it.
    AfterBroken {
        /// The question.
        question: Id,
        /// What must come before it.
        first: Id,
    },
    /// Questions that can change places, in an order that costs more than it needs.
    OrderCostsMore {
        /// Expected minutes as it is.
        minutes: f64,
        /// Expected minutes of the best order.
        best: f64,
        /// That order.
        order: Vec<Id>,
    },
    /// Something else than a remedy as the call.
    CallNotRemedy(Id),
    /// A question without answers.
    NoAnswers(Id),
    /// A question without a can't-tell answer.
    NoUnsure(Id),
    /// More answers than there are digits.
    TooManyAnswers(usize),
    /// An amount question whose limits do not rise.
    LimitsNotAscending,
    /// An amount question without exactly one answer for all larger amounts.
    AmountRest(usize),
    /// A ticks question without exactly one answer for nothing ticked.
    TicksNone(usize),
    /// A code question without exactly one answer for codes that the guide does not list.
    CodeOther(usize),
    /// An answer of a code question that can't be chosen.
    CodePlainAnswer,
    /// A code question in a guide without codes.
    NoCodes,
    /// A remedy without actions.
    NoActions(Id),
    /// More actions than there are digits.
    TooManyActions(usize),
    /// A remedy that leads nowhere when it fails.
    NoWayOn(Id),
    /// A last resort that leads on.
    TwoWaysOn(Id),
    /// A guide without steps.
    NoSteps,
    /// A guide without symptoms.
    NoSymptoms,
    /// A symptom from which no remedy is reached.
    SymptomWithoutRemedy(Id),
    /// A step that "check everything" can't ask about.
    StepWithoutGate(Id),
    /// A gate that is no question.
    GateNotQuestion(Id),
    /// A gate that "check everything" does not come by.
    GateOffPath(Id),
    /// A character in the plain form of a drawing that is not ASCII.
    DrawingNotAscii(char),
    /// A code with several meanings in a guide that does not say where those go on who can't tell
    /// which card it was.
    NoCodeUnsure(String),
    /// A fact on which nothing in the guide rests.
    FactNotUsed(Id),
    /// A fact that is said to be left out, and on which something rests all the same.
    FactUsedAfterAll(Id),
    /// A fact of a kind that has entries of its own, on which none of those rests.
    FactWithoutEntry(Id, FactKind),
    /// A path case with so many ways in, which is not one.
    CaseWayIn(usize),
    /// A value that is no date and no time.
    BadTime(&'static str),
    /// A notice that ends before it begins.
    NoticeReversed,
    /// An answer that names what the profile says, in a question that the profile does not answer.
    ProfileAnswerAlone,
    /// A question that the profile answers, where no answer says what the profile then says.
    ProfileWithoutAnswer,
    /// Something that the profile may say, at two answers of one question.
    ProfileTwice(&'static str),
    /// A value that people write and that is not what it must be.
    BadValue {
        /// The key.
        key: String,
        /// What is wrong with the value.
        flaw: Flaw,
    },
    /// An error that is to be allowed.
    AllowedError(&'static str),
    /// Something that is allowed and is not there.
    IdleAllow(&'static str),
    /// What is wrong with a list of forbidden advice.
    AdviceList(ListError),
    /// A text of which a part is cut off in a small window.
    TextCut {
        /// Its key.
        key: &'static str,
        /// Its language; none where it is in all of them.
        language: Option<String>,
    },
    /// A question that can't be seen whole with its answers in a small window.
    QuestionTall {
        /// The language.
        language: String,
        /// Rows that are beyond the window.
        beyond: usize,
    },
    /// A remedy whose warnings and first action can't be seen at once in a small window.
    RemedyTall {
        /// The language.
        language: String,
        /// Rows that are beyond the window.
        beyond: usize,
    },
    /// Something that stands in one language of a text and not in another.
    LanguagesDiffer {
        /// What sort of thing: a figure, a placeholder, a term.
        what: Differing,
        /// What it is.
        own: String,
        /// The language that has it.
        language: String,
        /// The language that lacks it.
        other: String,
    },
    /// Two things of one sort in the same words.
    SameWording {
        /// What they are.
        what: Named,
        /// The first one's name.
        id: String,
        /// Where it stands.
        first: Place,
    },
    /// A question that an earlier one on the same way asks in the same words.
    AskedAgain {
        /// The earlier question.
        id: String,
        /// Where it stands.
        first: Place,
    },
    /// A question whose answers all lead to the same place.
    OneWay(Id),
    /// A remedy to which every way is all but impossible.
    NeverLikely(Id),
    /// A symptom with a way that has more questions than it may.
    WayTooLong {
        /// The symptom.
        id: Id,
        /// Questions of the longest way.
        longest: usize,
        /// Questions that it may have.
        most: usize,
    },
    /// A text that advises what must not be advised.
    ForbiddenAdvice {
        /// The item of the list.
        item: String,
        /// What it forbids, in words.
        what: String,
        /// The words that do.
        said: String,
    },
    /// Something that says on no fact that it rests, in a guide that lists its facts.
    NoSources(String),
    /// A drawing that is never shown.
    DrawingUnused(Id),
    /// A text that is never shown, by the kind of its owner.
    TextUnused {
        /// Whose it is: a contact, a group, a scheme, a step, a mark.
        what: Named,
        /// The owner's name.
        id: String,
    },
    /// Something wrong with a scenario.
    Scenario(ScenarioFlaw),
    /// A path case that does not reach its remedy.
    CaseMisses {
        /// The case.
        case: Id,
        /// Why.
        miss: Miss,
    },
}

impl Finding {
    /// Whether the guide can't be run for it. An error that only a close look finds is none of a
    /// running guide's: it is about what belongs to the guide and stands beside it.
    pub fn stops(&self) -> bool {
        let close = || rules().any(|rule| rule.id == self.rule && rule.close);
        self.severity == Severity::Error && !close()
    }
}

impl Problem {
    /// Where the first of two things stands, where it is about two.
    pub(super) fn first(&self) -> Option<Place> {
        match self {
            Self::DuplicateId { first, .. }
            | Self::SameWording { first, .. }
            | Self::AskedAgain { first, .. } => Some(*first),
            _ => None,
        }
    }
}
