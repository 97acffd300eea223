//! Any scenario: departments that use everything the format knows, thrown together by chance.

use staffcast::inside::Chance;
use std::fmt::Write;

/// A department thrown together, and what a test must know of it.
#[derive(Clone)]
pub struct Anything {
    /// The file.
    pub text: String,
    /// Whether due dates decide.
    pub by_due: bool,
    /// Streams that begin with a plain step of one role: their key, role, priority, and whether
    /// they interrupt.
    pub plain: Vec<(String, String, u64, bool)>,
}

/// Chance, and the file so far.
struct Writer {
    chance: Chance,
    text: String,
    roles: Vec<String>,
    month: u64,
    /// Whether the stream that is being written is each person's own.
    own: bool,
    /// By stream: whether others may cause it.
    spawnable: Vec<bool>,
    /// Chance of its own for what the format has learnt since, in a third of the departments: what else
    /// there is does not depend on it.
    later: Option<Chance>,
    /// The same once more: time zones, a log that comes again, overtime, hiring for the load.
    newest: Option<Chance>,
}

/// A log to be replayed: a row every other day from March to October, some of them at night, some at
/// the same moment as another.
pub fn log() -> String {
    let days = (0..120).map(|row| (3 + row / 15, 1 + 2 * (row % 15), row));
    let rows = days.flat_map(|(month, day, row)| {
        let moment = format!("2026-{month:02}-{day:02} {:02}:{:02}", row * 7 % 24, row * 11 % 60);
        vec![format!("{moment}\n"); 1 + usize::from(row % 4 == 0)]
    });
    ["created\n".to_owned()].into_iter().chain(rows).collect()
}

const HOURS: [&str; 4] = [
    r#"["09:00-13:00", "14:00-18:00"]"#,
    r#"["08:00-22:00"]"#,
    r#"["00:00-24:00"]"#,
    r#"["10:00-11:00"]"#,
];

const CALENDARS: &str = r#"
[calendars.late]
base = "none"
hours = ["12:00-15:00", "16:00-24:00"]
days = ["tue", "wed", "thu", "fri", "sat"]
[calendars.always]
base = "none"
hours = ["00:00-24:00"]
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
[calendars.night]
base = "none"
hours = ["22:00-06:00"]
[calendars.breaks]
base = "none"
hours = ["08:00-12:00", "13:00-18:00"]
break_turns = 2
[calendars.turns]
rota = ["late", "night", "always"]
[calendars.abroad]
base = "none"
hours = ["09:00-17:00"]
zone = "Europe/Berlin"
[drivers.clients]
linear = { from = 100, to = 300, months = 4 }
"#;

const HOLIDAYS: [&str; 3] = [
    r#"{ blocks = ["14d"], season = ["may", "jul"] }"#,
    r#"{ blocks = ["3d", "3d", "14d"] }"#,
    "{ people = [[{ from = 2026-05-15, days = 14 }], [{ from = 2026-05-20, days = 5 }]] }",
];

const OWN_HOURS: [&str; 6] = [
    r#"{ calendar = "night" }"#,
    r#"{ calendar = "turns" }"#,
    r#"{ calendar = "late" }"#,
    r#"{ fte = "50%" }"#,
    r#"{ calendar = "always", fte = "80%" }"#,
    r#"{ until = 2026-07-10, pay = 500 }"#,
];

