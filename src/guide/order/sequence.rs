//! Checks made one after the other until one of them finds the fault: which order costs least?
//!
//! One fault is sought. A check finds it with a probability of its own, and costs its minutes
//! whether it finds it or not; the search ends with the check that finds it. Expected minutes of an
//! order are the minutes of each check, weighted by how likely the search comes to it:
//!
//! ```text
//! minutes of 1st + (1 - p of 1st) * minutes of 2nd + (1 - p of 1st - p of 2nd) * minutes of 3rd ...
//! ```
//!
//! Checks may lie in a cluster (a step of the guide) that takes minutes to get to. It is opened
//! once, when its first check comes; then the search may leave it and come back for nothing, and a
//! check tells its result inside: the cost clusters with inside information of Ottosen and Jensen,
//! "The Cost of Troubleshooting Cost Clusters with Inside Information" (UAI 2010, arXiv 1203.3502).
//!
//! - Without clusters and precedences, falling p over minutes is best (J. B. Kadane and H. A. Simon,
//!   "Optimal Strategies for a Class of Constrained Sequential Problems", Annals of Statistics 5,
//!   1977).
//! - Opening a cluster is a check that finds nothing and comes before all in it: a precedence like
//!   any other. This is what makes the bottom-up p over c of Ottosen and Jensen best for clusters
//!   that need not be closed again.
//! - Where each check has one direct predecessor at most, the whole is a forest: [`tree`].
//! - Precedences in general are the scheduling problem `1 | prec | sum w C` (V. Lín, "Scheduling
//!   results applicable to decision-theoretic troubleshooting", International Journal of Approximate
//!   Reasoning 56, 2015), which is NP-hard (E. L. Lawler, 1978). Up to [`exact::MOST`] checks are
//!   searched through; for more there is an order that is good and a bound that says how good.

use super::{exact, tree};

/// How much better an order must be before it is called better: rounding is no gain.
const NOTICEABLE: f64 = 1e-9;

/// One check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Check {
    /// How likely it is that just this one finds the fault (0 to 1; all together at most 1).
    pub probability: f64,
    /// Minutes that it takes.
    pub minutes: f64,
    /// The cluster it lies in: an index into [`Sequence::openings`].
    pub cluster: Option<usize>,
    /// Checks that must come before it.
    pub after: Vec<usize>,
}

/// Checks in their present order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sequence {
    /// The checks.
    pub checks: Vec<Check>,
    /// Minutes to get to each cluster.
    pub openings: Vec<f64>,
}

/// The order that costs least.
#[derive(Clone, Debug, PartialEq)]
pub struct Best {
    /// The checks by their places in the present order.
    pub order: Vec<usize>,
    /// Its expected minutes.
    pub minutes: f64,
    /// No order that keeps the precedences takes less. The same as `minutes` where the order is
    /// known to be the best.
    pub at_least: f64,
}

/// Checks and openings as one: what the methods work on.
pub(super) struct Jobs {
    /// Probability of each.
    pub(super) weights: Vec<f64>,
    /// Minutes of each.
    pub(super) minutes: Vec<f64>,
    /// Direct predecessors of each, none of them implied by another.
    pub(super) before: Vec<Vec<usize>>,
}

impl Sequence {
    /// Expected minutes of an order. A check that comes twice or never makes no sense and is not
    /// looked for.
    pub fn minutes(&self, order: &[usize]) -> f64 {
        let mut open = vec![false; self.openings.len()];
        let (mut left, mut sum) = (1.0_f64, 0.0);
        for check in order.iter().map(|&at| &self.checks[at]) {
            let opening = match check.cluster {
                Some(own) if !std::mem::replace(&mut open[own], true) => self.openings[own],
                _ => 0.0,
            };
            sum += left * (opening + check.minutes);
            left = (left - check.probability).max(0.0);
        }
        sum
    }

    /// Expected minutes of the present order.
    pub fn present(&self) -> f64 {
        self.minutes(&(0..self.checks.len()).collect::<Vec<_>>())
    }

    /// Whether each check comes after those that must come before it.
    pub fn keeps(&self, order: &[usize]) -> bool {
        let mut place = vec![0; self.checks.len()];
        order.iter().enumerate().for_each(|(at, &check)| place[check] = at);
        let after = |at: usize| self.checks[at].after.iter().all(|&own| place[own] < place[at]);
        order.iter().all(|&at| after(at))
    }

    /// The order that costs least; the present one where none costs less. Where the precedences run
    /// in a circle, no order keeps them, and the present one stays.
    pub fn best(&self) -> Best {
        let present: Vec<usize> = (0..self.checks.len()).collect();
        let now = self.minutes(&present);
        let stay = |at_least| Best { order: present.clone(), minutes: now, at_least };
        let Some(jobs) = self.jobs() else { return stay(now) };
        let (order, known) = if jobs.is_forest() {
            (tree::best(&jobs), None)
        } else if jobs.len() <= exact::MOST {
            (exact::best(&jobs), None)
        } else {
            (jobs.good(), Some(jobs.lower_bound()))
        };
        let order: Vec<usize> = order.into_iter().filter(|&at| at < self.checks.len()).collect();
        let minutes = self.minutes(&order);
        let at_least = known.unwrap_or(minutes).min(minutes);
        // An order that breaks the precedences is no measure of what the best one takes.
        if self.keeps(&present) && now - minutes <= NOTICEABLE {
            return stay(known.map_or(now, |bound| bound.min(now)));
        }
        Best { order, minutes, at_least }
    }

