//! Every kind of chart, drawn from numbers such as a department has.
//!
//! The pictures go to a temporary folder, or to the one named by `STAFFCAST_GALLERY`
//! (with `cargo test gallery`), there to be looked at.

use super::{Palette, Place, draw, png, svg};
use crate::report::dates::months_later;
use crate::report::{
    Axis, Bar, Bars, Chart, Curve, Figure, Format, HeatMap, HeatRow, Ink, Lines, Locale, Mark,
    Panel, Point, Series, Swing, Target, Tornado, Trace,
};
use crate::scenario::Lang;
use jiff::civil::{Date, date};
use std::path::PathBuf;

const SOURCE: &str = "staffcast: сценарий pass24, 400 прогонов, зерно 20260126. \
    Время на обращение 1–2 ч (P-14), 3\u{202f}500 обращений в год (P-03).";
const OTHERS: [&str; 8] = [
    "Вызов при 400 обращениях",
    "Переработка",
    "База знаний",
    "Подмена руководителем",
    "Подрядчик",
    "Ручное распределение",
    "Без прерываний",
    "Второй МОС",
];

fn months(count: i32) -> Vec<Date> {
    (0..count)
        .map(|index| months_later(date(2026, 2, 1), index))
        .collect()
}

/// A curve that falls from one share to another around a month.
fn falling(count: usize, from: f64, to: f64, around: f64, width: f64) -> Vec<f64> {
    let value = |index: usize| {
        let turned = 1.0 / (1.0 + libm::exp(-(index as f64 - around) / width));
        let wobble = libm::sin(index as f64 * 2.3 + around) * 0.012;
        (from + (to - from) * turned + wobble).clamp(0.0, 1.0)
    };
    (0..count).map(value).collect()
}

fn series(label: &str, values: Vec<f64>, ink: Ink, half: f64) -> Series {
    let limit = |value: f64| {
        if half < 0.5 {
            value.clamp(0.0, 1.0)
        } else {
            value.max(0.0)
        }
    };
    let band = (half > 0.0).then(|| {
        let low = values.iter().map(|value| limit(value - half)).collect();
        (
            low,
            values.iter().map(|value| limit(value + half)).collect(),
        )
    });
    Series {
        label: label.into(),
        values,
        band,
        ink,
    }
}

fn chart(key: &str, title: &str, subtitle: &str, figure: Figure) -> Chart {
    Chart {
        key: key.into(),
        title: title.into(),
        subtitle: subtitle.into(),
        source: SOURCE.into(),
        alternative: format!("{title}. {subtitle}"),
        figure,
    }
}

fn target(label: &str, value: f64) -> Target {
    Target {
        label: label.into(),
        value,
    }
}

fn lines(format: Format, trace: Trace, count: i32, panels: Vec<Panel>) -> Figure {
    Figure::Lines(Lines {
        months: months(count),
        format,
        trace,
        panels,
    })
}

fn policies(count: usize, shift: f64) -> Vec<Series> {
    let mut all = vec![
        series(
            "Второй менеджер ТП с 1 июня",
            {
                let mut values = falling(count, 0.985, 0.97, 20.0, 3.0);
                for (index, value) in values.iter_mut().enumerate().take(4) {
                    *value = (0.97 - 0.06 * index as f64 + shift * 0.03).min(0.985);
                }
                values
            },
            Ink::Slot(0),
            0.02,
        ),
        series(
            "Как есть",
            falling(count, 0.97, 0.18, 4.0 + shift, 1.4),
            Ink::Slot(1),
            0.05,
        ),
        series(
            "Автоматизация ответов",
            falling(count, 0.98, 0.62, 6.0 + shift, 2.0),
            Ink::Slot(2),
            0.03,
        ),
    ];
    for (index, label) in OTHERS.iter().enumerate() {
        let to = 0.25 + 0.08 * index as f64;
        let around = 3.0 + shift + index as f64 * 0.5;
        all.push(series(
            label,
            falling(count, 0.97, to, around, 1.8),
            Ink::Muted,
            0.0,
        ));
    }
    all
}

