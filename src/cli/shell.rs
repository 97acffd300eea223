//! `completions` and `man`: what shells and manual pages know of the commands.

use super::failure::Failure;
use super::terminal;
use crate::scenario::Lang;
use clap::{Args, Command};
use clap_complete::Shell;

/// For which shell.
#[derive(Args, Debug)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints a script that completes commands and options.
pub(crate) fn completions(arguments: &Completions, mut command: Command) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "staffcast", &mut script);
    terminal::print(&String::from_utf8_lossy(&script), Lang::default())
}

/// Prints the manual page: of the program, then of each command.
pub(crate) fn man(command: Command) -> Result<(), Failure> {
    let mut pages = Vec::new();
    let failed = |error: std::io::Error| Failure::Work(error.to_string());
    clap_mangen::Man::new(command.clone()).render(&mut pages).map_err(failed)?;
    for sub in command.get_subcommands().filter(|it| !it.is_hide_set()) {
        let name = format!("staffcast-{}", sub.get_name());
        clap_mangen::Man::new(sub.clone()).title(name).render(&mut pages).map_err(failed)?;
    }
    terminal::print(&String::from_utf8_lossy(&pages), Lang::default())
}
