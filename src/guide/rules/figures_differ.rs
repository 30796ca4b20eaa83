//! The same figures stand in all languages of a text: "wait 3 minutes" and 等 30 分钟 are two advices.

use super::{Context, Report, Rule, languages};
use crate::guide::{Differing, passages::Marks};

pub(super) static RULE: Rule = Rule::close("figures-differ", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    languages::compare(context, report, Marks::DIGIT, Differing::Figure, &figures);
}

/// The numbers in a text, without separators of thousands; 1 万 is 10000. Digits within a word (`4G`,
/// `F2`) count too: both languages name the same thing.
fn figures(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut own = String::new();
    let text = text.replace(" 万", "万");
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() {
            own.push(c);
            continue;
        }
        let inside = matches!(c, ',' | '.') && chars.peek().is_some_and(char::is_ascii_digit);
        if inside && !own.is_empty() {
            if c == '.' {
                own.push(c);
            }
            continue;
        }
        if !own.is_empty() {
            let number = std::mem::take(&mut own);
            all.push(if c == '万' { number + "0000" } else { number });
        }
    }
    all.extend(Some(own).filter(|own| !own.is_empty()));
    all
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn finds_whole_numbers() {
        assert_eq!(figures("等 30 秒，1,280.50 元。4G, 95516."), ["30", "1280.50", "4", "95516"]);
        assert_eq!(figures("每天 1 万元, 3万"), ["10000", "30000"]);
        assert!(figures("没有数字, none.").is_empty());
    }
}
