//! Stable names of steps, symptoms, nodes and answers.

use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, fmt, ops::Deref, sync::Arc};

/// A table by names: faster than the standard one, with a seed of its own so that no file can be
/// made to slow it down.
pub(crate) type Names<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// The stable name of something in a guide, for example `network.other-devices`.
///
/// Events, scenarios and session codes refer to ids, never to positions, so that a guide can be
/// rearranged without spoiling what was recorded. Cloning is cheap.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Arc<str>);

impl Id {
    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Several names one after the other, with `joint` between.
    pub(crate) fn list<'i>(ids: impl IntoIterator<Item = &'i Self>, joint: &str) -> String {
        let names: Vec<&str> = ids.into_iter().map(Self::as_str).collect();
        names.join(joint)
    }
}

impl Default for Id {
    fn default() -> Self {
        Self(Arc::from(""))
    }
}

impl From<&str> for Id {
    fn from(name: &str) -> Self {
        Self(Arc::from(name))
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}