const ARRIVALS: [&str; 12] = [
    r#"{ rate = 3, per = "calendar-day" }"#,
    r#"{ rate = 0.5, per = "working-hour", day_cv = 0.5 }"#,
    r#"{ on = "daily", at = "10:00", count = { between = [0, 4] } }"#,
    r#"{ on = "weekly", weekdays = ["mon", "sun"], at = "23:30", count = 3 }"#,
    r#"{ on = "month-span", from = 20, to = 31, count = 2, driver = "clients", at = 100 }"#,
    r#"{ rate = 40, per = "month", driver = "clients", at = 100, regular = true }"#,
    r#"{ rate = 3, per = "calendar-day", hours = { 3 = 5, 9 = 2 }, weekdays = [1, 1, 1, 1, 1, 3, 3] }"#,
    r#"{ rate = 0.3, per = "working-day" }"#,
    r#"{ rate = 4, per = "working-day", months = { jul = 0.5 } }"#,
    r#"{ rate = 12, per = "working-day" }"#,
    r#"{ rate = 0.4, per = "calendar-day", count = { geometric = 3.0 } }"#,
    r#"{ rate = 1, per = "working-day", count = { between = [0, 4] } }"#,
];

const PATIENCE: [&str; 5] = [
    "patience = \"0\"",
    "patience = { exponential = \"2h\" }",
    "patience = { mean = \"3d\" }\npatience_clock = \"working\"",
    "patience = \"1h\"\nretrial = { probability = \"40%\" }",
    "patience = { exponential = \"20min\" }\nretrial = { probability = \"60%\", after = { exponential = \"5h\" } }",
];

const LIMITS: [&str; 5] = [
    r#""15min""#,
    r#""8h""#,
    r#"{ calendar = "3d" }"#,
    r#"{ working = "16h", calendar_days = 3, compose = "earlier" }"#,
    r#"{ working = "16h", calendar_days = 3, compose = "later" }"#,
];

impl Anything {
    /// The department of a number.
    pub fn of(number: u64) -> Self {
        let (mut later, mut newest) = (Chance::keyed(&[number, 64]), Chance::keyed(&[number, 65]));
        let mut writer = Writer {
            chance: Chance::keyed(&[number, 2026]),
            text: String::new(),
            roles: Vec::new(),
            month: 0,
            own: false,
            spawnable: Vec::new(),
            later: (later.below(3) == 0).then_some(later),
            newest: (newest.below(3) == 0).then_some(newest),
        };
        writer.write()
    }
}

impl Writer {
    fn below(&mut self, bound: u64) -> u64 {
        self.chance.below(bound)
    }

    /// With a probability in per cent.
    fn maybe(&mut self, per_cent: u64) -> bool {
        self.below(100) < per_cent
    }

    fn one_of<T: Copy>(&mut self, those: &[T]) -> T {
        those[self.below(those.len() as u64) as usize]
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        writeln!(self.text, "{line}").expect("a string takes everything");
    }

    fn write(&mut self) -> Anything {
        let by_due = self.maybe(30);
        let discipline = if by_due { "earliest-due" } else { "priority" };
        let (month, months) = (3 + self.below(6), 2 + self.below(2));
        self.month = month;
        let (lead_in, run_out) = (self.below(2), self.below(2));
        self.line(format_args!(
            "[scenario]\nstart = 2026-0{month}-01\nmonths = {months}\nlead_in = {lead_in}\nrun_out = {run_out}\ndiscipline = \"{discipline}\"",
        ));
        let (base, hours) = (self.one_of(&["ru", "none"]), self.one_of(&HOURS));
        let zone = self.one_of_newest("Europe/Berlin", &["America/New_York", "Asia/Tokyo"]);
        self.line(format_args!(
            "[calendar]\nbase = \"{base}\"\nhours = {hours}\nzone = \"{zone}\""
        ));
        self.text += CALENDARS;
        if self.maybe(30) {
            self.line(format_args!("broken_promises = {{ churn = \"90%\", revenue = 5 }}"));
        }
        let own_calendars = self.maybe(40);
        for role in 0..1 + self.below(3) {
            self.roles.push(format!("r{role}"));
        }
        let ramps = self.maybe(30);
        for role in 0..self.roles.len() {
            self.role(role, own_calendars, ramps);
        }
        let streams = 1 + self.below(5) as usize;
        self.spawnable = (0..streams).map(|it| it > 0 && self.maybe(40)).collect();
        let mut plain = Vec::new();
        for stream in 0..streams {
            plain.extend(self.stream(stream, own_calendars));
        }
        let start = format!("2026-0{month}-01");
        self.policies(&start, by_due, ramps);
        Anything { text: std::mem::take(&mut self.text), by_due, plain }
    }

