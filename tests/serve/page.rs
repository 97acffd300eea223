//! The page in a browser, used as a person uses it.

use super::chromium::Chromium;
use super::server::{self, Server};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const WIDE: u32 = 1280;
const PHONE: u32 = 390;
const HIGH: &str = "[data-kind=span] [name=high]";
const HIRED: &str = "[data-role=clerk] .ribbon input";

fn open(server: &Server, lang: &str, width: u32) -> Option<Chromium> {
    let mut page = Chromium::open(&format!("http://{}/?lang={lang}", server.host), width)?;
    page.ready();
    Some(page)
}

/// The sentence above the charts.
fn sentence(page: &mut Chromium) -> String {
    page.text("document.querySelector('#answer .said').innerText")
}

fn hire_one(page: &mut Chromium) {
    page.click("[data-role=clerk] [name=more]");
    page.ready();
}

/// A file of `staffcast`, run in a folder that has the scenario.
fn command_line(folder: &Path, arguments: &[&str], file: &str) -> String {
    std::fs::copy(server::scenario(), folder.join("department.toml")).expect("a copy");
    let done = Command::new(env!("CARGO_BIN_EXE_staffcast"))
        .current_dir(folder)
        .args(arguments)
        .args(["--quiet", "--lang", "en", "--out", "out"])
        .output()
        .expect("it runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read_to_string(folder.join("out").join(file)).expect("it is there")
}

#[test]
fn a_dragged_slider_shows_what_the_command_line_finds() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "en", WIDE) else { return };
    let curve = "document.querySelector('#answer [data-key=sla-clerk] svg').innerHTML";
    let (before, drawn) = (sentence(&mut page), page.text(curve));
    let (from, to) = page.knob(HIGH, 55.0);
    page.drag(from, to);
    page.ready();
    assert_eq!(
        page.text("document.querySelector('[data-kind=span] output').innerText"),
        "50–55 min"
    );
    assert!(page.find("document.querySelector('[data-kind=span]').matches('.moved')") == true);
    let after = sentence(&mut page);
    assert!(before != after && drawn != page.text(curve), "{before} {after}");
    // The same value on the command line, to the last digit.
    page.find("(() => { const it = document.querySelector('#download'); it.value = 'summary.csv'; it.dispatchEvent(new Event('change')); })()");
    let on_the_page = String::from_utf8(page.downloaded("summary.csv")).expect("text");
    let folder = tempfile::tempdir().expect("a folder");
    let set = "streams.ticket.route[0].effort.mean={min=\"50min\",max=\"55min\"}";
    let there = command_line(
        folder.path(),
        &["run", "department.toml", "--set", set, "--replications", "200"],
        "summary.csv",
    );
    let of_policy = |text: &str| -> Vec<String> {
        let rows = text.lines().filter(|it| it.starts_with("what-if"));
        rows.map(|it| it.split(',').filter(|it| it.parse::<f64>().is_ok()).collect()).collect()
    };
    assert!(of_policy(&there).len() > 20, "{there}");
    assert_eq!(of_policy(&on_the_page), of_policy(&there));
    assert_eq!(page.errors(), [""; 0]);
}

#[test]
fn a_hire_is_dragged_along_the_months_and_moved_by_the_keyboard() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "en", WIDE) else { return };
    let says = "document.querySelector('[data-role=clerk] output').innerText";
    assert_eq!(page.text(says), "nobody");
    let before = sentence(&mut page);
    hire_one(&mut page);
    assert_eq!(page.text(says), "Jan 2026: +1");
    let (from, to) = page.knob(HIRED, 5.0);
    page.drag(from, to);
    page.ready();
    assert_eq!(page.text(says), "Jun 2026: +1");
    let dragged = sentence(&mut page);
    page.press("ArrowLeft");
    page.press("ArrowLeft");
    page.ready();
    assert_eq!(page.text(says), "Apr 2026: +1");
    assert!(dragged != before && sentence(&mut page) != dragged);
    assert_eq!(page.text(&format!("document.querySelector('{HIRED}').ariaValueText || document.querySelector('{HIRED}').getAttribute('aria-valuetext')")), "+1, April 2026");
    // Undone and done again, and gone when it is deleted.
    page.click("#undo");
    page.ready();
    assert_ne!(page.text(says), "Apr 2026: +1");
    page.click("#redo");
    page.ready();
    assert_eq!(page.text(says), "Apr 2026: +1");
    page.find(&format!("document.querySelector('{HIRED}').focus()"));
    page.press("Delete");
    page.ready();
    assert_eq!((page.text(says), sentence(&mut page)), ("nobody".into(), before));
    assert_eq!(page.errors(), [""; 0]);
}

