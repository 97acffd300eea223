//! Headless Chromium without a driver: a probe in a copy of the page says what it finds.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PROBE: &str = include_str!("probe.js");
const PATIENCE: Duration = Duration::from_secs(90);

/// A browser on this machine.
pub struct Browser {
    program: PathBuf,
}

/// How wide the window is, and which colours the reader prefers.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub width: u32,
    pub dark: bool,
}

impl Look {
    pub fn light(width: u32) -> Self {
        Self { width, dark: false }
    }

    pub fn dark(width: u32) -> Self {
        Self { width, dark: true }
    }

    fn flags(self) -> Vec<String> {
        let scheme = if self.dark { 0 } else { 1 };
        vec![
            format!("--window-size={},{}", self.width, self.height()),
            format!("--blink-settings=preferredColorScheme={scheme}"),
        ]
    }

    fn height(self) -> u32 {
        if self.width < 600 { 844 } else { 800 }
    }
}

impl Browser {
    /// The browser; none only if somebody said that there need not be one.
    pub fn find() -> Option<Self> {
        super::program::find().map(|program| Self { program })
    }

    /// What the probe finds in the page.
    pub fn examine(&self, page: &str, look: Look) -> Value {
        // Before the page's policy, which would not let it in.
        let probed = page.replacen("<head>", &format!("<head><script>{PROBE}</script>"), 1);
        assert_ne!(probed, page, "the probe is in");
        let mut flags = look.flags();
        flags.extend(["--dump-dom".into(), "--enable-logging=stderr".into()]);
        // Until the message has come, however slow the machine is.
        flags.push("--virtual-time-budget=20000".into());
        let (shown, log) = self.run(&probed, &self.frame(look), &flags);
        let shown = String::from_utf8(shown).expect("the page is UTF-8");
        let found = between(&shown, "data-found=\"", "\"").unwrap_or_else(|| {
            panic!("the probe says nothing; the browser says:\n{log}");
        });
        let found = found.replace("&quot;", "\"").replace("&lt;", "<");
        let found = found.replace("&gt;", ">").replace("&nbsp;", "\u{a0}");
        let mut found: Value =
            serde_json::from_str(&found.replace("&amp;", "&")).expect("the probe speaks JSON");
        let said = log.lines().filter(|line| line.contains(":CONSOLE"));
        let said: Vec<Value> = said.map(|line| line.into()).collect();
        let errors = found["errors"].as_array_mut().expect("a list");
        errors.extend(said);
        found
    }

    /// Takes a picture of the first screens.
    pub fn picture(&self, page: &str, look: Look, file: &Path) {
        let mut flags = look.flags();
        let tall = if look.width < 600 { 16_000 } else { 9_500 };
        flags.push(format!("--window-size={},{tall}", look.width));
        flags.push(format!("--screenshot={}", file.display()));
        flags.push("--hide-scrollbars".into());
        self.run(page, "", &flags);
    }

    /// A page that shows another one as wide as wanted: windows have a least width.
    fn frame(&self, look: Look) -> String {
        let (width, height) = (look.width, look.height());
        format!(
            "<!doctype html><meta charset=utf-8><script>addEventListener('message', (event) => \
             {{ document.documentElement.dataset.found = event.data; }});</script>\
             <iframe src=page.html width={width} height={height} style=border:0></iframe>"
        )
    }

    /// The page as PDF.
    pub fn print(&self, page: &str) -> Vec<u8> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("page.pdf");
        let to = format!("--print-to-pdf={}", file.display());
        let (_, log) = self.run(page, "", &["--no-pdf-header-footer".into(), to]);
        std::fs::read(file).unwrap_or_else(|error| panic!("{error}; the browser says:\n{log}"))
    }

    /// Runs it on a page of its own with a profile of its own, and without a network.
    fn run(&self, page: &str, frame: &str, flags: &[String]) -> (Vec<u8>, String) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("page.html"), page).expect("a temporary file");
        std::fs::write(at("frame.html"), frame).expect("a temporary file");
        let first = if frame.is_empty() { "page" } else { "frame" };
        let file = |name| std::fs::File::create(at(name)).expect("a temporary file");
        let mut child = Command::new(&self.program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"])
            .args(["--no-first-run", "--disable-background-networking"])
            .args(["--disable-component-update", "--disable-sync"])
            .args(["--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"])
            .arg(format!("--user-data-dir={}", at("profile").display()))
            .args(flags)
            .arg(format!("file://{}", at(&format!("{first}.html")).display()))
            .stdin(Stdio::null())
            .stdout(file("shown"))
            .stderr(file("log"))
            .spawn()
            .expect("the browser starts");
        let start = Instant::now();
        let status = loop {
            match child.try_wait().expect("the browser can be asked") {
                Some(status) => break status,
                None if start.elapsed() > PATIENCE => {
                    let _ = child.kill();
                    let _ = child.wait();
                    panic!("the browser hangs");
                }
                None => std::thread::sleep(Duration::from_millis(50)),
            }
        };
        let log = std::fs::read(at("log")).expect("its log");
        let log = String::from_utf8_lossy(&log).into_owned();
        assert!(status.success(), "the browser fails:\n{log}");
        (std::fs::read(at("shown")).expect("its output"), log)
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = &text[text.find(start)? + start.len()..];
    rest.split_once(end).map(|(found, _)| found)
}