fn sla() -> Chart {
    let classes = [
        ("Экстренные: контакт за 15 мин", 1.0, 0.0),
        ("Экстренные: решение за 4 ч", 1.0, 1.0),
        ("Стандартные: решение за 24 ч", 0.95, 2.0),
        ("Стандартные: решение за 5 дней", 0.95, 3.5),
        ("Консультации: решение за 48 ч", 0.95, 4.5),
        ("Консультации: решение за 5 дней", 0.95, 5.5),
    ];
    let panel = |(title, level, shift): (&str, f64, f64)| Panel {
        title: title.into(),
        series: policies(12, shift),
        targets: vec![target(
            &format!("цель {:.0}\u{202f}%", level * 100.0),
            level,
        )],
        marks: vec![],
    };
    let panels = classes.into_iter().map(panel).collect();
    chart(
        "sla",
        "Один менеджер ТП перестаёт выдерживать SLA в мае, второй с июня возвращает его к цели",
        "Доля обращений, выполненных в срок, по месяцам; полоса — 95\u{202f}% доверительный интервал",
        lines(Format::Share, Trace::Straight, 12, panels),
    )
}

fn one_sla() -> Chart {
    let panel = Panel {
        series: policies(12, 2.0),
        targets: vec![target("цель 95\u{202f}%", 0.95)],
        marks: vec![
            Mark {
                label: "вакансия открыта 2 апреля".into(),
                at: 2.05,
            },
            Mark {
                label: "выход второго менеджера 1 июня".into(),
                at: 4.0,
            },
        ],
        ..Panel::default()
    };
    chart(
        "sla-standard",
        "С наймом к июню стандартные обращения остаются в пределах SLA",
        "Доля стандартных обращений, решённых за 24 рабочих часа, по месяцам",
        lines(Format::Share, Trace::Straight, 12, vec![panel]),
    )
}

fn utilisation() -> Chart {
    let grown = |from: f64, to: f64, phase: f64| -> Vec<f64> {
        let value = |index: usize| {
            let share = index as f64 / 35.0;
            from + (to - from) * share + 0.05 * libm::sin(index as f64 * 1.1 + phase)
        };
        (0..36).map(value).collect()
    };
    let panel = Panel {
        series: vec![
            series("Менеджер ТП", grown(0.92, 1.42, 0.0), Ink::Slot(1), 0.0),
            series(
                "Менеджер по сопровождению клиентов (МОС)",
                grown(0.88, 1.18, 1.0),
                Ink::Slot(0),
                0.0,
            ),
            series(
                "Старший инженер",
                grown(0.71, 0.93, 2.0),
                Ink::Slot(2),
                0.03,
            ),
            series(
                "Менеджер по внедрению",
                grown(0.68, 0.72, 3.0),
                Ink::Slot(3),
                0.0,
            ),
            series("Руководитель", grown(0.42, 0.66, 4.0), Ink::Slot(4), 0.0),
        ],
        targets: vec![
            target("85\u{202f}%: очередь растёт быстро", 0.85),
            target("100\u{202f}%: предел", 1.0),
        ],
        ..Panel::default()
    };
    chart(
        "utilisation",
        "Загрузка менеджера ТП выше предела с мая 2026, МОС — с 2027",
        "Отношение нужного рабочего времени к доступному, по ролям и месяцам; вариант «Как есть»",
        lines(Format::Share, Trace::Straight, 36, vec![panel]),
    )
}

fn backlog() -> Chart {
    let mut all = vec![
        series(
            "Второй менеджер ТП с 1 июня",
            (0..12)
                .map(|index| {
                    30.0 + if index < 4 {
                        22.0 * index as f64
                    } else {
                        14.0 + (index % 3) as f64 * 4.0
                    }
                })
                .collect(),
            Ink::Slot(0),
            6.0,
        ),
        series(
            "Как есть",
            (0..12)
                .map(|index| 30.0 + 24.0 * libm::pow(index as f64, 2.0))
                .collect(),
            Ink::Slot(1),
            0.0,
        ),
        series(
            "Автоматизация ответов",
            (0..12).map(|index| 28.0 + 9.0 * index as f64).collect(),
            Ink::Slot(2),
            8.0,
        ),
        series(
            "Подрядчик на пиках",
            (0..12).map(|index| 29.0 + 7.0 * index as f64).collect(),
            Ink::Slot(3),
            0.0,
        ),
    ];
    for (number, label) in OTHERS.iter().enumerate() {
        let slope = 2.0 + number as f64 * 1.6;
        all.push(series(
            label,
            (0..12).map(|index| 31.0 + slope * index as f64).collect(),
            Ink::Muted,
            0.0,
        ));
    }
    chart(
        "backlog",
        "Без найма к январю в очереди накопится около трёх тысяч обращений",
        "Обращения в работе и в очереди на конец месяца; линия «Как есть» обрезана сверху",
        lines(
            Format::Count,
            Trace::Straight,
            12,
            vec![Panel {
                series: all,
                ..Panel::default()
            }],
        ),
    )
}

