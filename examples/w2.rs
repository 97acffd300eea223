use staffcast::calendar::*;
use staffcast::ids::*;
use staffcast::measure::*;
use staffcast::random::Shape;
use staffcast::scenario::*;
use std::time::Instant;
fn k(v: f64) -> Quantity {
    Quantity::Known(v)
}
fn t(s: &str) -> Text {
    Text {
        ru: s.into(),
        en: s.into(),
    }
}
fn main() {
    let w1 = std::env::args().nth(1).as_deref() == Some("w1");
    let reps: u64 = std::env::args().nth(2).map_or(200, |s| s.parse().unwrap());
    let timeline = Timeline::new(jiff::civil::date(2024, 1, 1), if w1 { 1 } else { 0 }, 36, 0);
    let hours = if w1 {
        DayHours::round_the_clock()
    } else {
        DayHours::new(&[(540, 1080)]).unwrap()
    };
    let pattern = if w1 {
        Pattern::every_day(hours)
    } else {
        Pattern::monday_to_friday(hours)
    };
    let cal = WorkingTime::compile(&timeline, &pattern, &Exceptions::default(), Base::None);
    let role = Role {
        key: "a".into(),
        title: t("a"),
        headcount: if w1 { 3 } else { 1 },
        calendar: CalendarId(0),
        pay: k(0.),
        contributions: Contributions::Flat(k(0.)),
        holiday: Holiday::None,
        sickness: Sickness {
            spells: k(0.),
            length: Duration {
                mean: k(0.),
                shape: Shape::Fixed,
            },
        },
        attrition: k(0.),
        replaced: false,
        time_to_fill: Duration {
            mean: k(0.),
            shape: Shape::Fixed,
        },
        hiring_cost: k(0.),
        ramp: Ramp {
            from: k(1.),
            months: k(0.),
            mentor: None,
            mentoring: k(0.),
        },
        stand_in: vec![],
    };
    let mut streams = vec![];
    let mut slas = vec![];
    let classes: &[(f64, f64)] = if w1 {
        &[(1.0, 0.0)]
    } else {
        &[(0.075, 2.), (0.65, 9.), (0.275, 27.)]
    };
    for (i, (share, limit)) in classes.iter().enumerate() {
        let mut route = vec![Step::Effort(EffortStep {
            title: t(""),
            role: RoleId(0),
            stand_in: None,
            time: vec![Duration {
                mean: k(if w1 { 3600. } else { 2400. }),
                shape: if w1 {
                    Shape::Exponential
                } else {
                    Shape::Lognormal { cv: 1.0 }
                },
            }],
            within_day: false,
            together_with: None,
            visit: false,
        })];
        if !w1 {
            route.push(Step::Mark(SOLVED));
            route.push(Step::Reopen {
                probability: k(0.075),
                delay: Duration {
                    mean: k(0.),
                    shape: Shape::Fixed,
                },
                clock: Clock::Working,
            });
        }
        streams.push(Stream {
            key: format!("c{i}"),
            title: t("c"),
            arrival: Arrival::Rate(ArrivalRate {
                rate: k(if w1 { 2.4 } else { 10. * share }),
                share: None,
                per: if w1 {
                    Per::WorkingHour
                } else {
                    Per::WorkingDay
                },
                driver: None,
                at: k(1.),
                elasticity: k(1.),
                regular: false,
                months: [1.; 12],
                weekdays: [1.; 7],
                hours: vec![],
                day_cv: 0.,
            }),
            priority: i as u8,
            interrupts: false,
            resume_cost: k(0.),
            noticed_after: None,
            for_each: vec![],
            meeting: false,
            backlog_at_start: k(0.),
            calendar: CalendarId(0),
            route,
            open_measure: None,
        });
        if !w1 {
            slas.push(Sla {
                key: format!("c{i}/solved"),
                title: t("s"),
                stream: StreamId(i as u32),
                from: CREATED,
                to: SOLVED,
                limits: vec![Limit {
                    clock: Clock::Working,
                    time: k(limit * 3600.),
                }],
                compose: Compose::Earlier,
                target: 0.95,
                pauses: vec![],
                attribution: Attribution::Created,
                penalty: k(0.),
            });
        }
    }
    let s = Scenario {
        name: "w2".into(),
        title: t("w2"),
        timeline,
        replications: 10,
        seed: 1,
        lang: Lang::En,
        currency: "RUB".into(),
        calendars: vec![cal],
        inputs: vec![],
        drivers: vec![],
        roles: vec![role],
        streams,
        marks: vec![
            "created".into(),
            "contact".into(),
            "solved".into(),
            "closed".into(),
        ],
        waits: vec![],
        slas,
        discipline: Discipline::Priority,
        hires: vec![],
        triggers: vec![],
        contractors: vec![],
        automations: vec![],
        claims: vec![],
        planning: Planning::default(),
        sources: vec![],
        notes: vec![],
    };
    let p = Prepared::new(&s);
    let mut sim = p.simulator();
    sim.run(1, 0, &[]);
    let n = Instant::now();
    for r in 0..reps {
        sim.run(1, r, &[]);
    }
    let el = n.elapsed().as_secs_f64();
    println!("run: {:.1} reps/s", reps as f64 / el);
    let cols = p.columns().to_vec();
    let mut sums = vec![0.0; cols.len()];
    let n = Instant::now();
    for r in 0..reps {
        let x = sim.replicate(1, r);
        for (a, b) in sums.iter_mut().zip(x.total) {
            *a += b / reps as f64;
        }
    }
    println!(
        "read: {:.1} reps/s",
        reps as f64 / n.elapsed().as_secs_f64()
    );
    for (c, v) in cols.iter().zip(sums) {
        println!("{} {} {:.5}", c.measure, c.scope, v);
    }
}
