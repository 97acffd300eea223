//! Small departments: one to be changed by hand, and those that chance throws together.

use crate::random::Chance;
use std::fmt::Write;

/// Two clerks with four hours of work a day: everything is in time, nobody is missing.
pub(super) const DESK: &str = r#"
[scenario]
name = "desk"
start = 2027-02-01
months = 4
lead_in = 0
replications = 40
currency = "EUR"
[calendar]
base = "none"
hours = ["09:00-17:00"]
[roles.clerk]
title = "Clerk"
headcount = 2
pay = 1000
[streams.ticket]
title = "Tickets"
arrival = { rate = 4, per = "working-day" }
route = [{ effort = "1h", role = "clerk" }]
[streams.ticket.sla.done]
title = "Done in a day"
to = "closed"
within = "8h"
target = "90%"
[[policies]]
key = "as-is"
"#;

/// The desk with pieces of its text replaced, and more at its end.
pub(super) fn desk(changes: &[(&str, &str)], more: &str) -> String {
    let text = changes.iter().fold(DESK.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the desk has no {from}");
        text.replace(from, to)
    });
    text + more
}

/// Writes a department by chance.
struct Writer {
    chance: Chance,
    text: String,
}

/// The department of a number.
pub(super) fn thrown_together(number: u64) -> String {
    let mut writer = Writer { chance: Chance::keyed(&[number, 11]), text: String::new() };
    writer.write();
    writer.text
}

const DRIVERS: [&str; 4] = [
    "linear = { from = 100, to = 300, months = 4 }",
    "linear = { from = 100, to = 40, months = 4 }",
    "linear = { from = 100, to = 100, months = 4 }",
    "table = [{ date = 2026-11-01, value = 100 }, { date = 2027-03-01, value = 260 }, { date = 2027-05-01, value = 90 }]",
];
const EFFORTS: [&str; 5] = [
    r#""20min""#,
    r#""1h""#,
    r#"{ mean = "2h", cv = 1.2 }"#,
    r#"{ mean = { min = "30min", max = "3h", title = "minutes a ticket" } }"#,
    r#"{ mean = { min = "1h", max = "61min" }, cv = 0.3 }"#,
];
const LIMITS: [&str; 4] = [
    r#""1h""#,
    r#""8h""#,
    r#"{ calendar = "3d" }"#,
    r#"{ working = "16h", calendar_days = 3, compose = "earlier" }"#,
];

impl Writer {
    fn below(&mut self, bound: u64) -> u64 {
        self.chance.below(bound)
    }

    fn maybe(&mut self, per_cent: u64) -> bool {
        self.below(100) < per_cent
    }

    fn one_of<T: Copy>(&mut self, those: &[T]) -> T {
        those[self.below(those.len() as u64) as usize]
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        writeln!(self.text, "{line}").expect("a string takes everything");
    }

    fn write(&mut self) {
        let (year, month) = self.one_of(&[(2026, 11), (2027, 1), (2028, 2)]);
        let (months, lead_in) = (1 + self.below(9), self.below(2));
        let replications = self.one_of(&[2, 5, 12, 30]);
        self.line(format_args!("[scenario]\nname = \"d\"\nstart = {year}-{month:02}-01\nmonths = {months}\nlead_in = {lead_in}\nreplications = {replications}\ncurrency = \"EUR\""));
        let base = self.one_of(&["ru", "none"]);
        self.line(format_args!("[calendar]\nbase = \"{base}\"\nhours = [\"09:00-17:00\"]"));
        let driven = self.maybe(60);
        if driven {
            let driver = self.one_of(&DRIVERS);
            self.line(format_args!("[drivers.clients]\ntitle = \"clients\"\n{driver}"));
        }
        let roles = 1 + self.below(3);
        (0..roles).for_each(|it| self.role(it));
        let streams = 1 + self.below(3);
        (0..streams).for_each(|it| self.stream(it, roles, driven));
        self.policies(&format!("{year}-{month:02}-01"), roles);
        self.claims();
    }

    fn role(&mut self, role: u64) {
        let people = self.one_of(&[0, 1, 1, 2, 4]);
        self.line(format_args!("[roles.r{role}]\nheadcount = {people}\npay = 1000"));
        if self.maybe(30) {
            self.line(format_args!("holiday = {{ blocks = [\"14d\"] }}"));
        }
        if self.maybe(20) {
            self.line(format_args!("sickness = {{ spells = 3, length = {{ mean = \"5d\" }} }}"));
        }
        if self.maybe(20) {
            let replaced = self.maybe(50);
            self.line(format_args!(
                "attrition = \"60%\"\ntime_to_fill = \"40d\"\nreplaced = {replaced}"
            ));
        }
    }

    fn stream(&mut self, stream: u64, roles: u64, driven: bool) {
        let rate = self.one_of(&[0.02, 0.5, 3.0, 6.0, 12.0]);
        let driver = if driven && self.maybe(70) { ", driver = \"clients\", at = 100" } else { "" };
        let (effort, role) = (self.one_of(&EFFORTS), self.below(roles));
        self.line(format_args!("[streams.s{stream}]\narrival = {{ rate = {rate}, per = \"working-day\"{driver} }}\nroute = [{{ effort = {effort}, role = \"r{role}\" }}]"));
        if self.maybe(10) {
            self.line(format_args!("backlog_at_start = 30"));
        }
        for sla in 0..self.below(3) {
            let within = self.one_of(&LIMITS);
            let target = self.one_of(&["50%", "84.6%", "95%", "99.9%", "100%"]);
            self.line(format_args!("[streams.s{stream}.sla.q{sla}]\nto = \"closed\"\nwithin = {within}\ntarget = \"{target}\""));
        }
    }

    fn policies(&mut self, start: &str, roles: u64) {
        self.line(format_args!("[[policies]]\nkey = \"as-is\""));
        let role = self.below(roles);
        let all = [
            String::new(),
            format!("{{ hire = \"r{role}\", start = {start}, ramp = false }}"),
            format!("{{ hire = \"r{role}\", start = {start}, count = 2, ramp = false }}"),
            format!(
                "{{ hire_when = \"r{role}\", occupancy = \"r{role}\", above = \"60%\", months = 1, most = 2 }}"
            ),
            format!("{{ set = \"roles.r{role}.headcount\", value = 1 }}"),
            format!("{{ hire_when = \"r{role}\", backlog = [\"s0\"], above = 100000 }}"),
            format!(
                "{{ automation = \"auto\", streams = [\"s0\"], from = {start}, effort = 0.5 }}"
            ),
        ];
        for (number, change) in all.iter().enumerate() {
            if self.maybe(40) {
                self.line(format_args!("[[policies]]\nkey = \"p{number}\"\nchanges = [{change}]"));
            }
        }
    }

    fn claims(&mut self) {
        let share = self.one_of(&["50%", "84.6%", "100%"]);
        let load = self.one_of(&[0.1, 1.0, 2.0]);
        self.line(format_args!("[[claims]]\nid = \"C-1\"\ntext = \"enough\"\ntests = [{{ measure = \"offered_load\", scope = \"r0\", at_most = {load} }}]"));
        self.line(format_args!("[[claims]]\nid = \"C-2\"\ntext = \"busy\"\ntests = [{{ measure = \"utilisation\", scope = \"r0\", at_most = \"{share}\" }}]"));
    }
}