    fn role(&mut self, role: usize, own_calendars: bool, ramps: bool) {
        let people = self.one_of(&[0, 1, 1, 2, 3]);
        self.line(format_args!("[roles.r{role}]\nheadcount = {people}\npay = 1000"));
        // Every name is known.
        let skills = self.one_of_later(match role {
            0 => &["skills = [\"x\", \"y\"]"],
            _ => &["", "skills = [\"x\"]", "skills = [\"y\"]"],
        });
        self.line(format_args!("{skills}"));
        if own_calendars && self.maybe(50) {
            let calendar = self.one_of(&["late", "always", "night", "turns"]);
            let calendar = self.one_of_newest(calendar, &[calendar, "abroad"]);
            self.line(format_args!("calendar = \"{calendar}\""));
        }
        if people > 1 && self.maybe(40) {
            let [first, second] = [(); 2].map(|()| {
                let own = self.one_of(&OWN_HOURS).trim_end_matches(" }");
                let skills = self.one_of_later(&["", ", skills = []", ", skills = [\"x\"]"]);
                let away = ", away = [{ from = 2026-06-03, days = 4 }]";
                let away = self.one_of_later(&["", "", away, ", away = []"]);
                format!("{own}{skills}{away} }}")
            });
            let month = self.month;
            let coming = self.one_of(&["", ", until = 2026-12-20, productivity = 0.5"]);
            let coming = match self.maybe(30) {
                true => format!(", {{ start = 2026-0{month}-16{coming} }}"),
                false => String::new(),
            };
            self.line(format_args!("people = [{first}, {second}{coming}]"));
        }
        if self.maybe(15) {
            self.line(format_args!("on_call = {{ start = \"30min\", pay = 10, call = 5 }}"));
        }
        if self.maybe(50) {
            let (spells, days) = (1 + self.below(20), 1 + self.below(10));
            self.line(format_args!(
                "sickness = {{ spells = {spells}, length = {{ mean = \"{days}d\" }} }}"
            ));
        }
        if self.maybe(40) {
            let holiday = self.one_of(&HOLIDAYS);
            self.line(format_args!("holiday = {holiday}"));
        }
        if self.maybe(25) {
            let replaced = self.maybe(70);
            self.line(format_args!(
                "attrition = \"90%\"\ntime_to_fill = \"20d\"\nreplaced = {replaced}"
            ));
        }
        if self.maybe(20) {
            self.line(format_args!("overload = {{ above = \"40%\", attrition = \"90%\" }}"));
        }
        if ramps {
            self.line(format_args!(
                "ramp = {{ from = \"40%\", months = 2, mentoring = \"5h\", mentor = \"r0\" }}"
            ));
        }
        if self.roles.len() > 1 && self.maybe(35) {
            let other = (role + 1) % self.roles.len();
            self.line(format_args!("stand_in = [\"r{other}\"]"));
        }
    }

