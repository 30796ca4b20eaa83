//! Every text of a guide with whose it is, and what stands in it.

use super::{Guide, Node, Place, Question, Remedy, Scenario, Text};

/// A text of a guide.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'g> {
    /// Whose it is, in the words of an author: `remedy.x`, `code 51 unionpay`, `contact owner`.
    pub owner: Owner<'g>,
    /// Where its owner is written.
    pub place: Place,
    /// Its key in the guide's TOML; `action` for one of a remedy's actions, `answer` for what an
    /// answer says.
    pub key: &'static str,
    /// The text.
    pub text: &'g Text,
    /// What the same remedy tells to do before it.
    pub earlier: &'g [super::Action],
    /// Whether it tells somebody to do something.
    pub advice: bool,
}

impl Passage<'_> {
    /// Whether it is part of a story, in which people speak.
    pub(super) fn is_story(&self) -> bool {
        self.owner.sort == SCENARIO
    }
}

/// The sort of an owner that is a scenario.
const SCENARIO: &str = "scenario";

/// Whose a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner<'g> {
    /// The sort, where the name alone does not tell: `code`, `contact`.
    sort: &'static str,
    name: &'g str,
    more: &'g str,
}

impl std::fmt::Display for Owner<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = [self.sort, self.name, self.more];
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        f.write_str(parts.next().unwrap_or_default())?;
        parts.try_for_each(|part| write!(f, " {part}"))
    }
}

/// What stands in a text, in any of its languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// A digit.
    pub(super) const DIGIT: Self = Self(1);
    /// A brace.
    pub(super) const BRACE: Self = Self(2);
    /// A capital Latin letter within a word, as terms have it: `Wi-Fi`, `SIM`.
    pub(super) const TERM: Self = Self(4);

    /// What each byte is a mark of, where the byte before it allows. Full-width digits and letters begin
    /// with 0xEF.
    const BYTES: [u8; 256] = {
        let mut table = [0; 256];
        let mut at = 0;
        while at < 256 {
            table[at] = match at as u8 {
                b'0'..=b'9' => Self::DIGIT.0,
                b'{' | b'}' => Self::BRACE.0,
                b'A'..=b'Z' => Self::TERM.0,
                _ => 0,
            };
            at += 1;
        }
        table
    };

    /// Which marks the byte behind each byte may be: a capital that begins a word is none.
    const BEHIND: [u8; 256] = {
        let mut table = [!Self::TERM.0; 256];
        let mut at = 0;
        while at < 256 {
            if is_in_word(at as u8) {
                table[at] = !0;
            }
            at += 1;
        }
        table
    };

    /// The marks of a text: those of all its languages together.
    pub(super) fn of(text: &Text) -> Self {
        let mut before = b' ';
        let mut all = 0;
        for byte in text.all().bytes() {
            all |= Self::BYTES[byte as usize] & Self::BEHIND[before as usize];
            before = byte;
        }
        Self(all)
    }

    /// Whether one of these is among them.
    pub(super) fn any(self, wanted: Self) -> bool {
        self.0 & wanted.0 != 0
    }
}

/// Whether a byte may stand within a word that is a term: plain letters, digits, hyphens.
pub(super) const fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

