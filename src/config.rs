//! The configuration: what may stand in `config.toml` in place of options, the shop's own notices,
//! and how it trains. Values only: where the file lives is the shell's business.

use crate::{
    flaw::Flaw,
    guide::{
        Finding, NOTICE_KEYS, NOTICE_REVERSED, Notice, Problem, Quantity, Rule, Shape, Sheet,
        Table, notice_of, read_alone,
    },
    training::report::xapi::is_homepage,
};
use toml::de::DeValue;

/// A value is what its key takes.
static BAD_VALUE: Rule = Rule::reading("bad-value");

/// What the configuration says. What it does not say is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// Language tag, as `--lang`.
    pub lang: Option<String>,
    /// A guide's folder, as `--guide`; a relative one lies in the configuration's own folder.
    pub guide: Option<String>,
    /// The folder for sessions, as `--data`; relative as above.
    pub data: Option<String>,
    /// Whether the mouse is left to the terminal, as `--no-mouse`.
    pub no_mouse: bool,
    /// Whether to draw with ASCII alone, as `--ascii`.
    pub ascii: bool,
    /// When to use colour, as `--color`.
    pub color: Option<Color>,
    /// For how many days sessions are kept; for ever where it is not said.
    pub keep_days: Option<u32>,
    /// What holds for a while.
    pub notices: Vec<Notice>,
    /// How the shop trains.
    pub training: TrainingConfig,
}

/// How a shop trains.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrainingConfig {
    /// Whose names the trainees' are in a learning system: an IRI without a fragment.
    pub homepage: Option<String>,
    /// Points that pass a drill, 0 to 100.
    pub pass_mark: Option<f64>,
    /// Whether answers may be changed in an exam.
    pub allow_back: bool,
    /// Real minutes that an exam may take.
    pub exam_minutes: Option<f64>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// On a terminal that can.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    const NAMES: [(&'static str, Self); 3] =
        [("auto", Self::Auto), ("always", Self::Always), ("never", Self::Never)];
}

/// The keys of the file. Those of two words may be written as options are, or as in a guide.
pub const KEYS: &[&str] = &[
    "lang",
    "guide",
    "data",
    "no_mouse",
    "no-mouse",
    "ascii",
    "color",
    "keep_days",
    "keep-days",
    "notice",
    "training",
];

/// The keys of its table `[training]`.
pub const TRAINING_KEYS: &[&str] = &["homepage", "pass_mark", "allow_back", "exam_minutes"];

/// Reads a configuration. What is wrong in it is left out and told.
pub fn read(source: &str) -> (Config, Vec<Finding>) {
    read_alone(source, ("config.toml", KEYS), |sheet, root| Config {
        lang: string(sheet, root, "lang"),
        guide: string(sheet, root, "guide"),
        data: string(sheet, root, "data"),
        no_mouse: root.flag(sheet, "no_mouse") | root.flag(sheet, "no-mouse"),
        ascii: root.flag(sheet, "ascii"),
        color: root.word(sheet, "color", &Color::NAMES),
        keep_days: days(sheet, root, "keep_days").or_else(|| days(sheet, root, "keep-days")),
        notices: notices(sheet, root),
        training: training(sheet, root),
    })
}

fn training(sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>) -> TrainingConfig {
    let Some(value) = root.value("training") else { return TrainingConfig::default() };
    let DeValue::Table(entries) = value.get_ref() else {
        root.wrong_type(sheet, "training", Shape::Table, value);
        return TrainingConfig::default();
    };
    let mut table = Table::new(sheet, "[training]", TRAINING_KEYS, entries, value.span());
    let homepage = string(sheet, &mut table, "homepage").filter(|homepage| {
        let fits = is_homepage(homepage);
        if !fits {
            let problem = Problem::BadValue { key: "homepage".to_owned(), flaw: Flaw::NotIri };
            sheet.add(&BAD_VALUE, table.span_of("homepage"), problem);
        }
        fits
    });
    TrainingConfig {
        homepage,
        pass_mark: table
            .number(sheet, "pass_mark", Quantity::Mark, |mark| (0.0..=100.0).contains(&mark)),
        allow_back: table.flag(sheet, "allow_back"),
        exam_minutes: table
            .number(sheet, "exam_minutes", Quantity::Minutes, |minutes| minutes > 0.0),
    }
}