#[test]
fn variants_are_kept_named_compared_saved_and_opened_again() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "en", WIDE) else { return };
    hire_one(&mut page);
    page.click("#keep");
    page.ready();
    let (from, to) = page.knob(HIRED, 4.0);
    page.drag(from, to);
    page.ready();
    page.click("#keep");
    page.ready();
    page.fill("#kept li:nth-child(2) input", "Later & fewer");
    page.press("Tab");
    page.fill("[data-set='roles.clerk.headcount'] input", "3");
    page.ready();
    page.click("#keep");
    page.ready();
    let table = page.text("document.querySelector('#tables table').innerText");
    for name in ["Variant A", "Later & fewer", "Variant C", "What if"] {
        assert!(table.contains(name), "{name}: {table}");
    }
    let chart = page.text("document.querySelector('#answer figure[data-key=policies]').innerHTML");
    assert!(chart.contains("Variant A") && chart.contains("Later &amp; fewer"), "side by side");
    page.picture("compared");
    for name in ["summary.csv", "comparison.csv", "report.xlsx"] {
        page.find(&format!("(() => {{ const it = document.querySelector('#download'); it.value = '{name}'; it.dispatchEvent(new Event('change')); }})()"));
        let bytes = page.downloaded(name);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let is_whole =
            if name.ends_with("csv") { text.contains("what-if-4") } else { text.starts_with("PK") };
        assert!(is_whole, "{name}");
    }
    for (name, begins) in [("policies.png", &b"\x89PNG"[..]), ("policies.svg", b"<svg")] {
        page.click(&format!("#answer figure[data-key=policies] [title='{name}']"));
        assert!(page.downloaded(name).starts_with(begins), "{name}");
    }
    page.click("#save");
    let saved = page.downloaded("what-if.toml");
    let (whole, link) = (sentence(&mut page), page.text("location.hash"));
    page.click("#reset");
    page.ready();
    assert_ne!(sentence(&mut page), whole);
    let file = page.folder.path().join("saved.toml");
    std::fs::write(&file, saved).expect("written");
    page.choose("#open", &file);
    page.ready();
    assert_eq!((sentence(&mut page), page.text("location.hash")), (whole, link));
    assert!(page.find("document.getElementById('problems').hidden") == true);
    assert_eq!(page.errors(), [""; 0]);
}

#[test]
fn a_link_shows_a_second_browser_the_same_and_a_broken_one_opens_the_scenario() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "en", WIDE) else { return };
    hire_one(&mut page);
    page.fill("[data-set='plan.max_people'] input", "2");
    page.ready();
    let link = page.text("location.href");
    let Some(mut other) = Chromium::open(&link, PHONE) else { return };
    other.ready();
    assert_eq!(sentence(&mut other), sentence(&mut page));
    let levers =
        "JSON.stringify([...document.querySelectorAll('.lever input')].map((it) => it.value))";
    assert_eq!(other.text(levers), page.text(levers));
    // Nothing of a link can break the page; what is left out is said.
    let gone = "{\"variants\":[{\"title\":\"x\",\"with\":[\"gone\"],\"changes\":[{\"set\":\"roles.gone.headcount\",\"value\":1}]}]}";
    for (hash, said) in [
        ("%%%".to_owned(), "#q="),
        ("bm90IGpzb24".to_owned(), "#q="),
        (
            other.text(&format!("btoa({gone:?}).replaceAll('+', '-').replaceAll('/', '_')")),
            "roles.gone.headcount, gone",
        ),
    ] {
        other.go(&format!("http://{}/?lang=en#q={hash}", server.host));
        other.ready();
        let says = other.text("document.getElementById('problems').innerText");
        assert!(says.contains("left out") && says.contains(said), "{hash}: {says}");
        assert!(sentence(&mut other).starts_with("As things stand"), "the scenario as it is");
    }
}

#[test]
fn what_cannot_be_is_said_at_its_lever_in_the_language_of_the_page() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "ru", WIDE) else { return };
    for (set, value) in [("roles.clerk.headcount", "-1"), ("plan.max_people", "1.5")] {
        let lever = format!("[data-set='{set}']");
        page.fill(&format!("{lever} input"), value);
        page.wait(&format!("document.querySelector(\"{lever} .refused\")"));
        let said = page.text(&format!("document.querySelector(\"{lever} .refused\").innerText"));
        assert!(said.contains(|it: char| ('а'..='я').contains(&it)), "{said}");
        assert!(
            page.find(&format!(
                "document.querySelector(\"{lever} input\").getAttribute('aria-invalid')"
            )) == "true"
        );
        page.click("#reset");
        page.ready();
        assert!(
            page.find(&format!("document.querySelector(\"{lever} .refused\") === null")) == true
        );
    }
    // So is what is wrong with a file.
    let file = page.folder.path().join("broken.toml");
    std::fs::write(&file, "extend = \"department.toml\"\n[[policies]\nkey = 1\n").expect("written");
    page.choose("#open", &file);
    page.wait("!document.getElementById('problems').hidden");
    let said = page.text("document.getElementById('problems').innerText");
    assert!(said.contains("строка 2") && !said.contains("expected"), "{said}");
}

