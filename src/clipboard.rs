//! The clipboard through the terminal: OSC 52, which also works over SSH.
//!
//! The terminal never answers, so nobody can know whether the text arrived; [`Reach`] says what is
//! known of it beforehand.

use base64::{Engine, engine::general_purpose::STANDARD};

/// How many characters of base 64 are sent at most: xterm cuts what is longer, and others do worse.
const MOST: usize = 74_994;

/// A piece of a sequence that GNU screen hands on: it drops strings longer than 768 bytes.
const SCREEN_PIECE: usize = 700;

/// What is known of whether the text reaches the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This terminal takes it as it comes from its maker.
    Likely,
    /// It depends on the terminal or on its settings.
    Unsure,
    /// This terminal does not know the sequence.
    Never,
}

/// What stands between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Nothing.
    Nothing,
    /// tmux, which takes the text itself (`set-clipboard on`) or hands it on (`allow-passthrough`).
    Tmux,
    /// GNU screen.
    Screen,
}

/// A terminal, as far as it matters to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// What stands between.
    pub between: Between,
    /// What is known of it.
    pub reach: Reach,
}

impl Terminal {
    /// What the environment tells; `get` reads one of its variables.
    pub fn of(get: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| get(name).is_some_and(|value| !value.is_empty());
        let term = get("TERM").unwrap_or_default();
        let program = get("TERM_PROGRAM").unwrap_or_default();
        let between = if set("TMUX") || term.starts_with("tmux") {
            Between::Tmux
        } else if set("STY") || term.starts_with("screen") {
            Between::Screen
        } else {
            Between::Nothing
        };
        let named = |names: &[&str]| {
            names.iter().any(|name| term.contains(name) || program.eq_ignore_ascii_case(name))
        };
        let never = matches!(term.as_str(), "dumb" | "linux") || program == "Apple_Terminal";
        // On Windows the older console has no TERM, and Windows Terminal sets WT_SESSION.
        let takes_it = set("WT_SESSION")
            || named(&["kitty", "alacritty", "foot", "wezterm", "ghostty", "contour", "rio"]);
        let reach = match between {
            _ if never => Reach::Never,
            // The others depend on settings, and what stands behind them is not known.
            Between::Nothing if takes_it => Reach::Likely,
            _ => Reach::Unsure,
        };
        Self { between, reach }
    }
}

/// The sequence that puts a text on the clipboard, or nothing where it is too long for terminals.
/// The caller writes it to the terminal, flushed and not within a frame.
pub fn osc52(text: &str, between: Between) -> Option<String> {
    let encoded = STANDARD.encode(text);
    if encoded.len() > MOST {
        return None;
    }
    let plain = format!("\x1b]52;c;{encoded}\x07");
    Some(match between {
        Between::Nothing => plain,
        // tmux takes the first where it may, and hands on the second where it may; the terminal
        // gets the same text twice at worst.
        Between::Tmux => {
            format!("{plain}\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b"))
        }
        Between::Screen => {
            let pieces = plain.as_bytes().chunks(SCREEN_PIECE);
            let pieces = pieces.map(|piece| String::from_utf8_lossy(piece).into_owned());
            pieces.flat_map(|piece| ["\x1bP".to_owned(), piece, "\x1b\\".to_owned()]).collect()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that a terminal takes out of a sequence.
    fn taken(sequence: &str) -> String {
        let inside = sequence.strip_prefix("\x1b]52;c;").and_then(|own| own.strip_suffix('\x07'));
        let bytes = STANDARD.decode(inside.expect("the sequence")).expect("base 64");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn a_terminal_gets_the_text() {
        for text in ["", "a", "停机\n2. [ ] 拔掉", "\x1b]0;title\x07"] {
            let sequence = osc52(text, Between::Nothing).expect("short");
            assert_eq!(taken(&sequence), text);
            assert_eq!(sequence.matches('\x1b').count(), 1, "{sequence:?}");
        }
    }

    #[test]
    fn tmux_takes_it_or_hands_it_on() {
        let sequence = osc52("停机", Between::Tmux).expect("short");
        let (own, rest) = sequence.split_once("\x1bPtmux;").expect("handed on");
        assert_eq!(taken(own), "停机");
        let inner = rest.strip_suffix("\x1b\\").expect("its end").replace("\x1b\x1b", "\x1b");
        assert_eq!(taken(&inner), "停机");
    }

    #[test]
    fn screen_hands_it_on_in_pieces() {
        let text = "停机".repeat(500);
        let sequence = osc52(&text, Between::Screen).expect("short enough");
        let pieces: Vec<&str> = sequence.split_terminator("\x1b\\").collect();
        assert!(pieces.len() > 3);
        let inner: String = pieces
            .iter()
            .map(|piece| {
                let piece = piece.strip_prefix("\x1bP").expect("a string for the terminal");
                assert!(piece.len() <= 768);
                piece
            })
            .collect();
        assert_eq!(taken(&inner), text);
    }

    #[test]
    fn what_is_too_long_for_terminals_is_not_sent() {
        // Four characters of base 64 stand for three bytes.
        let longest = "x".repeat(MOST / 4 * 3);
        for between in [Between::Nothing, Between::Tmux, Between::Screen] {
            assert!(osc52(&longest, between).is_some());
            assert_eq!(osc52(&format!("{longest}x"), between), None);
        }
    }

    #[test]
    fn says_what_is_known_of_a_terminal() {
        for (variables, between, reach) in [
            (&[("TERM", "xterm-256color")][..], Between::Nothing, Reach::Unsure),
            (&[("TERM", "xterm-kitty")], Between::Nothing, Reach::Likely),
            (&[("TERM", "alacritty")], Between::Nothing, Reach::Likely),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")],
                Between::Nothing,
                Reach::Likely,
            ),
            (&[("WT_SESSION", "1")], Between::Nothing, Reach::Likely),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")],
                Between::Nothing,
                Reach::Never,
            ),
            (&[("TERM", "linux")], Between::Nothing, Reach::Never),
            (&[("TERM", "dumb")], Between::Nothing, Reach::Never),
            (&[("TERM", "tmux-256color"), ("TMUX", "/tmp/1")], Between::Tmux, Reach::Unsure),
            (&[("TERM", "screen-256color"), ("TMUX", "/tmp/1")], Between::Tmux, Reach::Unsure),
            (&[("TERM", "screen"), ("STY", "1.pts")], Between::Screen, Reach::Unsure),
            (&[], Between::Nothing, Reach::Unsure),
        ] {
            let get = |name: &str| {
                let own = variables.iter().find(|(own, _)| *own == name);
                own.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(Terminal::of(get), Terminal { between, reach }, "{variables:?}");
        }
    }
}
