//! Packs the texts that the executable carries: Chinese and English together shrink to a third.
//!
//! Of the guide each text is deflated for itself, so that whoever reads one needs no room for all of them:
//! a row of names (paths below the folder) and packed texts. Other folders are one packed text, of names and
//! texts in turn with a zero behind each: many small files that resemble each other shrink together. Before a
//! name stand its bytes in number, before a packed text those it has and those it takes when it is packed, four
//! bytes each, the lowest first. `src/packed.rs` reads all of them.

use miniz_oxide::deflate::compress_to_vec;
use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
};

/// The name of each packed folder, and where its texts are.
const FOLDERS: [(&str, &str); 4] = [
    ("guide", "content/pos"),
    ("scenarios", "content/scenarios"),
    ("new-guide", "content/new-guide"),
    ("cases", "tests/guide-cases"),
];

/// The name of each packed file, and where it is.
const FILES: [(&str, &str); 2] =
    [("rules", "assets/rules.toml"), ("advice", "content/forbidden-advice.toml")];

/// How hard to try; more than this takes longer and gains nothing.
const LEVEL: u8 = 9;

fn main() -> io::Result<()> {
    let target =
        PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?);
    println!("cargo::rerun-if-changed=build.rs");
    for (name, folder) in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        let mut texts = BTreeMap::new();
        read(Path::new(folder), "", &mut texts)?;
        let mut packed = Vec::new();
        if name == "guide" {
            for (path, text) in texts {
                packed.extend(number(path.len())?);
                packed.extend(path.as_bytes());
                pack(text.as_bytes(), &mut packed)?;
            }
        } else {
            let all: Vec<_> = texts.into_iter().flat_map(|(path, text)| [path, text]).collect();
            pack((all.join("\0") + "\0").as_bytes(), &mut packed)?;
        }
        fs::write(target.join(name), packed)?;
    }
    for (name, file) in FILES {
        println!("cargo::rerun-if-changed={file}");
        let mut packed = Vec::new();
        pack(&fs::read(file)?, &mut packed)?;
        fs::write(target.join(name), packed)?;
    }
    Ok(())
}

/// A number in four bytes.
fn number(number: usize) -> io::Result<[u8; 4]> {
    u32::try_from(number).map(u32::to_le_bytes).map_err(io::Error::other)
}

/// Adds a text.
fn pack(text: &[u8], to: &mut Vec<u8>) -> io::Result<()> {
    let packed = compress_to_vec(text, LEVEL);
    to.extend(number(text.len())?);
    to.extend(number(packed.len())?);
    to.extend(packed);
    Ok(())
}

/// Reads all TOML below a folder. What else is there is for people who read the sources.
fn read(folder: &Path, above: &str, texts: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name =
            entry.file_name().into_string().map_err(|_| io::Error::other("a strange name"))?;
        let path = [above, &name].concat();
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &[&path, "/"].concat(), texts)?;
        } else if Path::new(&name).extension().is_some_and(|ending| ending == "toml") {
            texts.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