fn headcount() -> Chart {
    let steps = |changes: &[(usize, f64)]| -> Vec<f64> {
        (0..24)
            .map(|month| {
                changes
                    .iter()
                    .filter(|(from, _)| *from <= month)
                    .map(|(_, by)| by)
                    .sum()
            })
            .collect()
    };
    let panel = Panel {
        series: vec![
            series(
                "План",
                steps(&[(0, 5.0), (4, 1.0), (13, 1.0), (19, 1.0)]),
                Ink::Slot(0),
                0.0,
            ),
            series("Как есть", steps(&[(0, 5.0)]), Ink::Slot(1), 0.0),
            series(
                "Правила документа",
                steps(&[(0, 5.0), (16, 1.0)]),
                Ink::Slot(2),
                0.0,
            ),
        ],
        marks: vec![
            Mark {
                label: "2-й менеджер ТП".into(),
                at: 4.0,
            },
            Mark {
                label: "2-й МОС".into(),
                at: 13.0,
            },
            Mark {
                label: "2-й инженер".into(),
                at: 19.0,
            },
        ],
        ..Panel::default()
    };
    chart(
        "headcount",
        "План добавляет троих за два года, правила документа — одного и поздно",
        "Численность отдела, человек",
        lines(Format::Count, Trace::Steps, 24, vec![panel]),
    )
}

fn heat(count: i32) -> Chart {
    let rows = [
        ("Руководитель ОС", 0.42, 0.62),
        ("Менеджер технической поддержки", 0.88, 1.46),
        ("Менеджер по сопровождению клиентов", 0.81, 1.09),
        ("Менеджер по внедрению", 0.62, 0.71),
        ("Старший инженер", 0.70, 0.96),
    ];
    let rows = rows.map(|(label, from, to)| HeatRow {
        label: label.into(),
        values: (0..count)
            .map(|index| {
                let share = f64::from(index) / f64::from(count - 1);
                from + (to - from) * share + 0.04 * libm::sin(f64::from(index) * 1.9 + from * 20.0)
            })
            .collect(),
    });
    let figure = HeatMap {
        months: months(count),
        rows: rows.into(),
        caution: 0.85,
        limit: 1.0,
    };
    chart(
        &format!("utilisation-map-{count}"),
        "Первым переполнен менеджер ТП, к осени — и МОС; у остальных есть запас",
        "Загрузка ролей по месяцам, в процентах доступного времени; вариант «Как есть»",
        Figure::HeatMap(figure),
    )
}

fn tornado(month: bool) -> Chart {
    let swing = |label: &str, low: f64, high: f64, low_label: &str, high_label: &str| Swing {
        label: label.into(),
        low,
        high,
        low_label: low_label.into(),
        high_label: high_label.into(),
    };
    let swings = vec![
        swing(
            "Доля экстренных обращений",
            5.2,
            3.1,
            "5\u{202f}%",
            "10\u{202f}%",
        ),
        swing("Время на обращение", 17.0, 0.0, "1\u{a0}ч", "2\u{a0}ч"),
        swing(
            "Эластичность обращений к числу клиентов",
            9.0,
            4.0,
            "0",
            "1",
        ),
        swing(
            "Доля эскалаций в разработку",
            5.0,
            3.4,
            "10\u{202f}%",
            "15\u{202f}%",
        ),
        swing("Повторные обращения", 4.8, 3.7, "5\u{202f}%", "10\u{202f}%"),
        swing("Отток клиентов в год", 4.0, 4.6, "2\u{202f}%", "5\u{202f}%"),
        swing("Болезни, эпизодов в год", 4.3, 3.9, "1", "2"),
        swing(
            "Срок закрытия вакансии",
            4.5,
            4.7,
            "54\u{a0}дня",
            "74\u{a0}дня",
        ),
    ];
    let (format, key) = if month {
        (Format::Month(date(2026, 2, 1)), "tornado-date")
    } else {
        (Format::Number(1), "tornado")
    };
    chart(
        key,
        "Ответ больше всего зависит от времени на обращение: измерьте его первым",
        "Месяц, с которого нужен второй менеджер ТП, если одно допущение стоит на краю своего диапазона",
        Figure::Tornado(Tornado {
            format,
            centre: 4.0,
            centre_label: "при средних допущениях".into(),
            swings,
        }),
    )
}

