//! The debrief as one HTML file: opens offline, prints on A4, has no script.

use super::{Debrief, Decided, number};
use crate::{
    clean,
    markup::{Page, Style},
    session::redact,
    texts::Texts,
    tr,
};
use jiff::{Timestamp, tz::TimeZone};

const STYLE: Style = Style {
    sheet: include_str!("../../../assets/training/debrief.css"),
    hash: "EjZj7BtZj/e6D4nxkxLJedl0K/MxkV9emvfQmCDUvlQ=",
};

/// Characters of a trainee's name that are shown.
const NAME_LIMIT: usize = 80;

/// The debrief as a web page in the language of `texts`, with times of `zone`, for the trainee of
/// this name, made by this program.
pub fn html(
    debrief: &Debrief<'_>,
    trainee: Option<&str>,
    texts: &Texts,
    zone: &TimeZone,
    program: &str,
) -> String {
    let lang = debrief.guide.lang(texts);
    let scenario = debrief.scenario.title.get(lang);
    let title = tr!(texts, "debrief-title", scenario = scenario);
    let mut writer =
        Writer { debrief, texts, zone, page: Page::new(texts.tag(), &title, program, &STYLE) };
    writer.page.line("h1", &title);
    writer.head(trainee);
    writer.harm();
    writer.score();
    writer.scene();
    writer.decisions();
    writer.best();
    writer.remedy();
    writer.page.end()
}

struct Writer<'d, 't> {
    debrief: &'d Debrief<'d>,
    texts: &'t Texts,
    zone: &'t TimeZone,
    page: Page,
}

