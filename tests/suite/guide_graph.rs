//! A guide as a picture: what stands in it, and that each format is one.

use crate::{
    export_html::{HOSTILE, elements},
    support::stage::{builtin_guide, small_guide},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tilldoc::{
    guide::{Graph, Guide, Id, Lead, Node, Part, SourceFile, Vertex, builtin_sources, html, read},
    texts::Texts,
};

/// The small guide of the tests with every English text made hostile.
fn hostile() -> Vec<SourceFile> {
    let bad = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let worse = |line: &str| match line.split_once("en = \"") {
        Some((before, text)) => format!("{before}en = \"{bad} \\\\ {text}"),
        None => line.to_owned(),
    };
    let file = |name: &str, text: &str| {
        let lines: Vec<String> = text.lines().map(worse).collect();
        SourceFile::new(name, lines.join("\n"))
    };
    vec![
        file("guide.toml", include_str!("../guides/small/guide.toml")),
        file("nodes.toml", include_str!("../guides/small/nodes.toml")),
    ]
}

fn part_of(guide: &Guide, part: &Part) -> BTreeSet<String> {
    let graph = Graph::new(guide, part).expect("there is such a part");
    graph.vertices.iter().map(|vertex| vertex.id().to_owned()).collect()
}

#[test]
fn the_whole_guide_is_drawn() {
    let guide = builtin_guide();
    let graph = Graph::new(&guide, &Part::Whole).expect("there is a guide");
    assert_eq!(graph.vertices.len(), guide.nodes.len() + guide.symptoms.len() + 1);
    // Of each question that is left by something, all lines together are everybody.
    let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
    for line in graph.lines.iter().filter(|line| matches!(line.lead, Lead::Answer | Lead::Code)) {
        *sums.entry(line.from).or_default() += line.share;
    }
    assert!(sums.len() > 150);
    assert!(sums.values().all(|sum| (sum - 1.0).abs() < 1e-9), "{sums:?}");
}

/// Every session begins somewhere and comes to a remedy: so the remedies share all of them.
#[test]
fn all_sessions_come_to_some_remedy() {
    for guide in [builtin_guide(), small_guide()] {
        let visits = guide.visits();
        let at_remedies =
            guide.nodes.iter().zip(&visits).filter(|(node, _)| matches!(node, Node::Remedy(_)));
        let sum: f64 = at_remedies.map(|(_, share)| share).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    }
}

#[test]
fn a_part_has_what_belongs_to_it() {
    let guide = small_guide();
    let symptom = part_of(&guide, &Part::Symptom(Id::from("no-network")));
    assert!(symptom.contains("network.first") && symptom.contains("remedy.support"), "{symptom:?}");
    assert!(!symptom.contains("no-power"), "{symptom:?}");
    // Up to the first remedies: to everything in it an answer or a code leads.
    let symptom = Graph::new(&guide, &Part::Symptom(Id::from("no-network"))).expect("it is there");
    for at in 1..symptom.vertices.len() {
        let mut to = symptom.lines.iter().filter(|line| line.to == at);
        assert!(to.any(|line| !matches!(line.lead, Lead::Failed | Lead::Worked)));
    }

    let remedy =
        guide.nodes.iter().find(|node| matches!(node, Node::Remedy(own) if !own.escalation));
    let id = remedy.expect("there is one").id().clone();
    let ways = part_of(&guide, &Part::Remedy(id.clone()));
    let graph = Graph::new(&guide, &Part::Remedy(id.clone())).expect("it is there");
    let last = graph.vertices.iter().position(|vertex| vertex.id() == &*id).expect("it is in it");
    assert!(ways.len() > 1);
    // From everything in it one gets to the remedy.
    for at in 0..graph.vertices.len() {
        let (mut todo, mut seen) = (vec![at], BTreeSet::new());
        while let Some(at) = todo.pop() {
            if seen.insert(at) {
                todo.extend(graph.lines.iter().filter(|line| line.from == at).map(|line| line.to));
            }
        }
        assert!(seen.contains(&last), "no way from {}", graph.vertices[at].id());
    }

    let step = Graph::new(&guide, &Part::Step(Id::from("network"))).expect("it is there");
    for (at, vertex) in step.vertices.iter().enumerate() {
        let own = matches!(vertex, Vertex::Node(node) if node.step().id == "network");
        assert_ne!(own, step.beside.contains(&at), "{}", vertex.id());
    }
    for part in [Part::Step("x".into()), Part::Symptom("x".into()), Part::Remedy("x".into())] {
        assert!(Graph::new(&guide, &part).is_none(), "{part:?}");
    }
}

/// A statement of Graphviz's language, as far as we write it: its words, quoted ones unquoted.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut word = String::from("\"");
            let mut chars = quoted.char_indices();
            let end = loop {
                match chars.next().expect("a string ends") {
                    (at, '"') => break at + 1,
                    (_, '\\') => match chars.next().expect("an escape").1 {
                        'n' => word.push('\n'),
                        c @ ('"' | '\\') => word.push(c),
                        c => panic!("\\{c} is no escape that we write: {line}"),
                    },
                    (_, c) => word.push(c),
                }
            };
            words.push(word);
            rest = &quoted[end..];
        } else if rest.starts_with("->") {
            words.push("->".to_owned());
            rest = &rest[2..];
        } else if "[]{};=,".contains(first) {
            words.push(first.to_string());
            rest = &rest[1..];
        } else {
            let end =
                rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
            assert!(end > 0, "{rest} in {line}");
            words.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    words
}

