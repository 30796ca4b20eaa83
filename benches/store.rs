//! How fast history, search and figures are over many sessions, and how much room they take:
//! `cargo bench --bench store [-- SESSIONS...]`.
//!
//! Prints a table only: nothing depends on how fast this machine is today. Its databases are in a
//! temporary folder.
#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

use jiff::{SignedDuration, Timestamp, civil::date, tz::TimeZone};
use std::{
    fs,
    sync::Arc,
    time::{Duration, Instant},
};
use tilldoc::{
    guide::{Guide, Kind, Response, builtin_sources, read},
    session::{Entry, Event, Outcome, Place as At, Session, Verdict},
    store::{Filter, Handle, Journal, Place, Report, SessionId, Store, StoreError},
};

/// What clerks write down, in pieces.
const CHINESE: &str = "客人等着 重启过两次 灯是红的 小票没出 收银员换班 打过客服 说明天来修 换了网线 刷卡没反应 插卡有声音 \
    信号一格 店长不在 银行说正常 扫码可以 金额对不上 已经退货 再试一次 还是不行 路由器在后面 机器有点烫";
const ENGLISH: &str = "customer left rebooted twice lamp is red no slip printed shift changed called support they \
    come tomorrow new cable no reaction chip is fine one bar owner away bank says fine qr works totals differ";

/// A repeatable stream of numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// A few are much more frequent than the others.
    fn skewed(&mut self, limit: usize) -> usize {
        let one = self.below(limit);
        self.below(one + 1)
    }
}

struct Maker {
    guide: Arc<Guide>,
    entries: Vec<Entry>,
    numbers: Numbers,
    now: Timestamp,
}

impl Maker {
    fn new() -> Self {
        let guide = Arc::new(read(&builtin_sources()).guide);
        let symptoms = guide.symptoms.iter().map(|own| Entry::Symptom(own.id.clone()));
        let messages = guide.messages.iter().map(|own| Entry::Message(own.id.clone()));
        let codes = guide.codes.iter().map(tilldoc::guide::Code::entry);
        let entries = symptoms.chain(messages).chain(codes).collect();
        let now = "2024-01-01T00:00:00Z".parse().unwrap_or_default();
        Self { guide, entries, numbers: Numbers(7), now }
    }

    fn later(&mut self, seconds: usize) -> Timestamp {
        self.now += SignedDuration::from_secs(i64::from(self.numbers.below(seconds) as u32) + 1);
        self.now
    }

    fn session(&mut self) -> Option<Session> {
        let entry = self.entries[self.numbers.skewed(self.entries.len())].clone();
        let at = self.later(120);
        let mut session = Session::start(Arc::clone(&self.guide), entry, at).ok()?;
        for _ in 0..12 {
            let event = match session.place() {
                At::Question(question) => Event::Answered {
                    question: question.id.clone(),
                    response: self.response(question),
                },
                At::Remedy(remedy) => {
                    let verdict = Verdict::ALL[self.numbers.skewed(3)];
                    Event::Tried { remedy: remedy.id.clone(), verdict }
                }
                At::End(_) => break,
            };
            let at = self.later(60);
            session.act(event, at).ok()?;
        }
        if self.numbers.below(10) < 4 {
            let note = self.note();
            let at = self.later(60);
            session.note(&note, at).ok()?;
        }
        if self.numbers.below(50) == 0 {
            session.act(Event::GaveUp, self.now).ok();
        }
        Some(session)
    }

    fn response(&mut self, question: &tilldoc::guide::Question) -> Response {
        if question.kind == Kind::Code {
            return self.guide.codes[self.numbers.below(self.guide.codes.len())].response();
        }
        let own = question.answers.iter().map(|answer| Response::Answer(answer.id.clone()));
        let ticks = question.answers.iter().map(|answer| Response::Ticks(vec![answer.id.clone()]));
        let amounts = [50, 5_000, 50_000]
            .into_iter()
            .filter_map(|units| Some(Response::Amount(tilldoc::guide::Amount::from_units(units)?)));
        let all = own.chain(ticks).chain(amounts);
        let all: Vec<_> = all.filter(|own| question.route(&self.guide, own).is_some()).collect();
        all[self.numbers.below(all.len())].clone()
    }

    fn note(&mut self) -> String {
        let words = if self.numbers.below(2) == 0 { CHINESE } else { ENGLISH };
        let words: Vec<&str> = words.split_whitespace().collect();
        let count = 3 + self.numbers.below(6);
        let picked: Vec<&str> =
            (0..count).map(|_| words[self.numbers.below(words.len())]).collect();
        format!("{} {:04}", picked.join(" "), self.numbers.below(10_000))
    }
}

fn main() -> Result<(), StoreError> {
    let given: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if given.is_empty() { vec![1_000, 100_000, 1_000_000] } else { given };
    for sessions in sizes {
        run(sessions)?;
    }
    Ok(())
}