    /// Returns what is known of the stream if it begins with a plain step.
    fn stream(
        &mut self,
        stream: usize,
        own_calendars: bool,
    ) -> Option<(String, String, u64, bool)> {
        // Those before it have been written: whether any of them causes it is known.
        let caused = self.text.contains(&format!("spawn = \"s{stream}\""));
        let spawned = caused && self.maybe(50);
        let own = !spawned && self.maybe(15);
        self.own = own;
        let arrival = if spawned { "\"spawned\"" } else { self.one_of(&ARRIVALS) };
        let replayed = if own || spawned { arrival } else { "{ replay = \"log.csv\" }" };
        let arrival = self.one_of_newest(arrival, &[arrival, arrival, replayed]);
        let (priority, interrupts) = (self.below(4), self.maybe(35));
        self.line(format_args!(
            "[streams.s{stream}]\narrival = {arrival}\npriority = {priority}\ninterrupts = {interrupts}"
        ));
        if own {
            let meeting = self.maybe(50);
            self.line(format_args!("for_each = [\"r0\"]\nmeeting = {meeting}"));
        }
        if self.maybe(15) {
            self.line(format_args!("resume_cost = \"5min\""));
        }
        if !own && self.maybe(20) {
            let backlog = 1 + self.below(20);
            self.line(format_args!("backlog_at_start = {backlog}"));
        }
        let unnoticed = !own && self.maybe(15);
        if unnoticed {
            self.line(format_args!("noticed_after = {{ mean = \"30min\" }}"));
        }
        let own_calendar = own_calendars && self.maybe(30);
        if own_calendar {
            let calendar = self.one_of(&["late", "always"]);
            self.line(format_args!("calendar = \"{calendar}\""));
        }
        let impatient = self.maybe(25);
        if impatient {
            let patience = self.one_of(&PATIENCE);
            self.line(format_args!("{patience}"));
        }
        if !own && self.maybe(15) {
            let over = self.one_of(&[
                "",
                ", over = { exponential = \"20h\" }",
                ", over = \"3d\", clock = \"calendar\"",
            ]);
            let month = self.month;
            self.line(format_args!(
                "bursts = [{{ date = 2026-0{month}-20, items = {{ poisson = 15 }}{over} }}]"
            ));
        }
        let role = self.one_of_roles();
        let first = self.effort(&role, true);
        let mut steps = vec![first];
        let mut marks = Vec::new();
        for _ in 0..self.below(4) {
            let step = self.step(stream, 0, &mut marks);
            steps.push(step);
        }
        self.line(format_args!("route = [{}]", steps.join(", ")));
        let waits = steps.join("").contains("wait = \"client\"");
        if !["within_day", "together_with", "at_once"].iter().any(|it| steps.join("").contains(it))
        {
            let finish = self.one_of_later(&["", "finish = true"]);
            self.line(format_args!("{finish}"));
        }
        for sla in 0..self.below(3) {
            let mut ends = vec!["contact".to_owned(), "solved".into(), "closed".into()];
            ends.extend(marks.iter().cloned());
            let to = ends[self.below(ends.len() as u64) as usize].clone();
            let within = self.one_of(&LIMITS);
            let attribution = self.one_of(&["due", "created", "closed"]);
            self.line(format_args!(
                "[streams.s{stream}.sla.q{sla}]\nto = \"{to}\"\nwithin = {within}\ntarget = \"90%\"\nattribution = \"{attribution}\""
            ));
            if waits && self.maybe(50) {
                self.line(format_args!("pauses = [\"client\"]"));
            }
        }
        let is_plain = !own && !unnoticed && !own_calendar;
        is_plain.then(|| (format!("s{stream}"), role, priority, interrupts))
    }

    fn one_of_roles(&mut self) -> String {
        let role = self.below(self.roles.len() as u64) as usize;
        self.roles[role].clone()
    }