#[test]
fn a_number_drawn_together_says_where_it_is_found_what_measuring_it_saves() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "en", WIDE) else { return };
    let said = "document.querySelector('[data-kind=span] .saves').innerText";
    assert_eq!(page.text(said), "", "as a range it says nothing");
    page.click("[data-kind=span] [name=measured]");
    page.ready();
    let one = page.text("document.querySelector('[data-kind=span] output').innerText");
    assert!(one.ends_with(" min") && !one.contains('–'), "{one}");
    assert!(page.text(said).contains("set the range again and press “When to hire?”"));
    // The baseline is pale beside it.
    assert!(page.find("document.getElementById('answer').matches('.beside')") == true);
    page.click("#reset");
    page.ready();
    assert_eq!(page.text(said), "");
    assert!(page.find("document.getElementById('answer').matches('.beside')") == false);
}

#[test]
fn when_runs_the_plan_for_the_levers_as_they_stand_and_can_be_stopped() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "en", WIDE) else { return };
    page.click("#when");
    page.wait("document.getElementById('plan').dataset.state === 'working'");
    page.click("#plan-stop");
    assert_eq!(
        page.text("document.getElementById('plan-state').innerText"),
        "The search for a plan was stopped"
    );
    page.fill("[data-set='streams.ticket.sla.done.target'] input", "80");
    page.ready();
    page.click("#when");
    page.wait("document.getElementById('plan-progress').value > 0.05");
    page.wait("document.getElementById('plan').dataset.state === 'ready'");
    let said = page.text("document.querySelector('#plan-answer .said').textContent");
    assert!(page.find("document.querySelectorAll('#plan-answer figure svg').length") != 0);
    page.picture("when");
    // The same as the command that the page names finds.
    let command = page.text("document.querySelector('#plan-answer code').innerText");
    page.click("#save");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("what-if.toml"), page.downloaded("what-if.toml"))
        .expect("written");
    let words: Vec<&str> = command.split(' ').skip(1).take_while(|it| *it != "--lang").collect();
    let report = command_line(folder.path(), &words, "report.html");
    assert!(report.contains(&said.replace('&', "&amp;")), "{command}: {said}");
    // It stays when a lever moves, and says so.
    hire_one(&mut page);
    assert!(
        page.text("document.getElementById('plan-state').innerText").contains("have moved since")
    );
    assert_eq!(page.errors(), [""; 0]);
}

#[test]
fn the_page_fits_wide_and_narrow_light_and_dark_in_both_languages() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "ru", WIDE) else { return };
    for (lang, width, scheme) in
        [("ru", WIDE, "light"), ("ru", PHONE, "dark"), ("en", WIDE, "dark"), ("en", PHONE, "light")]
    {
        page.resize(width);
        page.prefers(scheme, "screen");
        page.go(&format!("http://{}/?lang={lang}", server.host));
        page.ready();
        hire_one(&mut page);
        page.find("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
        let at = format!("{lang} {width} {scheme}");
        assert_eq!(page.find("document.documentElement.scrollWidth"), width, "{at}");
        assert_eq!(page.text("document.documentElement.lang"), lang);
        let light = "getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'";
        assert_eq!(page.find(light), scheme == "light", "{at}");
        let is_russian = |it: char| ('а'..='я').contains(&it);
        let text = page.text("document.querySelector('main').innerText");
        assert_eq!(text.contains(is_russian), lang == "ru", "{at}: {text}");
        let unit = page.text("document.querySelector('[data-kind=span] output').innerText");
        assert_eq!(unit, if lang == "ru" { "50–75 мин" } else { "50–75 min" });
        // Whoever hears the page instead of seeing it, and whoever has no mouse.
        let nameless = page.find("[...document.querySelectorAll('main input, main select, main button, main progress')].filter((it) => !(it.ariaLabel || it.textContent.trim() || it.labels?.[0]?.textContent.trim())).map((it) => it.outerHTML)");
        assert_eq!(nameless.as_array().map(Vec::len), Some(0), "{at}: {nameless}");
        let doubled = page.find("(() => { const all = [...document.querySelectorAll('[id]')].map((it) => it.id); return all.filter((it, at) => all.indexOf(it) !== at); })()");
        assert_eq!(doubled.as_array().map(Vec::len), Some(0), "{at}: {doubled}");
        page.find("scrollTo(0, 0)");
        page.picture(&format!("{lang}-{width}-{scheme}"));
    }
    let own = format!("http://{}/", server.host);
    let elsewhere = |it: &String| {
        !it.starts_with(&own) && !["about:", "data:", "blob:"].iter().any(|own| it.starts_with(own))
    };
    let requests = page.requests();
    assert!(requests.len() > 10);
    assert_eq!(requests.into_iter().filter(elsewhere).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(page.errors(), [""; 0]);
}

#[test]
fn everything_is_reached_by_the_keyboard_and_the_focus_is_seen() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "en", WIDE) else { return };
    page.find("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
    let wanted = "[...document.querySelectorAll('#levers input, #levers select, #levers button, #result > .bar button, #result > .bar select, #result > .bar input')].filter((it) => !it.disabled && it.checkVisibility())";
    page.find(&format!(
        "{{ const all = {wanted}; window.missing = new Set(all); document.body.focus(); }}"
    ));
    for _ in 0..80 {
        page.press("Tab");
        let seen = page.find("(() => { const it = document.activeElement; missing.delete(it); \
            const knob = getComputedStyle(it, '::-webkit-slider-thumb'); const label = it.closest('.button'); \
            const ring = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0; \
            return it === document.body || it.matches('[type=range], .tip') || ring(getComputedStyle(it)) || (label && ring(getComputedStyle(label))) || it.outerHTML; })()");
        assert_eq!(seen, true, "the focus is seen");
    }
    let missing = page.find("[...missing].map((it) => it.outerHTML)");
    assert_eq!(missing.as_array().map(Vec::len), Some(0), "{missing}");
    // A slider moves by the arrow keys.
    page.find(&format!("document.querySelector('{HIGH}').focus()"));
    page.press("ArrowLeft");
    page.ready();
    assert!(page.find("document.querySelector('[data-kind=span]').matches('.moved')") == true);
}