fn string(sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>, key: &'static str) -> Option<String> {
    root.string(sheet, key).map(|(text, _)| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn days(sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>, key: &'static str) -> Option<u32> {
    let fits = |days: f64| (1.0..=36_500.0).contains(&days) && days.fract() == 0.0;
    root.number(sheet, key, Quantity::Days, fits).map(|days| days as u32)
}

fn notices(sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (entries, span) in root.tables(sheet, "notice") {
        let mut table = Table::new(sheet, "[[notice]]", NOTICE_KEYS, entries, span);
        let notice = notice_of(sheet, &mut table);
        let complete = table.spoilt.is_empty();
        table.finish(sheet);
        if notice.is_reversed() {
            let finding = NOTICE_REVERSED.finding(notice.place, Problem::NoticeReversed);
            sheet.findings.push(finding);
        }
        // Half a notice could stand for ever, or where it does not belong.
        if complete {
            notices.push(notice);
        }
    }
    notices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Texts;

    #[test]
    fn everything_can_be_said() {
        let (config, findings) = read(
            r#"
lang = "zh"
no-mouse = true
ascii = true
color = "never"
keep_days = 365
[[notice]]
text = { zh = "收单机构今天检修，16:00 恢复。", en = "The acquirer is down until 16:00." }
from = 2026-11-23T09:00:00
until = 2026-11-23T16:00:00+08:00
step = "network"
[[notice]]
text = "周五盘点"
until = "2026-11-27"
remedy = ["remedy.router", "remedy.cord"]
[training]
homepage = "https://learn.shop.example/"
pass_mark = 85
allow_back = true
exam_minutes = 12.5
"#,
        );
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(config.lang.as_deref(), Some("zh"));
        assert!(config.no_mouse && config.ascii);
        assert_eq!((config.color, config.keep_days), (Some(Color::Never), Some(365)));
        let [first, second] = &config.notices[..] else { panic!("{:?}", config.notices) };
        assert_eq!(first.text.get(&Texts::new("en")), "The acquirer is down until 16:00.");
        assert_eq!(second.text.get(&Texts::new("en")), "周五盘点");
        assert_eq!(second.nodes.len(), 2);
        let training = TrainingConfig {
            homepage: Some("https://learn.shop.example/".to_owned()),
            pass_mark: Some(85.0),
            allow_back: true,
            exam_minutes: Some(12.5),
        };
        assert_eq!(config.training, training);
    }

    #[test]
    fn what_is_wrong_is_left_out_and_told() {
        let (config, findings) = read(
            r#"
lang = "zh"
colour = "never"
ascii = "yes"
keep_days = 0.5
[[notice]]
text = "卡号 4111 1111 1111 1111"
from = "2026-11-24"
until = "2026-11-23"
[[notice]]
text = "no end"
[[notice]]
text = "no time"
until = "today"
[training]
homepage = "our learning system"
pass_mark = 101
"#,
        );
        assert_eq!(config.lang.as_deref(), Some("zh"));
        assert!(!config.ascii && config.keep_days.is_none());
        let rules: Vec<_> = findings.iter().map(|own| own.rule).collect();
        let expected = [
            "unknown-key",
            "wrong-type",
            "bad-number",
            "notice-reversed",
            "card-data",
            "missing-key",
            "bad-time",
            "bad-value",
            "bad-number",
        ];
        assert_eq!(rules, expected, "{findings:?}");
        assert_eq!(config.training, TrainingConfig::default());
        let [only] = &config.notices[..] else { panic!("{:?}", config.notices) };
        assert!(!only.text.get(&Texts::new("zh")).contains("1111 1111"));
    }
}
