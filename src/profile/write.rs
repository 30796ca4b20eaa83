//! From a profile to TOML.

use super::{More, Profile, Terminal};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

/// The profile as TOML. Where `old` is the file so far, its comments and its order stay, and what
/// this version does not know in it stays too. None where `old` is no TOML: nothing of it can be
/// kept.
pub fn write(profile: &Profile, old: &str) -> Option<String> {
    let mut file: DocumentMut = old.parse().ok()?;
    if file.is_empty() && !old.trim().is_empty() {
        // Comments alone: they stood at the top, and stay there.
        return Some(format!("{}\n\n{}", old.trim_end(), write(profile, "")?));
    }
    let root = file.as_table_mut();
    set(root, "shop", &profile.shop);
    let merchant = profile.merchant_number.as_ref().map(ToString::to_string);
    set(root, "merchant_number", merchant.as_deref().unwrap_or_default());
    let terminals = profile.terminals.iter().map(|own| (own.number.as_str(), own));
    list(root, "terminal", "number", terminals, write_terminal);
    write_phones(root, profile);
    let more = profile.more.iter().map(|own| (own.label.as_str(), own));
    list(root, "more", "label", more, write_more);
    Some(file.to_string())
}

/// Sets a key in place, or takes it away where there is nothing to say.
fn set(table: &mut Table, key: &str, text: &str) {
    if text.is_empty() {
        table.remove(key);
        return;
    }
    match table.get_mut(key).and_then(Item::as_value_mut) {
        // The same value stays as it is written; a new one keeps the comment behind it.
        Some(own) if own.as_str() == Some(text) => {}
        Some(own) => {
            let around = own.decor().clone();
            *own = text.into();
            *own.decor_mut() = around;
        }
        None => {
            table.insert(key, value(text));
        }
    }
}

/// Writes a list of tables. A table keeps what stands around it as long as its name stays.
fn list<'p, T: 'p>(
    root: &mut Table,
    key: &str,
    name: &str,
    wanted: impl Iterator<Item = (&'p str, &'p T)>,
    write: fn(&mut Table, &T),
) {
    let old = root.get(key).and_then(Item::as_array_of_tables).cloned().unwrap_or_default();
    let mut old: Vec<Option<Table>> = old.into_iter().map(Some).collect();
    let mut new = ArrayOfTables::new();
    for (own, entry) in wanted {
        let is_it = |table: &&mut Option<Table>| {
            table.as_ref().and_then(|table| table.get(name)?.as_str()) == Some(own)
        };
        let mut table = old.iter_mut().find(is_it).and_then(Option::take).unwrap_or_else(|| {
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            table
        });
        write(&mut table, entry);
        new.push(table);
    }
    if new.is_empty() {
        root.remove(key);
    } else if let Some(item) = root.get_mut(key) {
        *item = Item::ArrayOfTables(new);
    } else {
        root.insert(key, Item::ArrayOfTables(new));
    }
}

fn write_terminal(table: &mut Table, own: &Terminal) {
    set(table, "number", own.number.as_str());
    set(table, "model", &own.model);
    set(
        table,
        "connection",
        own.connection.map(crate::guide::Connection::name).unwrap_or_default(),
    );
    set(table, "place", &own.place);
}

fn write_more(table: &mut Table, own: &More) {
    set(table, "label", &own.label);
    set(table, "value", &own.value);
}

fn write_phones(root: &mut Table, profile: &Profile) {
    if profile.phones.is_empty() {
        root.remove("phone");
        return;
    }
    let item = root.entry("phone").or_insert_with(|| {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        Item::Table(table)
    });
    if item.as_table().is_none() {
        // An inline table becomes one with a heading of its own.
        let table = std::mem::take(item).into_table().unwrap_or_default();
        *item = Item::Table(table);
    }
    let Some(table) = item.as_table_mut() else { return };
    let known = |key: &str| profile.phone(if key == "bank" { "issuer" } else { key }).is_some();
    table.retain(|key, _| known(key));
    for (contact, number) in profile.numbers() {
        let as_bank = *contact == "issuer" && table.contains_key("bank");
        set(table, if as_bank { "bank" } else { contact }, number.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Draft, read};

    const FILE: &str = r#"# The shop in Xingfu Road
shop = "幸福路店"  # on the sign
merchant_number = "898110259990123"

# beside the door
[[terminal]]
number = "12345678"
model = "ME50"
connection = "wifi" # since May
place = "1号收银台"

[[terminal]]
number = "22345678"

[phone]
# day and night
acquirer = "95516"
"#;

    #[test]
    fn what_is_not_changed_stays_letter_for_letter() {
        let (profile, findings) = read(FILE);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(write(&profile, FILE).as_deref(), Some(FILE));
    }

    #[test]
    fn comments_stay_when_something_changes() {
        let mut draft = Draft::of(&read(FILE).0);
        draft.shop = "幸福路二店".to_owned();
        draft.terminals.remove(1);
        draft.terminals[0].connection = None;
        draft.phones[0].1 = "400-820-5555".to_owned();
        let profile = draft.profile().expect("it is right");
        let written = write(&profile, FILE).expect("it was TOML");
        for kept in ["# The shop in", "# on the sign", "# beside the door", "# day and night"] {
            assert!(written.contains(kept), "{kept} is lost:\n{written}");
        }
        for gone in ["22345678", "wifi", "95516"] {
            assert!(!written.contains(gone), "{gone} is there still:\n{written}");
        }
        assert_eq!(read(&written), (profile, Vec::new()));
    }

    #[test]
    fn from_nothing_comes_a_file_that_reads_the_same() {
        let profile = read(FILE).0;
        let written = write(&profile, "").expect("nothing is TOML");
        assert_eq!(read(&written), (profile.clone(), Vec::new()), "{written}");
        assert_eq!(write(&Profile::default(), "").as_deref(), Some(""));
        let below = write(&profile, "# mine\n").expect("a comment is TOML");
        assert_eq!(below, format!("# mine\n\n{written}"));
        assert_eq!(write(&Profile::default(), "shop = "), None);
    }
}