fn curve() -> Chart {
    let point = |label: &str, x: f64, y: f64, efficient: bool, ink: Ink| Point {
        label: label.into(),
        x: x * 1e6,
        y,
        interval: Some(((y - 0.04).max(0.0), (y + 0.04).min(1.0))),
        efficient,
        ink,
    };
    let points = vec![
        point("Как есть", 0.0, 0.02, true, Ink::Slot(1)),
        point("Автоматизация ответов", 0.6, 0.31, true, Ink::Slot(2)),
        point(
            "Второй менеджер ТП с 1 июня",
            1.43,
            0.955,
            true,
            Ink::Slot(0),
        ),
        point(
            "Второй менеджер ТП с 1 апреля",
            1.78,
            0.972,
            true,
            Ink::Slot(3),
        ),
        point(
            "Найм при 400 обращениях в месяц",
            0.35,
            0.04,
            false,
            Ink::Muted,
        ),
        point("Подрядчик", 1.1, 0.36, false, Ink::Muted),
        point("Переработка", 0.9, 0.22, false, Ink::Muted),
        point("Два менеджера ТП", 2.9, 0.99, true, Ink::Muted),
        point("Второй МОС", 1.35, 0.05, false, Ink::Muted),
        point("Второй инженер", 1.95, 0.03, false, Ink::Muted),
        point("Загрузка выше 85 %", 1.62, 0.9, false, Ink::Muted),
        point("База знаний", 0.45, 0.12, false, Ink::Muted),
    ];
    let axis = |title: &str, format| Axis {
        title: title.into(),
        format,
    };
    chart(
        "cost",
        "Выдержать все SLA с уверенностью 95\u{202f}% стоит 1,4 млн ₽ за год — дешевле нельзя",
        "Вероятность выдержать все SLA во все месяцы против дополнительных затрат за 12 месяцев",
        Figure::Curve(Curve {
            x: axis("дополнительные затраты за год", Format::Money),
            y: axis("вероятность", Format::Share),
            points,
            targets: vec![target("нужная уверенность 95\u{202f}%", 0.95)],
        }),
    )
}

fn bars() -> Chart {
    let labels = [
        "Второй менеджер ТП с 1 июня",
        "Автоматизация ответов",
        "Как есть",
    ];
    let mut all: Vec<Bar> = labels
        .iter()
        .zip([0.972, 0.71, 0.446])
        .enumerate()
        .map(|(slot, (label, value))| Bar {
            label: (*label).into(),
            value,
            interval: Some((value - 0.02, (value + 0.02_f64).min(1.0))),
            ink: Ink::Slot([0, 2, 1][slot]),
        })
        .collect();
    all.extend(OTHERS.iter().enumerate().map(|(index, label)| {
        let value = 0.68 - index as f64 * 0.026;
        Bar {
            label: (*label).into(),
            value,
            interval: Some((value - 0.03, value + 0.03)),
            ink: Ink::Muted,
        }
    }));
    all.sort_by(|one, other| other.value.total_cmp(&one.value));
    chart(
        "policies",
        "Только второй менеджер ТП выводит стандартные обращения на цель",
        "Доля стандартных обращений, решённых в срок, за год; усы — 95\u{202f}% доверительный интервал",
        Figure::Bars(Bars {
            format: Format::Share,
            bars: all,
            targets: vec![target("цель 95\u{202f}%", 0.95)],
        }),
    )
}

fn plan_against_nothing() -> Chart {
    let mut english = one_sla();
    english.key = "plan".into();
    english.title =
        "With the plan every month stays on target; without it April is the last good month".into();
    english.subtitle =
        "Standard tickets solved within 24 working hours, by month; band: 95% confidence interval"
            .into();
    english.source = "staffcast: scenario pass24, 400 replications, seed 20260126.".into();
    let panel = Panel {
        series: vec![
            series(
                "The plan",
                falling(12, 0.99, 0.965, 6.0, 3.0),
                Ink::Slot(0),
                0.015,
            ),
            series(
                "Nobody is hired",
                falling(12, 0.97, 0.3, 5.0, 1.4),
                Ink::Slot(1),
                0.06,
            ),
        ],
        targets: vec![target("target 95%", 0.95)],
        marks: vec![
            Mark {
                label: "vacancy opened 2 April".into(),
                at: 2.05,
            },
            Mark {
                label: "second TP manager starts 1 June".into(),
                at: 4.0,
            },
        ],
        ..Panel::default()
    };
    english.figure = lines(Format::Share, Trace::Straight, 12, vec![panel]);
    english
}

