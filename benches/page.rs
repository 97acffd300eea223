//! How soon the what-if page shows its first picture and its last: one lever on PASS24, 36 months.
//!
//! The first question runs the baseline too; the second finds it known.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Values of the lever: each is a question that was never asked.
const HEADCOUNTS: [u32; 4] = [2, 3, 4, 5];

fn main() {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/pass24.toml");
    let mut server = Command::new(env!("CARGO_BIN_EXE_staffcast"))
        .args(["serve", "--port", "0", "--no-open", "--lang", "en"])
        .arg(scenario)
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(server.stdout.take().expect("piped")).lines();
    let first = lines.next().expect("it says where it is").expect("in letters");
    let host = first.split("http://").nth(1).expect("an address").trim_end_matches('/').to_owned();
    for (number, headcount) in HEADCOUNTS.into_iter().enumerate() {
        let kind = if number == 0 { "baseline new" } else { "baseline known" };
        let before = cpu(&server);
        let begun = Instant::now();
        let mut times = Vec::new();
        for line in BufReader::new(asked(&host, headcount)).lines().map_while(Result::ok) {
            let told: Value = serde_json::from_str(&line).unwrap_or_default();
            if let Some(done) = told["picture"]["done"].as_u64() {
                times.push(format!("{done} at {:.2} s", begun.elapsed().as_secs_f64()));
            }
        }
        let cpu = cpu(&server) - before;
        assert!(!times.is_empty(), "the page answers with pictures");
        println!("{kind}: {}; CPU {cpu:.1} s", times.join(", "));
    }
    let _ = server.kill();
    let _ = server.wait();
}

/// A question, sent; its answer comes a line at a time.
fn asked(host: &str, headcount: u32) -> TcpStream {
    let body = format!(
        r#"{{"page":"a","lang":"en","question":{{"variants":[{{"title":"x","changes":[{{"set":"roles.tp_manager.headcount","value":{headcount}}}]}}]}}}}"#
    );
    let mut stream = TcpStream::connect(host).expect("it listens");
    // The older version of the protocol, whose bodies come as they are.
    let head = format!(
        "POST /ask HTTP/1.0\r\nhost: {host}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all((head + &body).as_bytes()).expect("sent");
    stream
}

/// Seconds of processor that a process has used; 0 where the system does not tell.
fn cpu(server: &Child) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", server.id())).unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after.split_whitespace().skip(11).take(2).filter_map(|it| it.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}
