//! How long it takes to tell how good an order is: `cargo bench --bench order`.
//!
//! Prints a table only: nothing depends on how fast this machine is today.
#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

use std::{
    fmt::Write,
    hint::black_box,
    time::{Duration, Instant},
};
use tilldoc::guide::{
    Guide, Node, SourceFile, builtin_sources,
    order::{Check, Sequence},
    read,
};

fn main() {
    println!("{:>12} {:>12} {:>12} {:>12}", "questions", "read", "chains", "order");
    println!("the built-in guide, then rows of ten questions:");
    for files in [builtin_sources(), large(1), large(10), large(100), large(1_000), large(10_000)] {
        let guide = read(&files).guide;
        let whole = best(|| read(&files).guide.nodes.len());
        let chains = best(|| guide.chains().len());
        let order = best(|| guide.order().symptoms.len());
        println!("{:>12} {whole:>12.1?} {chains:>12.1?} {order:>12.1?}", questions(&guide));
    }
    println!("\n{:>12} {:>12}", "checks", "best order");
    for (name, count, tangled) in [
        ("free", 16, false),
        ("tangled", 13, true),
        ("free", 1_000, false),
        ("tangled", 20, true),
        ("tangled", 200, true),
        ("tangled", 1_000, true),
        ("free", 100_000, false),
    ] {
        let own = checks(count, tangled);
        let took = best(|| own.best().order.len());
        println!("{count:>12} {took:>12.1?}  {name}");
    }
}

fn questions(guide: &Guide) -> usize {
    guide.nodes.iter().filter(|node| matches!(node, Node::Question(_))).count()
}

/// The best of several: the machine has other things to do, too.
fn best<T>(mut act: impl FnMut() -> T) -> Duration {
    let mut least = Duration::MAX;
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_millis(500) {
        let start = Instant::now();
        black_box(act());
        least = least.min(start.elapsed());
    }
    least
}

/// A guide of rows of ten questions, each of which finds a fault or hands on; one symptom a row.
fn large(rows: usize) -> Vec<SourceFile> {
    let mut text = String::from(
        "format = 1\nid = 'large'\nversion = '1'\nlanguages = ['en']\ntitle = { en = 'Large' }\n\
         [[step]]\nid = 's'\ntitle = { en = 'S' }\n\
         [[remedy]]\nid = 'last'\nstep = 's'\ncause = { en = 'C' }\nminutes = 9\nwho = 'acquirer'\n\
         escalation = true\nactions = [{ id = 'a', en = 'Call.' }]\n",
    );
    for row in 0..rows {
        let _ = write!(text, "[[symptom]]\nid = 's{row}'\nsay = {{ en = 'S' }}\ngo = 'q{row}.0'\n");
        for at in 0..10 {
            let next = if at == 9 { "last".to_owned() } else { format!("q{row}.{}", at + 1) };
            let (minutes, weight) = (1 + (row + at * 7) % 5, 1 + (row * 3 + at) % 10);
            let _ = write!(
                text,
                "[[question]]\nid = 'q{row}.{at}'\nstep = 's'\nask = {{ en = 'Q' }}\n\
                 minutes = {minutes}\nno_unsure = 'a bench'\nanswers = [\
                 {{ id = 'n', say = {{ en = 'N' }}, go = 'r{row}.{at}' }},\
                 {{ id = 'y', say = {{ en = 'Y' }}, go = '{next}', fine = true }}]\n\
                 [[remedy]]\nid = 'r{row}.{at}'\nstep = 's'\ncause = {{ en = 'C' }}\n\
                 minutes = 3\nlikelihood = {weight}\nwho = 'clerk'\nif_failed = 'last'\n\
                 actions = [{{ id = 'a', en = 'Do.' }}]\n"
            );
        }
    }
    vec![SourceFile::new("guide.toml", text)]
}

/// Checks with probabilities and minutes that look like chance; tangled ones must come after others
/// and lie in clusters.
fn checks(count: usize, tangled: bool) -> Sequence {
    let mut seed = 12_345_u64;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let one = |at: usize| {
        let after = if tangled && at > 1 { vec![next(at), next(at)] } else { Vec::new() };
        let cluster = tangled.then(|| next(3));
        let (probability, minutes) = (next(100) as f64 / (100 * count) as f64, next(9) as f64);
        Check { probability, minutes, cluster, after }
    };
    Sequence { checks: (0..count).map(one).collect(), openings: vec![1.0, 2.0, 3.0] }
}
