//! Cards as lines: the front, then the back, then how well it was known.

use super::{
    input::{number, plain, read_line},
    repeated,
};
use crate::{
    drill_words::cards,
    guide::Guide,
    texts::Texts,
    tr,
    training::{CardId, CardState, Deck, Grade},
    wording::Words,
};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    collections::BTreeMap,
    io::{self, BufRead, Write},
};

/// What a sitting with cards begins with.
pub struct Sitting<'s> {
    /// The guide whose codes and messages they are.
    pub guide: &'s Guide,
    /// The language.
    pub texts: &'s Texts,
    /// The zone whose days count.
    pub zone: TimeZone,
    /// The cards that were met already.
    pub met: BTreeMap<CardId, CardState>,
    /// New cards a day.
    pub new_a_day: usize,
    /// Whether to repeat each line after its prompt, as in [`Start`](super::Start).
    pub echo: bool,
}

/// Goes through what is due until nothing is, until `q` or the end of the input. `now` tells the time;
/// each card that was graded is kept by `keep` before anything more is said of it.
pub fn sit<E: From<io::Error>>(
    mut sitting: Sitting<'_>,
    mut input: impl BufRead,
    mut output: impl Write,
    now: impl Fn() -> Timestamp,
    mut keep: impl FnMut(&CardId, &CardState) -> Result<(), E>,
) -> Result<(), E> {
    let texts = sitting.texts;
    let deck = Deck::new(sitting.guide);
    let mut graded: usize = 0;
    let next = loop {
        let due = deck.due(&sitting.met, (now(), &sitting.zone), sitting.new_a_day);
        let card = due.first().and_then(|id| Some((id.clone(), deck.card(id)?)));
        let Some((id, shown)) = card else { break due.next };
        let (again, new) = (due.again.len(), due.new.len());
        writeln!(output, "{}", tr!(texts, "cards-left", again = again, new = new))?;
        writeln!(output, "{}", cards::front(&sitting.words(), shown))?;
        writeln!(output, "{}", tr!(texts, "cards-think"))?;
        let turned = ask(&mut input, &mut output, sitting.echo)?;
        if turned.is_none_or(|line| is_quit(&line)) {
            break None;
        }
        for line in cards::back(&sitting.words(), shown) {
            writeln!(output, "{line}")?;
        }
        let Some(grade) = sitting.grade(&mut input, &mut output)? else { break None };
        let at = now();
        let state = CardState::graded(sitting.met.get(&id), grade, at);
        keep(&id, &state)?;
        let when = cards::when(texts, state.due.duration_since(at));
        writeln!(output, "{}\n", tr!(texts, "cards-again", when = when))?;
        sitting.met.insert(id, state);
        graded += 1;
    };
    writeln!(output, "{}", tr!(texts, "cards-done", count = graded))?;
    if let Some(next) = next {
        let when = cards::when(texts, next.duration_since(now()));
        writeln!(output, "{}", tr!(texts, "cards-next", when = when))?;
    }
    output.flush()?;
    Ok(())
}

/// A line of the input; nothing at its end.
fn ask(
    input: &mut impl BufRead,
    output: &mut impl Write,
    echo: bool,
) -> io::Result<Option<String>> {
    output.write_all(b"> ")?;
    output.flush()?;
    let line = read_line(input)?;
    match &line {
        None => writeln!(output)?,
        Some(line) if echo => writeln!(output, "{}", repeated(line))?,
        Some(_) => {}
    }
    Ok(line)
}

fn is_quit(line: &str) -> bool {
    matches!(plain(line).as_str(), "q" | "quit" | "exit")
}

impl Sitting<'_> {
    /// How well a card was known; nothing where somebody leaves.
    fn grade(
        &self,
        input: &mut impl BufRead,
        output: &mut impl Write,
    ) -> io::Result<Option<Grade>> {
        loop {
            writeln!(output, "{}", tr!(self.texts, "cards-grade"))?;
            let Some(line) = ask(input, output, self.echo)? else { return Ok(None) };
            if is_quit(&line) {
                return Ok(None);
            }
            let at = number(&line).and_then(|number| number.checked_sub(1));
            if let Some((_, grade)) = at.and_then(|at| Grade::NAMES.get(at)) {
                return Ok(Some(*grade));
            }
        }
    }

    fn words(&self) -> Words<'_> {
        Words { guide: self.guide, texts: self.texts, lang: self.guide.lang(self.texts) }
    }
}
