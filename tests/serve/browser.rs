//! The process of a browser, and its own protocol.
//!
//! The protocol goes through its third and fourth file, which a shell connects to the standard ones of
//! this process: no port, no driver, no library.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

pub const PATIENCE: Duration = Duration::from_secs(90);
/// As the program is connected: its files 3 and 4 are this process's pipes.
const CONNECTED: &str = "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null";
/// Pages that nobody looks at are as quick as the one that is in front.
const AWAKE: [&str; 3] = [
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
];

/// A browser, which all tests that run at the same time share.
pub struct Browser {
    child: Child,
    to: Mutex<ChildStdin>,
    pub hearers: Arc<Mutex<Hearers>>,
    _profile: tempfile::TempDir,
}

/// Who waits for what the browser says.
#[derive(Default)]
pub struct Hearers {
    sent: u64,
    /// Answers, by the number of what was asked.
    answers: HashMap<u64, Sender<Value>>,
    /// What pages tell without being asked, by their sessions.
    pub pages: HashMap<String, Sender<Value>>,
}

impl Hearers {
    fn hear(&mut self, said: Value) {
        let answered = said["id"].as_u64().and_then(|it| self.answers.remove(&it));
        let page = said["sessionId"].as_str().and_then(|it| self.pages.get(it));
        // A test may have ended meanwhile.
        let _ = answered.as_ref().or(page).map(|it| it.send(said.clone()));
    }
}

static SHARED: Mutex<Weak<Browser>> = Mutex::new(Weak::new());

impl Browser {
    pub fn shared(program: &Path) -> Arc<Self> {
        let mut shared = SHARED.lock().unwrap_or_else(|it| it.into_inner());
        shared.upgrade().unwrap_or_else(|| {
            let started = Arc::new(Self::start(program));
            *shared = Arc::downgrade(&started);
            started
        })
    }

    fn start(program: &Path) -> Self {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let mut child = Command::new("sh")
            .args(["-c", CONNECTED, "sh"])
            .arg(program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"])
            .args(["--no-first-run", "--disable-background-networking", "--disable-sync"])
            .args(["--disable-component-update", "--disable-dev-shm-usage", "--hide-scrollbars"])
            .args(["--remote-debugging-pipe", "--lang=en", "--font-render-hinting=none"])
            .args(AWAKE)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the browser starts");
        let to = Mutex::new(child.stdin.take().expect("piped"));
        let mut pipe = BufReader::new(child.stdout.take().expect("piped"));
        let hearers = Arc::new(Mutex::new(Hearers::default()));
        let hearing = Arc::clone(&hearers);
        std::thread::spawn(move || {
            let mut message = Vec::new();
            while pipe.read_until(0, &mut message).is_ok_and(|it| it > 0) {
                message.pop();
                let Ok(said) = serde_json::from_slice(&message) else { break };
                hearing.lock().expect("no panic").hear(said);
                message.clear();
            }
        });
        Self { child, to, hearers, _profile: profile }
    }

    /// Asks, and waits for the answer; without a session the browser itself.
    pub fn call(&self, session: &str, method: &str, parameters: &Value) -> Value {
        let (tell, answer) = channel();
        let id = {
            let mut hearers = self.hearers.lock().expect("no panic");
            hearers.sent += 1;
            let id = hearers.sent;
            hearers.answers.insert(id, tell);
            id
        };
        let mut message = json!({ "id": id, "method": method, "params": parameters });
        if !session.is_empty() {
            message["sessionId"] = json!(session);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.to.lock().expect("no panic").write_all(&bytes).expect("the browser listens");
        let answer = answer.recv_timeout(PATIENCE).expect("the browser answers");
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
