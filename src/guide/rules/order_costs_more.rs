//! Questions that can change places, and the steps of the checklist, stand in an order that costs at
//! most a tenth more than the best.

use super::{Context, Problem, Report, Rule};
use crate::guide::order::{Chain, MOST_LOSS, loss};

pub(super) static RULE: Rule = Rule::close("order-costs-more", check);

/// What rounding adds is no loss.
const NOTICED: f64 = MOST_LOSS + 1e-9;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    // What can't be read or runs in a circle has no order to speak of.
    if context.notes.lost_links || !context.unknown.is_empty() {
        return;
    }
    let checklist = guide.checklist_order().zip(guide.check_everything.as_ref());
    let mut told: &[usize] = &[];
    let gates = guide.gates();
    if let Some((own, first)) = checklist
        && own.lost_share > NOTICED
    {
        told = &gates;
        let (minutes, best, order) = (own.minutes, own.best_minutes, own.best);
        report.add(first.place, Problem::OrderCostsMore { minutes, best, order });
    }
    // A row of nothing but gates is the checklist once more: it is said once.
    let again = |chain: &Chain| chain.questions.iter().all(|at| told.contains(at));
    for chain in context.chains().iter().filter(|own| !again(own)) {
        let (minutes, best) = (chain.sequence.present(), chain.sequence.best());
        if loss(minutes, best.minutes) > NOTICED {
            let name = |&at: &usize| guide.nodes[chain.questions[at]].id().clone();
            let place = guide.nodes[chain.questions[0]].place();
            let order = best.order.iter().map(name).collect();
            report.add(place, Problem::OrderCostsMore { minutes, best: best.minutes, order });
        }
    }
}
