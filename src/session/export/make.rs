//! From a session to its summary.

use super::{
    AnswerGiven, Doing, Dropped, GuideName, Labelled, LookedUp, Named, NoteTaken, NumberTold,
    Program, RemedyMet, ShopTold, Summary, TerminalTold,
    words::{entry_text, outcome_id, outcome_text, verdict_id, verdict_text},
};
use crate::{
    guide::{Action, Guide, Id, Lang, Response, Role, Who},
    profile::{PhoneNumber, connection, contact_title},
    session::{
        Entry, Event, Outcome, Place, Session, SessionCode, Verdict, redact, said, state::State,
        without_card_data,
    },
    texts::Texts,
};
use jiff::{Timestamp, ZonedDateTime, tz::TimeZone};
use std::collections::BTreeMap;

impl Summary {
    /// The summary of a session in the language of `texts`, with times of `zone`, written by this
    /// `version` of the program.
    pub fn new(session: &Session, texts: &Texts, zone: &TimeZone, version: &str) -> Self {
        Maker { session, guide: session.guide(), texts, zone, lang: session.guide().lang(texts) }
            .make(version)
    }
}

struct Maker<'s> {
    session: &'s Session,
    guide: &'s Guide,
    texts: &'s Texts,
    zone: &'s TimeZone,
    lang: Lang,
}

/// What the transcript tells and the state no longer does.
#[derive(Default)]
struct Story {
    met: Vec<Id>,
    verdicts: BTreeMap<Id, Verdict>,
    dropped: Vec<(Timestamp, Id, Response)>,
    looked_up: Vec<(Timestamp, Entry)>,
}

