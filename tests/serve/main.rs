//! The what-if page from outside: what it answers, and what it withstands.

mod attacks;
mod browser;
mod chromium;
mod page;
mod server;

use serde_json::{Value, json};
use server::Server;
use std::io::Write;
use std::process::Command;
use std::time::{Duration, Instant};

fn more_clerks() -> Value {
    json!({ "readings": [], "variants": [{ "title": "Three clerks", "with": [], "changes": [
        { "set": "roles.clerk.headcount", "value": 2 },
        { "hire": "clerk", "start": "2026-03-01", "count": 1 },
    ] }] })
}

#[test]
fn the_answer_comes_early_and_gets_better() {
    let server = Server::shared();
    // What is promised is found with the end of the first answer; from then on each picture is held
    // against it.
    server.ask("earlier", &more_clerks());
    let lines = server.ask("early", &more_clerks());
    let done: Vec<u64> = lines.iter().filter_map(|it| it["picture"]["done"].as_u64()).collect();
    assert_eq!(done, [8, 25, 50, 100, 200]);
    assert_eq!(lines.last().expect("a line")["ready"], true);
    let first = lines[0]["picture"]["html"].as_str().expect("a part of a page");
    assert!(first.contains("8 of 200 replications so far"), "early pictures say so");
    let last = lines[4]["picture"]["html"].as_str().expect("a part of a page");
    let said = last.replace('\u{a0}', " ");
    for part in
        ["With 2 clerks instead of 1 and 1 clerk joining on 1 March 2026", "is kept in 100%"]
    {
        assert!(said.contains(part), "{part}: {}", &said[..2_000]);
    }
    assert!(!last.contains("so far") && last.contains("<svg"));
    // Refining is announced until the verdict is clear, and no longer.
    let pictures: Vec<&Value> = lines.iter().map(|it| &it["picture"]).take(4).collect();
    assert!(pictures[0]["clear"] == false && pictures[3]["clear"] == true);
    for it in pictures {
        let html = it["html"].as_str().expect("a part of a page");
        let clear = it["clear"] == true;
        assert_eq!(html.contains("replications so far"), !clear, "{}", it["done"]);
        assert_eq!(html.contains("The verdict is clear already"), clear, "{}", it["done"]);
    }
}

#[test]
fn under_a_cap_the_plan_shows_what_each_next_person_buys_as_the_command_line_does() {
    let server = Server::shared();
    let heading = "What each next person buys within the cap";
    let plan = |cap: Value| {
        let sent =
            json!({ "page": "capped", "lang": "en", "question": { "cap": cap } }).to_string();
        let answer = server.post("/plan", &sent).text();
        let last: Value = serde_json::from_str(answer.lines().last().expect("a line")).unwrap();
        (last["plan"]["html"].as_str().expect("a plan").to_owned(), sent)
    };
    assert!(!plan(json!({})).0.contains(heading));
    let (html, sent) = plan(json!({ "max_people": 2 }));
    assert!(html.contains(heading));
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::copy(server::scenario(), folder.path().join("department.toml")).expect("a copy");
    std::fs::write(folder.path().join("what-if.toml"), server.post("/save", &sent).body).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_staffcast"))
        .current_dir(folder.path())
        .args(["plan", "what-if.toml", "--quiet", "--lang", "en", "--out", "out"])
        .status();
    assert!(done.expect("it runs").success());
    let read = |name: &str| std::fs::read_to_string(folder.path().join("out").join(name)).unwrap();
    let table = |html: &str| {
        let end = html.find("Each row: a plan that may ask for").expect("the table's note");
        let rows = html[..end].rfind("<tbody").expect("its rows");
        html[rows..end].to_owned()
    };
    assert_eq!(table(&html), table(&read("report.html")));
    let people = read("marginal.csv").lines().count() - 1;
    assert!(people > 0 && table(&html).matches("<tr").count() == people, "{}", table(&html));
}

