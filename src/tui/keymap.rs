//! From keys to verbs, by the one table in `assets/keymap.toml`, which `build.rs` has read.

use super::{command::Verb, input::Key};
use serde::{
    Deserialize,
    de::{IntoDeserializer, value},
};

include!(concat!(env!("OUT_DIR"), "/keymap.rs"));

/// The keys of all verbs, in the order of the table.
#[derive(Debug)]
pub struct Keymap {
    bindings: Vec<(Verb, Vec<Key>)>,
}

impl Keymap {
    /// The built-in table.
    ///
    /// It is part of the executable; that it reads without loss is tested.
    pub fn builtin() -> Self {
        let verb = |name: &'static str| -> Result<_, value::Error> {
            Verb::deserialize(name.into_deserializer())
        };
        let keys = |names: &[&str]| names.iter().filter_map(|name| Key::parse(name)).collect();
        let bindings =
            TABLE.iter().filter_map(|(command, names)| Some((verb(command).ok()?, keys(names))));
        Self { bindings: bindings.collect() }
    }

    /// What a key stands for.
    pub fn verb(&self, key: Key) -> Option<Verb> {
        let found = self.bindings.iter().find(|(_, keys)| keys.contains(&key));
        found.map(|(verb, _)| *verb)
    }

    /// The keys of a verb.
    pub fn keys(&self, verb: Verb) -> &[Key] {
        let found = self.bindings.iter().find(|(own, _)| *own == verb);
        found.map_or(&[], |(_, keys)| keys)
    }

    /// All verbs in the order of the table.
    pub fn verbs(&self) -> impl Iterator<Item = Verb> {
        self.bindings.iter().map(|(verb, _)| *verb)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood_and_no_key_means_two_things() {
        let keymap = Keymap::builtin();
        assert_eq!(keymap.bindings.len(), TABLE.len(), "a command is not known");
        for ((command, names), (verb, _)) in TABLE.iter().zip(&keymap.bindings) {
            for name in *names {
                let key = Key::parse(name);
                let key = key.unwrap_or_else(|| panic!("{command}: {name} is not known"));
                assert_eq!(keymap.verb(key), Some(*verb), "{name}");
                assert_eq!(Key::parse(&key.name()), Some(key));
            }
        }
    }

    #[test]
    fn every_verb_that_a_text_field_swallows_has_another_key() {
        let keymap = Keymap::builtin();
        let needed = [Verb::Help, Verb::Language, Verb::Quit, Verb::Review, Verb::Note, Verb::Back];
        for verb in needed {
            assert!(keymap.keys(verb).iter().any(|key| key.typed().is_none()), "{verb:?}");
        }
    }
}
