//! Bad guides and what is said of them. Each case is a file or a folder under
//! `tests/guide-cases/`; its name is the rule that it breaks, with `--` and more where one rule
//! has several cases. Beside each bad case is a good one, in `tests/guide-cases/good/`.

use std::{
    collections::BTreeSet,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use tilldoc::{
    guide::{
        Reading, Severity, SourceFile, builtin_advice, builtin_scenarios, builtin_sources, check,
        read, report, rules,
    },
    texts::Texts,
};

/// Cases of several rules at once.
const MIXED: [&str; 2] = ["several-files", "head-lines-broken"];

fn cases_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guide-cases")
}

fn source(path: &Path) -> SourceFile {
    let text = fs::read_to_string(path).expect("a case can be read");
    SourceFile::new(path.file_name().expect("it has a name").to_string_lossy(), text)
}

/// Every case by its name, with its files.
pub(super) fn cases() -> Vec<(String, Vec<SourceFile>)> {
    let mut entries: Vec<PathBuf> = fs::read_dir(cases_folder())
        .expect("the cases are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| !path.ends_with("guide.toml") && !path.ends_with("good"))
        .collect();
    entries.sort();
    entries.iter().map(|path| case(path)).collect()
}

/// The good cases in the same way.
pub(super) fn good_cases() -> Vec<(String, Vec<SourceFile>)> {
    let folder = cases_folder().join("good");
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the good cases are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    entries.sort();
    entries.iter().map(|path| case(path)).collect()
}

/// One case: its name and its files.
fn case(path: &Path) -> (String, Vec<SourceFile>) {
    let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
    let mut files = if path.is_dir() { folder(path) } else { vec![source(path)] };
    if !path.is_dir() && !files[0].text.contains("format = ") {
        files.insert(0, small_guide());
    }
    (name, files)
}

/// What is read of a case: with a close look where its rule needs one.
fn reading_of(rule: &str, files: &[SourceFile]) -> Reading {
    let close = rules().any(|own| own.id == rule && own.close);
    if close { check(files) } else { read(files) }
}

fn folder(path: &Path) -> Vec<SourceFile> {
    let mut paths: Vec<_> = fs::read_dir(path)
        .expect("a case can be read")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| source(path)).collect()
}

pub(super) fn small_guide() -> SourceFile {
    source(&cases_folder().join("guide.toml"))
}

/// The files of the bad case with this name.
pub(super) fn case_named(name: &str) -> Vec<SourceFile> {
    let found = cases().into_iter().find(|(own, _)| own == name);
    found.map(|(_, files)| files).expect(name)
}

/// The rules of a reading's findings.
fn broken(reading: &Reading) -> BTreeSet<&'static str> {
    reading.findings.iter().map(|finding| finding.rule).collect()
}

/// The report in both languages.
fn reports(files: &[SourceFile], reading: &Reading) -> String {
    let in_language = |tag| report(files, &reading.findings, &Texts::new(tag), false);
    format!("{}\n{}", in_language("en"), in_language("zh"))
}

