//! The README's commands run, and print what it shows.
//!
//! A block that begins with `$ staffcast …` is run; what the block shows must be what it prints, up to
//! a line `…` that stands for the rest. With `STAFFCAST_README=write` the blocks are written anew, as
//! many lines of each as the comment before it says.

use std::path::Path;
use std::process::Command;

const REST: &str = "…";

fn printed(command: &str, folder: &Path) -> String {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("staffcast"));
    let out = folder.join("out");
    let mut program = Command::new(env!("CARGO_BIN_EXE_staffcast"));
    program.args(words.clone()).env("COLUMNS", "100");
    program.current_dir(env!("CARGO_MANIFEST_DIR"));
    if command.contains(" run ") {
        program.arg("--out").arg(&out);
    }
    // What `init` wrote is there for the commands after it.
    if command.contains(" init ") || words.clone().any(|it| folder.join(it).is_file()) {
        program.current_dir(folder);
    }
    let done = program.output().expect("the program starts");
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{command}: {complaint}");
    String::from_utf8(done.stdout).expect("UTF-8")
}

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("the README is there");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let is_writing = std::env::var_os("STAFFCAST_README").is_some_and(|it| it == "write");
    let mut written = String::new();
    let mut wanted = 0;
    let mut lines = readme.lines();
    let mut commands = 0;
    while let Some(line) = lines.next() {
        written += &format!("{line}\n");
        if let Some(count) = line.strip_prefix("<!-- lines: ") {
            wanted = count.trim_end_matches(" -->").parse().expect("a number of lines");
        }
        if line != "```console" {
            continue;
        }
        let command = lines.next().and_then(|it| it.strip_prefix("$ "));
        let command = command.expect("a block of the console begins with its command");
        let shown: Vec<&str> = lines.by_ref().take_while(|it| *it != "```").collect();
        let output = printed(command, folder.path());
        let output: Vec<&str> = output.lines().map(str::trim_end).collect();
        commands += 1;
        if is_writing {
            written += &format!("$ {command}\n");
            for line in output.iter().take(wanted) {
                written += &format!("{line}\n");
            }
            if output.len() > wanted {
                written += &format!("{REST}\n");
            }
            written += "```\n";
            continue;
        }
        let is_part = shown.last() == Some(&REST);
        let part = &shown[..shown.len() - usize::from(is_part)];
        assert!(!part.is_empty(), "the README shows nothing of `{command}`");
        assert_eq!(part, &output[..part.len().min(output.len())], "{command}");
        assert!(is_part || part.len() == output.len(), "{command} prints more");
    }
    assert!(commands >= 3, "the README has its tour");
    if is_writing {
        std::fs::write(&path, written).expect("the README can be written");
    }
}