#[test]
fn graphviz_is_written_as_it_is_read() {
    let hostile = read(&hostile()).guide;
    for (guide, tag) in [(&*builtin_guide(), "zh"), (&*small_guide(), "en"), (&hostile, "en")] {
        let graph = Graph::new(guide, &Part::Whole).expect("a guide");
        let dot = graph.dot(&Texts::new(tag));
        let lines: Vec<Vec<String>> = dot.lines().map(words).collect();
        let opened = lines.iter().filter(|own| own.last().is_some_and(|word| word == "{")).count();
        let closed = lines.iter().filter(|own| own[..] == ["}"]).count();
        assert_eq!(opened, closed);
        let boxes: BTreeSet<&str> = lines
            .iter()
            .filter(|own| own.iter().any(|word| word == "shape"))
            .map(|own| own[0].as_str())
            .collect();
        assert_eq!(boxes.len(), graph.vertices.len());
        let drawn: Vec<_> =
            lines.iter().filter(|own| own.get(1).is_some_and(|word| word == "->")).collect();
        assert_eq!(drawn.len(), graph.lines.len());
        for own in drawn {
            assert!(boxes.contains(own[0].as_str()) && boxes.contains(own[2].as_str()), "{own:?}");
            let wide = own.iter().position(|word| word == "penwidth").expect("a width");
            assert!((1..=6).contains(&own[wide + 2].parse().expect("a number")), "{own:?}");
        }
    }
}

#[test]
fn mermaid_is_written_as_it_is_read() {
    let hostile = read(&hostile()).guide;
    for (guide, tag) in [(&*builtin_guide(), "zh"), (&*small_guide(), "en"), (&hostile, "en")] {
        let graph = Graph::new(guide, &Part::Whole).expect("a guide");
        let mermaid = graph.mermaid(&Texts::new(tag));
        let mut lines = mermaid.lines().map(str::trim);
        assert!(lines.next().is_some_and(|line| line.starts_with("%% ")));
        assert_eq!(lines.next(), Some("flowchart LR"));
        let (mut boxes, mut arrows) = (0, 0);
        for line in lines {
            // Without what is quoted, which has no quotes in it, there is only the language.
            let parts: Vec<&str> = line.split('"').collect();
            assert_eq!(parts.len() % 2, 1, "{line}");
            for quoted in parts.iter().skip(1).step_by(2) {
                assert!(!quoted.contains(['<', '>', '"', '`', '\\', '&']), "{quoted}");
            }
            let bare: String = parts.iter().step_by(2).copied().collect();
            let name =
                |text: &str| text.strip_prefix('n').is_some_and(|at| at.parse::<usize>().is_ok());
            if let Some((from, to)) = bare.split_once("-->").or_else(|| bare.split_once("-.->")) {
                let to = to.trim().trim_start_matches("||").trim();
                assert!(name(from.trim()) && name(to), "{line}");
                arrows += 1;
            } else if bare.starts_with('n') {
                let shape = bare.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
                let known = ["([])", "[]", "[[]]"].iter().any(|own| shape.starts_with(own));
                assert!(known && shape.contains(":::"), "{line}");
                boxes += 1;
            } else {
                let words = ["subgraph s", "end", "linkStyle ", "classDef ", "class n"];
                assert!(words.iter().any(|word| bare.starts_with(word)), "{line}");
            }
        }
        assert_eq!((boxes, arrows), (graph.vertices.len(), graph.lines.len()));
    }
}

/// A page of a guide, and the data in it.
fn page(files: &[SourceFile], part: &Part, tag: &str) -> (String, Value) {
    let guide = read(files).guide;
    let page = html(&guide, files, part, &Texts::new(tag)).expect("there is such a part");
    let all = elements(&page);
    let data = all.iter().find(|own| own.attribute("id") == Some("guide")).expect("the data");
    (page.clone(), serde_json::from_str(&data.text).expect("JSON"))
}

