//! Which guide this is, in a few bits.

use super::{Guide, Id, Node, Role, Target};

impl Guide {
    /// 20 bits that tell this guide from others and from other versions of itself: of its name, its
    /// version and all its decisions by their names. Wordings do not count, nor does the order of
    /// files. Two guides have the same ones by chance once in a million.
    pub fn fingerprint(&self) -> u32 {
        *self.fingerprint.get_or_init(|| fingerprint(self))
    }
}

fn fingerprint(guide: &Guide) -> u32 {
    let mut hash = Hash::new();
    hash.text(&guide.id);
    hash.text(&guide.version);
    let target =
        |target: &Option<Target>| target.as_ref().map_or_else(Id::default, |t| t.id.clone());
    hash.text(&target(&guide.check_everything));
    hash.text(&target(&guide.code_unsure));
    // A guide without a call stays the one that it was.
    if let Some(call) = &guide.call {
        hash.text("call");
        hash.text(&call.remedy.id);
    }
    let symptoms = guide.symptoms.iter().map(|own| ["symptom", &own.id, &own.go.id, ""]);
    let messages = guide.messages.iter().map(|own| ["message", &own.id, &own.go.id, ""]);
    let codes = guide.codes.iter().map(|own| ["code", &own.code, &own.scheme.id, &own.go.id]);
    let mut ways: Vec<_> = symptoms.chain(messages).chain(codes).collect();
    ways.sort_unstable();
    ways.iter().flatten().for_each(|text| hash.text(text));
    let mut nodes: Vec<&Node> = guide.nodes.iter().collect();
    nodes.sort_unstable_by_key(|node| node.id());
    for node in nodes {
        hash.node(node);
    }
    hash.folded()
}

/// FNV-1a: the same on every machine and in every version of the program, unlike the standard
/// library's hash. Nobody gains by forging it, so it need not withstand that.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    /// Takes a text and its end in.
    fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    fn node(&mut self, node: &Node) {
        self.text(node.id());
        match node {
            Node::Question(question) => {
                self.text(question.kind.name());
                // Their order counts: it decides where ticks and amounts lead.
                for answer in &question.answers {
                    self.text(&answer.id);
                    self.text(&answer.go.id);
                    match answer.role {
                        Role::Plain => self.text("plain"),
                        Role::Unsure => self.text("unsure"),
                        Role::None => self.text("none"),
                        Role::Other => self.text("other"),
                        Role::UpTo(limit) => self.text(&limit.to_string()),
                    }
                }
            }
            Node::Remedy(remedy) => {
                self.text(if remedy.escalation { "escalation" } else { "remedy" });
                for target in [&remedy.if_worked, &remedy.if_failed] {
                    self.text(target.as_ref().map_or("", |target| &target.id));
                }
                for action in &remedy.actions {
                    self.text(&action.id);
                }
            }
        }
        self.byte(0xfe);
    }

    /// All its bits, folded into as many as are wanted.
    fn folded(&self) -> u32 {
        let folded = self.0 ^ self.0 >> 20 ^ self.0 >> 40 ^ self.0 >> 60;
        (folded & 0xf_ffff) as u32
    }
}

#[cfg(test)]
mod tests {
    use crate::guide::{
        Amount, Guide, Node, Question, Remedy, Role, SourceFile, Text, builtin_sources, read,
    };
    use std::sync::{LazyLock, OnceLock};

    static GUIDE: LazyLock<Guide> = LazyLock::new(|| read(&builtin_sources()).guide);

    /// The guide with something changed in it.
    fn changed(change: impl Fn(&mut Guide)) -> u32 {
        let mut guide = Guide { fingerprint: OnceLock::new(), ..GUIDE.clone() };
        change(&mut guide);
        guide.fingerprint()
    }

    fn question(guide: &mut Guide) -> &mut Question {
        let mut all = guide.nodes.iter_mut();
        let first = all.find_map(|node| match node {
            Node::Question(question) => Some(question),
            Node::Remedy(_) => None,
        });
        first.expect("a guide asks")
    }

    fn remedy(guide: &mut Guide) -> &mut Remedy {
        let mut all = guide.nodes.iter_mut();
        let first = all.find_map(|node| match node {
            Node::Remedy(remedy) => Some(remedy),
            Node::Question(_) => None,
        });
        first.expect("a guide acts")
    }

    #[test]
    fn decisions_count() {
        let own = GUIDE.fingerprint();
        assert!(own < 1 << 20);
        let mut all = vec![own];
        all.push(changed(|guide| guide.version.push('a')));
        all.push(changed(|guide| guide.id.push('a')));
        all.push(changed(|guide| guide.code_unsure = None));
        all.push(changed(|guide| guide.symptoms[0].go = guide.symptoms[1].go.clone()));
        all.push(changed(|guide| drop(guide.messages.pop())));
        all.push(changed(|guide| guide.codes[0].code.push('1')));
        all.push(changed(|guide| question(guide).answers.reverse()));
        all.push(changed(|guide| drop(question(guide).answers.pop())));
        all.push(changed(|guide| {
            let limit = Amount::from_units(7).expect("an amount");
            question(guide).answers[0].role = Role::UpTo(limit);
        }));
        all.push(changed(|guide| {
            let to = guide.check_everything.clone();
            remedy(guide).if_worked = to;
        }));
        all.push(changed(|guide| remedy(guide).actions.reverse()));
        let mut different = all.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), all.len(), "{all:?}");
    }

    #[test]
    fn wording_and_the_order_of_files_do_not() {
        let own = GUIDE.fingerprint();
        assert_eq!(own, changed(|guide| guide.title = Text::new(["other"])));
        assert_eq!(own, changed(|guide| question(guide).ask = Text::new(["other"])));
        let mut files: Vec<SourceFile> = builtin_sources();
        files.reverse();
        assert_eq!(own, read(&files).guide.fingerprint());
    }
}
