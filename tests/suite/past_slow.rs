//! Kept sessions that take long to be looked for: no key waits for them, and what comes late and is
//! not wanted any more changes nothing.

use crate::{
    past_reopened::closed,
    store::{Shop, network, time},
    support::{stage::Stage, zone},
};
use std::{sync::mpsc, time::Duration};
use tilldoc::{
    session::Verdict,
    shelf::{Asked, Desk, Request, Shelf, Ticket, Told},
    store::{Filter, SessionId},
};

fn shop() -> Shop {
    let shop = Shop::new();
    let at = time("2026-11-23T08:00:00Z");
    let solved = network(at, 3, "灯是红的", Verdict::Worked);
    shop.keep_at(&[&solved, &closed(network(at, 3, "", Verdict::Failed))], Some("87654321"));
    shop
}

fn slow(shop: &Shop) -> Stage {
    Stage::new().data(shop.folder.path()).slow()
}

/// How many sessions are listed.
fn listed(shop: &Shop, keys: &str) -> usize {
    let played = slow(shop).play(keys);
    played.rows.iter().filter(|row| row.contains("2026-11-23")).count()
}

#[test]
fn while_the_figures_are_counted_the_screen_says_so_and_keys_work() {
    let shop = shop();
    let counting = slow(&shop).play("<told>5");
    assert!(counting.shows("正在统计"), "{}", counting.text());
    assert!(!counting.shows("全部排查"), "{}", counting.text());
    let english = slow(&shop).play("<told>5<f2>");
    assert!(english.shows("Counting."), "{}", english.text());
    let helped = slow(&shop).play("<told>5?");
    assert!(helped.shows("按键") && !helped.shows("正在统计"), "{}", helped.text());
    let home = slow(&shop).play("<told>");
    assert_eq!(slow(&shop).play("<told>5<esc>").styled.lines().next(), home.styled.lines().next());
    assert!(slow(&shop).play("<told>5<esc>").shows("统计：什么常出问题"));
    assert!(slow(&shop).play("<told>5q").left);
}

#[test]
fn figures_come_when_they_are_there_also_below_the_help() {
    let shop = shop();
    let at_once = Stage::new().data(shop.folder.path()).play("<told>5");
    assert_eq!(slow(&shop).play("<told>5<answer>").rows, at_once.rows);
    assert_eq!(slow(&shop).play("<told>5?<answer><esc>").rows, at_once.rows);
}

#[test]
fn figures_that_nobody_waits_for_any_more_change_nothing() {
    let shop = shop();
    let left = slow(&shop).play("<told>5<esc>");
    assert_eq!(slow(&shop).play("<told>5<esc><answer>").rows, left.rows);
    // Those of the second time are waited for, not those of the first.
    let twice = slow(&shop).play("<told>5<esc>5<answer>");
    assert!(twice.shows("正在统计"), "{}", twice.text());
    let twice = slow(&shop).play("<told>5<esc>5<answer><answer>");
    assert!(twice.shows("全部排查"), "{}", twice.text());
}

#[test]
fn a_late_answer_to_an_old_search_is_dropped() {
    let shop = shop();
    let begun = slow(&shop).play("<told>4");
    assert!(begun.shows("正在查找"), "{}", begun.text());
    assert!(!begun.shows("还没有排查记录"), "{}", begun.text());
    assert_eq!(listed(&shop, "<told>4<answer>"), 2);
    // Of three requests (all, 红, 红z) only the last one counts.
    assert_eq!(listed(&shop, "<told>4红z<answer>"), 0);
    let waiting = slow(&shop).play("<told>4红z<answer><answer>");
    assert!(waiting.shows("正在查找") && !waiting.shows("没有符合"), "{}", waiting.text());
    let done = slow(&shop).play("<told>4红z<answer><answer><answer>");
    assert!(done.shows("没有符合") && !done.shows("正在查找"), "{}", done.text());
    assert_eq!(listed(&shop, "<told>4红z<backspace><answer><answer><answer><answer>"), 1);
    let left = slow(&shop).play("<told>4<esc>");
    assert_eq!(slow(&shop).play("<told>4<esc><answer>").rows, left.rows);
}

