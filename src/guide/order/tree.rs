//! Precedences in which each job has one direct predecessor at most: the best order, fast.
//!
//! W. A. Horn, "Single-Machine Job Sequencing with Treelike Precedence Ordering and Linear Delay
//! Penalties" (SIAM J. Appl. Math. 23, 1972): from the leaves up, a job takes to itself what comes
//! behind it as long as that pays more than the job alone, by probability over minutes of all that
//! was put together (J. B. Sidney, "Decomposition Algorithms for Single-Machine Sequencing with
//! Precedence Relations and Deferral Costs", Operations Research 23, 1975). The blocks that are left
//! are then done by falling ratio.

use super::sequence::Jobs;
use std::{cmp::Ordering, collections::BinaryHeap};

/// What a probability pays for its minutes. What costs nothing comes first.
pub(super) fn ratio(weight: f64, minutes: f64) -> f64 {
    if minutes > 0.0 { weight / minutes } else { f64::INFINITY }
}

/// Jobs that are done one right after the other.
struct Block {
    weight: f64,
    minutes: f64,
    /// The first of its jobs in the present order: of two blocks that pay the same, the one that
    /// comes first stays first.
    first: usize,
    jobs: Vec<usize>,
}

impl Block {
    fn ratio(&self) -> f64 {
        ratio(self.weight, self.minutes)
    }

    fn join(&mut self, behind: Self) {
        self.weight += behind.weight;
        self.minutes += behind.minutes;
        self.first = self.first.min(behind.first);
        self.jobs.extend(behind.jobs);
    }
}

impl PartialEq for Block {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Block {}

impl PartialOrd for Block {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Block {
    fn cmp(&self, other: &Self) -> Ordering {
        self.ratio().total_cmp(&other.ratio()).then_with(|| other.first.cmp(&self.first))
    }
}

/// The best order of jobs whose precedences are a forest.
pub(super) fn best(jobs: &Jobs) -> Vec<usize> {
    let Some(sorted) = jobs.sorted() else { return (0..jobs.len()).collect() };
    // For each job the blocks of what comes behind it.
    let mut behind: Vec<BinaryHeap<Block>> = (0..jobs.len()).map(|_| BinaryHeap::new()).collect();
    let mut all = BinaryHeap::new();
    for &at in sorted.iter().rev() {
        let mut blocks = std::mem::take(&mut behind[at]);
        let mut own = Block {
            weight: jobs.weights[at],
            minutes: jobs.minutes[at],
            first: at,
            jobs: vec![at],
        };
        // One that pays just as much, too: it must not get in front of what it comes after.
        while blocks.peek().is_some_and(|next| next.ratio() >= own.ratio()) {
            if let Some(next) = blocks.pop() {
                own.join(next);
            }
        }
        blocks.push(own);
        let into = jobs.before[at].first().map_or(&mut all, |&parent| &mut behind[parent]);
        // The larger heap takes the smaller one in.
        if into.len() < blocks.len() {
            std::mem::swap(into, &mut blocks);
        }
        into.append(&mut blocks);
    }
    std::iter::from_fn(|| all.pop()).flat_map(|block| block.jobs).collect()
}