    /// The least minutes that an order takes which keeps no precedences: what they cost is the rest.
    pub fn free_minutes(&self) -> f64 {
        self.freed().best().minutes
    }

    /// The same without precedences.
    pub(super) fn freed(&self) -> Self {
        let free = |own: &Check| Check { after: Vec::new(), ..own.clone() };
        let checks = self.checks.iter().map(free).collect();
        Self { checks, openings: self.openings.clone() }
    }

    /// The checks, and behind them the openings that take time. None where the precedences run in a
    /// circle.
    pub(super) fn jobs(&self) -> Option<Jobs> {
        let mut jobs = Jobs {
            weights: self.checks.iter().map(|own| own.probability).collect(),
            minutes: self.checks.iter().map(|own| own.minutes).collect(),
            before: self.checks.iter().map(|own| own.after.clone()).collect(),
        };
        for (cluster, &minutes) in self.openings.iter().enumerate().filter(|own| *own.1 > 0.0) {
            let opening = jobs.len();
            for (at, check) in self.checks.iter().enumerate() {
                if check.cluster == Some(cluster) {
                    jobs.before[at].push(opening);
                }
            }
            jobs.weights.push(0.0);
            jobs.minutes.push(minutes);
            jobs.before.push(Vec::new());
        }
        let order = jobs.sorted()?;
        jobs.reduce(&order);
        Some(jobs)
    }
}

impl Jobs {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether each has one direct predecessor at most.
    fn is_forest(&self) -> bool {
        self.before.iter().all(|own| own.len() <= 1)
    }

    /// All of them, each after its predecessors; none where those run in a circle.
    pub(super) fn sorted(&self) -> Option<Vec<usize>> {
        let mut waits: Vec<usize> = self.before.iter().map(Vec::len).collect();
        let mut next = vec![Vec::new(); self.len()];
        for (at, before) in self.before.iter().enumerate() {
            for &own in before {
                next[own].push(at);
            }
        }
        let mut order: Vec<usize> = (0..self.len()).filter(|&at| waits[at] == 0).collect();
        let mut done = 0;
        while let Some(&at) = order.get(done) {
            done += 1;
            for &own in &next[at] {
                waits[own] -= 1;
                if waits[own] == 0 {
                    order.push(own);
                }
            }
        }
        (order.len() == self.len()).then_some(order)
    }

    /// Takes away predecessors that others imply.
    fn reduce(&mut self, order: &[usize]) {
        for &at in order {
            let mut own = std::mem::take(&mut self.before[at]);
            own.sort_unstable();
            own.dedup();
            if own.len() > 1 {
                let implied = |one: usize| own.iter().any(|&o| o != one && self.precedes(one, o));
                let direct = own.iter().copied().filter(|&one| !implied(one)).collect();
                own = direct;
            }
            self.before[at] = own;
        }
    }

    /// Whether one comes before the other by what must come before what.
    fn precedes(&self, one: usize, other: usize) -> bool {
        let mut seen = vec![false; self.len()];
        let mut stack = vec![other];
        while let Some(at) = stack.pop() {
            for &own in &self.before[at] {
                if own == one {
                    return true;
                }
                if !std::mem::replace(&mut seen[own], true) {
                    stack.push(own);
                }
            }
        }
        false
    }

    /// What no order takes less than: the best where of several direct predecessors only the first
    /// one counts.
    fn lower_bound(&self) -> f64 {
        let before = self.before.iter().map(|own| own.iter().take(1).copied().collect()).collect();
        let loose = Self { weights: self.weights.clone(), minutes: self.minutes.clone(), before };
        let mut left = 1.0_f64;
        let cost = |at: usize| {
            let sum = left * loose.minutes[at];
            left = (left - loose.weights[at]).max(0.0);
            sum
        };
        tree::best(&loose).into_iter().map(cost).sum()
    }

    /// A good order where the best can't be known in good time: again and again the job that pays
    /// most together with all that must come before it.
    fn good(&self) -> Vec<usize> {
        let mut placed = vec![false; self.len()];
        let mut order = Vec::with_capacity(self.len());
        while order.len() < self.len() {
            let open = (0..self.len()).filter(|&at| !placed[at]);
            let with = open.map(|at| self.with_needed(at, &placed));
            let ratio = |jobs: &Vec<usize>| {
                let sum = |of: &[f64]| jobs.iter().map(|&at| of[at]).sum();
                tree::ratio(sum(&self.weights), sum(&self.minutes))
            };
            // The first of several that pay the same, so that nothing moves for nothing.
            let better = |best: Vec<usize>, own: Vec<usize>| {
                if ratio(&own) > ratio(&best) { own } else { best }
            };
            let Some(next) = with.reduce(better) else { break };
            for &at in &next {
                placed[at] = true;
            }
            order.extend(next);
        }
        order
    }

    /// A job behind all that must come before it and is not placed yet.
    fn with_needed(&self, job: usize, placed: &[bool]) -> Vec<usize> {
        let mut seen = placed.to_vec();
        let mut order = Vec::new();
        let mut stack = vec![(job, 0)];
        seen[job] = true;
        while let Some((at, next)) = stack.pop() {
            if let Some(&own) = self.before[at].get(next) {
                stack.push((at, next + 1));
                if !std::mem::replace(&mut seen[own], true) {
                    stack.push((own, 0));
                }
            } else {
                order.push(at);
            }
        }
        order
    }
}
