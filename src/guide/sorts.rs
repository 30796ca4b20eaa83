//! The sorts of things that findings speak of, by the names by which their wording knows them.

/// What may stand in one language of a text and not in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differing {
    /// A number in digits.
    Figure,
    /// Something to be filled in, in braces.
    Placeholder,
    /// A name or an abbreviation in Latin letters.
    Term,
}

impl Differing {
    /// The name by which the wording knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Placeholder => "placeholder",
            Self::Term => "term",
        }
    }
}

/// What can't be read in a TOML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// A text without quotes, or with curly ones.
    Unquoted,
    /// `true` or `false` in other letters: `True`.
    Capitals,
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
    /// A Chinese comma in place of a plain one.
    WideComma,
    /// A straight quote in the middle of a text, which ends it there.
    QuoteInText,
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
    /// A whole number, at least one.
    Count,
    /// Points out of a hundred.
    Mark,
    /// A whole number, none included.
    Repeats,
}

impl Quantity {
    /// The name by which the wording knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Weight => "weight",
            Self::Amount => "amount",
            Self::Days => "days",
            Self::Count => "count",
            Self::Mark => "mark",
            Self::Repeats => "repeats",
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
    /// A mark in the legend of a drawing.
    Mark,
    /// A scenario for training.
    Scenario,
    /// What one look shows in a scenario, named by its question.
    Sight,
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
            Self::Mark => "mark",
            Self::Scenario => "scenario",
            Self::Sight => "sight",
        }
    }
}