    /// One of some texts; none where there is nothing new.
    fn one_of_later<'t>(&mut self, those: &[&'t str]) -> &'t str {
        let chance = self.later.as_mut();
        chance.map_or("", |it| those[it.below(those.len() as u64) as usize])
    }

    /// The same of what is newest, or the usual.
    fn one_of_newest<'t>(&mut self, usual: &'t str, those: &[&'t str]) -> &'t str {
        let chance = self.newest.as_mut();
        chance.map_or(usual, |it| those[it.below(those.len() as u64) as usize])
    }

    /// Whether nobody of the first role could work an hour more on the days of the scenario's hours.
    fn is_long_of_r0(&self) -> bool {
        let role = self.text.split("[roles.").nth(1).unwrap_or_default();
        role.contains("calendar =") || self.text.contains("hours = [\"00:00-24:00\"]\nzone")
    }

    fn time(&mut self) -> String {
        let minutes = self.one_of(&[5, 10, 20, 30, 60, 90, 200, 400]);
        match self.below(8) {
            0 => format!("\"{minutes}min\""),
            1 => format!("{{ exponential = \"{minutes}min\" }}"),
            2 => format!("{{ gamma = {{ mean = \"{minutes}min\", cv = 0.5 }} }}"),
            3 => format!("{{ uniform = {{ min = \"1min\", max = \"{minutes}min\" }} }}"),
            4 => {
                let most = 2 * minutes;
                format!("{{ mean = {{ min = \"{minutes}min\", max = \"{most}min\" }} }}")
            }
            5 => "[\"5min\", { mean = \"20min\" }]".into(),
            _ => format!("{{ mean = \"{minutes}min\", cv = 1.3 }}"),
        }
    }

    fn effort(&mut self, role: &str, plain: bool) -> String {
        let other = self.one_of_roles();
        let who = self.role_or_pool(role, &other, plain);
        let mut step = format!("{{ effort = {}, role = {who}", self.time());
        let pooled = who.starts_with('[');
        if !plain {
            if !self.own {
                step += self.one_of_later(&["", ", skill = \"x\"", ", skill = \"y\""]);
            }
            if self.maybe(15) {
                step += ", within_day = true";
            }
            if other != role && !pooled && self.maybe(20) {
                step += &format!(", together_with = \"{other}\"");
            }
            if other != role && self.maybe(20) {
                step += &format!(", stand_in = [\"{other}\"]");
            }
            if self.maybe(10) {
                step += &format!(", priority = {}", self.below(4));
            }
            if !self.own
                && !pooled
                && !step.contains("within_day")
                && !step.contains("together")
                && self.maybe(25)
            {
                let (most, slower) = (2 + self.below(3), self.one_of(&[0, 30, 100]));
                step += &format!(", at_once = {most}, slower = \"{slower}%\"");
            }
            if self.maybe(10) {
                step += ", patience = { exponential = \"3h\" }";
            }
        }
        step + " }"
    }

    /// A role, or it and another, who may be slower.
    fn role_or_pool(&mut self, role: &str, other: &str, plain: bool) -> String {
        let pooled = !plain && other != role && self.maybe(40);
        match self.below(3) {
            0 if pooled => format!("[\"{role}\", \"{other}\"]"),
            1 if pooled => format!("[[\"{role}\", \"{other}\"]]"),
            2 if pooled => format!("[\"{role}\", {{ role = \"{other}\", effort = 1.5 }}]"),
            _ => format!("\"{role}\""),
        }
    }

    fn step(&mut self, stream: usize, depth: u32, marks: &mut Vec<String>) -> String {
        match self.below(10) {
            0 => {
                let clock = self.one_of(&["working", "calendar"]);
                let time =
                    self.one_of(&["\"2h\"", "{ mean = \"16h\" }", "{ exponential = \"30h\" }"]);
                format!("{{ wait = \"client\", time = {time}, clock = \"{clock}\" }}")
            }
            1 if depth < 2 => {
                let times = self.one_of(&["2", "{ geometric = 1.5 }", "{ poisson = 0.7 }"]);
                let body = self.step(stream, depth + 1, marks);
                format!("{{ cycle = {times}, steps = [{body}] }}")
            }
            2 if depth < 2 => {
                let share = self.one_of(&[5, 30, 70, 100]);
                let body = self.step(stream, depth + 1, marks);
                let other = self.step(stream, depth + 1, marks);
                format!("{{ branch = \"{share}%\", steps = [{body}], otherwise = [{other}] }}")
            }
            3 if depth == 0 => {
                marks.push(format!("m{}", marks.len()));
                format!("{{ mark = \"{}\" }}", marks[marks.len() - 1])
            }
            4 if depth == 0 => {
                let share = self.one_of(&[5, 20, 40]);
                let after = self.one_of(&["", ", after = \"8h\", clock = \"working\""]);
                format!("{{ reopen = \"{share}%\"{after} }}")
            }
            5 if self.spawnable.iter().skip(stream + 1).any(|&it| it) => {
                let later = stream + 1..self.spawnable.len();
                let to: Vec<usize> = later.filter(|&it| self.spawnable[it]).collect();
                let to = self.one_of(&to);
                let after = self.one_of(&["", ", after = { exponential = \"5h\" }"]);
                format!("{{ spawn = \"s{to}\", count = {{ poisson = 0.7 }}{after} }}")
            }
            _ => {
                let role = self.one_of_roles();
                self.effort(&role, false)
            }
        }
    }

    /// As it is; nothing changes; every arrival an event, as it is where contractors may come in;
    /// and a lot at once.
    fn policies(&mut self, start: &str, by_due: bool, ramps: bool) {
        let nobody: Vec<String> = self
            .roles
            .iter()
            .map(|it| {
                format!("{{ contractor = \"no-{it}\", role = \"{it}\", capacity = 0, price = 0 }}")
            })
            .collect();
        let discipline = if by_due { "priority" } else { "earliest-due" };
        let all = [
            format!("{{ hire = \"r0\", start = {start}, count = 2, ramp = {ramps} }}"),
            "{ hire_when = \"r0\", occupancy = \"r0\", above = \"60%\", months = 1, most = 2 }".into(),
            "{ hire_when = \"r0\", backlog = [\"s0\"], above = 5 }".into(),
            "{ contractor = \"free\", role = \"r0\", capacity = 20, when_waiting = 2, price = 10, lead = \"3h\" }".into(),
            format!("{{ discipline = \"{discipline}\" }}"),
            "{ interrupts = false }".into(),
            "{ assignment = \"manual\", noticed_after = { mean = \"20min\" } }".into(),
            format!("{{ automation = \"auto\", streams = [\"s0\"], from = {start}, effort = 0.5 }}"),
        ];
        let mut some: Vec<String> = all.into_iter().filter(|_| self.maybe(35)).collect();
        let month = self.month;
        let later = [
            format!(
                "{{ hire = \"r0\", start = {start}, until = 2026-0{month}-25, skills = [\"y\"], ramp = {ramps} }}"
            ),
            format!("{{ other_hours = \"r0\", calendar = \"breaks\", from = 2026-0{month}-12 }}"),
            format!("{{ other_hours = \"r0\", calendar = \"turns\", from = 2026-0{month}-20 }}"),
        ];
        let chosen = self.one_of_later(&["-", "0", "1", "2", "01", "02"]);
        some.extend(chosen.chars().filter_map(|it| Some(later[it.to_digit(10)? as usize].clone())));
        let rule = "{ hire_for_load = \"r0\", target = \"60%\", first = \"1mo\", review = \"1mo\", most = 2 }";
        let overtime = format!(
            "{{ overtime = \"r0\", from = 2026-0{month}-08, to = 2026-0{month}-26, hours_a_day = \"1h\" }}"
        );
        // Not where the day is as long as it can be.
        let overtime =
            match some.iter().any(|it| it.contains("other_hours")) || self.is_long_of_r0() {
                true => "",
                false => &overtime,
            };
        let newest = [rule, overtime].map(|it| self.one_of_newest("", &[it, it, ""]).to_owned());
        some.extend(newest.into_iter().filter(|it| !it.is_empty()));
        self.line(format_args!(
            "[[policies]]\nkey = \"as-is\"\n[[policies]]\nkey = \"nothing\"\nchanges = []\n[[policies]]\nkey = \"every-arrival\"\nchanges = [{}]\n[[policies]]\nkey = \"rich\"\nchanges = [{}]",
            nobody.join(", "),
            some.join(", ")
        ));
    }
}
