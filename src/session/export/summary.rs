//! What a summary holds.

use crate::{
    guide::Response,
    session::{Recorded, SessionCode},
};
use jiff::ZonedDateTime;
use serde::{Serialize, Serializer};

/// The summary of a session in one language. As JSON its fields are those of
/// `docs/summary-json.md`.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// Version of these fields.
    pub format: u32,
    /// The program that wrote it.
    pub program: Program,
    /// The guide that was used.
    pub guide: GuideName,
    /// Tag of the language of all texts.
    pub language: String,
    /// The code by which this place is opened elsewhere.
    pub code: SessionCode,
    /// When the session began.
    #[serde(serialize_with = "rfc_3339")]
    pub began: ZonedDateTime,
    /// When the last thing happened in it.
    #[serde(serialize_with = "rfc_3339")]
    pub ended: ZonedDateTime,
    /// Whether the session has come to an end.
    pub closed: bool,
    /// The shop, where its profile or its terminal is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shop: Option<ShopTold>,
    /// The way in.
    pub entry: Named,
    /// How it stands or ended.
    pub outcome: Named,
    /// Who must act now.
    pub must_act: Option<Named>,
    /// Every answer in the order of the questions.
    pub answers: Vec<AnswerGiven>,
    /// Every remedy that was shown, in that order.
    pub remedies: Vec<RemedyMet>,
    /// What was looked up on the way and led on.
    pub looked_up: Vec<LookedUp>,
    /// What the clerk wrote down.
    pub notes: Vec<NoteTaken>,
    /// Answers that no longer held when an earlier one changed.
    pub dropped: Vec<Dropped>,
    /// Everything that happened, from which the session can be rebuilt.
    pub events: Vec<Recorded>,
}

/// A program and its version.
#[derive(Clone, Debug, Serialize)]
pub struct Program {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: String,
}

/// A guide and its version.
#[derive(Clone, Debug, Serialize)]
pub struct GuideName {
    /// Stable name.
    pub id: String,
    /// Version as its author writes it.
    pub version: String,
    /// What it is for.
    pub title: String,
}

/// The shop.
#[derive(Clone, Debug, Serialize)]
pub struct ShopTold {
    /// Its name.
    pub name: Option<String>,
    /// Its merchant number.
    pub merchant_number: Option<String>,
    /// The terminal that the session is about.
    pub terminal: Option<TerminalTold>,
    /// Telephone numbers.
    pub numbers: Vec<NumberTold>,
    /// What else support asks.
    pub more: Vec<Labelled>,
}

/// A terminal.
#[derive(Clone, Debug, Serialize)]
pub struct TerminalTold {
    /// Its number.
    pub number: String,
    /// Make and model.
    pub model: Option<String>,
    /// How it goes online.
    pub connection: Option<Named>,
    /// Where it stands.
    pub place: Option<String>,
}

/// A telephone number.
#[derive(Clone, Debug, Serialize)]
pub struct NumberTold {
    /// Whose it is.
    pub contact: Named,
    /// The number.
    pub number: String,
}

/// A label and a text, both as the shop wrote them.
#[derive(Clone, Debug, Serialize)]
pub struct Labelled {
    /// What it is.
    pub label: String,
    /// The text.
    pub value: String,
}

/// A stable name with its text.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    /// Stable name.
    pub id: String,
    /// What people read.
    pub text: String,
}

/// One answer.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerGiven {
    /// The question.
    pub question: Named,
    /// The step that the question belongs to.
    pub step: Named,
    /// What was answered, by stable names.
    pub response: Response,
    /// What was answered.
    pub answer: String,
    /// When.
    #[serde(serialize_with = "rfc_3339")]
    pub at: ZonedDateTime,
    /// Whether it was "can't tell".
    pub unsure: bool,
    /// What had been answered before, where it was changed.
    pub before: Option<String>,
    /// Whether it was kept when an earlier answer changed, and not confirmed since.
    pub kept: bool,
    /// Whether the shop's profile said so and nobody was asked.
    #[serde(skip_serializing_if = "is_false")]
    pub from_profile: bool,
}

/// One remedy.
#[derive(Clone, Debug, Serialize)]
pub struct RemedyMet {
    /// The remedy and its cause.
    pub remedy: Named,
    /// The step that it belongs to.
    pub step: Named,
    /// Whether the answers as they are now still lead to it.
    pub current: bool,
    /// What there was to do.
    pub actions: Vec<Doing>,
    /// What was answered to "did it work?".
    pub verdict: Option<Named>,
    /// Who must act.
    pub who: Named,
    /// Whom to call.
    pub call: Option<Named>,
    /// Where the number is to be found.
    pub number: Option<String>,
    /// The number itself, where the shop's profile has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// When the terminal ended at it before, where that is often enough to do something else; the
    /// last one is this time.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "all_rfc_3339")]
    pub recurred: Vec<ZonedDateTime>,
    /// What to have ready for that call.
    pub have_ready: Vec<String>,
}

/// One action.
#[derive(Clone, Debug, Serialize)]
pub struct Doing {
    /// The action.
    pub action: Named,
    /// Whether it was ticked off.
    pub done: bool,
}

/// Something that was looked up.
#[derive(Clone, Debug, Serialize)]
pub struct LookedUp {
    /// When.
    #[serde(serialize_with = "rfc_3339")]
    pub at: ZonedDateTime,
    /// What: a symptom, a message or a response code.
    pub entry: Named,
}

/// One note.
#[derive(Clone, Debug, Serialize)]
pub struct NoteTaken {
    /// When.
    #[serde(serialize_with = "rfc_3339")]
    pub at: ZonedDateTime,
    /// The question or remedy that was on the screen.
    pub place: Named,
    /// The redacted text.
    pub text: String,
}

/// One answer that no longer holds.
#[derive(Clone, Debug, Serialize)]
pub struct Dropped {
    /// When it was dropped.
    #[serde(serialize_with = "rfc_3339")]
    pub at: ZonedDateTime,
    /// The question.
    pub question: Named,
    /// What had been answered.
    pub answer: String,
}

impl ShopTold {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.name.is_none()
            && self.merchant_number.is_none()
            && self.terminal.is_none()
            && self.numbers.is_empty()
            && self.more.is_empty()
    }
}

impl Summary {
    /// The version of the fields.
    pub const FORMAT: u32 = 1;
}

/// Fields that are nearly always off are left out.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(own: &bool) -> bool {
    !own
}

fn all_rfc_3339<S: Serializer>(times: &[ZonedDateTime], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(times.iter().map(|time| time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()))
}

fn rfc_3339<S: Serializer>(time: &ZonedDateTime, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&time.strftime("%Y-%m-%dT%H:%M:%S%:z"))
}
