//! The command line.

fn main() -> std::process::ExitCode {
    staffcast::cli::main(std::env::args_os())
}
