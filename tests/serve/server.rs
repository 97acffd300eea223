//! A running server and the plainest of clients: bytes out, bytes in.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

/// The scenario that is asked about.
pub fn scenario() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page/department.toml")
}

/// A server that ends with the test.
pub struct Server {
    child: Child,
    /// `127.0.0.1:port`.
    pub host: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

static SHARED: Mutex<Weak<Server>> = Mutex::new(Weak::new());

impl Server {
    /// The server of all tests that run at the same time and do it no harm.
    pub fn shared() -> Arc<Self> {
        let mut shared = SHARED.lock().unwrap_or_else(|it| it.into_inner());
        shared.upgrade().unwrap_or_else(|| {
            let started = Arc::new(Self::start());
            *shared = Arc::downgrade(&started);
            started
        })
    }

    /// Serves the scenario on a free port.
    pub fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_staffcast"))
            .args(["serve", "--port", "0", "--no-open", "--lang", "en"])
            .arg(scenario())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let first = lines.next().expect("it says where it is").expect("in letters");
        let host = first.split("http://").nth(1).expect("an address").trim_end_matches('/');
        Self { child, host: host.to_owned() }
    }

    /// The process, for signals.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Bytes of memory that it holds now.
    pub fn memory(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"));
        let number = line.and_then(|it| it.trim().split(' ').next()?.parse::<usize>().ok());
        number.unwrap_or(0) * 1024
    }

    /// Waits for the end.
    pub fn ended(&mut self) -> bool {
        for _ in 0..100 {
            if self.child.try_wait().expect("it is ours").is_some() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout");
        stream
    }

    /// Sends a request as written and reads all that comes until the server ends the connection.
    pub fn raw(&self, head: &str, body: &[u8]) -> Answer {
        let mut stream = self.connect();
        // The server may have refused before all was sent.
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or(0);
        let body = bytes.get(end + 4..).unwrap_or_default().to_vec();
        let body = if head.contains("chunked") { whole(&body) } else { body };
        Answer { status, head, body }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.raw(
            &format!("GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.host),
            b"",
        )
    }

    pub fn post(&self, path: &str, body: &str) -> Answer {
        let host = &self.host;
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        self.raw(&head, body.as_bytes())
    }

    /// Asks a question, and reads every line of the answer.
    pub fn ask(&self, page: &str, question: &Value) -> Vec<Value> {
        let sent = serde_json::json!({ "page": page, "lang": "en", "question": question });
        let answer = self.post("/ask", &sent.to_string());
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.text().lines().map(|it| serde_json::from_str(it).expect("JSON a line")).collect()
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The chunks of a body, put together.
fn whole(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|it| it == b"\r\n") {
        let size = std::str::from_utf8(&rest[..end]).ok();
        let size = size.and_then(|it| usize::from_str_radix(it.trim(), 16).ok()).unwrap_or(0);
        let Some(chunk) = rest.get(end + 2..end + 2 + size).filter(|it| !it.is_empty()) else {
            break;
        };
        body.extend_from_slice(chunk);
        rest = rest.get(end + 4 + size..).unwrap_or_default();
    }
    body
}
