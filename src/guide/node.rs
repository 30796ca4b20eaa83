//! Questions and remedies as values.

use super::{Amount, Connection, Guide, Id, Place, ProfileKey, Target, Text};

/// A question or a remedy.
#[derive(Clone, Debug)]
pub enum Node {
    /// Asks.
    Question(Question),
    /// Acts.
    Remedy(Remedy),
}

impl Node {
    /// Stable name.
    pub fn id(&self) -> &Id {
        match self {
            Self::Question(question) => &question.id,
            Self::Remedy(remedy) => &remedy.id,
        }
    }

    /// The step it belongs to.
    pub fn step(&self) -> &Target {
        match self {
            Self::Question(question) => &question.step,
            Self::Remedy(remedy) => &remedy.step,
        }
    }

    /// Minutes that it takes.
    pub fn minutes(&self) -> f64 {
        match self {
            Self::Question(question) => question.minutes,
            Self::Remedy(remedy) => remedy.minutes,
        }
    }

    /// Facts it rests on.
    pub fn sources(&self) -> &[Target] {
        match self {
            Self::Question(question) => &question.sources,
            Self::Remedy(remedy) => &remedy.sources,
        }
    }

    /// Where its id is written.
    pub fn place(&self) -> Place {
        match self {
            Self::Question(question) => question.place,
            Self::Remedy(remedy) => remedy.place,
        }
    }

    /// All links that leave it, in the order in which they are written.
    ///
    /// A code question's links through the guide's codes belong to the codes, not to the question;
    /// [`Guide::links`](Guide::links) has both.
    pub fn own_links(&self) -> Vec<&Target> {
        match self {
            Self::Question(question) => question.answers.iter().map(|answer| &answer.go).collect(),
            Self::Remedy(remedy) => remedy.if_worked.iter().chain(&remedy.if_failed).collect(),
        }
    }
}

impl Guide {
    /// All links that leave a node, those of the guide's codes included where it asks for a code.
    pub fn links<'g>(&'g self, node: &'g Node) -> Vec<&'g Target> {
        let mut links = node.own_links();
        if matches!(node, Node::Question(Question { kind: Kind::Code, .. })) {
            links.extend(self.codes.iter().map(|code| &code.go));
        }
        links
    }
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// One of the answers.
    #[default]
    Choice,
    /// An amount, compared with the answers' limits.
    Amount,
    /// A response code, looked up in the guide's codes.
    Code,
    /// Several answers at once; the first ticked one in the order of the guide decides.
    Ticks,
}

impl Kind {
    /// Every kind with its name in the guide's TOML and in exports.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("choice", Self::Choice),
        ("amount", Self::Amount),
        ("code", Self::Code),
        ("ticks", Self::Ticks),
    ];

    /// Its name in the guide's TOML and in exports.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}

/// One question.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Stable name.
    pub id: Id,
    /// The step it belongs to.
    pub step: Target,
    /// How it is answered.
    pub kind: Kind,
    /// The question itself.
    pub ask: Text,
    /// How to find out.
    pub how: Option<Text>,
    /// What to say to the customer meanwhile.
    pub tell_customer: Option<Text>,
    /// Minutes to find the answer.
    pub minutes: f64,
    /// How likely it is to come this way, as a weight beside the other answers of the question
    /// before it; where it is not given, the weights of all that it leads to count.
    pub likelihood: Option<Likelihood>,
    /// A drawing that helps.
    pub drawing: Option<Target>,
    /// Facts it rests on.
    pub sources: Vec<Target>,
    /// Whether it asks about something beside its step, a payment under way for example: then its
    /// answers say nothing of the step.
    pub aside: bool,
    /// Why it has no can't-tell answer, where it has none.
    pub no_unsure: Option<String>,
    /// What it asks that the shop's profile may know already: then it need not be asked.
    pub profile: Option<ProfileKey>,
    /// Questions that come before it where both are on a way, and steps whose questions do.
    pub after: Vec<Target>,
    /// The answers in the order in which they are shown.
    pub answers: Vec<Answer>,
    /// Where the id is written.
    pub place: Place,
}

