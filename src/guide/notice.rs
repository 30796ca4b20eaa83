//! What holds for a while: "the acquirer is down today until 16:00".

use super::{Id, Node, Place, Target};
use crate::texts::Texts;
use jiff::{Timestamp, ToSpan, civil, tz::TimeZone};

/// Something that holds for a while, from the guide or from the shop's own configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: Tagged,
    /// When it begins; it has begun already where this is not said.
    pub from: Option<Moment>,
    /// When it ends; never, where this is not said.
    pub until: Option<Moment>,
    /// The steps that it is about.
    pub steps: Vec<Target>,
    /// The questions and remedies that it is about.
    pub nodes: Vec<Target>,
    /// Where the notice is written.
    pub place: Place,
}

impl Notice {
    /// Whether it holds at this time in this zone. At the very moment of its end it does not.
    pub fn holds(&self, now: Timestamp, zone: &TimeZone) -> bool {
        let begun = self.from.is_none_or(|from| from.begins(zone).is_some_and(|from| from <= now));
        begun && self.until.is_none_or(|until| until.ends(zone).is_some_and(|until| now < until))
    }

    /// Whether it is about a question or a remedy, or about its step.
    pub fn is_about(&self, node: &Node) -> bool {
        self.nodes.iter().any(|own| own.id == *node.id())
            || self.steps.iter().any(|own| own.id == node.step().id)
    }

    /// Whether it ends before it begins. Times with and without a zone can't be compared.
    pub(crate) fn is_reversed(&self) -> bool {
        match (self.from, self.until) {
            (Some(Moment::Exact(from)), Some(Moment::Exact(until))) => until <= from,
            (Some(from), Some(until)) => {
                let local = |moment: Moment, end| moment.local(end);
                local(from, false).zip(local(until, true)).is_some_and(|(a, b)| b <= a)
            }
            _ => false,
        }
    }
}

/// What is asked for: which notices hold now, everywhere or about one node.
///
/// The guide's come first, each list in its own order.
pub fn notices<'n>(
    all: impl IntoIterator<Item = &'n Notice>,
    (now, zone): (Timestamp, &TimeZone),
    about: Option<&Node>,
) -> Vec<&'n Notice> {
    let concerned = |own: &&Notice| about.is_none_or(|node| own.is_about(node));
    all.into_iter().filter(|own| own.holds(now, zone)).filter(concerned).collect()
}

/// The names in a notice that nothing in a guide bears: it would never be shown where it belongs.
pub fn unknown_names<'n>(guide: &super::Guide, notice: &'n Notice) -> Vec<&'n Id> {
    let steps = notice.steps.iter().map(|own| &own.id).filter(|id| guide.step(id).is_none());
    let nodes = notice.nodes.iter().map(|own| &own.id).filter(|id| guide.node(id).is_none());
    steps.chain(nodes).collect()
}

/// A text whose languages are known by their tags alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged(Vec<(String, String)>);

impl Tagged {
    /// A text from its versions, each with its language tag.
    pub fn new(versions: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(versions.into_iter().filter(|(_, text)| !text.is_empty()).collect())
    }

    /// One version for all languages.
    pub fn plain(text: &str) -> Self {
        Self::new([(String::new(), text.to_owned())])
    }

    /// The version in the language of `texts`, or the first one where there is none in it.
    pub fn get(&self, texts: &Texts) -> &str {
        let in_language = |tag: &str| self.0.iter().find(|(own, _)| own == tag);
        let found = in_language(texts.wanted()).or_else(|| in_language(texts.tag()));
        found.or_else(|| self.0.first()).map_or("", |(_, text)| text)
    }

    /// The same with every version changed.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self::new(self.0.iter().map(|(tag, text)| (tag.clone(), change(text))))
    }

    /// All versions with their language tags.
    pub fn versions(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(tag, text)| (tag.as_str(), text.as_str()))
    }
}

/// A moment as people write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// With its zone's offset.
    Exact(Timestamp),
    /// In the zone of the shop.
    Local(civil::DateTime),
    /// A whole day in the zone of the shop: from its first moment, or until its last.
    Day(civil::Date),
}

