//! What the terminal of a scenario shows fits a terminal's screen, and is the same in all languages.

use super::{Context, Report, Rule};
use crate::guide::{Scenario, ScenarioFlaw, Screen};
use unicode_width::UnicodeWidthStr;

pub(in crate::guide::rules) static RULE: Rule = Rule::close("screen-too-large", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for scenario in &context.guide.scenarios {
        look(context, report, scenario);
    }
}

fn look(context: &Context<'_>, report: &mut Report<'_>, scenario: &Scenario) {
    let languages = &context.guide.languages;
    let versions = || languages.iter().zip(scenario.screen.versions());
    for (language, lines) in versions() {
        for line in lines {
            let columns = line.width();
            if columns > Screen::COLUMNS {
                let (place, language) = (context.place_of(scenario.place, line), language.clone());
                report.flaw(place, ScenarioFlaw::ScreenWide { language, columns });
            }
        }
        if lines.len() > Screen::LINES {
            let (language, lines) = (language.clone(), lines.len());
            report.flaw(scenario.place, ScenarioFlaw::ScreenTall { language, lines });
        }
    }
    let most = versions().max_by_key(|(_, lines)| lines.len());
    let least = versions().min_by_key(|(_, lines)| lines.len());
    if let (Some((language, most)), Some((other, least))) = (most, least)
        && most.len() != least.len()
    {
        let (language, other) = (language.clone(), other.clone());
        report.flaw(scenario.place, ScenarioFlaw::ScreenDiffers { language, other });
    }
}
