//! Findings as SARIF 2.1.0 (OASIS standard "Static Analysis Results Interchange Format", 2020), which
//! code hosts show beside the lines of a change.
//!
//! The few objects that are needed are written as they are here; a crate for the whole standard would
//! bring hundreds of types for them.

use super::spot::Spots;
use crate::{
    guide::{Finding, Place, SourceFile, explain, rules},
    redact::redact,
    texts::Texts,
};
use serde::Serialize;
use std::fmt::Write;

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    language: String,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// All findings, and every rule with what it means.
pub(super) fn sarif(files: &[SourceFile], findings: &[Finding], texts: &Texts) -> String {
    let mut spots = Spots::new(files);
    let result = |finding: &Finding| Outcome {
        rule_id: finding.rule,
        rule_index: rules().position(|rule| rule.id == finding.rule).unwrap_or_default(),
        level: finding.severity.name(),
        message: message(finding, texts),
        locations: if files.is_empty() {
            Vec::new()
        } else {
            vec![location(&mut spots, finding.place, None)]
        },
        related_locations: finding
            .problem
            .first()
            .map(|place| location(&mut spots, place, Some(0)))
            .into_iter()
            .collect(),
    };
    let results = findings.iter().map(result).collect();
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        language: texts.tag().to_owned(),
        rules: rules().map(|rule| descriptor(rule.id, rule.severity.name(), texts)).collect(),
    };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    let log = Log { schema, version: "2.1.0", runs: [run] };
    // Strings and numbers always become JSON.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn message(finding: &Finding, texts: &Texts) -> Message {
    let text = [finding.message(texts), finding.help(texts)].join("\n");
    Message { text: redact(&text).text }
}

fn descriptor(id: &'static str, level: &'static str, texts: &Texts) -> Descriptor {
    let told = explain::explanation(id, texts.tag());
    Descriptor {
        id,
        short_description: Message { text: told.means.to_owned() },
        full_description: Message { text: told.why.to_owned() },
        help: Message { text: told.mend.to_owned() },
        default_configuration: Configuration { level },
    }
}

fn location(spots: &mut Spots<'_>, place: Place, id: Option<u32>) -> Location {
    let spot = spots.spot(place);
    let region = Region {
        start_line: spot.line,
        start_column: spot.column,
        end_line: spot.end_line,
        end_column: spot.end_column,
    };
    let artifact_location = Artifact { uri: uri(&spots.file(place)) };
    Location { id, physical_location: Physical { artifact_location, region } }
}

/// A path as a relative reference, or as a file's address where it is absolute (RFC 3986).
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut out = String::new();
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || drive {
        out += if drive { "file:///" } else { "file://" };
    }
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
        if plain || (byte == b':' && drive) {
            out.push(char::from(byte));
        } else {
            // A string takes all.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(uri("guide/网络 1.toml"), "guide/%E7%BD%91%E7%BB%9C%201.toml");
        assert_eq!(uri("/shop/a.toml"), "file:///shop/a.toml");
        assert_eq!(uri(r"C:\shop\a.toml"), "file:///C:/shop/a.toml");
    }
}
