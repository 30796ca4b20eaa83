//! A guide as a tree: printed, and on the full screen, from where it is played.

use crate::support::stage::{Stage, builtin_guide, small_guide};
use insta::assert_snapshot;
use std::{collections::BTreeSet, sync::Arc};
use tilldoc::{
    guide::{Node, SourceFile, Tree, outline, read},
    session::{Place, Session},
    texts::Texts,
};

#[test]
fn every_node_stands_once_and_elsewhere_is_referred_to() {
    for guide in [builtin_guide(), small_guide()] {
        let tree = Tree::new(&guide);
        let mut stands = vec![0; guide.nodes.len()];
        for branch in &tree.branches {
            let Some(node) = branch.node else { continue };
            match branch.see {
                None => stands[node] += 1,
                Some(at) => {
                    assert!(branch.children.is_empty());
                    assert_eq!((tree.branches[at].node, tree.branches[at].see), (Some(node), None));
                }
            }
        }
        assert!(stands.iter().all(|&count| count == 1), "{stands:?}");
        let rows = tree.rows(|_| true);
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), tree.branches.len());
    }
}

/// From every branch of both guides one can play: the session stands where the branch does.
#[test]
fn a_session_gets_to_every_branch() {
    let start = "2026-11-23T13:42:00Z".parse().expect("a time");
    for guide in [builtin_guide(), small_guide()] {
        let tree = Tree::new(&guide);
        let mut tried = 0;
        for (at, branch) in tree.branches.iter().enumerate() {
            let Some(node) = tree.node(&guide, at) else {
                assert!(branch.parent.is_none(), "only headings have nothing on them");
                continue;
            };
            let way = tree.way(&guide, at).unwrap_or_else(|| panic!("no way to {}", node.id()));
            let session = Session::on_way(Arc::clone(&guide), way.clone(), start);
            let session = session.unwrap_or_else(|why| panic!("{}: {why:?} {way:?}", node.id()));
            let here = match session.place() {
                Place::Question(question) => &question.id,
                Place::Remedy(remedy) => &remedy.id,
                Place::End(_) => panic!("{} is no end", node.id()),
            };
            assert_eq!(here, node.id(), "{way:?}");
            tried += 1;
        }
        assert!(tried >= guide.nodes.len());
    }
}

#[test]
fn what_nothing_leads_to_is_shown_as_such() {
    let mut text = String::new();
    for file in ["guide", "nodes", "shown"] {
        let path = format!("tests/guides/small/{file}.toml");
        text += &std::fs::read_to_string(path).expect("it is there");
        text.push('\n');
    }
    text += "[[remedy]]\nid = \"remedy.adrift\"\nstep = \"power\"\nminutes = 1\nwho = \"clerk\"\n\
             cause = { zh = \"孤岛\", en = \"An island\" }\nescalation = true\n\
             actions = [{ id = \"a\", zh = \"做\", en = \"Do\" }]\n";
    let guide = read(&[SourceFile::new("guide.toml", text)]).into_guide().expect("no errors");
    let tree = Tree::new(&guide);
    let at = tree.place(&guide, "remedy.adrift").expect("it is in the tree");
    assert!(tree.way(&guide, at).is_none());
    let english = outline(&guide, &Texts::new("en"));
    assert!(english.contains("Nothing leads here\n  An island  [remedy.adrift]\n"), "{english}");
    let played = Stage::new().lang("en").guide(Arc::new(guide)).tree().play("/island<enter>p");
    assert!(played.shows("no way leads to it"), "{}", played.text());
}

#[test]
fn printed_in_both_languages() {
    for tag in ["en", "zh"] {
        let text = outline(&small_guide(), &Texts::new(tag));
        assert_snapshot!(format!("tree_{tag}"), text);
    }
}

#[test]
fn the_tree_in_both_languages_and_three_sizes() {
    for lang in ["zh", "en"] {
        for (width, height) in [(80, 24), (60, 20), (120, 40)] {
            let stage = Stage::new().lang(lang).size(width, height).tree();
            let played = stage.play("<right><down><right><down><down>");
            assert_snapshot!(format!("tree_{lang}_{width}x{height}"), played.styled);
        }
    }
    let ascii = Stage::new().lang("en").theme(false, true).tree().play("<right><down>");
    assert!(ascii.rows.concat().chars().all(|c| c.is_ascii() || "中文".contains(c)));
}

#[test]
fn it_folds_and_unfolds() {
    let shows = |script: &str, what: &str| {
        let played = Stage::new().lang("en").tree().play(script);
        assert!(played.shows(what), "{script}: {what}\n{}", played.text());
    };
    let hides = |script: &str, what: &str| {
        let played = Stage::new().lang("en").tree().play(script);
        assert!(!played.shows(what), "{script}: {what}\n{}", played.text());
    };
    let first = small_guide().symptoms[0].say.versions().nth(1).expect("English").to_owned();
    hides("", &first);
    shows("<enter>", &first);
    hides("<enter><enter>", &first);
    shows("<right>", &first);
    hides("<right><left>", &first);
    // Left goes to the branch above, and there folds; digits are no numbers of rows.
    hides("<right><down><left><left>", &first);
    hides("1", &first);
    shows("<right><f2><f2>", &first);
}

#[test]
fn a_reference_leads_to_where_the_branch_stands() {
    let guide = small_guide();
    let tree = Tree::new(&guide);
    let rows = tree.rows(|_| true);
    let (row, see) = rows
        .iter()
        .enumerate()
        .find_map(|(row, &at)| Some((row, tree.branches[at].see?)))
        .expect("something is met twice");
    // Everything unfolded, from the top: to the reference, and on.
    let unfold = "<right><down>".repeat(row);
    let played = Stage::new().lang("en").size(120, 60).tree().play(&format!("{unfold}<enter>"));
    let node = tree.node(&guide, see).expect("a node").id().clone();
    assert!(played.shows(&format!(", {node}")), "{node}\n{}", played.text());
    assert!(!played.shows("Stands elsewhere"), "{}", played.text());
}

#[test]
fn play_begins_at_a_branch_and_comes_back_to_where_it_got() {
    let guide = small_guide();
    let remedy = guide.nodes.iter().find_map(|node| match node {
        Node::Remedy(remedy) if !remedy.escalation => Some(remedy),
        _ => None,
    });
    let cause = remedy.expect("there is one").cause.versions().nth(1).expect("English").to_owned();
    let script = format!("/{cause}<enter>");
    let at = |more: &str| Stage::new().lang("en").tree().play(&format!("{script}{more}"));
    let played = at("p");
    assert!(played.shows("Did it work?") && played.shows(&cause), "{}", played.text());
    assert!(played.shows("nothing of it is kept"), "{}", played.text());
    // Back goes back on the way; p goes to the tree, to where the session stands.
    assert!(!at("p<esc>").shows("Did it work?"));
    let back = at("pp");
    assert!(back.shows(&format!(", {}", remedy.expect("there is one").id)), "{}", back.text());
    // Nobody is asked what to do with a session that was only played.
    assert!(at("pq").left && at("ppq").left);
    assert!(at("p<esc>pq").left);
}

#[test]
fn the_search_finds_names_and_texts_of_all_languages() {
    let find = |typed: &str| Stage::new().lang("en").tree().play(&format!("/{typed}"));
    for typed in ["network.first", "NETWORK.FIRST", "别的设备"] {
        let played = find(typed);
        assert!(played.shows("network."), "{typed}\n{}", played.text());
    }
    assert!(find("xyzzy").shows("Nothing found"));
}