#[test]
fn nothing_is_opened_from_a_list_that_is_not_looked_for_any_more() {
    let shop = shop();
    let early = slow(&shop).play("<told>4<answer>红<enter>");
    assert!(early.shows("列表出来再选"), "{}", early.text());
    let opened = slow(&shop).play("<told>4<answer>红<answer><enter><answer>");
    assert!(opened.shows("结果：已解决"), "{}", opened.text());
    // Who has left the list before the session came stays where they are.
    let left = slow(&shop).play("<told>4<answer><enter><esc>");
    assert_eq!(slow(&shop).play("<told>4<answer><enter><esc><answer>").rows, left.rows);
}

#[test]
fn what_support_said_is_written_once_and_stays_until_it_is() {
    let shop = shop();
    let editing = "<told>4<answer><enter><answer>n等换机<esc>";
    let writing = slow(&shop).play(&format!("{editing}x<esc>"));
    assert!(writing.shows("正在记下") && writing.shows("等换机"), "{}", writing.text());
    let done = slow(&shop).play(&format!("{editing}x<esc><answer><answer><pagedown><pagedown>"));
    assert!(done.shows("等换机") && !done.shows("等换机x"), "{}", done.text());
    let stored = shop.store().session(SessionId(2)).expect("read").expect("there");
    assert_eq!(stored.support.len(), 2, "once in each of the two plays");
}

/// What a real desk answers, in the order in which it does.
fn answered(shop: &Shop, asked: Vec<Asked>) -> Vec<(u64, Told)> {
    let (sender, answers) = mpsc::channel();
    let at = time("2026-11-23T09:41:00Z");
    let count = asked.len() as u64;
    let desk = Desk::open(Shelf::new(Some(shop.place()), zone()), move |answer| {
        let _ = sender.send(answer);
    });
    for (number, asked) in (1..).zip(asked) {
        desk.ask(Request { ticket: Ticket(number), asked, at });
    }
    let mut all = Vec::new();
    while all.last().is_none_or(|(number, _)| *number < count) {
        let answer = answers.recv_timeout(Duration::from_secs(20)).expect("an answer");
        all.push((answer.request.ticket.0, answer.told.expect("read")));
    }
    all
}

#[test]
fn the_desk_answers_the_newest_search_and_writes_down_everything() {
    let shop = shop();
    let search =
        |text: &str| Asked::Page(Filter { search: text.to_owned(), ..Filter::default() }, None);
    let mut asked: Vec<Asked> = (0..50).map(|_| search("红")).collect();
    asked.insert(10, Asked::Support(SessionId(1), "等换机".to_owned()));
    asked.insert(20, Asked::Terminals);
    asked.push(Asked::Stats);
    asked.push(search("网络"));
    let all = answered(&shop, asked);
    let numbers: Vec<u64> = all.iter().map(|(number, _)| *number).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    assert!(numbers.contains(&11) && numbers.contains(&21), "{numbers:?}");
    let Some((_, Told::Page(page))) = all.last() else { panic!("a page") };
    assert_eq!(page.heads.len(), 2);
    let terminals = all.iter().find(|(number, _)| *number == 21);
    assert_eq!(terminals, Some(&(21, Told::Terminals(vec!["87654321".to_owned()]))));
}

#[test]
fn a_desk_that_closes_has_written_down_what_it_was_to() {
    let shop = shop();
    let desk = Desk::open(Shelf::new(Some(shop.place()), zone()), |_| {});
    let at = time("2026-11-23T09:41:00Z");
    for (number, text) in [(1, "一"), (2, "二")] {
        desk.ask(Request { ticket: Ticket(number), asked: Asked::Stats, at });
        let asked = Asked::Support(SessionId(1), text.to_owned());
        desk.ask(Request { ticket: Ticket(number + 10), asked, at });
    }
    drop(desk);
    let stored = shop.store().session(SessionId(1)).expect("read").expect("there");
    assert_eq!(stored.support.len(), 2);
}
