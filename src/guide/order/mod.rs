//! How good the order of a guide's questions is: what they cost, what another order would, and what
//! the sessions of a shop say to it.

mod chain;
mod checklist;
mod exact;
mod history;
mod report;
mod sequence;
#[cfg(test)]
mod tests;
mod tree;
mod walk;

pub use chain::Chain;
pub use history::{Counts, Learnt, PRIOR_SESSIONS};
pub use report::{ChainOrder, OrderReport, RemedyShare, StopAt, Way};
pub use sequence::{Best, Check, Sequence};
pub(super) use walk::Spread;

/// From which loss on an order is worth a finding: a tenth more than the best takes.
pub const MOST_LOSS: f64 = 0.10;

/// What an order takes more than another one, as a share of the other (0.1 is a tenth more).
pub fn loss(minutes: f64, best: f64) -> f64 {
    if best > 0.0 { (minutes - best).max(0.0) / best } else { 0.0 }
}
