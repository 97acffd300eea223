//! Lines over months, of numbers such as a department has.

use super::{OTHERS, chart, lines, series, target};
use crate::report::{Chart, Format, Ink, Mark, Panel, Series, Trace};

/// All of them.
pub(crate) fn charts() -> Vec<Chart> {
    vec![sla(), one_sla(), utilisation(), backlog(), headcount(), plan_against_nothing()]
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
        series("Как есть", falling(count, 0.97, 0.18, 4.0 + shift, 1.4), Ink::Slot(1), 0.05),
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
        all.push(series(label, falling(count, 0.97, to, around, 1.8), Ink::Muted, 0.0));
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
        targets: vec![target(&format!("цель {:.0}\u{202f}%", level * 100.0), level)],
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
            Mark { label: "вакансия открыта 2 апреля".into(), at: 2.05 },
            Mark {
                label: "выход второго менеджера 1 июня".into(), at: 4.0
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
            series("Старший инженер", grown(0.71, 0.93, 2.0), Ink::Slot(2), 0.03),
            series("Менеджер по внедрению", grown(0.68, 0.72, 3.0), Ink::Slot(3), 0.0),
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
            (0..12).map(|index| 30.0 + 24.0 * libm::pow(index as f64, 2.0)).collect(),
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
        lines(Format::Count, Trace::Straight, 12, vec![Panel { series: all, ..Panel::default() }]),
    )
}

fn headcount() -> Chart {
    let steps = |changes: &[(usize, f64)]| -> Vec<f64> {
        (0..24)
            .map(|month| changes.iter().filter(|(from, _)| *from <= month).map(|(_, by)| by).sum())
            .collect()
    };
    let panel = Panel {
        series: vec![
            series("План", steps(&[(0, 5.0), (4, 1.0), (13, 1.0), (19, 1.0)]), Ink::Slot(0), 0.0),
            series("Как есть", steps(&[(0, 5.0)]), Ink::Slot(1), 0.0),
            series("Правила документа", steps(&[(0, 5.0), (16, 1.0)]), Ink::Slot(2), 0.0),
        ],
        marks: vec![
            Mark { label: "2-й менеджер ТП".into(), at: 4.0 },
            Mark { label: "2-й МОС".into(), at: 13.0 },
            Mark { label: "2-й инженер".into(), at: 19.0 },
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
            series("The plan", falling(12, 0.99, 0.965, 6.0, 3.0), Ink::Slot(0), 0.015),
            series("Nobody is hired", falling(12, 0.97, 0.3, 5.0, 1.4), Ink::Slot(1), 0.06),
        ],
        targets: vec![target("target 95%", 0.95)],
        marks: vec![
            Mark { label: "vacancy opened 2 April".into(), at: 2.05 },
            Mark { label: "second TP manager starts 1 June".into(), at: 4.0 },
        ],
        ..Panel::default()
    };
    english.figure = lines(Format::Share, Trace::Straight, 12, vec![panel]);
    english
}
