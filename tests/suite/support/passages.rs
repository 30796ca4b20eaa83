//! Every text that tells somebody to do something: the guide's, and the program's own.

use std::fs;
use tilldoc::guide::{Guide, Node, Question, Remedy, Text};

/// A text that tells somebody to do something, in one language.
#[derive(Clone)]
pub(crate) struct Passage {
    /// Whose text it is: `remedy.x`, `code 51 unionpay`, `contact owner`, `tilldoc.ftl home-money`.
    pub(crate) node: String,
    pub(crate) field: &'static str,
    pub(crate) lang: String,
    pub(crate) text: String,
    /// What the same remedy tells to do before it.
    pub(crate) earlier: String,
}

impl Passage {
    /// A text of nobody.
    pub(crate) fn alone(lang: &str, text: &str) -> Self {
        Self {
            node: String::new(),
            field: "action",
            lang: lang.to_owned(),
            text: text.to_owned(),
            earlier: String::new(),
        }
    }
}

/// Gathers the texts of a guide.
pub(crate) struct Gatherer<'g> {
    pub(crate) guide: &'g Guide,
    pub(crate) passages: Vec<Passage>,
}

impl Gatherer<'_> {
    /// A text in every language.
    pub(crate) fn add(&mut self, node: &str, field: &'static str, text: &Text) {
        self.add_after(node, field, text, &[]);
    }

    /// A text in every language, after others of its remedy.
    pub(crate) fn add_after(
        &mut self,
        node: &str,
        field: &'static str,
        text: &Text,
        earlier: &[&Text],
    ) {
        for (at, (lang, version)) in self.guide.languages.iter().zip(text.versions()).enumerate() {
            let before = earlier.iter().filter_map(|text| text.versions().nth(at));
            self.passages.push(Passage {
                node: node.to_owned(),
                field,
                lang: lang.clone(),
                text: version.to_owned(),
                earlier: before.collect::<Vec<_>>().join("\n").to_lowercase(),
            });
        }
    }

    pub(crate) fn question(&mut self, question: &Question) {
        self.add(&question.id, "ask", &question.ask);
        for (field, text) in [("how", &question.how), ("tell_customer", &question.tell_customer)] {
            if let Some(text) = text {
                self.add(&question.id, field, text);
            }
        }
    }

    pub(crate) fn remedy(&mut self, remedy: &Remedy) {
        let actions: Vec<&Text> = remedy.actions.iter().map(|action| &action.say).collect();
        for (at, action) in actions.iter().enumerate() {
            self.add_after(&remedy.id, "action", action, &actions[..at]);
        }
        for (field, text) in
            [("meanwhile", &remedy.meanwhile), ("tell_customer", &remedy.tell_customer)]
        {
            if let Some(text) = text {
                self.add_after(&remedy.id, field, text, &actions);
            }
        }
        for (field, texts) in [
            ("prevent", &remedy.prevent),
            ("tell_support", &remedy.tell_support),
            ("never", &remedy.never),
        ] {
            for text in texts {
                self.add(&remedy.id, field, text);
            }
        }
    }
}

/// Every text of a guide that tells somebody to do something, and what it tells never to do.
pub(crate) fn guide_passages(guide: &Guide) -> Vec<Passage> {
    let mut all = Gatherer { guide, passages: Vec::new() };
    for node in &guide.nodes {
        match node {
            Node::Question(question) => all.question(question),
            Node::Remedy(remedy) => all.remedy(remedy),
        }
    }
    for code in &guide.codes {
        all.add(&format!("code {} {}", code.code, code.scheme.id), "action", &code.action);
    }
    for message in &guide.messages {
        all.add(&message.id, "action", &message.action);
    }
    for contact in &guide.contacts {
        all.add(&format!("contact {}", contact.id), "where", &contact.place_of_number);
    }
    for scheme in &guide.schemes {
        all.add(&format!("scheme {}", scheme.id), "how", &scheme.how);
    }
    all.passages
}

/// The program's own texts in one language, each line of them.
pub(crate) fn wording(lang: &str) -> Vec<Passage> {
    let path = format!("assets/i18n/{lang}/tilldoc.ftl");
    let ftl = fs::read_to_string(path).expect("the texts of a language");
    let mut id = String::new();
    let mut passages = Vec::new();
    for line in ftl.lines().filter(|line| !line.starts_with('#')) {
        let named = line.split_once(" =").filter(|_| !line.starts_with(' '));
        if let Some((name, _)) = named {
            name.clone_into(&mut id);
        }
        passages.push(Passage {
            node: format!("tilldoc.ftl {id}"),
            field: "wording",
            lang: lang.to_owned(),
            text: named.map_or(line, |(_, text)| text).trim().to_owned(),
            earlier: String::new(),
        });
    }
    passages
}
