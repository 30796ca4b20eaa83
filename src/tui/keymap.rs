//! From keys to verbs, by the one table in `assets/keymap.toml`.

use super::{command::Verb, input::Key};
use serde::Deserialize;

const TABLE: &str = include_str!("../../assets/keymap.toml");

/// The keys of all verbs, in the order of the table.
#[derive(Debug)]
pub struct Keymap {
    bindings: Vec<(Verb, Vec<Key>)>,
}

#[derive(Deserialize)]
struct Table {
    key: Vec<Binding>,
}

#[derive(Deserialize)]
struct Binding {
    command: Verb,
    keys: Vec<String>,
}

impl Keymap {
    /// The built-in table.
    ///
    /// It is part of the executable; that it reads without loss is tested.
    pub fn builtin() -> Self {
        let table: Table = toml::from_str(TABLE).unwrap_or(Table { key: Vec::new() });
        let keys = |names: &[String]| names.iter().filter_map(|name| Key::parse(name)).collect();
        let bindings = table.key.iter().map(|binding| (binding.command, keys(&binding.keys)));
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
        let table: Table = toml::from_str(TABLE).expect("the table reads");
        let named: Vec<Option<Key>> = table
            .key
            .iter()
            .flat_map(|binding| &binding.keys)
            .map(|name| Key::parse(name))
            .collect();
        assert!(named.iter().all(Option::is_some), "a key is not known: {named:?}");
        let keymap = Keymap::builtin();
        for binding in &table.key {
            for key in &binding.keys {
                let key = Key::parse(key).expect("known");
                assert_eq!(keymap.verb(key), Some(binding.command), "{}", key.name());
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
