//! Roles, policies and assumptions compared, in numbers such as a department has.

use super::{OTHERS, chart, months, target};
use crate::report::{
    Axis, Bar, Bars, Chart, Curve, Figure, Format, HeatMap, HeatRow, Ink, Point, Schedule, Stay,
    Swing, Tornado,
};
use jiff::civil::date;

/// All of them.
pub(crate) fn charts() -> Vec<Chart> {
    vec![heat(12), heat(36), tornado(true), tornado(false), curve(), bars(), schedule()]
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
    let figure = HeatMap { months: months(count), rows: rows.into(), caution: 0.85, limit: 1.0 };
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
        swing("Доля экстренных обращений", 5.2, 3.1, "5\u{202f}%", "10\u{202f}%"),
        swing("Время на обращение", 17.0, 0.0, "1\u{a0}ч", "2\u{a0}ч"),
        swing("Эластичность обращений к числу клиентов", 9.0, 4.0, "0", "1"),
        swing("Доля эскалаций в разработку", 5.0, 3.4, "10\u{202f}%", "15\u{202f}%"),
        swing("Повторные обращения", 4.8, 3.7, "5\u{202f}%", "10\u{202f}%"),
        swing("Отток клиентов в год", 4.0, 4.6, "2\u{202f}%", "5\u{202f}%"),
        swing("Болезни, эпизодов в год", 4.3, 3.9, "1", "2"),
        swing("Срок закрытия вакансии", 4.5, 4.7, "54\u{a0}дня", "74\u{a0}дня"),
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
        point("Второй менеджер ТП с 1 июня", 1.43, 0.955, true, Ink::Slot(0)),
        point("Второй менеджер ТП с 1 апреля", 1.78, 0.972, true, Ink::Slot(3)),
        point("Найм при 400 обращениях в месяц", 0.35, 0.04, false, Ink::Muted),
        point("Подрядчик", 1.1, 0.36, false, Ink::Muted),
        point("Переработка", 0.9, 0.22, false, Ink::Muted),
        point("Два менеджера ТП", 2.9, 0.99, true, Ink::Muted),
        point("Второй МОС", 1.35, 0.05, false, Ink::Muted),
        point("Второй инженер", 1.95, 0.03, false, Ink::Muted),
        point("Загрузка выше 85 %", 1.62, 0.9, false, Ink::Muted),
        point("База знаний", 0.45, 0.12, false, Ink::Muted),
    ];
    let axis = |title: &str, format| Axis { title: title.into(), format };
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
    let labels = ["Второй менеджер ТП с 1 июня", "Автоматизация ответов", "Как есть"];
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

fn schedule() -> Chart {
    let stay = |label: &str, asked: f64, needed: Option<[f64; 3]>, note: &str| Stay {
        label: label.into(),
        asked,
        start: asked + 2.4,
        productive: asked + 5.4,
        needed,
        note: note.into(),
        ink: Ink::Slot(0),
    };
    let far = f64::INFINITY;
    let rows = vec![
        stay("Менеджер ТП 2–4", 0.0, Some([0.0, 0.0, 0.0]), "15 апреля 2026"),
        stay("Менеджер ТП 5", 0.0, Some([2.0, 9.0, far]), "15 апреля 2026"),
        stay("Менеджер по сопровождению (МОС) 2", 8.0, None, "1 декабря 2026, для замещения"),
        stay("Старший инженер 2", 31.0, Some([20.0, 30.0, far]), "1 ноября 2028"),
    ];
    let months = months(36);
    chart(
        "schedule",
        "4 вакансии открывать сейчас, 2 — позже: последний выход — 1 ноября 2028",
        "От открытия вакансии до выхода и до полной отдачи",
        Figure::Schedule(Schedule { months, rows }),
    )
}
