//! Files that are no scenarios at all: an answer, never a panic.

use super::*;
use proptest::prelude::*;
use std::path::Path;

fn words(text: &str) -> String {
    problems(text).render(Lang::En, false)
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let try_file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        load(&path, &[], Some(Lang::En)).map(|_| ()).map_err(|it| it.to_string())
    };
    assert!(try_file("empty.toml", b"").unwrap_err().contains("the file is empty"));
    assert!(
        try_file("comment.toml", b"# only\n\n  # this\n")
            .unwrap_err()
            .contains("the file is empty")
    );
    let latin = try_file("latin.toml", b"[scenario]\nname = \"\xff\"\n").unwrap_err();
    assert!(
        latin.contains("byte 0xff is not UTF-8") && latin.contains("latin.toml:2:9"),
        "{latin}"
    );
    assert!(
        try_file("large.toml", &vec![b'#'; (4 << 20) + 1])
            .unwrap_err()
            .contains("larger than 4 MB")
    );
    let missing = load(&folder.path().join("none.toml"), &[], None).unwrap_err();
    assert!(missing.to_string().contains("нет такого файла"));
    let itself = load(folder.path(), &[], None).unwrap_err();
    assert!(itself.list[0].what.en.contains("a folder"));
    assert!(load(Path::new(""), &[], None).is_err());
}

#[test]
fn line_ends_and_byte_order_marks_do_not_matter() {
    let crlf = SMALL.replace('\n', "\r\n");
    assert!(read(&crlf).is_ok());
    assert!(read(&format!("\u{feff}{SMALL}")).is_ok());
    assert!(read(&format!("\u{feff}{crlf}")).is_ok());
    let problem = &problems(&with("pay = 100000", "pay = -1").replace('\n', "\r\n")).list[0];
    let line = SMALL.lines().position(|it| it == "pay = 100000").unwrap() + 1;
    assert_eq!((problem.line, problem.column), (line, 7));
}

#[test]
fn every_syntax_error_is_reported_in_words() {
    for (text, what) in [
        ("[scenario\n", "the header is not closed"),
        ("name = \"x\n", "the text is not closed"),
        ("a = [1, 2\n", "the list is not closed"),
        ("a =\n", "no value after"),
        ("a\n", "a key without a value"),
        ("= 1\n", "no key before"),
        ("a = 1\na = 2\n", "already in this table"),
        ("мой = 1\n", "unknown key `мой`"),
        ("[roles.мой]\n", "must be in quotes"),
        ("a = 01\n", "cannot begin with a zero"),
        ("a = yes\n", "it is not written so: yes"),
    ] {
        assert!(words(text).contains(what), "{text}: {}", words(text));
    }
    let two =
        with("start = 2026-02-01", "start = tomorrow").replace("per = \"week\"", "per = week");
    let found = problems(&two);
    assert_eq!(found.len(), 2, "{found}");
}

#[test]
fn a_lost_structure_hides_no_problem_before_it_and_invents_none_after() {
    let text = with("pay = 100000", "pay = \"5%\"").replace("per = \"week\"", "per = [\"week\"");
    let found = problems(&text);
    assert_eq!(found.len(), 2, "{found}");
    assert!(found.list[0].what.en.contains("not a share"), "{found}");
    assert!(found.list[1].what.en.contains("this bracket is not closed"), "{found}");
    assert!(found.list[1].excerpt.as_ref().unwrap().line.starts_with("per = ["), "{found}");
}

#[test]
fn deep_nesting_is_refused() {
    for text in [
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}1{}", "[".repeat(70), "]".repeat(70)),
        format!("{}a = 1", "a.".repeat(50_000)),
        format!("[{}a]\nb = 1", "a.".repeat(70)),
        "a.".repeat(79) + "a = {" + &("b.".repeat(78) + "b = {").repeat(70),
    ] {
        let shown = words(&text);
        assert!(shown.contains("nested too deeply") || shown.contains("not closed"), "{shown}");
    }
}

#[test]
fn huge_and_tiny_numbers_are_said_in_few_digits() {
    for (number, said) in [
        ("1e308", "too large a number: 1e308"),
        ("-1e300", "too large a number: -1e300"),
        ("1e18", "too large a number: 1e18"),
        ("1000000000000000000", "too large a number: 1000000000000000000"),
        ("-1e-300", ": -1e-300\n"),
    ] {
        let shown = words(&with("pay = 100000", &format!("pay = {number}")));
        assert!(shown.contains(said), "{shown}");
    }
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let shown = words("[scenario]\n\"\\u001b[31m\" = 1\nstart = \"\\u001b[31m\"\n");
    assert!(!shown.contains('\u{1b}'), "{shown:?}");
}

#[test]
fn fifty_problems_are_shown_and_the_others_counted() {
    let many: String = (0..400).map(|it| format!("k{it} = {it}\n")).collect();
    let shown = words(&(many + SMALL));
    assert!(
        shown.contains("400 problems") && shown.trim_end().ends_with("and 350 more"),
        "{shown}"
    );
}

/// A text that chance made: what is said of it cannot be kept.
fn read_random(text: &str) -> Result<Study, Problems> {
    load_text("test.toml", text, None, &[], None)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        if let Err(problems) = read_random(&text) {
            problems.render(Lang::Ru, true);
        }
    }

    #[test]
    fn random_toml_never_panics(text in "[\\[\\]{}=\"'.,#a-c0-9 \n\r\\-:]{0,200}") {
        if let Err(problems) = read_random(&text) {
            problems.render(Lang::En, false);
        }
    }

    #[test]
    fn mutations_of_the_reference_never_panic(
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..40, "[\\[\\]{}=\"'.,#a-z0-9% \n-]{0,12}"), 1..6),
    ) {
        let mut chars: Vec<char> = reference().chars().collect();
        for (index, length, insert) in cuts {
            let from = index.index(chars.len());
            let to = (from + length).min(chars.len());
            chars.splice(from..to, insert.chars());
        }
        let text: String = chars.into_iter().collect();
        if let Err(problems) = read_random(&text) {
            prop_assert!(!problems.is_empty());
            problems.render(Lang::Ru, false);
        }
    }

    #[test]
    fn values_of_the_reference_swapped_never_panic(
        line in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(),
        value in prop::sample::select(vec![
            "0", "-1", "1e308", "nan", "\"\"", "[]", "{}", "true", "\"-5%\"", "\"1h\"", "2026-01-01", "[[]]", "[{}]",
            "{ min = 1, max = 2 }", "{ value = 1 }", "{ mean = \"1h\" }", "9223372036854775807", "\"all\"", "false",
        ]),
    ) {
        let mut lines: Vec<String> = reference().lines().map(str::to_owned).collect();
        let at = line.index(lines.len());
        let places: Vec<usize> = lines[at].match_indices("= ").map(|(it, _)| it + 2).collect();
        if !places.is_empty() {
            let place = places[from.index(places.len())];
            let rest = lines[at][place..].find([',', '}', '#']).map_or(lines[at].len(), |it| place + it);
            lines[at].replace_range(place..rest, &format!("{value} "));
            if let Err(problems) = read_random(&lines.join("\n")) {
                problems.render(Lang::En, false);
            }
        }
    }
}
