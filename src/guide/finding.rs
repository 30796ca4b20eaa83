//! What is wrong with a guide: data, apart from wording.

use super::{FactKind, Id, Miss, Place};
use crate::flaw::Flaw;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The guide can't be run.
    Error,
    /// The guide runs, and something in it is hardly meant so.
    Warning,
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
    /// Questions that can change places, in an order that costs more than it need.
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
    /// A path case that does not reach its remedy.
    CaseMisses {
        /// The case.
        case: Id,
        /// Why.
        miss: Miss,
    },
}

/// What can't be read in a TOML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// A text without quotes, or with curly ones.
    Unquoted,
    /// A text that does not end.
    UnclosedText,
    /// A backslash that means nothing.
    BadEscape,
    /// A key without `=` after it.
    NoEquals,
    /// No value where one must be.
    NoValue,
    /// Something like a number.
    BadNumber,
    /// A key written twice.
    DuplicateKey,
    /// A key with characters that need quotes.
    BadKey,
    /// A list that does not end.
    UnclosedList,
    /// A table in braces that does not end.
    UnclosedTable,
    /// A heading in square brackets that does not end.
    UnclosedHeading,
    /// No comma between two values.
    MissingComma,
    /// A comma too many.
    ExtraComma,
    /// Anything else, in the words of the TOML reader.
    Other(String),
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A string.
    String,
    /// An integer or a float.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A date or a time.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
    /// A table with a string for each language.
    Text,
    /// A list of tables.
    Tables,
}

impl Shape {
    /// The name by which the wording knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::List => "list",
            Self::Table => "table",
            Self::Text => "text",
            Self::Tables => "tables",
        }
    }
}

/// What a number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Zero or more minutes.
    Minutes,
    /// A weight above zero.
    Weight,
    /// An amount of money.
    Amount,
    /// A whole number of days, at least one.
    Days,
}

impl Quantity {
    /// The name by which the wording knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Weight => "weight",
            Self::Amount => "amount",
            Self::Days => "days",
        }
    }
}

/// What has names in a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// A question or a remedy.
    Node,
    /// A step.
    Step,
    /// A group of symptoms.
    Group,
    /// A symptom.
    Symptom,
    /// A contact.
    Contact,
    /// A drawing.
    Drawing,
    /// A response code in one scheme.
    Code,
    /// An answer within its question.
    Answer,
    /// An action within its remedy.
    Action,
    /// A language.
    Language,
    /// A scheme of codes.
    Scheme,
    /// A message of the terminal.
    Message,
    /// A fact.
    Fact,
    /// A fact that is left out.
    NotUsed,
    /// A path case.
    Case,
    /// A notice, which has no name.
    Notice,
    /// A terminal of the shop.
    Terminal,
}

impl Named {
    /// The name by which the wording knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Node => "node",
            Self::Step => "step",
            Self::Group => "group",
            Self::Symptom => "symptom",
            Self::Contact => "contact",
            Self::Drawing => "drawing",
            Self::Code => "code",
            Self::Answer => "answer",
            Self::Action => "action",
            Self::Language => "language",
            Self::Scheme => "scheme",
            Self::Message => "message",
            Self::Fact => "fact",
            Self::NotUsed => "not-used",
            Self::Case => "case",
            Self::Notice => "notice",
            Self::Terminal => "terminal",
        }
    }
}
