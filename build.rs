//! Packs the texts that the executable carries: Chinese and English together shrink to a third.
//!
//! Of the guide each text is deflated for itself, so that whoever reads one needs no room for all of them:
//! a row of names (paths below the folder) and packed texts. Other folders are one packed text, of names and
//! texts in turn with a zero behind each: many small files that resemble each other shrink together. Before a
//! name stand its bytes in number, before a packed text those it has and those it takes when it is packed, four
//! bytes each, the lowest first. `src/packed.rs` reads all of them.
//!
//! The program's own wording is not packed: the first frame needs some of it at once. It is told where its texts
//! are, in Rust, for `src/texts.rs`; and so is the table of keys, for `src/tui/keymap.rs`.

#[path = "src/texts/index.rs"]
mod index;

use miniz_oxide::deflate::compress_to_vec;
use std::{
    collections::BTreeMap,
    env,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
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

/// Where the wording is.
const WORDING: &str = "assets/i18n";

/// The table of keys.
const KEYMAP: &str = "assets/keymap.toml";

/// The functions that run between the start and a remedy; `link/first.sh` finds them.
const FIRST: &str = "link/first.txt";

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
    if loader_knows_packed_addresses() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    println!("cargo::rerun-if-changed={FIRST}");
    if linker_knows_scripts() {
        let script = target.join("first.ld");
        fs::write(&script, first(&fs::read_to_string(FIRST)?))?;
        println!("cargo::rustc-link-arg-bins=-Wl,-T,{}", script.display());
    }
    fs::write(target.join("wording.rs"), wording(&target)?)?;
    fs::write(target.join("keymap.rs"), keymap()?)?;
    for (name, file) in FILES {
        println!("cargo::rerun-if-changed={file}");
        let mut packed = Vec::new();
        pack(&fs::read(file)?, &mut packed)?;
        fs::write(target.join(name), packed)?;
    }
    Ok(())
}

/// Whether the loader of programs can read where addresses are to be put right in a twentieth of the room that a
/// list of them takes: glibc can since 2.36 (`NEWS`, "`DT_RELR`"). Only its own system is asked.
fn loader_knows_packed_addresses() -> bool {
    let of = |name| env::var(name).unwrap_or_default();
    let glibc = of("CARGO_CFG_TARGET_OS") == "linux" && of("CARGO_CFG_TARGET_ENV") == "gnu";
    if !glibc || of("HOST") != of("TARGET") {
        return false;
    }
    let Ok(told) = Command::new("getconf").arg("GNU_LIBC_VERSION").output() else { return false };
    let told = String::from_utf8_lossy(&told.stdout);
    let version = told.trim().strip_prefix("glibc 2.").and_then(|minor| minor.parse().ok());
    version.is_some_and(|minor: u32| minor >= 36)
}

/// Whether the linker is one that can put functions side by side when it is told which: GNU ld and LLD take a
/// script in addition to their own, others refuse it. One that somebody has chosen is not known.
fn linker_knows_scripts() -> bool {
    let of = |name: &str| env::var(name).unwrap_or_default();
    let system = ["ARCH", "OS", "ENV"].map(|part| of(&format!("CARGO_CFG_TARGET_{part}")));
    let flags = of("CARGO_ENCODED_RUSTFLAGS");
    let chosen = env::var_os("RUSTC_LINKER").is_some()
        || ["linker", "link-arg"].iter().any(|part| flags.contains(part));
    system == ["x86_64", "linux", "gnu"] && of("PROFILE") == "release" && !chosen
}

/// Tells the linker to put the named functions side by side: a start then touches a third of the pages, each of
/// which has to be fetched and kept in memory. The compiler gives each function a section of its own, named after
/// it; what it takes for unlikely has one more word, and what is renamed while linking a number at its end.
fn first(names: &str) -> String {
    let mut script = "SECTIONS\n{\n  .text.first :\n  {\n".to_owned();
    for name in names.lines() {
        // No character of a name but this one means something in a script.
        let name = name.replace('$', "?");
        for section in [".text", ".text.unlikely"] {
            // Writing to a string can't fail.
            let _ = writeln!(script, "    *({section}.{name} {section}.{name}.*)");
        }
    }
    script + "  }\n}\nINSERT BEFORE .text;\n"
}

/// The wording in each language: a folder of its own, named by the language's tag.
fn wording(target: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={WORDING}");
    let mut folders: Vec<_> = fs::read_dir(WORDING)?.collect::<Result<_, _>>()?;
    folders.sort_by_key(fs::DirEntry::file_name);
    let mut all = "/// The wording in all languages, in the order of their tags.\n".to_owned();
    all += "#[allow(clippy::unreadable_literal)]\nstatic WORDING: &[Wording] = &[\n";
    for folder in folders {
        let tag = name(&folder)?;
        // A Windows checkout has other line ends.
        let source = fs::read_to_string(folder.path().join("tilldoc.ftl"))?.replace("\r\n", "\n");
        fs::write(target.join([&tag, ".ftl"].concat()), &source)?;
        let index = index::index(&source);
        let line = writeln!(
            all,
            r#"Wording {{
                tag: "{tag}",
                source: include_str!(concat!(env!("OUT_DIR"), "/{tag}.ftl")),
                index: &{index:?},
            }},"#
        );
        line.map_err(io::Error::other)?;
    }
    Ok(all + "];\n")
}

/// The table of keys: the name of each command, and the names of its keys.
fn keymap() -> io::Result<String> {
    println!("cargo::rerun-if-changed={KEYMAP}");
    let table: toml::Table = fs::read_to_string(KEYMAP)?.parse().map_err(io::Error::other)?;
    let strange = || io::Error::other("a strange table of keys");
    let mut all =
        "/// The names of all commands and their keys, in the order of the table.\n".to_owned();
    all += "const TABLE: &[(&str, &[&str])] = &[\n";
    for binding in table.get("key").and_then(toml::Value::as_array).ok_or_else(strange)? {
        let command = binding.get("command").and_then(toml::Value::as_str).ok_or_else(strange)?;
        let keys = binding.get("keys").and_then(toml::Value::as_array).ok_or_else(strange)?;
        let keys = keys.iter().map(|key| key.as_str().ok_or_else(strange));
        let keys = keys.collect::<io::Result<Vec<&str>>>()?;
        writeln!(all, "({command:?}, &{keys:?}),").map_err(io::Error::other)?;
    }
    Ok(all + "];\n")
}

/// The name of a file or folder.
fn name(entry: &fs::DirEntry) -> io::Result<String> {
    entry.file_name().into_string().map_err(|_| io::Error::other("a strange name"))
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
        let name = name(&entry)?;
        let path = [above, &name].concat();
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &[&path, "/"].concat(), texts)?;
        } else if Path::new(&name).extension().is_some_and(|ending| ending == "toml") {
            texts.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