#[test]
fn the_page_needs_nothing_but_itself() {
    for (files, tag) in [(builtin_sources(), "zh"), (hostile(), "en")] {
        let (page, _) = page(&files, &Part::Whole, tag);
        let all = elements(&page);
        assert_eq!(all[0].attribute("lang"), Some(tag));
        let policy =
            all.iter().find(|own| own.attribute("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.and_then(|own| own.attribute("content")).expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
        for own in &all {
            for (name, value) in &own.attributes {
                assert!(
                    !name.starts_with("on") && name != "href" && name != "src" && name != "style"
                );
                assert!(!value.contains("alert"), "{value}");
            }
        }
        let scripts = all.iter().filter(|own| own.name == "script").count();
        assert_eq!((scripts, all.iter().filter(|own| own.name == "style").count()), (5, 1));
        for own in all.iter().filter(|own| own.name == "style") {
            assert!(!own.text.contains("url(") && !own.text.contains("@import"));
        }
    }
}

#[test]
fn the_page_knows_every_text_in_both_languages() {
    let guide = builtin_guide();
    let (_, data) = page(&builtin_sources(), &Part::Whole, "en");
    let nodes = data["nodes"].as_array().expect("nodes");
    assert_eq!(nodes.len(), guide.nodes.len());
    for (node, own) in guide.nodes.iter().zip(nodes) {
        assert_eq!(own["id"], *node.id().as_str());
        let text = match node {
            Node::Question(question) => {
                for (answer, row) in
                    question.answers.iter().zip(own["rows"].as_array().expect("rows"))
                {
                    let to = row["to"].as_u64().expect("it leads somewhere") as usize;
                    assert_eq!(*guide.nodes[to].id(), answer.go.id);
                }
                &question.ask
            }
            Node::Remedy(remedy) => &remedy.cause,
        };
        let said: Vec<&str> =
            own["say"].as_array().expect("texts").iter().filter_map(Value::as_str).collect();
        assert_eq!(said, text.versions().collect::<Vec<_>>());
        // File and line, where an editor finds it.
        let (name, line) =
            own["place"].as_str().and_then(|own| own.split_once(':')).expect("a place");
        let file = builtin_sources().into_iter().find(|file| file.name == name).expect(name);
        let line: usize = line.parse().expect("a number");
        let written = file.text.lines().nth(line - 1).unwrap_or_default().to_owned();
        assert!(written.contains(node.id().as_str()), "{name}:{line}: {written}");
    }
    let [chinese, english] =
        [0, 1].map(|at| data["languages"][at]["words"].as_object().expect("words").clone());
    assert!(chinese.keys().eq(english.keys()));
}

#[test]
fn the_page_of_a_part_begins_with_it() {
    let guide = builtin_guide();
    let part = Part::Remedy(Id::from("remedy.phone-line"));
    let (_, data) = page(&builtin_sources(), &part, "zh");
    let at = data["about"].as_u64().expect("it is about one") as usize;
    assert_eq!(guide.nodes[at].id(), "remedy.phone-line");
    let first = data["first"].as_array().expect("a list").len();
    assert!(first > 3 && first < guide.nodes.len() / 4, "{first}");
    let ways = data["ways"].as_array().expect("a list").len();
    assert!(ways > 1 && ways < guide.groups.len(), "{ways}");
    let (_, data) = page(&builtin_sources(), &Part::Symptom(Id::from("no-network")), "zh");
    assert_eq!(data["ways"].as_array().map(Vec::len), Some(1));
}

#[test]
fn on_the_command_line() {
    use crate::binary::{small, tilldoc};
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| tilldoc(folder.path(), arguments, "");
    let en = ["--lang", "en", "guide"];
    let told = |more: &[&str]| run(&[&en[..], more].concat());

    let saved = told(&["graph", &small(), "-o", "guide.html"]);
    assert!(saved.contains("Saved: FOLDER/guide.html") && saved.ends_with("exit 0"), "{saved}");
    let again = told(&["graph", &small(), "-o", "guide.html"]);
    assert!(again.ends_with("exit 3"), "an existing file is not replaced: {again}");
    let forced = told(&["graph", &small(), "-o", "guide.html", "--force"]);
    assert!(forced.ends_with("exit 0"), "{forced}");

    let none = told(&["graph", &small(), "--remedy", "remedy.nowhere"]);
    assert!(none.contains("no such remedy: remedy.nowhere") && none.ends_with("exit 2"), "{none}");
    let both = told(&["graph", &small(), "--remedy", "a", "--step", "b"]);
    assert!(both.ends_with("exit 2"), "{both}");
    let dot = told(&["graph", &small(), "--format", "dot", "--step", "power"]);
    assert!(dot.starts_with("digraph \"small\" {") && dot.ends_with("exit 0"), "{dot}");
    // More lines than most viewers draw.
    let whole = told(&["graph", "--format", "mermaid"]);
    assert!(whole.contains("--step, --symptom or --remedy") && whole.ends_with("exit 0"));

    let tree = run(&["--lang", "zh", "--guide", &small(), "guide", "tree"]);
    assert!(tree.starts_with("上不了网\n  屏幕显示“网络故障” > "), "{tree}");
    let schema = told(&["schema", &small()]);
    assert!(schema.starts_with("{\n  \"$schema\"") && schema.ends_with("exit 0"));
    // Also of a guide that can't be run: there it is needed most.
    std::fs::write(folder.path().join("guide.toml"), "languages = [\"de\"]\n[[oops]]\n")
        .expect("written");
    let broken = told(&["schema", "."]);
    assert!(broken.contains("\"de\"") && !broken.contains("\"zh\""), "{broken}");
    assert!(told(&["tree", "."]).ends_with("exit 1"));
}