#[test]
fn a_saved_what_if_gives_the_same_numbers_on_the_command_line() {
    let server = Server::shared();
    let sent =
        json!({ "page": "saved", "lang": "en", "question": more_clerks(), "name": "summary.csv" });
    let on_the_page = server.post("/file", &sent.to_string());
    assert_eq!(on_the_page.status, 200);
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::copy(server::scenario(), folder.path().join("department.toml")).expect("a copy");
    let saved = server.post("/save", &sent.to_string());
    let file = folder.path().join("what-if.toml");
    std::fs::write(&file, &saved.body).expect("written");
    let out = folder.path().join("out");
    let run = Command::new(env!("CARGO_BIN_EXE_staffcast"))
        .arg("run")
        .arg(&file)
        .args(["--policy", "what-if", "--replications", "200", "--quiet", "--lang", "en", "--out"])
        .arg(&out)
        .output()
        .expect("it runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let there = std::fs::read(out.join("summary.csv")).expect("it is there");
    assert_eq!(String::from_utf8_lossy(&there), on_the_page.text());
    // Opening the file brings the levers back.
    let opened = server.post("/open", &saved.text());
    let opened: Value = serde_json::from_slice(&opened.body).expect("JSON");
    assert_eq!((&opened["question"], &opened["ignored"]), (&more_clerks(), &json!([])));
}

#[test]
fn a_wrong_value_is_refused_in_the_words_of_the_check() {
    let server = Server::shared();
    let wrong = json!({ "variants": [{ "title": "x", "changes": [
        { "set": "roles.clerk.headcount", "value": -1 },
        { "hire": "clark", "start": "2026-03-01", "count": 1 },
    ] }] });
    let lines = server.ask("wrong", &wrong);
    let refused = lines[0]["refused"].as_array().expect("it is refused").clone();
    let said: Vec<&str> = refused.iter().filter_map(|it| it["words"].as_str()).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().any(|it| it.contains("clerk")), "{said:?}");
}

#[test]
fn the_page_holds_every_lever_and_nothing_from_elsewhere() {
    let server = Server::shared();
    let page = server.get("/");
    let text = page.text();
    for lever in [
        "roles.clerk.headcount",
        "data-role=\"clerk\"",
        "value=\"rule\"",
        "streams.ticket.sla.done.target",
        "drivers.clients.linear.to",
        "streams.ticket.route[0].effort.mean",
    ] {
        assert!(text.contains(lever), "{lever}");
    }
    assert!(
        page.head.contains("default-src 'none'") && page.head.contains("nosniff"),
        "{}",
        page.head
    );
    assert!(!text.contains("http://") && !text.contains("https://"));
    assert!(!text.contains(" style=") && !text.contains("onclick"));
    let mut files = vec!["style.css".to_owned(), "report.js".to_owned()];
    let modules = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/serve/page"));
    let names = modules.unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    files.extend(names.filter(|it| it.ends_with(".js")));
    assert!(files.len() > 8);
    let parts: Vec<_> = files.iter().map(|it| server.get(&format!("/{it}"))).collect();
    assert!(parts.iter().all(|it| it.status == 200));
    let all = page.body.len() + parts.iter().map(|it| it.body.len()).sum::<usize>();
    assert!(all < 400_000, "{all} bytes");
}

#[test]
fn strangers_are_refused() {
    let server = Server::shared();
    let host = server.host.clone();
    let port = host.rsplit(':').next().expect("a port");
    let post = |host: &str, origin: &str| {
        let head = format!(
            "POST /ask HTTP/1.1\r\nhost: {host}\r\norigin: {origin}\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: 2\r\n\r\n"
        );
        server.raw(&head, b"{}").status
    };
    assert_eq!(post(&format!("evil.example:{port}"), &format!("http://evil.example:{port}")), 403);
    assert_eq!(post(&host, "http://evil.example"), 403);
    assert_eq!(post(&host, "null"), 403);
    let get = |host: &str| {
        server
            .raw(&format!("GET / HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n"), b"")
            .status
    };
    assert_eq!((get("evil.example"), get(&host)), (403, 200));
    for path in [
        "/../Cargo.toml",
        "/..%2fCargo.toml",
        "/etc/passwd",
        "//etc/passwd",
        "/page.js/../../Cargo.toml",
    ] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    let file = json!({ "page": "a", "lang": "en", "name": "../../Cargo.toml" });
    assert_eq!(server.post("/file", &file.to_string()).status, 404);
}