/// Looks at every text of a guide, in the order of the guide's lists.
pub fn each_passage<'g>(guide: &'g Guide, look: &mut dyn FnMut(&Passage<'g>)) {
    for node in &guide.nodes {
        match node {
            Node::Question(question) => of_question(question, look),
            Node::Remedy(remedy) => of_remedy(remedy, look),
        }
    }
    let mut beside = |sort, name: &'g str, more: &'g str, place, texts: &[(_, &'g Text, bool)]| {
        for &(key, text, advice) in texts {
            let owner = Owner { sort, name, more };
            look(&Passage { owner, place, key, text, earlier: &[], advice });
        }
    };
    for code in &guide.codes {
        let texts = [("meaning", &code.meaning, false), ("action", &code.action, true)];
        beside("code", &code.code, &code.scheme.id, code.place, &texts);
    }
    for own in &guide.messages {
        let say = ("say", &own.say, false);
        let texts = [say, ("meaning", &own.meaning, false), ("action", &own.action, true)];
        beside("", &own.id, "", own.place, &texts);
    }
    for own in &guide.contacts {
        let texts = [("title", &own.title, false), ("where", &own.place_of_number, true)];
        beside("contact", &own.id, "", own.place, &texts);
    }
    for own in &guide.schemes {
        let texts = [("title", &own.title, false), ("how", &own.how, true)];
        beside("scheme", &own.id, "", own.place, &texts);
    }
    for own in &guide.symptoms {
        beside("symptom", &own.id, "", own.place, &[("say", &own.say, false)]);
    }
    for own in &guide.groups {
        beside("group", &own.id, "", own.place, &[("title", &own.title, false)]);
    }
    for own in &guide.steps {
        beside("step", &own.id, "", own.place, &[("title", &own.title, false)]);
    }
    for own in &guide.drawings {
        beside("drawing", &own.id, "", own.place, &[("title", &own.title, false)]);
        for (_, text) in &own.legend {
            beside("drawing", &own.id, "", own.place, &[("legend", text, false)]);
        }
    }
    guide.scenarios.iter().for_each(|own| of_scenario(own, look));
}

/// A scenario advises nothing: what its people say and what tempts is there to be wrong.
fn of_scenario<'g>(scenario: &'g Scenario, look: &mut dyn FnMut(&Passage<'g>)) {
    let owner = Owner { sort: SCENARIO, name: &scenario.id, more: "" };
    let mut add = |key, text, place| {
        look(&Passage { owner, place, key, text, earlier: &[], advice: false });
    };
    add("title", &scenario.title, scenario.place);
    add("setting", &scenario.setting, scenario.place);
    add("customer", &scenario.customer, scenario.place);
    for own in &scenario.sights {
        add("look", &own.look, own.place);
        add("shows", &own.shows, own.place);
    }
    for own in &scenario.traps {
        add("why", &own.why, own.place);
    }
    for own in &scenario.temptations {
        add("say", &own.say, own.place);
        add("why", &own.why, own.place);
    }
    for own in &scenario.tellings {
        add("say", &own.say, own.place);
        add("why", &own.why, own.place);
    }
}

fn of_question<'g>(question: &'g Question, look: &mut dyn FnMut(&Passage<'g>)) {
    let owner = Owner { sort: "", name: &question.id, more: "" };
    let mut add = |key, text, place, advice| {
        look(&Passage { owner, place, key, text, earlier: &[], advice });
    };
    add("ask", &question.ask, question.place, true);
    for (key, text) in [("how", &question.how), ("tell_customer", &question.tell_customer)] {
        if let Some(text) = text {
            add(key, text, question.place, true);
        }
    }
    for answer in &question.answers {
        add("answer", &answer.say, answer.place, false);
    }
}

fn of_remedy<'g>(remedy: &'g Remedy, look: &mut dyn FnMut(&Passage<'g>)) {
    let owner = Owner { sort: "", name: &remedy.id, more: "" };
    let place = remedy.place;
    let mut add = |key, text, place, earlier, advice| {
        look(&Passage { owner, place, key, text, earlier, advice });
    };
    add("cause", &remedy.cause, place, &[], false);
    for (at, action) in remedy.actions.iter().enumerate() {
        add("action", &action.say, action.place, &remedy.actions[..at], true);
    }
    for (key, text) in [("meanwhile", &remedy.meanwhile), ("tell_customer", &remedy.tell_customer)]
    {
        if let Some(text) = text {
            add(key, text, place, &remedy.actions, true);
        }
    }
    for (key, texts) in [
        ("prevent", &remedy.prevent),
        ("tell_support", &remedy.tell_support),
        ("never", &remedy.never),
    ] {
        for text in texts {
            add(key, text, place, &[], true);
        }
    }
}
