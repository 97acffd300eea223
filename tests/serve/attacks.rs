//! What the page withstands: too much, too slow, too many, and what is no question.

use super::server::{self, Server};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const MB: usize = 1 << 20;

/// Sends 100 MB, or as much as is taken, and gives back what is answered.
fn flooded(server: &Server, head: &str, piece: &[u8]) -> String {
    let mut stream = server.connect();
    stream.set_write_timeout(Some(Duration::from_secs(20))).expect("a timeout");
    let _ = stream.write_all(head.as_bytes());
    let mut left = 100 * MB;
    while left > 0 && stream.write_all(piece).is_ok() {
        left = left.saturating_sub(piece.len());
    }
    let mut said = [0; 64];
    let read = stream.read(&mut said).unwrap_or(0);
    String::from_utf8_lossy(&said[..read]).into_owned()
}

#[test]
fn a_body_of_a_hundred_megabytes_is_refused_without_being_kept() {
    let server = Server::start();
    let before = server.memory();
    let head = |length: &str| {
        format!(
            "POST /ask HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\n\
             content-type: application/json\r\n{length}\r\n\r\n",
            server.host
        )
    };
    let stated = flooded(&server, &head(&format!("content-length: {}", 100 * MB)), &[b' '; MB]);
    let chunk = [b"100000\r\n", &[b' '; MB][..], b"\r\n"].concat();
    let unstated = flooded(&server, &head("transfer-encoding: chunked"), &chunk);
    for said in [stated, unstated] {
        // Whoever goes on sending may find the connection closed before he reads why.
        assert!(said.is_empty() || said.starts_with("HTTP/1.1 413"), "{said}");
    }
    let grown = server.memory().saturating_sub(before);
    assert!(grown < 30 * MB, "{} MB more", grown / MB);
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn ten_thousand_open_connections_leave_room_when_they_go() {
    let server = Server::start();
    let before = server.memory();
    // As many at once as this machine lets one process hold.
    let mut held: Vec<TcpStream> = Vec::new();
    for _ in 0..10_000 {
        match TcpStream::connect(&server.host) {
            Ok(stream) => held.push(stream),
            Err(_) => drop(held.drain(..held.len() / 2)),
        }
    }
    assert!(held.len() > 200, "{}", held.len());
    let grown = server.memory().saturating_sub(before);
    assert!(grown < 60 * MB, "{} MB more", grown / MB);
    drop(held);
    let begun = Instant::now();
    while server.get("/").status != 200 {
        assert!(begun.elapsed() < Duration::from_secs(40), "there is room again");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_body_that_trickles_is_not_waited_for() {
    let server = Server::start();
    let mut stream = server.connect();
    let head = format!(
        "POST /ask HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\n\
         content-type: application/json\r\ncontent-length: 60000\r\n\r\n",
        server.host
    );
    stream.write_all(head.as_bytes()).expect("sent");
    let begun = Instant::now();
    // A byte now and then keeps many a server waiting for an hour.
    while stream.write_all(b" ").is_ok() && begun.elapsed() < Duration::from_secs(14) {
        std::thread::sleep(Duration::from_millis(500));
    }
    let mut said = [0; 12];
    let _ = stream.read(&mut said);
    assert_eq!(&said, b"HTTP/1.1 408");
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_change_list_that_means_harm_is_refused_in_words() {
    let server = Server::start();
    let set = |path: &str, value: Value| json!({ "set": path, "value": value });
    let long = "x".repeat(30_000);
    for change in [
        set("extend", json!("/etc/passwd")),
        set("scenario.months", json!(1_000_000)),
        set("roles.clerk.headcount", json!(4_000_000_000_u64)),
        set("roles.clerk.headcount", json!(1e308)),
        set("roles.clerk.headcount", json!(u64::MAX)),
        set("roles.clerk.headcount", Value::Null),
        set("roles.clerk.headcount", json!({ "min": 3, "max": 1 })),
        set("roles[99].headcount", json!(1)),
        set("\"]\n[[policies]]\nkey = \"x", json!(1)),
        set("streams.ticket.route[0].effort.mean", json!("1min\"\nextend = \"/etc/passwd")),
        set(&long, json!(1)),
        json!({ "hire": "clerk", "start": "2026-02-30", "count": 1 }),
        json!({ "hire": "clerk", "start": "2026-03-01", "count": 4_000_000_000_u32 }),
    ] {
        let question = json!({ "variants": [{ "title": "x", "changes": [change] }] });
        let lines = server.ask("a", &question);
        let refused = lines[0]["refused"].as_array().filter(|it| !it.is_empty());
        assert!(refused.is_some(), "{change}: {:.200}", lines[0].to_string());
    }
    for (cap, words) in [
        (json!({ "max_people": -1 }), "max_people"),
        (json!({ "budget": "much" }), "budget"),
        (json!({ "budget": 0 }), "budget"),
    ] {
        let lines = server.ask("a", &json!({ "cap": cap }));
        let path = lines[0]["refused"][0]["path"].as_str();
        assert_eq!(path, Some(&*format!("plan.{words}")), "{}", lines[0]);
    }
    // A policy that is not there, and a file that is not asked for by name.
    let wrong = json!({ "variants": [{ "title": "x", "with": ["../../etc/passwd"] }] });
    assert!(server.ask("a", &wrong)[0]["refused"].is_array());
    let sent = json!({ "page": "a", "lang": "en", "name": "../../department.toml" });
    assert_eq!(server.post("/file", &sent.to_string()).status, 404);
    assert!(server::scenario().is_file());
}
