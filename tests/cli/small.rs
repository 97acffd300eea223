//! A small scenario, a folder of its own, and the program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// Two policies, an uncertain input, an assumption; six months.
pub const SCENARIO: &str = r#"
[scenario]
name = "small"
title = { ru = "Маленький отдел", en = "A small department" }
start = 2027-02-01
months = 6
lead_in = 0
replications = 12
seed = 7

[drivers.clients]
title = { ru = "Клиенты", en = "Clients" }
linear = { from = 100, to = 160, months = 6 }

[roles.agent]
title = { ru = "Специалист", en = "Agent" }
headcount = 1
pay = { value = 100000, source = "assumed" }
holiday = { blocks = ["14d"] }
sickness = { spells = 1, length = "7d" }

[streams.ticket]
title = { ru = "Обращения", en = "Tickets" }
arrival = { rate = 9, per = "working-day", driver = "clients", at = 100 }
route = [
  { effort = { mean = { min = "40min", max = "50min", title = { ru = "Время на обращение", en = "Effort a ticket" } } }, role = "agent" },
  { mark = "solved" },
  { reopen = "5%", after = "8h", clock = "working" },
]
[streams.ticket.sla.solved]
title = { ru = "Решение за день", en = "Solved in a day" }
to = "solved"
within = { working = "48h", calendar_days = 5, compose = "earlier" }
target = "95%"

[[policies]]
key = "as-is"
title = { ru = "Как есть", en = "As is" }
[[policies]]
key = "second"
title = { ru = "Второй специалист", en = "Second agent" }
changes = [{ hire = "agent", start = 2027-02-01, ramp = false }]
[[policies]]
key = "third"
title = { ru = "Ещё двое", en = "Two more" }
changes = [{ hire = "agent", start = 2027-02-01, count = 2, ramp = false }]
"#;

/// A folder with the small scenario in it.
pub struct Place {
    folder: TempDir,
}

/// What a command left behind.
pub struct Left {
    /// Its exit code.
    pub code: i32,
    /// What it printed.
    pub stdout: String,
    /// What it complained about.
    pub stderr: String,
}

impl Place {
    /// With the small scenario as `small.toml`.
    pub fn new() -> Self {
        Self::with(SCENARIO)
    }

    /// With another text as `small.toml`.
    pub fn with(text: &str) -> Self {
        let place = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        std::fs::write(place.path("small.toml"), text).expect("a file in it");
        place
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program in the folder, ready to be run by somebody who speaks Russian.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_staffcast"));
        command.current_dir(self.folder.path()).env("LC_ALL", "ru_RU.UTF-8").args(arguments);
        // The day on which the tests run is a day before every scenario.
        command.env("SOURCE_DATE_EPOCH", "0");
        command
    }

    /// Runs the program in the folder.
    pub fn staffcast(&self, arguments: &[&str]) -> Left {
        let Output { status, stdout, stderr } =
            self.command(arguments).output().expect("the program runs");
        // Spaces that keep words together are spaces to these tests.
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8").replace('\u{a0}', " ");
        Left {
            code: status.code().expect("it ends by itself"),
            stdout: text(stdout),
            stderr: text(stderr),
        }
    }

    /// Runs it, and expects that it does what it was asked to.
    pub fn succeeds(&self, arguments: &[&str]) -> Left {
        let left = self.staffcast(arguments);
        assert_eq!(left.code, 0, "{arguments:?}: {}{}", left.stdout, left.stderr);
        left
    }

    /// The text of a file.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Every file under a folder: name and bytes, in order.
    pub fn files(&self, name: &str) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        collect(&self.path(name), "", &mut found);
        found.sort();
        found
    }
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), found);
        } else {
            found.push((name, std::fs::read(&path).expect("a file")));
        }
    }
}
