//! `serve`: the what-if page of a scenario, on this machine.

use super::failure::Failure;
use super::options::{Reading, Scenario};
use super::value::{seed, threads};
use super::{embedded, terminal, what_if};
use crate::report::{Sentence, texts};
use crate::scenario::{self, Lang, Problems, Study};
use crate::serve::{Ask, Guard, Refused, serve};
use clap::Args;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::Path;

/// The port of a page that asks for none.
const PORT: u16 = 8924;

/// Where the page is served.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    /// Port; 0: any free one
    #[arg(long, value_name = "N", default_value_t = PORT)]
    port: u16,
    /// Serve on this address instead of the loopback; a token is then needed, and shown once
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<IpAddr>,
    /// Do not open the browser
    #[arg(long)]
    no_open: bool,
    /// Where all chance begins [default: the scenario's]
    #[arg(long, value_name = "N", value_parser = seed)]
    seed: Option<u64>,
    /// Threads; 0: one for each processor
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = threads)]
    threads: usize,
}

/// Serves the page until it is stopped.
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments) -> Result<(), Failure> {
    let reading = &arguments.reading;
    // A wrong file is told here, as every other command tells it.
    let study = what_if::everywhere(scenario, reading)?;
    let lang = reading.locale(&study).lang;
    let hires = what_if::hires(reading, &study)?;
    let address = arguments.listen.unwrap_or(IpAddr::from([127, 0, 0, 1]));
    let address = SocketAddr::new(address, arguments.port);
    let listener = TcpListener::bind(address).map_err(|error| no_port(address, &error, lang))?;
    let local = listener.local_addr().map_err(|it| Failure::Work(it.to_string()))?;
    let (guard, token) = match local.ip().is_loopback() {
        true => (Guard::loopback(local.port()), String::new()),
        false => {
            let token = token()?;
            (Guard::with_token(token.clone()), format!("?token={token}"))
        }
    };
    let path = scenario.path();
    let file = path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let (overrides, fixed, path) = (reading.overrides(), reading.lang, path.to_owned());
    let load = move |changes: &[(String, String)], lang: Lang| {
        let all: Vec<(String, String)> = overrides.iter().chain(changes).cloned().collect();
        let mut study = read(&path, &all, fixed.or(Some(lang)), lang)?;
        what_if::hire_everywhere(&mut study, &hires);
        Ok(study)
    };
    let ask = Ask::new(Box::new(load), file, arguments.seed, arguments.threads);
    let ask = ask.map_err(|it| Failure::Work(it.into_iter().map(|it| it.words).collect()))?;
    let url = format!("http://{local}/{token}");
    terminal::print(&(texts::ServeAt { url: &url }.in_lang(lang) + "\n"), lang)?;
    if !arguments.no_open {
        // Whoever has no browser here has the address.
        let _ = opener(&url).spawn();
    }
    serve(ask, listener, guard).map_err(|it| Failure::Work(it.to_string()))
}

fn read(
    path: &Path,
    overrides: &[(String, String)],
    wanted: Option<Lang>,
    lang: Lang,
) -> Result<Study, Vec<Refused>> {
    let study = match embedded::find(path) {
        Some(name) if !path.exists() => embedded::load(name, overrides, wanted)
            .map_err(|it| vec![Refused { path: String::new(), words: it.words() }])?,
        _ => scenario::load(path, overrides, wanted),
    };
    study.map_err(|problems: Problems| {
        problems.list.iter().map(|it| Refused::of(it, lang)).collect()
    })
}

fn no_port(address: SocketAddr, error: &io::Error, lang: Lang) -> Failure {
    let other = address.port().checked_add(1).unwrap_or(PORT);
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            Failure::Input(texts::PortInUse { port: address.port(), other }.in_lang(lang))
        }
        _ => Failure::Work(format!("{address}: {error}")),
    }
}

/// A token that nobody guesses: from the system's own source of chance.
fn token() -> Result<String, Failure> {
    let mut bytes = [0_u8; 24];
    getrandom::fill(&mut bytes).map_err(|it| Failure::Work(it.to_string()))?;
    Ok(bytes.iter().map(|it| format!("{it:02x}")).collect())
}

fn opener(url: &str) -> std::process::Command {
    let (program, first): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = std::process::Command::new(program);
    let quiet = std::process::Stdio::null;
    command.args(first).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet());
    command
}
