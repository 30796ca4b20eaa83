//! What a session holds, in words: what both front ends say alike.

use crate::{
    guide::{
        Answer, BUILTIN_ID, Code, Guide, Id, Lang, Message, Notice, Question, Remedy, Response,
        Retry, Role, Shown, Target, Who,
    },
    lookup::Found,
    profile::{PhoneNumber, Profile, contact_title},
    redact::CardData,
    session::{Aftermath, Given, Outcome, Session, Verdict, said},
    texts::Texts,
    tr,
};
use jiff::{Timestamp, tz::TimeZone};

/// A notice as it is shown.
pub(crate) fn notice(texts: &Texts, own: &Notice) -> String {
    tr!(texts, "notice-shown", text = own.text.get(texts))
}

/// A code as an example of what can be typed: one that the guide has, of the built-in one a common one.
fn example_code(guide: Option<&Guide>) -> Option<&str> {
    match guide {
        Some(guide) if guide.id != BUILTIN_ID => guide.codes.first().map(|own| own.code.as_str()),
        _ => Some("51"),
    }
}

/// What can be typed to look something up, with an example that the guide has.
pub(crate) fn look_up_how(texts: &Texts, guide: Option<&Guide>) -> String {
    match example_code(guide) {
        Some(code) => tr!(texts, "lookup-how", code = code),
        None => tr!(texts, "lookup-how-without-codes"),
    }
}

/// A guide and the language it is shown in.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) guide: &'a Guide,
    pub(crate) texts: &'a Texts,
    pub(crate) lang: Lang,
}

impl<'a> Words<'a> {
    /// What may be typed to look something up: a code and words that the guide has.
    pub(crate) fn examples(&self) -> String {
        let code = example_code(Some(self.guide)).map(str::to_owned);
        let words = if self.guide.id == BUILTIN_ID {
            Some(tr!(self.texts, "plain-example"))
        } else {
            self.guide.messages.first().map(|own| own.say.get(self.lang).to_owned())
        };
        let own = code.into_iter().chain(words);
        let lines: Vec<String> = own.map(|own| format!("/ {own}")).collect();
        // Any guide has words.
        if lines.is_empty() {
            "/ …".to_owned()
        } else {
            lines.join(&tr!(self.texts, "list-joint"))
        }
    }

    /// The heading of a node: its step in brackets, and what it asks or says.
    pub(crate) fn headed(&self, step: &Id, text: &str) -> String {
        match self.guide.step(step) {
            Some(step) => format!("[{}] {text}", step.title.get(self.lang)),
            None => text.to_owned(),
        }
    }

    /// What was answered.
    pub(crate) fn said(&self, question: &Question, response: &Response) -> String {
        said(self.guide, question, response, self.lang)
    }

