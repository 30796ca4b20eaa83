//! The rules that the reader itself checks, because it can't make a guide of what breaks them.

use super::Rule;

/// A file is TOML.
pub(in crate::guide) static TOML_SYNTAX: Rule = Rule::reading("toml-syntax");
/// One file is the guide's `guide.toml`.
pub(in crate::guide) static NO_GUIDE_FILE: Rule = Rule::reading("no-guide-file");
/// The format is one that this version reads.
pub(in crate::guide) static UNSUPPORTED_FORMAT: Rule = Rule::reading("unsupported-format");
/// A table has only the keys that mean something: a mistyped one would be lost in silence.
pub(in crate::guide) static UNKNOWN_KEY: Rule = Rule::reading("unknown-key");
/// A value is of the type that its key takes.
pub(crate) static WRONG_TYPE: Rule = Rule::reading("wrong-type");
/// A table has the keys that it needs.
pub(in crate::guide) static MISSING_KEY: Rule = Rule::reading("missing-key");
/// A word is one of those that its key takes.
pub(in crate::guide) static UNKNOWN_WORD: Rule = Rule::reading("unknown-word");
/// A number is one that its key takes.
pub(in crate::guide) static BAD_NUMBER: Rule = Rule::reading("bad-number");
/// An id can stand in an event, a session code and an export.
pub(in crate::guide) static BAD_ID: Rule = Rule::reading("bad-id");
/// A response code is written as codes are compared.
pub(in crate::guide) static BAD_CODE: Rule = Rule::reading("bad-code");
/// A text has no card data: the reader masks it, so that it is never shown.
pub(in crate::guide) static CARD_DATA: Rule = Rule::reading("card-data").warning();
/// A guide has a language.
pub(in crate::guide) static NO_LANGUAGES: Rule = Rule::reading("no-languages");
/// A text is in languages of the guide.
pub(in crate::guide) static UNKNOWN_LANGUAGE: Rule = Rule::reading("unknown-language");
/// A text is in all languages of the guide.
pub(in crate::guide) static MISSING_LANGUAGE: Rule = Rule::reading("missing-language");
/// An answer has only the keys of its kind of question.
pub(in crate::guide) static MISPLACED_KEY: Rule = Rule::reading("misplaced-key");
/// An answer stands for one thing.
pub(in crate::guide) static TWO_ROLES: Rule = Rule::reading("two-roles");
/// A date or a time is one.
pub(in crate::guide) static BAD_TIME: Rule = Rule::reading("bad-time");
/// What keeps a guide from running can't be allowed.
pub(in crate::guide) static ALLOWED_ERROR: Rule = Rule::reading("allowed-error");
/// What is allowed is there.
pub(in crate::guide) static IDLE_ALLOW: Rule = Rule::reading("idle-allow").warning().closely();
/// A path case begins at one way in.
pub(in crate::guide) static CASE_WAY_IN: Rule = Rule::reading("case-way-in");
