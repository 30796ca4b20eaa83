//! From TOML to a guide and its findings.
//!
//! Every file is read to its end, whatever is wrong in it. What could not be read is noted, so
//! that the rules for the whole guide don't report the consequences.

mod allows;
mod alone;
mod chunks;
mod each;
mod entries;
mod ids;
mod nodes;
mod notices;
mod parts;
mod scenarios;
mod sheet;
mod syntax;
mod table;
mod versions;

use super::{
    Finding, Guide, Named, Node, Place, Problem, advice, allow, format,
    rules::{self, Context, Notes, reading},
    text::TextBlock,
    visible,
};
use crate::redact::redact;
pub(crate) use alone::read_alone;
pub(super) use each::read_sound;
use ids::Ids;
pub(crate) use notices::{NOTICE as NOTICE_KEYS, notice as notice_of, tagged};
pub(crate) use sheet::Sheet;
use std::{borrow::Cow, ops::Range};
use syntax::{Blanked, Mended};
pub(crate) use table::Table;
use toml::{Spanned, de::DeTable};

/// One file of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Name for findings: a path as the author would type it.
    pub name: String,
    /// The whole text.
    pub text: Cow<'static, str>,
}

impl SourceFile {
    /// A file by its name and text.
    pub fn new(name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// Its name without the folders.
    pub fn base_name(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or_default()
    }

    /// Whether it bears the name of the file that says what the guide is.
    fn is_named_guide(&self) -> bool {
        self.base_name() == "guide.toml"
    }

    /// Whether it is no part of the guide but the list of what the guide must not advise.
    pub(super) fn is_advice_list(&self) -> bool {
        self.base_name() == advice::FILE
    }

    /// File and line of a byte in it, as an editor opens them: `nodes.toml:12`, without anything
    /// that steers a terminal.
    pub(crate) fn line_of(&self, byte: u32) -> String {
        let before = self.text.bytes().take(byte as usize);
        let line = before.filter(|&byte| byte == b'\n').count() + 1;
        format!("{}:{line}", redact(&visible(self.base_name())).text)
    }
}

/// What reading a guide's files gave.
#[derive(Debug, Default)]
pub struct Reading {
    /// The guide as far as it could be read. With findings that stop it, it can't be run.
    pub guide: Guide,
    /// What is wrong, in the order of the files.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// The guide, or all findings where one of them stops it.
    pub fn into_guide(self) -> Result<Guide, Vec<Finding>> {
        if self.findings.iter().any(Finding::stops) { Err(self.findings) } else { Ok(self.guide) }
    }
}

/// Reads the files of one guide, in any order, with all findings that matter to running it.
pub fn read(files: &[SourceFile]) -> Reading {
    look(files, false)
}

/// The same with a close look: also what is no more than unwise, as `tilldoc guide check` tells it.
pub fn check(files: &[SourceFile]) -> Reading {
    look(files, true)
}

fn look(files: &[SourceFile], close: bool) -> Reading {
    let mut findings = Vec::new();
    let mut reader = Reader::default();
    let supported = reader.read(files, &mut findings);
    if supported {
        reader.finish();
    }
    let Reader { guide, notes, .. } = reader;
    if supported {
        rules::check_guide(&Context::new(&guide, &notes, files), close, &mut findings);
        allow::apply(&notes.allows, close, &mut findings);
    }
    findings.sort_by_key(|finding| finding.place);
    Reading { guide, findings }
}

/// The tables of the format with all their keys.
pub fn format_tables() -> [(&'static str, &'static [&'static str]); 22] {
    [
        ("guide.toml", parts::HEAD),
        ("[call]", parts::CALL),
        ("[[step]]", parts::STEP),
        ("[[group]]", parts::GROUP),
        ("[[symptom]]", parts::SYMPTOM),
        ("[[contact]]", parts::CONTACT),
        ("[[drawing]]", parts::DRAWING),
        ("[[question]]", nodes::QUESTION),
        ("answer", nodes::ANSWER),
        ("[[remedy]]", nodes::REMEDY),
        ("[[scheme]]", entries::SCHEME),
        ("[[code]]", entries::CODE),
        ("[[message]]", entries::MESSAGE),
        ("[[fact]]", entries::FACT),
        ("[[not_used]]", entries::NOT_USED),
        ("[[case]]", entries::CASE),
        ("[[notice]]", notices::NOTICE),
        ("[[scenario]]", scenarios::SCENARIO),
        ("[[scenario.fact]]", scenarios::SIGHT),
        ("[[scenario.trap]]", scenarios::TRAP),
        ("[[scenario.tempt]]", scenarios::TEMPTATION),
        ("[[scenario.tell]]", scenarios::TELLING),
    ]
}

/// A guide under way.
#[derive(Default)]
struct Reader {
    guide: Guide,
    notes: Notes,
    ids: Ids,
}

/// The keys of lists that any file may have, after those of `guide.toml` alone.
const ROOT: &[&str] = &format::root();

impl Reader {
    /// Reads all files; false where they are in a format that this version does not read.
    fn read(&mut self, files: &[SourceFile], findings: &mut Vec<Finding>) -> bool {
        // `guide.toml` first, because it names the languages; then by name, so that the order in
        // which the files are given does not matter.
        let mut order: Vec<usize> =
            (0..files.len()).filter(|&at| !files[at].is_advice_list()).collect();
        order.sort_by_key(|&at| &files[at].name);
        let head = head(files, &order);
        order.sort_by_key(|&at| Some(at) != head);
        if head.is_none() {
            let place = place(order.first().copied().unwrap_or(0), 0..0);
            findings.push(reading::NO_GUIDE_FILE.finding(place, Problem::NoGuideFile));
            self.notes.lost_links = true;
            self.notes.nameless.extend([Named::Step, Named::Group, Named::Contact]);
        }
        for at in order {
            // One file at a time: each table is dropped before the next one is made.
            if !self.source(&files[at].text, (at, Some(at) == head), findings) {
                return false;
            }
        }
        true
    }

    /// Reads one file, or a chunk of it with the place where it begins; false where it is in a format that this version does not read.
    fn file(
        &mut self,
        root: &Spanned<DeTable<'_>>,
        (text, base): (&str, usize),
        blanked: &[Blanked],
        (at, is_head): (usize, bool),
        findings: &mut Vec<Finding>,
    ) -> bool {
        let (file, base) = (at as u32, base as u32);
        let root = root.get_ref();
        let starts = starts(root);
        let mut own_ids = std::mem::take(&mut self.ids);
        let (ids, texts) = (&mut own_ids, &mut TextBlock::default());
        let mut sheet = Sheet { file, base, text, languages: &[], blanked, ids, texts, findings };
        if is_head && !parts::check_format(&mut sheet, root) {
            return false;
        }
        let mut root = Table::new(&mut sheet, "guide.toml", ROOT, root, 0..0);
        root.note_blanked(&sheet, ROOT, starts.first().copied().unwrap_or(text.len()));
        if is_head {
            self.notes.head = Some(sheet.place(root.span_of_key("format")));
            self.guide.languages = parts::languages(&mut sheet, &mut root);
        }
        let languages = self.guide.languages.clone();
        let mut sheet =
            Sheet { file, base, text, languages: &languages, blanked, ids, texts, findings };
        if is_head {
            let end = starts.first().copied().unwrap_or(usize::MAX);
            self.head(&mut sheet, &mut root, end);
        } else {
            parts::refuse_head_keys(&mut sheet, &root);
        }
        self.lists(&mut sheet, &mut root, &starts);
        self.ids = own_ids;
        true
    }

    /// Notes what a file with syntax errors may have lost.
    fn note_broken(&mut self, source: &str, mended: &Mended) {
        self.notes.lost_links = true;
        for (blank, key) in &mended.blanked {
            let names = syntax::names(&source[blank.clone()]);
            self.notes.rumoured.extend(names.map(str::to_owned));
            if key.is_none() {
                // A heading: nobody knows of what.
                self.notes.lost.extend([Named::Step, Named::Symptom, Named::Code]);
            }
        }
    }

    /// Reads what `guide.toml` says before the byte `end`, where its lists begin.
    fn head(&mut self, sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>, end: usize) {
        let head = parts::head(sheet, root);
        self.notes.allows.extend(allows::allows(sheet, root, end));
        root.finish(sheet);
        self.guide.id = head.id;
        self.guide.version = head.version;
        self.guide.title = head.title;
        self.guide.check_everything = head.check_everything;
        self.guide.code_unsure = head.code_unsure;
        self.guide.call = head.call;
        self.guide.most_questions = head.most_questions;
        self.guide.no_payments = head.no_payments;
    }

    /// Reads the lists of one file.
    fn lists(&mut self, sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>, starts: &[usize]) {
        use parts::{CONTACT, DRAWING, GROUP, STEP, SYMPTOM};
        let mut list = Lists { notes: &mut self.notes, sheet, root, starts };
        let guide = &mut self.guide;
        guide.steps.extend(list.read("step", "[[step]]", STEP, Named::Step, parts::step));
        guide.groups.extend(list.read("group", "[[group]]", GROUP, Named::Group, parts::group));
        let symptoms = list.read("symptom", "[[symptom]]", SYMPTOM, Named::Symptom, parts::symptom);
        guide.symptoms.extend(symptoms);
        let contacts = list.read("contact", "[[contact]]", CONTACT, Named::Contact, parts::contact);
        guide.contacts.extend(contacts);
        let drawings = list.read("drawing", "[[drawing]]", DRAWING, Named::Drawing, parts::drawing);
        guide.drawings.extend(drawings);
        list.entries(guide);
        let question = |sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>| {
            let node = Node::Question(nodes::question(sheet, table));
            (table.span().start, node, table.spoilt.clone())
        };
        let remedy = |sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>| {
            let node = Node::Remedy(nodes::remedy(sheet, table));
            (table.span().start, node, table.spoilt.clone())
        };
        let mut nodes =
            list.read("question", "[[question]]", nodes::QUESTION, Named::Node, question);
        nodes.extend(list.read("remedy", "[[remedy]]", nodes::REMEDY, Named::Node, remedy));
        nodes.sort_by_key(|(start, ..)| *start);
        for (_, node, spoilt) in nodes {
            guide.nodes.push(node);
            self.notes.spoilt.push(spoilt);
        }
    }
}

/// The lists of one file under way.
struct Lists<'l, 'a, 't, 's> {
    notes: &'l mut Notes,
    sheet: &'l mut Sheet<'a>,
    root: &'l mut Table<'t, 's>,
    starts: &'l [usize],
}

impl Lists<'_, '_, '_, '_> {
    /// Reads what stands beside the nodes.
    fn entries(&mut self, guide: &mut Guide) {
        use entries::{CASE, CODE, FACT, MESSAGE, NOT_USED, SCHEME};
        let schemes = self.read("scheme", "[[scheme]]", SCHEME, Named::Scheme, entries::scheme);
        guide.schemes.extend(schemes);
        guide.codes.extend(self.read("code", "[[code]]", CODE, Named::Code, entries::code));
        let messages =
            self.read("message", "[[message]]", MESSAGE, Named::Message, entries::message);
        guide.messages.extend(messages);
        guide.facts.extend(self.read("fact", "[[fact]]", FACT, Named::Fact, entries::fact));
        let (not_used, named) = (entries::not_used, Named::NotUsed);
        guide.not_used.extend(self.read("not_used", "[[not_used]]", NOT_USED, named, not_used));
        let cases = self.read("case", "[[case]]", CASE, Named::Case, entries::case);
        guide.cases.extend(cases.into_iter().flatten());
        let (notice, named) = (notices::notice, Named::Notice);
        guide.notices.extend(self.read("notice", "[[notice]]", notices::NOTICE, named, notice));
        let (keys, named) = (scenarios::SCENARIO, Named::Scenario);
        let all = self.read("scenario", "[[scenario]]", keys, named, scenarios::scenario);
        if all.iter().any(Option::is_none) {
            self.notes.lost.insert(named);
        }
        guide.scenarios.extend(all.into_iter().flatten());
    }

    /// Reads every table of one list.
    fn read<T>(
        &mut self,
        key: &'static str,
        name: &'static str,
        keys: &'static [&'static str],
        what: Named,
        read: impl Fn(&mut Sheet<'_>, &mut Table<'_, '_>) -> T,
    ) -> Vec<T> {
        let tables = self.root.tables(self.sheet, key);
        if self.root.spoilt.contains(&key) {
            self.notes.lost.insert(what);
            self.notes.nameless.insert(what);
            self.notes.lost_links = true;
        }
        let mut all = Vec::with_capacity(tables.len());
        for (entries, span) in tables {
            let end = self.starts.partition_point(|&start| start <= span.start);
            let end = self.starts.get(end).copied().unwrap_or(usize::MAX);
            let mut table = Table::new(self.sheet, name, keys, entries, span);
            table.note_blanked(self.sheet, keys, end);
            // A name that was blanked out is known from the text of the file.
            let rumoured = table.spoilt.contains(&"id");
            all.push(read(self.sheet, &mut table));
            if keys.contains(&"allow") {
                self.notes.allows.extend(allows::allows(self.sheet, &mut table, end));
            }
            table.finish(self.sheet);
            if !rumoured && table.spoilt.contains(&"id") {
                self.notes.nameless.insert(what);
            }
            let links = ["go", "gate", "answers", "if_failed", "if_worked"];
            self.notes.lost_links |= table.spoilt.iter().any(|key| links.contains(key));
        }
        all
    }
}

/// Which file says what the guide is: the one with that name, else the first with that key.
fn head(files: &[SourceFile], order: &[usize]) -> Option<usize> {
    let named = order.iter().find(|&&at| files[at].is_named_guide());
    let has_format = |at: &&usize| {
        let (root, _) = DeTable::parse_recoverable(&files[**at].text);
        root.get_ref().contains_key("format")
    };
    named.or_else(|| order.iter().find(has_format)).copied()
}

/// Where the tables of all lists begin, in order.
fn starts(root: &DeTable<'_>) -> Vec<usize> {
    let lists = root.values().filter_map(|value| value.get_ref().as_array());
    // Not the words of a list in the head: `languages = ["en"]`.
    let tables = lists.flat_map(|list| list.iter().filter(|own| own.get_ref().is_table()));
    let mut starts: Vec<_> = tables.map(|own| own.span().start).collect();
    starts.sort_unstable();
    starts
}

fn place(file: usize, span: Range<usize>) -> Place {
    Place { file: file as u32, start: span.start as u32, end: span.end as u32 }
}