#[test]
fn on_paper_there_is_the_answer_without_the_levers() {
    let server = Server::shared();
    let Some(mut page) = open(&server, "ru", WIDE) else { return };
    page.prefers("light", "print");
    let shown =
        |it: &str| format!("getComputedStyle(document.querySelector('{it}')).display !== 'none'");
    assert_eq!(page.find(&shown("#levers")), false);
    assert_eq!(page.find(&shown("#answer .finding")), true);
    assert_eq!(page.find(&shown("#answer figure")), true);
    page.picture("print");
}

#[test]
fn of_fifty_moves_a_second_the_last_one_wins_and_nothing_earlier_comes_after_it() {
    let server = Server::start();
    let Some(mut page) = open(&server, "en", WIDE) else { return };
    let before = server.memory();
    // Which question was the last when something was drawn.
    page.find("window.drawn = []; addEventListener('drawn', () => drawn.push(location.hash))");
    let begun = Instant::now();
    let moves = page.find(&format!(
        "new Promise((done) => {{ const it = document.querySelector('{HIGH}'); let moves = 0; \
         const timer = setInterval(() => {{ it.value = 60 + moves % 15; \
         it.dispatchEvent(new Event('input', {{ bubbles: true }})); moves += 1; \
         if (moves === 500) {{ clearInterval(timer); it.value = 55; \
         it.dispatchEvent(new Event('input', {{ bubbles: true }})); done(moves); }} }}, 20); }})"
    ));
    assert_eq!(moves, 500);
    // A busy machine takes longer than ten seconds for them.
    let seconds = begun.elapsed().as_secs_f64();
    assert!(seconds >= 10.0, "fifty a second");
    page.ready();
    page.wait("drawn.some((it) => it === location.hash)");
    let asked = page.requests().iter().filter(|it| it.ends_with("/ask")).count();
    let most = 5.0 * seconds + 20.0;
    assert!((asked as f64) < most, "five questions a second in {seconds} s, not {asked}");
    // From the first picture of the last question on, every picture is of it.
    let hash = page.text("location.hash");
    let pictures = page.find("drawn");
    let pictures = pictures.as_array().expect("a list").iter();
    let pictures = pictures.map(|it| it.as_str().expect("a link").to_owned());
    let after: Vec<_> = pictures.skip_while(|it| *it != hash).collect();
    assert!(!after.is_empty() && after.iter().all(|it| *it == hash), "{after:?}");
    let live = sentence(&mut page);
    let Some(mut other) = Chromium::open(&page.text("location.href"), WIDE) else { return };
    other.ready();
    assert_eq!(sentence(&mut other), live, "what is shown is what was asked last");
    let grown = server.memory().saturating_sub(before);
    assert!(grown < 400 << 20, "{} MB more", grown >> 20);
    assert_eq!(page.errors(), [""; 0]);
}