    /// An answer's own text.
    pub(crate) fn say(&self, answer: &'a Answer) -> &'a str {
        answer.say.get(self.lang)
    }

    /// A code with its scheme, where others have the same code, and its meaning.
    pub(crate) fn code(&self, code: &Code) -> String {
        let (own, meaning) = (code.code.as_str(), code.meaning.get(self.lang));
        if self.guide.codes(own).len() > 1 {
            tr!(self.texts, "code-of", code = own, schemes = self.schemes(code), meaning = meaning)
        } else {
            tr!(self.texts, "code-means", code = own, meaning = meaning)
        }
    }

    /// Whose cards a code means this on.
    pub(crate) fn schemes(&self, code: &Code) -> String {
        let title = |id: &Target| {
            let scheme = self.guide.scheme(&id.id);
            scheme.map_or(id.id.as_str(), |scheme| scheme.title.get(self.lang)).to_owned()
        };
        let titles: Vec<String> = code.schemes().map(title).collect();
        titles.join(&tr!(self.texts, "list-joint"))
    }

    /// The heading of what to use meanwhile.
    pub(crate) fn meanwhile(&self) -> String {
        self.guide.meanwhile(self.texts)
    }

    /// Whether a sale that got this code may be tried again.
    pub(crate) fn retry(&self, retry: Retry) -> String {
        match retry {
            Retry::Never if self.guide.no_payments => tr!(self.texts, "unpaid-never"),
            Retry::AfterFix if self.guide.no_payments => tr!(self.texts, "unpaid-after-fix"),
            Retry::Later if self.guide.no_payments => tr!(self.texts, "unpaid-later"),
            Retry::Never => tr!(self.texts, "retry-never"),
            Retry::AfterFix => tr!(self.texts, "retry-after-fix"),
            Retry::Later => tr!(self.texts, "retry-later"),
        }
    }

    /// What a terminal showed, what to do about it, and whether the sale may be tried again.
    pub(crate) fn advice(&self, shown: Shown) -> Vec<String> {
        let (name, action, retry) = match shown {
            Shown::Code(code) => (self.code(code), &code.action, Some(code.retry)),
            Shown::Message(own) => (self.message(own), &own.action, own.retry),
        };
        let retry = retry.map(|retry| self.retry(retry));
        [name, action.get(self.lang).to_owned()].into_iter().chain(retry).collect()
    }

    /// A message and what it means.
    pub(crate) fn message(&self, own: &Message) -> String {
        let (say, meaning) = (own.say.get(self.lang), own.meaning.get(self.lang));
        tr!(self.texts, "message-means", say = say, meaning = meaning)
    }

    /// What was found by looking it up, and what sort of thing that is.
    pub(crate) fn found(&self, found: Found) -> (String, String) {
        let texts = self.texts;
        match found {
            Found::Code(code) => (self.code(code), tr!(texts, "found-code")),
            Found::UnsureCode(code) => {
                (tr!(texts, "found-unsure-code", code = code), tr!(texts, "found-code"))
            }
            Found::Message(own) => {
                let say = tr!(texts, "quoted", text = own.say.get(self.lang));
                (say, tr!(texts, "found-message"))
            }
            Found::Symptom(symptom) => {
                (symptom.say.get(self.lang).to_owned(), tr!(texts, "found-symptom"))
            }
        }
    }

    /// What is known of it.
    pub(crate) fn detail(&self, found: Found) -> Vec<String> {
        let how = |id: &Id| self.guide.scheme(id).map(|own| own.how.get(self.lang).to_owned());
        match found {
            Found::Code(code) => {
                let several = self.guide.codes(&code.code).len() > 1;
                let how = how(&code.scheme.id).filter(|_| several);
                let advice = self.advice(Shown::Code(code)).into_iter().skip(1);
                how.into_iter().chain(advice).collect()
            }
            Found::UnsureCode(_) => vec![tr!(self.texts, "found-unsure-how")],
            Found::Message(own) => {
                let meaning = own.meaning.get(self.lang).to_owned();
                let advice = self.advice(Shown::Message(own)).into_iter().skip(1);
                std::iter::once(meaning).chain(advice).collect()
            }
            Found::Symptom(symptom) => {
                let first = self.guide.question(&symptom.go.id);
                let ask = first.map(|question| question.ask.get(self.lang));
                ask.map(|ask| tr!(self.texts, "found-asks", ask = ask)).into_iter().collect()
            }
        }
    }

    /// What is special about an answer in the review, in brackets.
    pub(crate) fn marks(&self, question: &Question, given: &Given) -> Vec<String> {
        let route = question.route(self.guide, &given.response);
        let answer = route.and_then(|route| route.answer);
        let unsure = answer.is_some_and(|answer| answer.role == Role::Unsure);
        let marks = [
            given.before.is_some().then(|| tr!(self.texts, "review-changed")),
            given.kept.then(|| tr!(self.texts, "review-kept")),
            unsure.then(|| tr!(self.texts, "review-unsure")),
            given.from_profile.then(|| tr!(self.texts, "review-from-profile")),
        ];
        marks.into_iter().flatten().collect()
    }

    /// The answers that were dropped and those that were kept, by their questions.
    pub(crate) fn aftermath(&self, aftermath: &Aftermath) -> Vec<String> {
        let names = |ids: &[&Id]| {
            let ask = |id: &&Id| {
                let question = self.guide.question(id);
                let ask = question.map_or(id.as_str(), |question| question.ask.get(self.lang));
                tr!(self.texts, "quoted", text = ask)
            };
            ids.iter().map(ask).collect::<Vec<_>>().join(&tr!(self.texts, "list-joint"))
        };
        let dropped: Vec<&Id> = aftermath.dropped.iter().map(|(id, _)| id).collect();
        let kept: Vec<&Id> = aftermath.kept.iter().collect();
        let mut said = Vec::new();
        if !dropped.is_empty() {
            let (count, names) = (dropped.len(), names(&dropped));
            said.push(tr!(self.texts, "notice-dropped", count = count, names = names));
        }
        if !kept.is_empty() {
            let (count, names) = (kept.len(), names(&kept));
            said.push(tr!(self.texts, "notice-kept", count = count, names = names));
        }
        said
    }

    /// What the profile answered in place of the clerk; nothing where it answered nothing.
    pub(crate) fn known(&self, session: &Session, questions: &[Id]) -> Option<String> {
        let told = |id: &Id| {
            let question = self.guide.question(id)?;
            let said = self.said(question, &session.state().given(id)?.response);
            Some(tr!(
                self.texts,
                "from-profile-one",
                ask = question.ask.get(self.lang),
                said = said
            ))
        };
        let told: Vec<String> = questions.iter().filter_map(told).collect();
        let all = told.join(&tr!(self.texts, "list-joint"));
        (!told.is_empty()).then(|| tr!(self.texts, "notice-from-profile", answers = all))
    }

    /// Whom to call at a remedy: with the number, or with where it is to be found.
    pub(crate) fn contact(&self, remedy: &Remedy, profile: &Profile) -> Option<String> {
        let contact = self.guide.contact(&remedy.contact.as_ref()?.id)?;
        let title = contact.title.get(self.lang);
        let number = profile.phone(&contact.id);
        if number.is_some() {
            let contact = self.with_number(title, number);
            return Some(tr!(self.texts, "remedy-contact-number", contact = contact));
        }
        let place = contact.place_of_number.get(self.lang);
        Some(tr!(self.texts, "remedy-contact", contact = title, place = place))
    }

    /// That a call now is likely quicker than going on, and the key for it.
    pub(crate) fn stop(&self, session: &Session, key: &str) -> Option<String> {
        let stop = session.stop()?;
        let minutes = |own: f64| own.ceil().max(1.0) as u64;
        let (calling, going) = (minutes(stop.calling), minutes(stop.going_on));
        let often = stop.often();
        Some(tr!(
            self.texts,
            "stop-offer",
            calling = calling,
            going = going,
            often = often,
            key = key
        ))
    }

    /// What is to be done in place of the remedy at hand, where it was reached too often.
    pub(crate) fn recurrence(&self, session: &Session, zone: &TimeZone) -> Option<String> {
        let recurrence = session.recurrence()?;
        let day = |at: &Timestamp| at.to_zoned_datetime(zone.clone()).strftime("%m-%d").to_string();
        let dates: Vec<_> = recurrence.dates.iter().map(day).collect();
        let dates = dates.join(&tr!(self.texts, "list-joint"));
        let profile = &session.shop().profile;
        // Who sold the terminal can replace it; where nobody knows their number, the acquirer can
        // have it done.
        let known = ["vendor", "acquirer"].into_iter().find(|id| profile.phone(id).is_some());
        let id = known.unwrap_or("vendor");
        let contact = self.with_number(&contact_title(id, self.texts), profile.phone(id));
        let count = recurrence.count();
        Some(tr!(self.texts, "remedy-again", count = count, dates = dates, contact = contact))
    }

    fn with_number(&self, contact: &str, number: Option<&PhoneNumber>) -> String {
        match number {
            Some(own) => {
                tr!(self.texts, "contact-phone", contact = contact, number = own.as_str())
            }
            None => contact.to_owned(),
        }
    }

    /// The question that follows a remedy.
    pub(crate) fn outcome_question(&self, remedy: &Remedy) -> String {
        if remedy.escalation {
            tr!(self.texts, "remedy-reached")
        } else {
            tr!(self.texts, "remedy-worked")
        }
    }

    /// An answer to that question.
    pub(crate) fn verdict(&self, remedy: &Remedy, verdict: Verdict) -> String {
        match (remedy.escalation, verdict) {
            (false, Verdict::Worked) => tr!(self.texts, "verdict-worked"),
            (false, Verdict::Failed) => tr!(self.texts, "verdict-failed"),
            (false, Verdict::CantTry) => tr!(self.texts, "verdict-cant-try"),
            (true, Verdict::Worked) => tr!(self.texts, "verdict-reached"),
            (true, Verdict::Failed) => tr!(self.texts, "verdict-not-reached"),
            (true, Verdict::CantTry) => tr!(self.texts, "verdict-not-called"),
        }
    }

    /// How it came out, and what to do now.
    pub(crate) fn outcome(&self, outcome: Outcome) -> [String; 2] {
        let texts = self.texts;
        let unpaid = self.guide.no_payments;
        match outcome {
            Outcome::Solved if unpaid => [tr!(texts, "end-solved"), tr!(texts, "unpaid-solved")],
            Outcome::Escalated if unpaid => {
                [tr!(texts, "end-escalated"), tr!(texts, "unpaid-escalated")]
            }
            Outcome::Solved => [tr!(texts, "end-solved"), tr!(texts, "end-solved-now")],
            Outcome::Escalated => [tr!(texts, "end-escalated"), tr!(texts, "end-escalated-now")],
            Outcome::GivenUp => [tr!(texts, "end-given-up"), tr!(texts, "end-given-up-now")],
            Outcome::Unfinished => [tr!(texts, "end-unfinished"), tr!(texts, "end-unfinished-now")],
        }
    }

    /// Who must act.
    pub(crate) fn who(&self, who: Who) -> String {
        match who {
            Who::Clerk => tr!(self.texts, "who-clerk"),
            Who::Owner => tr!(self.texts, "who-owner"),
            Who::Cardholder => tr!(self.texts, "who-cardholder"),
            Who::Acquirer => tr!(self.texts, "who-acquirer"),
            Who::Issuer => tr!(self.texts, "who-issuer"),
            Who::Carrier => tr!(self.texts, "who-carrier"),
            Who::Vendor => tr!(self.texts, "who-vendor"),
        }
    }
}

/// What was masked of card data, and how.
pub(crate) fn card_data(texts: &Texts, kinds: &[CardData]) -> String {
    let one = |kind: &CardData| match kind {
        CardData::Number => tr!(texts, "card-data-number"),
        CardData::Track => tr!(texts, "card-data-track"),
        CardData::SecurityCode => tr!(texts, "card-data-security-code"),
        CardData::Pin => tr!(texts, "card-data-pin"),
        CardData::Expiry => tr!(texts, "card-data-expiry"),
    };
    kinds.iter().map(one).collect::<Vec<_>>().join(&tr!(texts, "list-joint"))
}

/// That a summary was saved, and what was masked of the name that was asked for.
pub(crate) fn saved_as(texts: &Texts, saved: String, masked: &[CardData]) -> String {
    if masked.is_empty() {
        return saved;
    }
    tr!(texts, "notice-name-masked", saved = saved, what = card_data(texts, masked))
}
