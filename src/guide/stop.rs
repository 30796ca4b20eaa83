//! When to stop asking: going on is expected to cost more than calling now.
//!
//! A call costs its minutes whenever it is made. Going on costs the minutes of the questions that
//! are still to come, and the call as well where the remedy is one that others must carry out. (A
//! "call service" action of this kind is the usual end of a troubleshooting sequence: D. Heckerman,
//! J. Breese and K. Rommelse, "Decision-Theoretic Troubleshooting", Comm. ACM 38, 1995.)
//!
//! It is cautious. What a remedy itself takes counts on neither side: it has to be done after the
//! call, too. And nobody is led away from a question about a payment: where one is at hand or may
//! still come, nothing is offered.

use super::{Call, Guide, Question, Remedy, Who};

/// That a call now is expected to cost less.
#[derive(Clone, Copy, Debug)]
pub struct Stop<'g> {
    /// The remedy that is the call.
    pub remedy: &'g Remedy,
    /// Expected minutes of going on, up to the end of the call where one is needed.
    pub going_on: f64,
    /// Minutes of calling now.
    pub calling: f64,
    /// How likely it is (0 to 1) that the call has to be made all the same.
    pub calls: f64,
}

impl Guide {
    /// Whether a call is to be offered first at this question.
    pub fn stop_at(&self, question: &Question) -> Option<Stop<'_>> {
        let call: &Call = self.call.as_ref().filter(|call| call.stop)?;
        let forecast = self.forecast(&question.id);
        if question.aside || forecast.aside {
            return None;
        }
        let going_on = forecast.minutes + forecast.calls * call.minutes;
        let saves = going_on - call.minutes;
        // What rounding leaves over saves nothing.
        if saves <= 0.0 || saves + 1e-9 < call.saves {
            return None;
        }
        let remedy = self.remedy(&call.remedy.id)?;
        Some(Stop { remedy, going_on, calling: call.minutes, calls: forecast.calls })
    }
}

impl Stop<'_> {
    /// In how many of ten cases the call has to be made all the same.
    pub fn often(&self) -> u64 {
        (self.calls * 10.0).round() as u64
    }
}

/// Whether a remedy is the call, or needs the same people to act.
pub(super) fn needs_call(guide: &Guide, remedy: &Remedy) -> bool {
    let Some(call) = &guide.call else { return false };
    if remedy.id == call.remedy.id {
        return true;
    }
    // The answering machine of a bank does not help against a router.
    let called = guide.remedy(&call.remedy.id).and_then(|own| own.contact.as_ref());
    let same = called.is_some_and(|own| remedy.contact.as_ref().is_some_and(|c| c.id == own.id));
    let own_hands = matches!(remedy.who, Who::Clerk | Who::Owner | Who::Cardholder);
    same && !own_hands
}