fn has_numbers_only(scene: &super::Scene) -> bool {
    let text = svg(scene, Place::Page);
    !text.contains("NaN") && !text.contains("inf")
}

/// More of everything than a good chart would have.
fn crowded() -> Vec<Chart> {
    let names = [
        "Второй менеджер ТП с 1 июня и второй инженер с 1 сентября",
        "Как есть",
    ];
    let mut series: Vec<Series> = names
        .iter()
        .chain(&OTHERS)
        .enumerate()
        .map(|(index, label)| {
            let ink = if index < 6 {
                Ink::Slot(index as u8)
            } else {
                Ink::Muted
            };
            let values = (0..60).map(|month| {
                let level = 0.5 + 0.4 * index as f64 + month as f64 * 0.02;
                level + libm::sin(month as f64 * 0.7 + index as f64)
            });
            series(
                label,
                values.collect(),
                ink,
                if index < 2 { 0.8 } else { 0.0 },
            )
        })
        .collect();
    let hours = Panel {
        series: series.clone(),
        targets: vec![target("обещано 4\u{a0}ч", 4.0)],
        ..Panel::default()
    };
    for (index, one) in series.iter_mut().enumerate() {
        let factor = [1.0, 900.0, 400.0, 1.5][index.min(3)];
        one.values
            .iter_mut()
            .for_each(|value| *value *= 10.0 * factor);
        one.band = None;
    }
    let backlog = |title: &str| Panel {
        title: title.into(),
        series: series.clone(),
        ..Panel::default()
    };
    let many: Vec<Panel> = [
        "Экстренные",
        "Стандартные",
        "Консультации",
        "Запросы клиентов",
    ]
    .map(backlog)
    .into();
    let rows = (0..14).map(|row| HeatRow {
        label: format!("Роль {row} с длинным названием, вторая линия"),
        values: (0..60)
            .map(|month| {
                if row == 3 {
                    f64::NAN
                } else {
                    0.3 + 0.07 * row as f64 + 0.004 * month as f64
                }
            })
            .collect(),
    });
    let map = HeatMap {
        months: months(60),
        rows: rows.collect(),
        caution: 0.85,
        limit: 1.0,
    };
    let swings = (0..16).map(|index| Swing {
        label: format!("Неизвестная величина номер {index} с довольно длинным названием"),
        low: -0.02 * index as f64,
        high: 0.013 * index as f64,
        low_label: "1\u{a0}ч".into(),
        high_label: "2\u{a0}ч".into(),
    });
    let tornado = Tornado {
        format: Format::Points,
        centre: 0.0,
        centre_label: "при средних допущениях".into(),
        swings: swings.collect(),
    };
    let bars = (0..16).map(|index| Bar {
        label: format!("Вариант номер {index}: нанять ещё одного и подождать"),
        value: 0.12 - 0.018 * index as f64,
        interval: Some((0.1 - 0.018 * index as f64, 0.14 - 0.018 * index as f64)),
        ink: if index < 3 {
            Ink::Slot(index)
        } else {
            Ink::Muted
        },
    });
    let bars = Bars {
        format: Format::Points,
        bars: bars.collect(),
        targets: vec![],
    };
    let points = (0..16).map(|index| Point {
        label: format!("Вариант {index}"),
        x: 1e6 * (0.2 + 0.1 * f64::from(index % 5) + 0.02 * f64::from(index)),
        y: 0.9 + 0.006 * f64::from(index),
        interval: None,
        efficient: index % 5 == 0,
        ink: if index % 5 == 0 {
            Ink::Slot(index as u8 / 5)
        } else {
            Ink::Muted
        },
    });
    let axis = |title: &str, format| Axis {
        title: title.into(),
        format,
    };
    let curve = Curve {
        x: axis("затраты за год", Format::Money),
        y: axis("доля в срок", Format::Share),
        points: points.collect(),
        targets: vec![target("цель 95\u{202f}%", 0.95)],
    };
    let long = "Заголовок, который так долго рассказывает о том, что нашлось, что не помещается \
        в две строки обычного размера и должен стать мельче";
    vec![
        chart(
            "crowded-lines",
            long,
            "Ожидание, часы",
            lines(Format::Hours, Trace::Straight, 60, vec![hours]),
        ),
        chart(
            "crowded-exits",
            "Две линии уходят вверх",
            "Очередь",
            lines(Format::Count, Trace::Straight, 60, vec![backlog("")]),
        ),
        chart(
            "crowded-panels",
            "Четыре панели",
            "Очередь",
            lines(Format::Count, Trace::Straight, 60, many),
        ),
        chart(
            "crowded-map",
            "Много ролей",
            "Загрузка",
            Figure::HeatMap(map),
        ),
        chart(
            "crowded-tornado",
            "Много допущений",
            "Изменение доли в срок",
            Figure::Tornado(tornado),
        ),
        chart(
            "crowded-bars",
            "Много вариантов",
            "Разница с «Как есть»",
            Figure::Bars(bars),
        ),
        chart(
            "crowded-curve",
            "Много точек",
            "Доля против затрат",
            Figure::Curve(curve),
        ),
    ]
}

