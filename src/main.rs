//! The command line.

fn main() -> std::process::ExitCode {
    staffcast::main(std::env::args_os())
}
