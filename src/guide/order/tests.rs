//! The fast methods against the exact one, and laws of both.

use super::{
    exact,
    sequence::{Check, Sequence},
    tree,
};
use proptest::prelude::*;

fn check(probability: f64, minutes: f64) -> Check {
    Check { probability, minutes, ..Check::default() }
}

fn sequence(checks: Vec<Check>) -> Sequence {
    Sequence { checks, openings: Vec::new() }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn three_checks_worked_out_by_hand() {
    // p over minutes: 0.05, 0.3, 0.1. Best: second, third, first.
    let own = sequence(vec![check(0.2, 4.0), check(0.3, 1.0), check(0.5, 5.0)]);
    // 4 + 0.8 * 1 + 0.5 * 5
    assert!(close(own.present(), 7.3));
    let best = own.best();
    assert_eq!(best.order, [1, 2, 0]);
    // 1 + 0.7 * 5 + 0.2 * 4
    assert!(close(best.minutes, 5.3), "{best:?}");
    assert!(close(best.at_least, 5.3));
}

#[test]
fn what_must_come_first_is_taken_along_where_it_pays() {
    // The second check pays most but needs the third; both together pay 0.6 / 3, the first 0.1.
    let mut own = sequence(vec![check(0.1, 1.0), check(0.55, 1.0), check(0.05, 2.0)]);
    own.checks[1].after = vec![2];
    assert_eq!(own.best().order, [2, 1, 0]);
    // 2 + 0.95 * 1 + 0.4 * 1
    assert!(close(own.best().minutes, 3.35));
}

#[test]
fn a_cluster_is_left_and_entered_again_for_nothing() {
    // To the router takes 3 minutes. There one check pays well, one badly; one at the till is
    // between them: 0.5 / 4 for opening and the first, 0.2 / 2, then 0.05 / 1.
    let mut own = sequence(vec![check(0.2, 2.0), check(0.5, 1.0), check(0.05, 1.0)]);
    own.openings = vec![3.0];
    own.checks[1].cluster = Some(0);
    own.checks[2].cluster = Some(0);
    let best = own.best();
    assert_eq!(best.order, [1, 0, 2]);
    // 3 + 1 + 0.5 * 2 + 0.3 * 1
    assert!(close(best.minutes, 5.3));
}

#[test]
fn precedences_in_a_circle_leave_the_order_alone() {
    let mut own = sequence(vec![check(0.1, 5.0), check(0.5, 1.0)]);
    own.checks[0].after = vec![1];
    own.checks[1].after = vec![0];
    assert_eq!(own.best().order, [0, 1]);
}

#[test]
fn equal_checks_stay_where_they_are() {
    let own = sequence(vec![check(0.2, 1.0); 5]);
    assert_eq!(own.best().order, [0, 1, 2, 3, 4]);
    assert_eq!(sequence(Vec::new()).best().order, [0_usize; 0]);
}

/// Probabilities that sum to 1 at most, and minutes of which some are nothing.
fn checks(most: usize) -> impl Strategy<Value = Vec<Check>> {
    let one = (0_u32..100, prop_oneof![Just(0_u32), 1_u32..40]);
    (prop::collection::vec(one, 1..most), 1_u32..50).prop_map(|(all, rest)| {
        let total = f64::from(all.iter().map(|own| own.0).sum::<u32>() + rest);
        let one = |&(p, m): &(u32, u32)| check(f64::from(p) / total, f64::from(m) / 4.0);
        all.iter().map(one).collect()
    })
}

/// Each check after one earlier one at most: a forest.
fn forest(most: usize) -> impl Strategy<Value = Sequence> {
    checks(most).prop_flat_map(|checks| {
        let count = checks.len();
        prop::collection::vec(prop::option::of(any::<prop::sample::Index>()), count).prop_map(
            move |parents| {
                let mut checks = checks.clone();
                for (at, parent) in parents.iter().enumerate().skip(1) {
                    checks[at].after = parent.iter().map(|own| own.index(at)).collect();
                }
                sequence(checks)
            },
        )
    })
}

/// Any precedences without circles, any clusters.
fn anything(most: usize) -> impl Strategy<Value = Sequence> {
    checks(most).prop_flat_map(|checks| {
        let count = checks.len();
        let after = prop::collection::vec(any::<prop::sample::Index>(), 0..3);
        let one = (after, prop::option::of(0_usize..3));
        let openings = prop::collection::vec(0_u32..20, 3);
        (prop::collection::vec(one, count), openings).prop_map(move |(more, openings)| {
            let mut checks = checks.clone();
            for (at, (after, cluster)) in more.iter().enumerate() {
                let earlier = after.iter().filter(|_| at > 0).map(|own| own.index(at.max(1)));
                checks[at].after = earlier.collect();
                checks[at].cluster = *cluster;
            }
            let openings = openings.iter().map(|own| f64::from(*own) / 4.0).collect();
            Sequence { checks, openings }
        })
    })
}

/// The least minutes by the exact method.
fn least(own: &Sequence) -> f64 {
    let jobs = own.jobs().expect("no circles");
    let order = exact::best(&jobs).into_iter().filter(|&at| at < own.checks.len());
    own.minutes(&order.collect::<Vec<_>>())
}

fn is_order(order: &[usize], count: usize) -> bool {
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    sorted == (0..count).collect::<Vec<_>>()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn without_precedences_falling_p_over_minutes_is_the_exact_best(all in checks(10)) {
        let own = sequence(all);
        prop_assert!(close(own.best().minutes, least(&own)));
        let mut by_ratio: Vec<usize> = (0..own.checks.len()).collect();
        let ratio = |at: usize| tree::ratio(own.checks[at].probability, own.checks[at].minutes);
        by_ratio.sort_by(|&a, &b| ratio(b).total_cmp(&ratio(a)));
        prop_assert!(close(own.minutes(&by_ratio), least(&own)));
    }

    #[test]
    fn chains_and_trees_are_the_exact_best(own in forest(10)) {
        let jobs = own.jobs().expect("no circles");
        prop_assert!(close(own.minutes(&tree::best(&jobs)), least(&own)));
        prop_assert!(own.keeps(&own.best().order));
    }

    #[test]
    fn clusters_are_the_exact_best(own in anything(10)) {
        let own = own.freed();
        let jobs = own.jobs().expect("no circles");
        let fast = tree::best(&jobs).into_iter().filter(|&at| at < own.checks.len());
        prop_assert!(close(own.minutes(&fast.collect::<Vec<_>>()), least(&own)));
    }

    #[test]
    fn whatever_precedences_the_best_keeps_them_and_is_the_exact_one(own in anything(12)) {
        let best = own.best();
        prop_assert!(is_order(&best.order, own.checks.len()));
        prop_assert!(own.keeps(&best.order));
        prop_assert!(close(best.minutes, own.minutes(&best.order)));
        prop_assert!(close(best.minutes, least(&own)));
        prop_assert!(best.minutes <= own.present() + 1e-9);
    }

    /// Too many to be searched through: the order is good, and the bound holds.
    #[test]
    fn of_many_the_order_lies_between_its_bound_and_the_present_one(own in anything(60)) {
        let best = own.best();
        prop_assert!(is_order(&best.order, own.checks.len()));
        prop_assert!(own.keeps(&best.order));
        prop_assert!(best.at_least <= best.minutes + 1e-9);
    }

    #[test]
    fn what_takes_longer_never_costs_less(own in anything(9), at in any::<prop::sample::Index>()) {
        let mut longer = own.clone();
        let at = at.index(own.checks.len());
        longer.checks[at].minutes += 1.0;
        prop_assert!(longer.best().minutes >= own.best().minutes - 1e-9);
        let mut open = own.clone();
        open.openings[0] += 1.0;
        prop_assert!(open.best().minutes >= own.best().minutes - 1e-9);
    }

    #[test]
    fn what_must_come_first_never_makes_it_cheaper(own in anything(9)) {
        prop_assert!(own.freed().best().minutes <= own.best().minutes + 1e-9);
    }
}

/// All orders of so many checks.
fn permutations(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else { return vec![Vec::new()] };
    let with = |shorter: Vec<usize>| {
        (0..count).map(move |at| {
            let mut own = shorter.clone();
            own.insert(at, last);
            own
        })
    };
    permutations(last).into_iter().flat_map(with).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// The exact method itself, by the definition: the least of all orders that keep what must
    /// come first.
    #[test]
    fn the_exact_best_is_the_least_of_all_orders(own in anything(6)) {
        let all = permutations(own.checks.len());
        let allowed = all.into_iter().filter(|order| own.keeps(order));
        let minutes = allowed.map(|order| own.minutes(&order)).fold(f64::INFINITY, f64::min);
        prop_assert!(close(minutes, least(&own)));
    }
}
