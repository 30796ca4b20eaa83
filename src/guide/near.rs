//! "Did you mean": the known name that is nearest to an unknown one.

use std::cell::Cell;

/// Finds near names, with a bound on all comparisons of one run so that a guide full of unknown
/// names is still checked in no time.
pub(super) struct Near {
    left: Cell<u32>,
}

impl Default for Near {
    fn default() -> Self {
        Self { left: Cell::new(2_000_000) }
    }
}

impl Near {
    /// The known name nearest to `name`, if one is near enough to be what was meant.
    pub(super) fn nearest<'n>(
        &self,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        let mut best: Option<(usize, &'n str)> = None;
        for candidate in known {
            let left = self.left.get().checked_sub(1)?;
            self.left.set(left);
            let Some(distance) = distance(name, candidate) else { continue };
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }
}

/// The known name nearest to `name`, for short lists.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    Near::default().nearest(name, known)
}

/// How many slips of the fingers lie between two names, where that is few for their length.
fn distance(name: &str, known: &str) -> Option<usize> {
    let most = name.len().max(3) / 3;
    // A forgotten or superfluous part in front: `router-restart` for `remedy.router-restart`.
    let last = |id: &str| id.rsplit('.').next().map(str::len);
    let same_end = (known.ends_with(name) && last(known) == Some(name.len()))
        || (name.ends_with(known) && last(name) == Some(known.len()));
    if same_end && name.len() > 2 {
        return Some(usize::from(name != known));
    }
    if name.len().abs_diff(known.len()) > most || name.len() > 200 {
        return None;
    }
    let distance = strsim::osa_distance(name, known);
    (distance <= most).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_slips_and_forgotten_parts() {
        let known = ["network.signal", "remedy.router-restart", "remedy.host-down"];
        assert_eq!(nearest("network.singal", known), Some("network.signal"));
        assert_eq!(nearest("router-restart", known), Some("remedy.router-restart"));
        assert_eq!(nearest("power.first", known), None);
        assert_eq!(nearest("mintes", ["minutes", "id"]), Some("minutes"));
        assert_eq!(nearest("x", ["id", "go"]), None);
    }
}
