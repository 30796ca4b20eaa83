//! Earlier sessions on the screen: narrowed by outcome, step, terminal and days.

use crate::{
    past_reopened::closed,
    store::{Shop, network, time},
    support::stage::{Played, Stage},
};
use tilldoc::session::Verdict;

/// The history, from the home screen.
const HISTORY: &str = "<told>4";

/// A shop with two terminals: four sessions of the last weeks, and one of last year.
fn shop() -> Shop {
    let shop = Shop::new();
    let began = |day: &str| time(&format!("{day}T08:00:00Z"));
    let solved = |day: &str| network(began(day), 3, "", Verdict::Worked);
    let failed = |day: &str| closed(network(began(day), 3, "", Verdict::Failed));
    shop.keep_at(&[&solved("2025-11-23")], Some("87654321"));
    shop.keep_at(&[&failed("2026-11-01"), &solved("2026-11-17")], Some("12345678"));
    shop.keep_at(&[&failed("2026-11-22"), &solved("2026-11-23")], Some("87654321"));
    shop
}

fn stage(shop: &Shop) -> Stage {
    Stage::new().data(shop.folder.path())
}

/// The days of the sessions that are listed.
fn listed(shop: &Shop, keys: &str) -> Vec<String> {
    days(&stage(shop).play(&format!("{HISTORY}{keys}")))
}

fn days(played: &Played) -> Vec<String> {
    let day = |row: &String| {
        let at = row.find(" 202")? + 1;
        row.get(at..at + 10).map(str::to_owned)
    };
    played.rows.iter().filter_map(day).collect()
}

#[test]
fn each_filter_leaves_what_fits_it() {
    let shop = shop();
    assert_eq!(listed(&shop, "").len(), 5);
    for (keys, left) in [
        ("<right>12", &["2026-11-23", "2026-11-17", "2025-11-23"][..]),
        ("<right>15", &["2026-11-22", "2026-11-01"]),
        // The step: what failed at the network goes on with its next step.
        ("<right>23", &["2026-11-23", "2026-11-17", "2025-11-23"]),
        ("<right>25", &["2026-11-22", "2026-11-01"]),
        ("<right>32", &["2026-11-17", "2026-11-01"]),
        ("<right>33", &["2026-11-23", "2026-11-22", "2025-11-23"]),
        ("<right>42", &["2026-11-23"]),
        ("<right>43", &["2026-11-23", "2026-11-22", "2026-11-17"]),
        ("<right>44", &["2026-11-23", "2026-11-22", "2026-11-17", "2026-11-01"]),
    ] {
        assert_eq!(listed(&shop, keys), left, "{keys}");
    }
}

#[test]
fn filters_go_together_with_each_other_and_with_the_search() {
    let shop = shop();
    let three = "<right>12<right>33<right>44";
    assert_eq!(listed(&shop, three), ["2026-11-23"]);
    let played = stage(&shop).play(&format!("{HISTORY}{three}"));
    assert!(played.shows("筛选：已解决；87654321；最近 30 天"), "{}", played.text());
    assert_eq!(listed(&shop, "<right>33联系银行"), ["2026-11-22"]);
    assert_eq!(listed(&shop, "网络故障<right>33").len(), 3);
    // The first line of a filter takes it away again.
    assert_eq!(listed(&shop, &format!("{three}<right>11<right>41")).len(), 3);
}

#[test]
fn one_key_shows_all_again() {
    let shop = shop();
    let none = format!("{HISTORY}zz<right>12<right>42");
    let played = stage(&shop).play(&none);
    assert!(days(&played).is_empty());
    assert!(
        played.shows("没有符合条件") && played.shows("按 Delete 显示全部"),
        "{}",
        played.text()
    );
    let all = stage(&shop).play(&format!("{none}<delete>"));
    assert_eq!(days(&all).len(), 5);
    assert!(all.shows("没有筛选，全部显示"), "{}", all.text());
    // From the list of filters too, by the key and by the line.
    assert_eq!(listed(&shop, "<right>12<right><delete>").len(), 5);
    assert_eq!(listed(&shop, "<right>12<right>5").len(), 5);
}

#[test]
fn the_filters_are_drawn_in_both_languages() {
    let shop = shop();
    let profile = "[[terminal]]\nnumber = \"87654321\"\nplace = \"前台\"\n";
    for (lang, (width, height)) in [("zh", (80, 24)), ("en", (60, 20))] {
        let stage = || stage(&shop).profile(profile).lang(lang).size(width, height);
        let name = |what: &str| format!("filters_{what}_{lang}_{width}x{height}");
        let facets = stage().play(&format!("{HISTORY}<right>12<right>"));
        insta::assert_snapshot!(name("all"), facets.styled);
        let terminals = stage().play(&format!("{HISTORY}<right>12<right>3"));
        insta::assert_snapshot!(name("terminals"), terminals.styled);
        let narrowed = stage().play(&format!("{HISTORY}<right>12<right>33<right>44<right>23"));
        insta::assert_snapshot!(name("list"), narrowed.styled);
    }
}

#[test]
fn without_a_terminal_the_filter_says_so() {
    let shop = Shop::new();
    shop.keep(&[&network(time("2026-11-23T08:00:00Z"), 3, "", Verdict::Worked)]);
    let played = stage(&shop).play(&format!("{HISTORY}<right>3"));
    assert!(played.shows("还没有哪次排查说明过是哪台"), "{}", played.text());
    let back = stage(&shop).play(&format!("{HISTORY}<right>3<esc><esc>"));
    assert_eq!(days(&back).len(), 1, "{}", back.text());
}

#[test]
fn the_keys_of_the_filters_stay_out_of_other_screens() {
    let shop = shop();
    let plain = stage(&shop).play("<told>");
    assert_eq!(stage(&shop).play("<told><right><delete>").rows, plain.rows);
}
