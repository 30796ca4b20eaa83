use super::{Unformatted, fmt};

fn laid(source: &str) -> String {
    let text = fmt(source, &["zh", "en"]).expect("it can be read");
    assert_eq!(fmt(&text, &["zh", "en"]).as_ref(), Ok(&text), "again");
    text
}

#[test]
fn keys_stand_in_the_order_of_the_reference_with_their_comments() {
    let source = "\
#:schema x.json
# The file.

# A question.
  [[ question ]]   # q

answers=[{go='a.b',say={en=\"Yes\",zh=\"是\"},id='yes'}, # first
   # second
   {id='no',say.en='No',go='c'}]


# Where.
step = 'power'
mine = 1
id   = \"power.light\"   #   its name
# The end.";
    let wanted = "\
#:schema x.json
# The file.

# A question.
[[question]] # q
id = \"power.light\" #   its name

# Where.
step = 'power'
answers = [
  { id = 'yes', say = { zh = \"是\", en = \"Yes\" }, go = 'a.b' }, # first
  # second
  { id = 'no', say.en = 'No', go = 'c' },
]
mine = 1
# The end.
";
    assert_eq!(laid(source), wanted);
}

#[test]
fn a_list_stands_in_one_line_or_in_several() {
    for (source, wanted) in [
        ("words=[ 'a' ,'b', ]\n", "words = ['a', 'b']\n"),
        ("words=[ 'a' ,\n'b' ]\n", "words = [\n  'a',\n  'b',\n]\n"),
        ("words = [\n]\n", "words = []\n"),
        ("words = [\n  # none\n\n]\n", "words = [\n  # none\n]\n"),
        ("words = [ # why\n'a']\n", "words = [ # why\n  'a',\n]\n"),
        ("words = ['a' # b\n, # c\n'd' # e\n]\n", "words = [\n  'a', # b\n  # c\n  'd', # e\n]\n"),
        ("never=[{en='x'}]\n", "never = [ { en = 'x' } ]\n"),
        ("never=[\n{en='x'}]\n", "never = [\n  { en = 'x' },\n]\n"),
        ("never=[{en='x'},{en='y'}]\n", "never = [\n  { en = 'x' },\n  { en = 'y' },\n]\n"),
        ("a=[[1,2],\n[3]]\n", "a = [\n  [1, 2],\n  [3],\n]\n"),
        ("title={ en='x',\n  zh='y' }\n", "title = { zh = 'y', en = 'x' }\n"),
        ("title={ en='x', # so\n  zh='y' }\n", "title = { en='x', # so\n  zh='y' }\n"),
    ] {
        assert_eq!(laid(source), wanted, "{source}");
    }
}

#[test]
fn what_belongs_to_the_file_stays_at_its_top() {
    let source = "# File.\n\n# Version.\nversion = '1'\n# Format.\nformat = 1\n";
    let wanted = "# File.\n\n# Format.\nformat = 1\n# Version.\nversion = '1'\n";
    assert_eq!(laid(source), wanted);
    assert_eq!(laid("\u{feff}\n\n# Only this"), "# Only this\n");
    assert_eq!(laid(""), "");
}

#[test]
fn lines_end_as_they_did() {
    assert_eq!(laid("format=1\r\nid='a'\r\n"), "format = 1\r\nid = 'a'\r\n");
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    // A carriage return alone ends no line; with the line feed that is put behind the last line it would.
    for source in ["format = ", "\r", "format = 1\r"] {
        assert_eq!(fmt(source, &["en"]), Err(Unformatted::Syntax), "{source:?}");
    }
}