impl Moment {
    /// Reads RFC 3339, a date with a time (`2026-11-23T16:00` or with a blank), or a date.
    pub fn parse(written: &str) -> Option<Self> {
        let written = written.trim();
        if let Ok(date) = written.parse::<civil::Date>()
            && written.len() == "2026-11-23".len()
        {
            return Some(Self::Day(date));
        }
        // A date and time without an offset is no timestamp, one with an offset no local time.
        let exact = written.parse().map(Self::Exact);
        exact.or_else(|_| written.parse().map(Self::Local)).ok()
    }

    /// The first moment that it covers; none where the time is out of range.
    pub fn begins(self, zone: &TimeZone) -> Option<Timestamp> {
        self.at(zone, false)
    }

    /// The moment after the last one that it covers.
    pub fn ends(self, zone: &TimeZone) -> Option<Timestamp> {
        self.at(zone, true)
    }

    fn at(self, zone: &TimeZone, end: bool) -> Option<Timestamp> {
        match self {
            Self::Exact(at) => Some(at),
            Self::Local(_) | Self::Day(_) => zone.to_timestamp(self.local(end)?).ok(),
        }
    }

    /// The local time, where that is what is written.
    fn local(self, end: bool) -> Option<civil::DateTime> {
        match self {
            Self::Exact(_) => None,
            Self::Local(at) => Some(at),
            Self::Day(date) if end => {
                Some(date.checked_add(1.day()).ok()?.to_datetime(civil::Time::midnight()))
            }
            Self::Day(date) => Some(date.to_datetime(civil::Time::midnight())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> TimeZone {
        TimeZone::fixed(jiff::tz::offset(8))
    }

    fn at(time: &str) -> Timestamp {
        time.parse().expect("a time")
    }

    fn notice(from: Option<&str>, until: &str) -> Notice {
        let moment = |text| Moment::parse(text).expect("a moment");
        Notice {
            from: from.map(moment),
            until: Some(moment(until)),
            steps: vec![Target { id: "network".into(), ..Target::default() }],
            ..Notice::default()
        }
    }

    #[test]
    fn holds_from_its_beginning_to_just_before_its_end() {
        for (from, until) in [
            (Some("2026-11-23T09:00:00+08:00"), "2026-11-23T16:00:00+08:00"),
            (Some("2026-11-23T01:00:00Z"), "2026-11-23 16:00"),
            (Some("2026-11-23T09:00"), "2026-11-23T16:00:00"),
        ] {
            let own = notice(from, until);
            for (now, holds) in [
                ("2026-11-23T00:59:59Z", false),
                ("2026-11-23T01:00:00Z", true),
                ("2026-11-23T07:59:59Z", true),
                ("2026-11-23T08:00:00Z", false),
            ] {
                assert_eq!(own.holds(at(now), &zone()), holds, "{from:?} to {until} at {now}");
            }
        }
    }

    #[test]
    fn a_day_is_a_whole_day_and_without_a_beginning_it_has_begun() {
        let own = notice(None, "2026-11-23");
        assert!(own.holds(at("2026-11-01T00:00:00Z"), &zone()));
        assert!(own.holds(at("2026-11-23T15:59:59Z"), &zone()));
        assert!(!own.holds(at("2026-11-23T16:00:00Z"), &zone()));
        let one_day = notice(Some("2026-11-23"), "2026-11-23");
        assert!(one_day.holds(at("2026-11-22T16:00:00Z"), &zone()) && !one_day.is_reversed());
    }

    #[test]
    fn an_end_before_the_beginning_is_seen_where_the_two_can_be_compared() {
        for (from, until, reversed) in [
            ("2026-11-23T09:00", "2026-11-23T08:00", true),
            ("2026-11-23T09:00", "2026-11-23T09:00", true),
            ("2026-11-24", "2026-11-23", true),
            ("2026-11-23T09:00:00+08:00", "2026-11-23T02:00:00Z", false),
            ("2026-11-23T09:00:00+08:00", "2026-11-23T00:30:00Z", true),
            ("2026-11-23T09:00:00Z", "2026-11-23T08:00", false),
        ] {
            assert_eq!(notice(Some(from), until).is_reversed(), reversed, "{from} to {until}");
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for written in ["", "16:00", "today", "2026-13-01", "2026-11-23T25:00"] {
            assert_eq!(Moment::parse(written), None, "{written}");
        }
    }
}