/// One answer of a question.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Name, unique within the question.
    pub id: Id,
    /// What is shown.
    pub say: Text,
    /// Where it leads.
    pub go: Target,
    /// What it stands for.
    pub role: Role,
    /// How likely it is, where that is not the likelihood of what it leads to.
    pub likelihood: Option<Likelihood>,
    /// What the profile says where this is the answer.
    pub profile: Vec<Connection>,
    /// Whether it says that nothing was found here, so that the search goes on elsewhere.
    pub fine: bool,
    /// Where the answer is written.
    pub place: Place,
}

/// What an answer stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// An answer like any other.
    #[default]
    Plain,
    /// "Can't tell".
    Unsure,
    /// Amounts up to this one (in an amount question).
    UpTo(Amount),
    /// Nothing ticked (in a ticks question).
    None,
    /// A code that the guide does not list (in a code question).
    Other,
}

/// A leaf that acts.
#[derive(Clone, Debug, Default)]
pub struct Remedy {
    /// Stable name.
    pub id: Id,
    /// The step it belongs to.
    pub step: Target,
    /// What is wrong, in one line.
    pub cause: Text,
    /// How likely it is, as a weight: see [`Likelihood`].
    pub likelihood: Likelihood,
    /// Minutes that it takes.
    pub minutes: f64,
    /// What to do, one by one.
    pub actions: Vec<Action>,
    /// What never to do.
    pub never: Vec<Text>,
    /// Who must act.
    pub who: Who,
    /// Whom to call.
    pub contact: Option<Target>,
    /// What to have ready for that call.
    pub tell_support: Vec<Text>,
    /// What to say to the customer.
    pub tell_customer: Option<Text>,
    /// What to take payment with meanwhile.
    pub meanwhile: Option<Text>,
    /// How to prevent it next time.
    pub prevent: Vec<Text>,
    /// A drawing that helps.
    pub drawing: Option<Target>,
    /// Where to go when it did not work.
    pub if_failed: Option<Target>,
    /// Where to go when it worked and something is still to be looked at.
    pub if_worked: Option<Target>,
    /// Whether this is the last resort, which needs no way on.
    pub escalation: bool,
    /// Facts it rests on.
    pub sources: Vec<Target>,
    /// Where the id is written.
    pub place: Place,
}

/// One thing to do.
#[derive(Clone, Debug, Default)]
pub struct Action {
    /// Name, unique within the remedy.
    pub id: Id,
    /// What to do.
    pub say: Text,
    /// Where the action is written.
    pub place: Place,
}

/// How likely a cause is, as a weight beside others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likelihood(pub f64);

impl Likelihood {
    /// Weight of `common`.
    pub const COMMON: Self = Self(10.0);
    /// Weight of `sometimes`.
    pub const SOMETIMES: Self = Self(3.0);
    /// Weight of `rare`.
    pub const RARE: Self = Self(1.0);
    /// The weights that have a name in the guide's TOML.
    pub const NAMES: [(&'static str, Self); 3] =
        [("common", Self::COMMON), ("sometimes", Self::SOMETIMES), ("rare", Self::RARE)];
}

impl Default for Likelihood {
    fn default() -> Self {
        Self::SOMETIMES
    }
}

/// Who must act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Who {
    /// The person at the till.
    #[default]
    Clerk,
    /// The owner of the shop.
    Owner,
    /// The customer whose card it is.
    Cardholder,
    /// The company that takes the shop's card payments.
    Acquirer,
    /// The bank that gave the customer the card.
    Issuer,
    /// The mobile network operator or internet provider.
    Carrier,
    /// The maker or supplier of the terminal.
    Vendor,
}

impl Who {
    /// Every role with its name in the guide's TOML and in exports.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("clerk", Self::Clerk),
        ("owner", Self::Owner),
        ("cardholder", Self::Cardholder),
        ("acquirer", Self::Acquirer),
        ("issuer", Self::Issuer),
        ("carrier", Self::Carrier),
        ("vendor", Self::Vendor),
    ];

    /// Its name in the guide's TOML and in exports.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, who)| *who == self).map_or("", |(name, _)| name)
    }
}