impl Writer<'_, '_> {
    fn head(&mut self, trainee: Option<&str>) {
        let (texts, debrief) = (self.texts, self.debrief);
        let marked = &debrief.marked;
        let name = trainee.map(|name| redact(&clean::line(name, NAME_LIMIT)).text);
        let seconds = marked.ended.duration_since(marked.began).as_secs().max(0);
        let (minutes, seconds) = ((seconds / 60).to_string(), (seconds % 60).to_string());
        let took = tr!(texts, "debrief-took-value", minutes = minutes, seconds = seconds);
        let (used, best) = (number(marked.minutes), number(marked.best_minutes));
        let clock = tr!(texts, "debrief-clock-value", used = used, best = best);
        let result = if marked.passed { "dd class=\"passed\"" } else { "dd class=\"failed\"" };
        self.page.raw("<dl>\n");
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            self.page.field(&tr!(texts, "debrief-trainee"), "dd", &name);
        }
        self.page.field(&tr!(texts, "debrief-result"), result, &debrief.result(texts));
        self.page.field(&tr!(texts, "debrief-points"), "dd", &debrief.points(texts));
        if let Some(ending) = debrief.ending_words(texts) {
            self.page.field(&tr!(texts, "debrief-end"), "dd", &ending);
        }
        self.page.field(&tr!(texts, "debrief-mode"), "dd", &marked.mode.words(texts));
        self.page.field(&tr!(texts, "debrief-began"), "dd", &self.time(marked.began));
        self.page.field(&tr!(texts, "debrief-took"), "dd", &took);
        self.page.field(&tr!(texts, "debrief-clock"), "dd", &clock);
        if marked.hints > 0 {
            self.page.field(&tr!(texts, "debrief-hints"), "dd", &marked.hints.to_string());
        }
        let guide = format!("{} {}", marked.guide, marked.version);
        self.page.field(&tr!(texts, "debrief-guide"), "dd", &guide);
        self.page.raw("</dl>\n");
    }

    fn harm(&mut self) {
        let (texts, debrief) = (self.texts, self.debrief);
        if debrief.marked.harm.is_empty() {
            return;
        }
        let tag = &debrief.guide.languages[debrief.guide.lang(texts).0];
        self.page.line("h2", &tr!(texts, "debrief-harm"));
        self.page.raw("<ul class=\"harm\">\n");
        for own in &debrief.marked.harm {
            let (kind, choice) = (own.kind.words(texts), own.choice.get(tag));
            let choice = tr!(texts, "debrief-harm-choice", kind = kind, choice = choice);
            self.page.raw("<li>");
            self.page.element("strong", &choice);
            self.page.raw("<br>");
            self.page.element("span", own.why.get(tag));
            self.page.raw("</li>\n");
        }
        self.page.raw("</ul>\n");
    }

    fn score(&mut self) {
        let (texts, debrief) = (self.texts, self.debrief);
        self.page.line("h2", &tr!(texts, "debrief-score"));
        let heads = [
            ("th", tr!(texts, "debrief-column-part")),
            ("th class=\"number\"", tr!(texts, "debrief-column-points")),
            ("th", tr!(texts, "debrief-column-why")),
        ];
        self.table_head(&heads);
        for (part, share) in debrief.parts() {
            let (got, most) = (number(share.got), number(share.most));
            let points = tr!(texts, "debrief-of", got = got, most = most);
            self.page.raw("<tr>");
            self.page.element("td", &part.words(texts));
            self.page.element("td class=\"number\"", &points);
            self.cell(&[(debrief.tally.why(part, texts), "span")]);
            self.page.raw("</tr>\n");
        }
        self.page.raw("</tbody>\n</table>\n");
        self.page.line("p class=\"note\"", &tr!(texts, "debrief-formula"));
    }

    fn scene(&mut self) {
        let (texts, debrief) = (self.texts, self.debrief);
        let (scenario, lang) = (debrief.scenario, debrief.guide.lang(texts));
        self.page.line("h2", &tr!(texts, "debrief-scene"));
        self.page.line("p", scenario.setting.get(lang));
        let screen = scenario.screen.lines(lang).join("\n");
        if screen.is_empty() {
            self.page.line("p class=\"note\"", &tr!(texts, "debrief-dark"));
        } else {
            self.page.line("pre class=\"screen\"", &screen);
        }
        self.page.line("p", scenario.customer.get(lang));
    }

    fn decisions(&mut self) {
        let texts = self.texts;
        self.page.line("h2", &tr!(texts, "debrief-decisions"));
        let heads = [
            ("th", tr!(texts, "debrief-column-did")),
            ("th", tr!(texts, "debrief-column-facts")),
            ("th", tr!(texts, "debrief-column-better")),
            ("th class=\"number\"", tr!(texts, "debrief-column-minutes")),
        ];
        self.table_head(&heads);
        for own in &self.debrief.decisions {
            self.decision(own);
        }
        self.page.raw("</tbody>\n</table>\n");
    }

    fn decision(&mut self, own: &Decided<'_>) {
        let words = self.debrief.words(own, self.texts);
        // A sign beside the colour, for paper and for those who do not see it.
        self.page.raw(match words.good {
            Some(true) => "<tr class=\"good\">",
            Some(false) => "<tr class=\"bad\">",
            None => "<tr>",
        });
        let sign = match words.good {
            Some(true) => "✓ ",
            Some(false) => "✗ ",
            None => "",
        };
        let mut did = words.did;
        if let Some(first) = did.first_mut() {
            first.insert_str(0, sign);
        }
        self.cell(&[(did, "span")]);
        self.cell(&[(words.facts, "span")]);
        self.cell(&[(words.better, "span"), (words.why, "em")]);
        let cost = if own.cost > 0.0 { number(own.cost) } else { String::new() };
        self.page.element("td class=\"number\"", &cost);
        self.page.raw("</tr>\n");
    }

    fn best(&mut self) {
        let (texts, debrief) = (self.texts, self.debrief);
        let minutes = number(debrief.marked.best_minutes);
        self.page.line("h2", &tr!(texts, "debrief-best", minutes = minutes));
        self.page.raw("<ol>\n");
        for stop in &debrief.best {
            self.page.line("li", &debrief.best_words(stop, texts));
        }
        let lang = debrief.guide.lang(texts);
        let cause = debrief.remedy.cause.get(lang);
        self.page.line("li", &tr!(texts, "debrief-best-end", remedy = cause));
        self.page.raw("</ol>\n");
    }

    fn remedy(&mut self) {
        let (texts, debrief) = (self.texts, self.debrief);
        let (remedy, lang) = (debrief.remedy, debrief.guide.lang(texts));
        let cause = remedy.cause.get(lang);
        self.page.line("h2", &tr!(texts, "debrief-remedy"));
        self.page.line("p", cause);
        self.list("ol", remedy.actions.iter().map(|own| own.say.get(lang)));
        if let Some(say) = &remedy.tell_customer {
            self.page.line("p", &tr!(texts, "debrief-better-tell", said = say.get(lang)));
        }
        for (heading, all) in [
            (tr!(texts, "debrief-never"), &remedy.never),
            (tr!(texts, "debrief-prevent"), &remedy.prevent),
        ] {
            if !all.is_empty() {
                self.page.line("h3", &heading);
                self.list("ul", all.iter().map(|own| own.get(lang)));
            }
        }
    }

    fn list<'s>(&mut self, tag: &'static str, all: impl Iterator<Item = &'s str>) {
        self.page.raw(if tag == "ol" { "<ol>\n" } else { "<ul>\n" });
        for own in all {
            self.page.line("li", own);
        }
        self.page.raw(if tag == "ol" { "</ol>\n" } else { "</ul>\n" });
    }

    fn table_head(&mut self, heads: &[(&'static str, String)]) {
        self.page.raw("<table>\n<thead><tr>");
        for (tag, head) in heads {
            self.page.element(tag, head);
        }
        self.page.raw("</tr></thead>\n<tbody>\n");
    }

    /// A cell with texts below each other, each list in elements of its own.
    fn cell(&mut self, lists: &[(Vec<String>, &'static str)]) {
        self.page.raw("<td>");
        let mut first = true;
        for (text, tag) in lists.iter().flat_map(|(all, tag)| all.iter().map(move |own| (own, tag)))
        {
            if !first {
                self.page.raw("<br>");
            }
            first = false;
            self.page.element(tag, text);
        }
        self.page.raw("</td>");
    }

    fn time(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.zone.clone()).strftime("%Y-%m-%d %H:%M %:z").to_string()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_lets_its_own_style_sheet_in() {
        crate::markup::tests::lets_in(&super::STYLE);
    }
}
