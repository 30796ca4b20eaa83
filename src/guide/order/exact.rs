//! The best order by trying all that matters: for each set of jobs done first, the least that they
//! take (M. Held and R. M. Karp, "A Dynamic Programming Approach to Sequencing Problems", J. SIAM
//! 10, 1962). Takes 2^n steps of n jobs each: the answer for small sets, and what the fast methods
//! are tested by.

use super::sequence::Jobs;

/// How many jobs are searched through at most: about a million steps.
pub(super) const MOST: usize = 16;

/// The best order of at most [`MOST`] jobs without circles.
pub(super) fn best(jobs: &Jobs) -> Vec<usize> {
    let count = jobs.len();
    let needs: Vec<usize> =
        jobs.before.iter().map(|own| own.iter().fold(0, |set, &at| set | 1 << at)).collect();
    let sets = 1_usize << count;
    let mut least = vec![f64::INFINITY; sets];
    let mut came = vec![0_usize; sets];
    let mut left = vec![1.0_f64; sets];
    least[0] = 0.0;
    for done in 0..sets {
        if least[done].is_infinite() {
            continue;
        }
        for at in (0..count).filter(|&at| done & 1 << at == 0 && needs[at] & !done == 0) {
            let with = done | 1 << at;
            left[with] = (left[done] - jobs.weights[at]).max(0.0);
            let minutes = least[done] + left[done] * jobs.minutes[at];
            if minutes < least[with] {
                least[with] = minutes;
                came[with] = at;
            }
        }
    }
    let mut order = Vec::with_capacity(count);
    let mut done = sets - 1;
    while done != 0 {
        order.push(came[done]);
        done &= !(1 << came[done]);
    }
    order.reverse();
    order
}
