//! The whole program from outside: every command, its exit code, its files.

mod check;
mod faults;
mod parts;
mod run;
mod small;
mod sweeps;
mod what_ifs;
mod widths;
mod wrong;