fn all() -> Vec<Chart> {
    let mut all = vec![
        sla(),
        one_sla(),
        utilisation(),
        backlog(),
        headcount(),
        heat(12),
        heat(36),
        tornado(true),
        tornado(false),
        curve(),
        bars(),
        plan_against_nothing(),
    ];
    all.extend(crowded());
    all
}

#[test]
fn gallery_of_every_kind_of_chart() {
    let temporary = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("STAFFCAST_GALLERY").map(PathBuf::from);
    let folder = kept.clone().unwrap_or_else(|| temporary.path().to_owned());
    for chart in all() {
        let lang = if chart.key == "plan" {
            Lang::En
        } else {
            Lang::Ru
        };
        let scene = draw(&chart, Locale::new(lang, "RUB"));
        assert!(scene.shapes.len() > 20, "{} is drawn", chart.key);
        let scale = if kept.is_some() { 2.0 } else { 0.25 };
        let file = svg(&scene, Place::File(&Palette::LIGHT));
        assert!(has_numbers_only(&scene), "{}", chart.key);
        let write = |ending: &str, bytes: &[u8]| {
            std::fs::write(folder.join(format!("{}.{ending}", chart.key)), bytes).unwrap();
        };
        write("svg", file.as_bytes());
        write("png", &png(&scene, &Palette::LIGHT, scale));
        if chart.key == "sla" || chart.key == "utilisation-map-12" {
            write("dark.png", &png(&scene, &Palette::DARK, scale));
        }
    }
}

#[test]
fn the_same_numbers_give_the_same_bytes() {
    let locale = Locale::new(Lang::Ru, "RUB");
    let once = || {
        let scene = draw(&sla(), locale);
        (
            svg(&scene, Place::File(&Palette::LIGHT)),
            png(&scene, &Palette::LIGHT, 0.5),
        )
    };
    assert_eq!(once(), once());
}

#[test]
fn charts_without_numbers_are_drawn_all_the_same() {
    let empty_series = series("пусто", vec![f64::NAN; 3], Ink::Slot(0), 0.0);
    let panel = Panel {
        series: vec![empty_series],
        ..Panel::default()
    };
    let figures = [
        lines(Format::Share, Trace::Straight, 3, vec![panel.clone()]),
        lines(
            Format::Count,
            Trace::Steps,
            1,
            vec![panel.clone(), panel.clone()],
        ),
        lines(Format::Count, Trace::Steps, 0, vec![Panel::default()]),
        lines(Format::Count, Trace::Steps, 0, vec![]),
        Figure::HeatMap(HeatMap {
            months: vec![],
            rows: vec![],
            caution: 0.85,
            limit: 1.0,
        }),
        Figure::Bars(Bars {
            format: Format::Money,
            bars: vec![],
            targets: vec![],
        }),
        Figure::Tornado(Tornado {
            format: Format::Share,
            centre: 0.0,
            centre_label: String::new(),
            swings: vec![],
        }),
        Figure::Curve(Curve {
            x: Axis {
                title: String::new(),
                format: Format::Money,
            },
            y: Axis {
                title: String::new(),
                format: Format::Share,
            },
            points: vec![],
            targets: vec![],
        }),
    ];
    for figure in figures {
        let scene = draw(
            &chart("empty", "Пусто", "", figure),
            Locale::new(Lang::Ru, "RUB"),
        );
        assert!(has_numbers_only(&scene), "{:?}", scene.shapes);
    }
}