#[test]
fn each_case_is_reported() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/guide_check");
    let mut wrong = String::new();
    for (name, files) in cases() {
        let rule = name.split("--").next().unwrap_or_default();
        let reading = reading_of(rule, &files);
        if !MIXED.contains(&rule) {
            // A case breaks its own rule only, unless its first line names others: what follows
            // from a mistake must not be reported as a second one.
            let first = files.last().and_then(|file| file.text.lines().next()).unwrap_or_default();
            let also = first.strip_prefix("# also: ").unwrap_or_default();
            let also = also.split(", ").filter(|rule| !rule.is_empty());
            let expected: BTreeSet<&str> = also.chain([rule]).collect();
            let found = broken(&reading);
            if found != expected {
                write!(wrong, "{name}: {found:?}\n{}", reports(&files, &reading))
                    .expect("a string takes all");
            }
        }
        settings.bind(|| insta::assert_snapshot!(name, reports(&files, &reading)));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_rule_has_a_case() {
    let cases = cases();
    let named: BTreeSet<&str> =
        cases.iter().filter_map(|(name, _)| name.split("--").next()).collect();
    let known: BTreeSet<&str> = rules().map(|rule| rule.id).chain(MIXED).collect();
    assert_eq!(named, known);
}

#[test]
fn each_rule_has_a_good_case_in_which_it_finds_nothing() {
    let cases = good_cases();
    let named: BTreeSet<&str> = cases.iter().map(|(name, _)| name.as_str()).collect();
    let known: BTreeSet<&str> = rules().map(|rule| rule.id).collect();
    assert_eq!(named, known);
    for (rule, files) in &cases {
        let reading = check(files);
        let told = reports(files, &reading);
        let bad =
            |own: &tilldoc::guide::Finding| own.rule == rule || own.severity == Severity::Error;
        assert!(!reading.findings.iter().any(bad), "{rule}: {told}");
    }
}

#[test]
fn several_kinds_in_several_files_come_in_one_run() {
    let (_, files) =
        cases().into_iter().find(|(name, _)| name == "several-files").expect("the case is there");
    let reading = read(&files);
    let in_files: BTreeSet<u32> = reading.findings.iter().map(|own| own.place.file).collect();
    assert_eq!(in_files.len(), files.len());
    let expected = [
        "empty-text",
        "remedy-without-actions",
        "toml-syntax",
        "unknown-key",
        "unknown-target",
        "unknown-word",
    ];
    assert_eq!(broken(&reading), BTreeSet::from(expected));
    assert!(reading.findings.is_sorted_by_key(|finding| finding.place));
    assert_eq!(reading.into_guide().map_err(|all| all.len()).err(), Some(6));
}

/// The small guide with all its cases' nodes, without findings.
fn valid() -> Vec<SourceFile> {
    let remedy = r#"
        [[remedy]]
        id = "case"
        step = "power"
        cause = { zh = "没插好。", en = "It is not plugged in." }
        likelihood = "common"
        minutes = 2
        actions = [{ id = "plug", zh = "插好。", en = "Plug it in." }]
        never = [{ zh = "不要拆机。", en = "Do not open it." }]
        who = "clerk"
        if_failed = "remedy.last"
    "#;
    vec![small_guide(), SourceFile::new("b.toml", remedy), SourceFile::new("c.toml", "# empty\n")]
}

#[test]
fn a_small_guide_passes() {
    let files = valid();
    let reading = read(&files);
    assert_eq!(reports(&files, &reading).lines().next(), Some("nothing to mend in 3 files"));
    let guide = reading.into_guide().expect("it has no errors");
    assert_eq!(guide.languages, ["zh", "en"]);
    let (zh, en) = (guide.lang(&Texts::new("zh")), guide.lang(&Texts::new("en")));
    let remedy = guide.remedy("case").expect("it is there");
    assert_eq!((remedy.cause.get(zh), remedy.cause.get(en)), ("没插好。", "It is not plugged in."));
    assert_eq!(remedy.actions[0].say.get(en), "Plug it in.");
    assert_eq!(remedy.never[0].get(zh), "不要拆机。");
    let question = guide.question("start").expect("it is there");
    assert_eq!(question.answers[1].say.get(en), "Can't tell");
    assert!((guide.forecast("start").questions - 1.0).abs() < f64::EPSILON);
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let mut files = valid();
    let shape = |files: &[SourceFile]| {
        let guide = read(files).into_guide().expect("it has no errors");
        let mut shape = format!("{:?} {:?} {:?}", guide.id, guide.languages, guide.title);
        for node in &guide.nodes {
            let links = node.own_links().into_iter().map(|link| link.id.to_string());
            let links: Vec<_> = links.collect();
            write!(shape, "\n{} {links:?} {:?}", node.id(), guide.forecast(node.id()))
                .expect("a string takes all");
        }
        shape
    };
    let given = shape(&files);
    for _ in 0..files.len() {
        files.rotate_left(1);
        assert_eq!(shape(&files), given);
    }
    files.reverse();
    assert_eq!(shape(&files), given);
}

#[test]
fn a_report_never_steers_the_terminal() {
    let text = "\u{feff}[[question]]\r\nid = \"\u{1b}[31m\u{9b}\"\n\tb\u{202e} = \"\u{7}\u{200b}\"";
    let files = [small_guide(), SourceFile::new("\u{1b}x\n.toml", text)];
    let reading = read(&files);
    assert!(!reading.findings.is_empty());
    let plain = reports(&files, &reading);
    let odd = plain.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(odd, None, "{plain}");
    assert!(!plain.contains(['\u{202e}', '\u{200b}', '\u{feff}']), "{plain}");
}

#[test]
fn colour_is_an_option() {
    let files = [SourceFile::new("guide.toml", "format = 2")];
    let reading = read(&files);
    let texts = Texts::new("en");
    assert!(report(&files, &reading.findings, &texts, true).contains("\u{1b}["));
    assert!(!report(&files, &reading.findings, &texts, false).contains('\u{1b}'));
}

#[test]
fn a_guide_without_files_is_reported() {
    let reading = read(&[]);
    assert_eq!(broken(&reading), BTreeSet::from(["no-guide-file"]));
    assert!(reports(&[], &reading).contains("1 error in 0 files"));
}

#[test]
fn the_built_in_guide_has_no_findings_but_notes() {
    let mut files = builtin_sources();
    files.push(builtin_advice());
    files.extend(builtin_scenarios());
    let reading = check(&files);
    let notes = |own: &tilldoc::guide::Finding| own.severity == Severity::Note;
    assert!(reading.findings.iter().all(notes), "{}", reports(&files, &reading));
}

#[test]
fn a_long_circle_with_many_mistakes_takes_no_time() {
    let mut text = String::from(
        "format = 1\nid = 'big'\nversion = '1'\nlanguages = ['en']\ntitle = { en = 'Big' }\n\
         [[step]]\nid = 's'\ntitle = { en = 'S' }\n\
         [[symptom]]\nid = 'all'\nsay = { en = 'All' }\ngo = 'q0'\n",
    );
    let nodes = 20_000;
    for at in 0..nodes {
        let next = (at + 1) % nodes;
        write!(
            text,
            "[[question]]\nid = 'q{at}'\nstep = 's'\nkind = 'code'\nask = {{ en = 'Ask' }}\n\
             answers = [{{ id = 'o', say = {{ en = 'O' }}, go = 'q{next}', other = true }},\
             {{ id = 'u', say = {{ en = 'U' }}, go = 'x{at}', unsure = true }}]\n"
        )
        .expect("a string takes all");
    }
    let files = [SourceFile::new("guide.toml", text)];
    let begin = std::time::Instant::now();
    let reading = read(&files);
    let report = report(&files, &reading.findings, &Texts::new("en"), false);
    // Generous: a slow machine without optimisation. Quadratic time would take minutes.
    assert!(begin.elapsed().as_secs() < 30, "{:?}", begin.elapsed());
    assert!(report.contains("more findings are not shown"));
    assert!(reading.findings.iter().any(|own| own.severity == Severity::Error));
}