fn run(sessions: usize) -> Result<(), StoreError> {
    let Ok(folder) = tempfile::tempdir() else { return Ok(()) };
    let place = Place::new(Some(folder.path()))?;
    let mut store = Store::open(&place, &TimeZone::UTC)?;
    let mut maker = Maker::new();
    let begun = Instant::now();
    let mut events = 0;
    let mut made = 0;
    let terminals: Vec<String> = (1..=40).map(|number| format!("400000{number:02}")).collect();
    while made < sessions {
        let some = (made..sessions.min(made + 5_000)).filter_map(|_| {
            let session = maker.session()?;
            events += session.transcript().len();
            let terminal = terminals[maker.numbers.skewed(terminals.len())].as_str();
            Some((session, Some(terminal)))
        });
        let some: Vec<_> = some.collect();
        made += store.add_all(some)?.len();
    }
    let each = begun.elapsed().as_micros() / made as u128;
    drop(store);
    let size = fs::metadata(place.database()).map_or(0, |about| about.len());
    println!(
        "{made} sessions, {events} events: {} MB, {} bytes a session, made in {each} µs each",
        size / 1_000_000,
        size / made as u64
    );
    let store = Store::open(&place, &TimeZone::UTC)?;
    println!("{:>9} {:>9} {:>9} {:>7}  what", "first ms", "median ms", "at work", "found");
    pages(&store, made)?;
    report("one session", || store.session(middle(made)).map(|_| 1))?;
    report("the unfinished one", || store.unfinished().map(|head| usize::from(head.is_some())))?;
    report("figures", || store.stats().map(|stats| stats.all.sessions))?;
    drop(store);
    journal(&place, &mut maker);
    let mut store = Store::open(&place, &TimeZone::UTC)?;
    let begun = Instant::now();
    store.forget(middle(made))?;
    show("forget one", 1, vec![begun.elapsed()], None);
    println!();
    Ok(())
}

fn middle(made: usize) -> SessionId {
    SessionId(i64::try_from(made / 2).unwrap_or_default())
}

fn pages(store: &Store, made: usize) -> Result<(), StoreError> {
    let all = Filter::default;
    let search = |text: &str| Filter { search: text.to_owned(), ..all() };
    let month = date(2024, 1, 1);
    let rare = Filter {
        outcome: Some(Outcome::GivenUp),
        step: Some("power".to_owned()),
        terminal: Some("40000040".to_owned()),
        ..all()
    };
    for (what, filter, before) in [
        ("first page", all(), None),
        ("page in the middle", all(), Some(middle(made))),
        ("outcome", Filter { outcome: Some(Outcome::GivenUp), ..all() }, None),
        ("outcome, step, terminal", rare.clone(), None),
        ("the same with a word", Filter { search: "红".to_owned(), ..rare }, None),
        ("oldest month", Filter { until: Some(date(2024, 1, 31)), ..all() }, None),
        (
            "word in a month",
            Filter { since: Some(month), until: Some(month), ..search("灯") },
            None,
        ),
        ("search: 灯", search("灯"), None),
        ("search: 网络", search("网络"), None),
        ("search: 的", search("的"), None),
        ("search: e", search("e"), None),
        ("search: 4711", search("4711"), None),
        ("search: 47 11", search("47 11"), None),
        ("search: customer left", search("customer left"), None),
        ("search: called customer differ red", search("called customer differ red"), None),
        ("search: 51 灯", search("51 灯"), None),
        ("search: zzzz", search("zzzz"), None),
        ("search: eri qqq", search("eri qqq"), None),
        ("search: pasted", search(&CHINESE.replace(' ', "")), None),
    ] {
        report(what, || store.page(&filter, before, 20).map(|page| page.heads.len()))?;
    }
    Ok(())
}

/// How long the caller waits to record an event, and how long until it is kept.
fn journal(place: &Place, maker: &mut Maker) {
    let (sender, kept) = std::sync::mpsc::channel::<(Handle, usize)>();
    let report = move |report| {
        if let Report::Kept { handle, events, .. } = report {
            let _ = sender.send((handle, events));
        }
    };
    let mut journal = Journal::start(Ok(place.clone()), TimeZone::UTC, maker.now, report);
    let (mut called, mut done) = (Vec::new(), Vec::new());
    for _ in 0..60 {
        let Some(whole) = maker.session() else { continue };
        let first = whole.transcript()[..1].to_vec();
        let Ok(mut session) = Session::replay(Arc::clone(whole.guide()), first) else { continue };
        let handle = journal.begin(&session, None);
        let _ = kept.recv();
        for recorded in &whole.transcript()[1..] {
            if session.act(recorded.event.clone(), recorded.at).is_err() {
                continue;
            }
            let begun = Instant::now();
            journal.record(handle, &session);
            called.push(begun.elapsed());
            let _ = kept.recv();
            done.push(begun.elapsed());
        }
    }
    for (what, times) in [("record: the caller waits", called), ("record: until kept", done)] {
        show(what, times.len(), times, None);
    }
}

fn report(
    what: &str,
    mut run: impl FnMut() -> Result<usize, StoreError>,
) -> Result<(), StoreError> {
    let mut times = Vec::new();
    let mut found = 0;
    let worked = work();
    for _ in 0..9 {
        let begun = Instant::now();
        found = run()?;
        times.push(begun.elapsed());
    }
    let worked = work().zip(worked).map(|(now, before)| now.saturating_sub(before) / 9);
    show(what, found, times, worked);
    Ok(())
}

/// How long this thread has been at work, where the system tells: what else the machine does
/// counts less in it.
fn work() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The first time is the one that a person waits for; the middle one leaves out much of what else
/// the machine does.
fn show(what: &str, found: usize, mut times: Vec<Duration>, worked: Option<Duration>) {
    let first = times.first().copied().unwrap_or_default();
    times.sort_unstable();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    let [first, median, worked] = [first, median, worked.unwrap_or_default()].map(milliseconds);
    println!("{first:>9.1} {median:>9.1} {worked:>9.1} {found:>7}  {what}");
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