#[test]
fn what_is_no_question_is_refused_and_the_server_goes_on() {
    let server = Server::shared();
    let deep = "[".repeat(20_000);
    let many = json!({ "lang": "en", "question": { "variants": vec![json!({}); 9] } }).to_string();
    for (body, status) in [
        ("", 400),
        ("{", 400),
        (&*deep, 400),
        ("{\"lang\":\"en\",\"file\":\"/etc/passwd\"}", 400),
        (&*many, 400),
    ] {
        assert_eq!(server.post("/ask", body).status, status, "{}", &body[..body.len().min(60)]);
    }
    let huge = "x".repeat(1 << 20);
    assert_eq!(server.post("/ask", &huge).status, 413);
    let head = format!(
        "POST /ask HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\nconnection: close\r\ncontent-length: 2\r\n\r\n",
        server.host
    );
    assert_eq!(server.raw(&head, b"{}").status, 415, "a form of another page cannot send JSON");
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_newer_question_of_a_page_stops_the_one_before_it() {
    let server = Server::start();
    let question = |page: &str, headcount: usize| {
        let question = json!({ "variants": [{ "title": "x", "changes": [{ "set": "roles.clerk.headcount", "value": headcount }] }] });
        json!({ "page": page, "lang": "en", "question": question }).to_string()
    };
    std::thread::scope(|scope| {
        let earlier: Vec<_> = (1..=20)
            .map(|it| {
                let body = question("one", it);
                let server = &server;
                let asked = scope.spawn(move || server.post("/ask", &body));
                std::thread::sleep(Duration::from_millis(20));
                asked
            })
            .collect();
        let last = server.post("/ask", &question("one", 21));
        assert!(last.text().ends_with("{\"ready\":true}\n"), "the last one wins");
        let answers = earlier.into_iter().map(|it| it.join().expect("no panic"));
        let finished = answers.filter(|it| it.text().contains("ready")).count();
        assert!(finished <= 10, "{finished} of 20 earlier questions were worked to their end");
    });
}

#[test]
fn many_and_slow_visitors_do_not_keep_others_out() {
    let server = Server::start();
    let begun = Instant::now();
    // Slow senders take every place, and more come than there are.
    let slow: Vec<_> = (0..200)
        .map(|_| {
            let mut stream = server.connect();
            let _ = stream.write_all(b"POST /ask HTTP/1.1\r\nhost: ");
            stream
        })
        .collect();
    let answered = loop {
        if server.get("/").status == 200 {
            break true;
        }
        if begun.elapsed() > Duration::from_secs(40) {
            break false;
        }
        std::thread::sleep(Duration::from_millis(200));
    };
    assert!(answered, "who sends nothing loses his place");
    drop(slow);
}

#[test]
fn it_stops_at_once_when_asked_to() {
    let mut server = Server::start();
    let mut stream = server.connect();
    let body = json!({ "page": "a", "lang": "en", "question": more_clerks() }).to_string();
    let head = format!(
        "POST /ask HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\ncontent-type: application/json\r\ncontent-length: {1}\r\n\r\n{body}",
        server.host,
        body.len()
    );
    stream.write_all(head.as_bytes()).expect("sent");
    let signal = Command::new("kill").args(["-TERM", &server.id().to_string()]).status();
    assert!(signal.expect("there is a kill").success());
    assert!(server.ended());
}

#[test]
fn a_port_in_use_is_named_with_what_to_do() {
    let server = Server::shared();
    let port = server.host.rsplit(':').next().expect("a port");
    let second = Command::new(env!("CARGO_BIN_EXE_staffcast"))
        .args(["serve", "--no-open", "--lang", "en", "--port", port])
        .arg(server::scenario())
        .output()
        .expect("it runs");
    assert_eq!(second.status.code(), Some(2));
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(
        said.contains(&format!("port {port} is in use")) && said.contains("--port 0"),
        "{said}"
    );
}