impl Maker<'_> {
    fn make(&self, version: &str) -> Summary {
        let state = self.session.state();
        let story = self.story();
        let outcome = self.session.outcome();
        let acting = self.session.remedy().filter(|_| outcome != Outcome::Solved);
        Summary {
            format: Summary::FORMAT,
            program: Program { name: "tilldoc", version: version.to_owned() },
            guide: GuideName {
                id: self.guide.id.clone(),
                version: self.guide.version.clone(),
                title: safe(self.guide.title.get(self.lang)),
            },
            language: self.texts.tag().to_owned(),
            code: SessionCode::of(self.session),
            began: self.time(state.started()),
            ended: self.time(state.last()),
            closed: matches!(self.session.place(), Place::End(_)) || state.finished(),
            shop: self.shop(),
            entry: self.entry(self.session.state().entry()),
            outcome: named(outcome_id(outcome), &outcome_text(self.texts, outcome)),
            must_act: acting.map(|remedy| self.who(remedy.who)),
            answers: self.answers(),
            remedies: story.met.iter().filter_map(|id| self.remedy(id, &story)).collect(),
            looked_up: story
                .looked_up
                .iter()
                .map(|(at, entry)| self.looked_up(*at, entry))
                .collect(),
            notes: self.notes(),
            dropped: self.dropped(&story),
            events: self.session.transcript().iter().cloned().map(without_card_data).collect(),
        }
    }

    /// Goes through the transcript once more.
    fn story(&self) -> Story {
        let mut story = Story::default();
        let [first, rest @ ..] = self.session.transcript() else { return story };
        let Ok(mut state) = State::start(self.guide, first) else { return story };
        story.meet(self.guide, &state);
        for recorded in rest {
            // The profile drops answers only where it says something else than before.
            let renewed = matches!(&recorded.event, Event::FromProfile { question, response }
                if state.given(question).is_some_and(|given| given.response != *response));
            if state.apply(self.guide, recorded).is_err() {
                break;
            }
            story.meet(self.guide, &state);
            match &recorded.event {
                Event::Tried { remedy, verdict } => {
                    story.verdicts.insert(remedy.clone(), *verdict);
                }
                Event::Answered { .. } | Event::Changed { .. } => {}
                Event::FromProfile { .. } if renewed => {}
                Event::LookedUp { entry } => story.looked_up.push((recorded.at, entry.clone())),
                _ => continue,
            }
            let dropped = state.aftermath.dropped.iter();
            story.dropped.extend(dropped.map(|(id, was)| (recorded.at, id.clone(), was.clone())));
        }
        story
    }

    fn looked_up(&self, at: Timestamp, entry: &Entry) -> LookedUp {
        LookedUp { at: self.time(at), entry: self.entry(entry) }
    }

    fn entry(&self, entry: &Entry) -> Named {
        let id = match entry {
            Entry::Symptom(id) | Entry::Message(id) => id.as_str(),
            Entry::CheckEverything => "check-everything",
            Entry::Call => "call",
            Entry::Code { code, .. } | Entry::UnsureCode(code) => code,
        };
        named(id, &entry_text(self.guide, entry, self.texts))
    }

    /// What is known of the shop and of the terminal, where there is anything.
    fn shop(&self) -> Option<ShopTold> {
        let profile = &self.session.shop().profile;
        let number = self.session.terminal_number();
        let text = |text: &str| Some(safe(text)).filter(|text| !text.is_empty());
        let own = self.session.terminal();
        let kind = own.and_then(|own| own.connection);
        let terminal = number.map(|number| TerminalTold {
            number: number.to_string(),
            model: own.and_then(|own| text(&own.model)),
            connection: kind.map(|kind| named(kind.name(), &connection(kind, self.texts))),
            place: own.and_then(|own| text(&own.place)),
        });
        let told = |(contact, number): (&Id, &PhoneNumber)| {
            let known = self.guide.contact(contact).map(|own| own.title.get(self.lang).to_owned());
            let title = known.unwrap_or_else(|| contact_title(contact, self.texts));
            NumberTold { contact: named(contact, &title), number: number.to_string() }
        };
        let more = profile.more.iter();
        let shop = ShopTold {
            name: text(&profile.shop),
            merchant_number: profile.merchant_number.as_ref().map(ToString::to_string),
            terminal,
            numbers: profile.numbers().into_iter().map(told).collect(),
            more: more
                .map(|own| Labelled { label: safe(&own.label), value: safe(&own.value) })
                .collect(),
        };
        // A profile may have terminals alone, and the session not say which one it is about.
        Some(shop).filter(|shop| !shop.is_empty())
    }

    /// When the terminal ended at the remedy at hand, where that is often enough.
    fn recurred(&self, id: &Id) -> Vec<ZonedDateTime> {
        let here = self.session.remedy().is_some_and(|remedy| remedy.id == *id);
        let recurrence = here.then(|| self.session.recurrence()).flatten();
        let dates = recurrence.map(|own| own.dates).unwrap_or_default();
        dates.into_iter().map(|at| self.time(at)).collect()
    }

    fn answers(&self) -> Vec<AnswerGiven> {
        let state = self.session.state();
        let questions = state.path().iter().filter_map(|id| self.guide.question(id));
        let given = questions.filter_map(|question| Some((question, state.given(&question.id)?)));
        given
            .map(|(question, given)| {
                let said = |response| safe(&said(self.guide, question, response, self.lang));
                let answer = question.route(self.guide, &given.response).and_then(|r| r.answer);
                AnswerGiven {
                    question: named(&question.id, question.ask.get(self.lang)),
                    step: self.step(&question.step.id),
                    response: given.response.clone(),
                    answer: said(&given.response),
                    at: self.time(given.at),
                    unsure: answer.is_some_and(|answer| answer.role == Role::Unsure),
                    before: given.before.as_ref().map(said),
                    kept: given.kept,
                    from_profile: given.from_profile,
                }
            })
            .collect()
    }

    fn remedy(&self, id: &Id, story: &Story) -> Option<RemedyMet> {
        let remedy = self.guide.remedy(id)?;
        let state = self.session.state();
        let current = state.path().contains(id);
        let verdict = if current { state.verdict(id) } else { story.verdicts.get(id).copied() };
        let contact = remedy.contact.as_ref().and_then(|contact| self.guide.contact(&contact.id));
        let doing = |action: &Action| Doing {
            action: named(&action.id, action.say.get(self.lang)),
            done: state.ticked(id, &action.id),
        };
        Some(RemedyMet {
            remedy: named(id, remedy.cause.get(self.lang)),
            step: self.step(&remedy.step.id),
            current,
            actions: remedy.actions.iter().map(doing).collect(),
            verdict: verdict.map(|verdict| {
                named(verdict_id(verdict), &verdict_text(self.texts, remedy, verdict))
            }),
            who: self.who(remedy.who),
            call: contact.map(|contact| named(&contact.id, contact.title.get(self.lang))),
            number: contact.map(|contact| safe(contact.place_of_number.get(self.lang))),
            telephone: self.session.phone(remedy).map(ToString::to_string),
            recurred: self.recurred(id),
            have_ready: remedy.tell_support.iter().map(|text| safe(text.get(self.lang))).collect(),
        })
    }

    fn notes(&self) -> Vec<NoteTaken> {
        let notes = self.session.state().notes().iter();
        notes
            .map(|note| NoteTaken {
                at: self.time(note.at),
                place: named(&note.node, self.node_text(&note.node)),
                text: safe(&note.text),
            })
            .collect()
    }

    fn dropped(&self, story: &Story) -> Vec<Dropped> {
        let dropped = story.dropped.iter();
        dropped
            .filter_map(|(at, id, response)| {
                let question = self.guide.question(id)?;
                Some(Dropped {
                    at: self.time(*at),
                    question: named(id, question.ask.get(self.lang)),
                    answer: safe(&said(self.guide, question, response, self.lang)),
                })
            })
            .collect()
    }

    fn node_text(&self, id: &Id) -> &str {
        let question = self.guide.question(id).map(|question| &question.ask);
        let text = question.or_else(|| self.guide.remedy(id).map(|remedy| &remedy.cause));
        text.map_or("", |text| text.get(self.lang))
    }

    fn step(&self, id: &Id) -> Named {
        named(id, self.guide.step(id).map_or("", |step| step.title.get(self.lang)))
    }

    fn who(&self, who: Who) -> Named {
        named(who.name(), &who.label(self.texts))
    }

    fn time(&self, at: Timestamp) -> ZonedDateTime {
        at.to_zoned_datetime(self.zone.clone())
    }
}

impl Story {
    /// Notes a remedy that is shown for the first time.
    fn meet(&mut self, guide: &Guide, state: &State) {
        let here = state.here();
        if guide.remedy(here).is_some() && !self.met.contains(here) {
            self.met.push(here.clone());
        }
    }
}

/// Text on its way out. It was redacted when it came in; what slipped through then, or stands in
/// the guide itself, is caught here.
fn safe(text: &str) -> String {
    redact(text).text
}

fn named(id: &str, text: &str) -> Named {
    Named { id: id.to_owned(), text: safe(text) }
}
