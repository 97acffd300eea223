//! A document such as a plan of the client-service department becomes.

use jiff::civil::{Date, date};
use staffcast::report::{
    Axis, Bar, Bars, Block, Caution, Cell, Chart, Curve, Document, Figure, Finding, Format, Header,
    HeatMap, HeatRow, Ink, Lines, Locale, Mark, Panel, Point, Section, Series, Swing, Table,
    Target, Tone, Tornado, Trace,
};
use staffcast::scenario::Lang;

const SOURCE: &str = "staffcast: сценарий pass24, 400 прогонов, зерно 20260126. \
    Время на обращение 1–2 ч (P-14), 3\u{202f}500 обращений в год (P-03).";
const MONTHS: i16 = 18;

/// The whole of it, in Russian.
pub fn document() -> Document {
    Document {
        locale: Locale::new(Lang::Ru, "RUB"),
        title: "PASS24: когда нанимать второго менеджера технической поддержки".into(),
        subtitle: "Сценарий pass24 · февраль 2026 – июль 2027 · 400 прогонов · зерно 20260126"
            .into(),
        sections: vec![
            decision(),
            plan(),
            levels(),
            occupancy(),
            backlog(),
            cost(),
            claims(),
            unknowns(),
            cautions(),
            reproduction(),
        ],
    }
}

fn section(key: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        key: key.into(),
        heading: heading.into(),
        blocks,
    }
}

fn finding(tone: Tone, headline: &str, detail: &str) -> Block {
    Block::Finding(Finding {
        tone,
        headline: headline.into(),
        detail: detail.into(),
    })
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

fn chart(key: &str, title: &str, subtitle: &str, figure: Figure) -> Block {
    Block::Chart(Chart {
        key: key.into(),
        title: title.into(),
        subtitle: subtitle.into(),
        source: SOURCE.into(),
        alternative: format!("{title}. {subtitle}."),
        figure,
    })
}

fn months() -> Vec<Date> {
    let month = |index: i16| {
        let at = 1 + index;
        date(2026 + at / 12, (at % 12 + 1) as i8, 1)
    };
    (0..MONTHS).map(month).collect()
}

/// A share that falls from one level to another around a month.
fn falling(from: f64, to: f64, around: f64, width: f64) -> Vec<f64> {
    let value = |index: i16| {
        let turned = 1.0 / (1.0 + (-(f64::from(index) - around) / width).exp());
        let wobble = (f64::from(index) * 2.3 + around).sin() * 0.012;
        (from + (to - from) * turned + wobble).clamp(0.0, 1.0)
    };
    (0..MONTHS).map(value).collect()
}

fn series(label: &str, values: Vec<f64>, ink: Ink, half: f64) -> Series {
    let top = if half < 0.5 { 1.0 } else { f64::INFINITY };
    let band = (half > 0.0).then(|| {
        let low = values.iter().map(|value| (value - half).max(0.0));
        let high = values.iter().map(|value| (value + half).min(top));
        (low.collect(), high.collect())
    });
    Series {
        label: label.into(),
        values,
        band,
        ink,
    }
}

fn target(label: &str, value: f64) -> Target {
    Target {
        label: label.into(),
        value,
    }
}

fn lines(format: Format, trace: Trace, panels: Vec<Panel>) -> Figure {
    Figure::Lines(Lines {
        months: months(),
        format,
        trace,
        panels,
    })
}

fn hired(shift: f64) -> Vec<f64> {
    let mut values = falling(0.985, 0.97, 30.0, 3.0);
    for (index, value) in values.iter_mut().enumerate().take(4) {
        *value = (0.975 - 0.05 * index as f64 + shift * 0.02).min(0.985);
    }
    values
}

fn choices(shift: f64) -> Vec<Series> {
    let others = [
        "Вызов при 400 обращениях",
        "Переработка",
        "База знаний",
        "Подмена руководителем",
    ];
    let mut all = vec![
        series(
            "Второй менеджер ТП с 1 июня",
            hired(shift),
            Ink::Slot(0),
            0.02,
        ),
        series(
            "Как есть",
            falling(0.97, 0.18, 5.0 + shift, 1.4),
            Ink::Slot(1),
            0.05,
        ),
        series(
            "Автоматизация ответов",
            falling(0.98, 0.62, 7.0 + shift, 2.0),
            Ink::Slot(2),
            0.03,
        ),
    ];
    all.extend(others.iter().enumerate().map(|(index, label)| {
        let to = 0.25 + 0.08 * index as f64;
        let values = falling(0.97, to, 4.0 + shift + index as f64 * 0.5, 1.8);
        series(label, values, Ink::Muted, 0.0)
    }));
    all
}

fn decision() -> Section {
    let why = Panel {
        series: vec![
            series(
                "Второй менеджер ТП с 1 июня",
                hired(1.0),
                Ink::Slot(0),
                0.02,
            ),
            series(
                "Как есть",
                falling(0.97, 0.18, 6.0, 1.4),
                Ink::Slot(1),
                0.05,
            ),
        ],
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
    let blocks = vec![
        finding(
            Tone::Bad,
            "Второй менеджер ТП нужен к 1 июня 2026 (от 12 мая до 24 июня), уверенность 95\u{202f}%: откройте вакансию до 2 апреля",
            "Если не нанимать, доля стандартных обращений, решённых в срок, упадёт ниже 95\u{202f}% в мае 2026 и до 18\u{202f}% к концу года. Найм стоит 1\u{202f}430\u{202f}000\u{a0}₽ за 18 месяцев; подождать полгода дороже: 2\u{202f}050 нарушений SLA.",
        ),
        chart(
            "decision",
            "С наймом к июню стандартные обращения остаются в пределах SLA",
            "Доля стандартных обращений, решённых за 24 рабочих часа, по месяцам; полоса — 95\u{202f}% интервал",
            lines(Format::Share, Trace::Straight, vec![why]),
        ),
        finding(
            Tone::Caution,
            "Второй МОС понадобится в марте 2027 (от января до июня 2027), если портфель дойдёт до 400 клиентов",
            "Его работа в последнюю декаду месяца уже сейчас не помещается в 40 часов в неделю.",
        ),
        finding(
            Tone::Good,
            "Менеджеру по внедрению и инженеру замена и помощь в эти 18 месяцев не нужны",
            "",
        ),
        hiring(),
    ];
    section("decision", "Решение и план найма", blocks)
}

fn hiring() -> Block {
    let headers = vec![
        Header::text("Роль"),
        Header::number("Сколько", "чел."),
        Header::text("Открыть вакансию до"),
        Header::text("Выход до"),
        Header::text("Полная отдача"),
        Header::number("Оклад в месяц", "₽"),
        Header::number("Взносы в месяц", "₽"),
        Header::number("Стоимость в год", "₽"),
        Header::text("Почему"),
    ];
    let mut table = Table::new("hiring", "План найма", headers);
    table.push(vec![
        Cell::text("Менеджер технической поддержки"),
        Cell::count(1.0),
        Cell::date(date(2026, 4, 2)),
        Cell::date(date(2026, 6, 1)),
        Cell::date(date(2026, 9, 1)),
        Cell::money(110_000.0),
        Cell::money(33_220.0),
        Cell::money(1_718_640.0),
        Cell::text("SLA стандартных обращений ниже 95\u{202f}% с мая; оба порога держатся только с двумя людьми"),
    ]);
    table.push(vec![
        Cell::text("Менеджер по сопровождению клиентов (МОС)"),
        Cell::count(1.0),
        Cell::date(date(2026, 12, 28)),
        Cell::date(date(2027, 3, 1)),
        Cell::date(date(2027, 6, 1)),
        Cell::money(100_000.0),
        Cell::money(30_200.0),
        Cell::money(1_562_400.0),
        Cell::text(
            "Загрузка выше 100\u{202f}% три месяца подряд, ответы клиентам за 4 рабочих часа",
        ),
    ]);
    let total = table.push(vec![
        Cell::text("Всего"),
        Cell::count(2.0),
        Cell::empty(),
        Cell::empty(),
        Cell::empty(),
        Cell::money(210_000.0),
        Cell::money(63_420.0),
        Cell::money(3_281_040.0),
        Cell::empty(),
    ]);
    total.emphasised = true;
    table.note = "Оклады и взносы приняты: в исходном документе их нет.".into();
    Block::Table(table)
}

fn plan() -> Section {
    let headers = vec![
        Header::text("Вариант"),
        Header::number("Экстренные в срок", ""),
        Header::number("Стандартные в срок", ""),
        Header::number("Консультации в срок", ""),
        Header::number("Все SLA во все месяцы", "%"),
        Header::number("Нарушений SLA", "шт."),
        Header::number("Затраты сверх нынешних", "₽"),
    ];
    let mut table = Table::new("comparison", "План, правила документа и ничего", headers);
    let share = |value: f64, half: f64, tone| {
        let high = (value + half).min(1.0);
        Cell::interval(value, value - half, high, Format::Share).toned(tone)
    };
    let mut row = |name: &str, shares: [f64; 3], all: f64, breaches: f64, cost: f64, half: f64| {
        let tone = |value: f64| if value >= 0.95 { Tone::Good } else { Tone::Bad };
        let mut cells = vec![Cell::text(name)];
        cells.extend(shares.map(|value| share(value, half, tone(value))));
        cells.push(Cell::share(all).toned(tone(all)));
        cells.push(Cell::interval(
            breaches,
            breaches * 0.9,
            breaches * 1.1,
            Format::Count,
        ));
        cells.push(Cell::money(cost));
        table.push(cells).emphasised = name.starts_with("План");
    };
    row(
        "План: второй менеджер ТП с 1 июня",
        [0.991, 0.972, 0.981],
        0.955,
        118.0,
        1_430_000.0,
        0.004,
    );
    row(
        "Как есть: никого не нанимать",
        [0.62, 0.446, 0.51],
        0.0,
        2_050.0,
        0.0,
        0.021,
    );
    row(
        "Правило документа: найм при 400 обращениях",
        [0.71, 0.52, 0.6],
        0.012,
        1_690.0,
        350_000.0,
        0.024,
    );
    row(
        "Автоматизация ответов",
        [0.84, 0.71, 0.77],
        0.08,
        960.0,
        600_000.0,
        0.02,
    );
    table.note = "В скобках — 95\u{202f}% доверительный интервал по 400 прогонам с общими случайными числами.".into();
    let bar = |label: &str, value: f64, ink| Bar {
        label: label.into(),
        value,
        interval: Some((value - 0.022, (value + 0.022_f64).min(1.0))),
        ink,
    };
    let bars = Bars {
        format: Format::Share,
        bars: vec![
            bar("План: второй менеджер ТП с 1 июня", 0.972, Ink::Slot(0)),
            bar("Автоматизация ответов", 0.71, Ink::Slot(2)),
            bar("Подмена руководителем", 0.6, Ink::Muted),
            bar("Переработка", 0.58, Ink::Muted),
            bar(
                "Правило документа: найм при 400 обращениях",
                0.52,
                Ink::Muted,
            ),
            bar("Как есть: никого не нанимать", 0.446, Ink::Slot(1)),
        ],
        targets: vec![target("цель 95\u{202f}%", 0.95)],
    };
    let blocks = vec![
        paragraph(
            "План сравнивается с тем, что будет, если никого не нанимать, и с правилом исходного документа: искать второго менеджера, когда обращений станет 400 в месяц.",
        ),
        Block::Table(table),
        chart(
            "policies",
            "Только второй менеджер ТП выводит стандартные обращения на цель",
            "Доля стандартных обращений, решённых в срок, за весь период; усы — 95\u{202f}% интервал",
            Figure::Bars(bars),
        ),
    ];
    section("plan", "План против бездействия и правил документа", blocks)
}

fn levels() -> Section {
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
        series: choices(shift),
        targets: vec![target(
            &format!("цель {:.0}\u{202f}%", level * 100.0),
            level,
        )],
        marks: vec![],
    };
    let mut headers = vec![Header::text("Месяц")];
    headers.extend(["Экстренные", "Стандартные", "Консультации"].map(|it| Header::number(it, "%")));
    headers.push(Header::number("Обращений", "шт."));
    headers.push(Header::number("Ожидание, P90", "ч"));
    let mut table = Table::new("monthly", "SLA по месяцам: план", headers);
    for (index, month) in months().into_iter().enumerate() {
        let interval = |value: f64| {
            let tone = if value < 0.95 {
                Tone::Bad
            } else {
                Tone::Neutral
            };
            let (low, high) = (value - 0.012, (value + 0.012).min(1.0));
            Cell::interval(value, low, high, Format::Share).toned(tone)
        };
        table.push(vec![
            Cell::month(month),
            interval(hired(3.0)[index]),
            interval(hired(1.0)[index]),
            interval(hired(2.0)[index]),
            Cell::count(292.0 + 6.0 * index as f64),
            Cell::hours(if index < 4 {
                9.5 + 4.0 * index as f64
            } else {
                5.2
            }),
        ]);
    }
    let blocks = vec![
        chart(
            "sla",
            "Один менеджер ТП перестаёт выдерживать SLA в мае, второй с июня возвращает его к цели",
            "Доля обращений, выполненных в срок, по месяцам; полоса — 95\u{202f}% доверительный интервал",
            lines(Format::Share, Trace::Straight, classes.map(panel).into()),
        ),
        Block::Table(table),
    ];
    section("sla", "SLA по классам и месяцам", blocks)
}

fn occupancy() -> Section {
    let rows = [
        ("Руководитель ОС", 0.42, 0.62),
        ("Менеджер технической поддержки", 0.88, 1.46),
        ("Менеджер по сопровождению клиентов", 0.81, 1.09),
        ("Менеджер по внедрению", 0.62, 0.71),
        ("Старший инженер", 0.70, 0.96),
    ];
    let rows = rows.map(|(label, from, to)| HeatRow {
        label: label.into(),
        values: (0..MONTHS)
            .map(|index| {
                let share = f64::from(index) / f64::from(MONTHS - 1);
                from + (to - from) * share + 0.04 * (f64::from(index) * 1.9 + from * 20.0).sin()
            })
            .collect(),
    });
    let steps = |changes: &[(usize, f64)]| -> Vec<f64> {
        let here = |month: usize| changes.iter().filter(move |(from, _)| *from <= month);
        (0..MONTHS as usize)
            .map(|month| here(month).map(|(_, by)| by).sum())
            .collect()
    };
    let panel = Panel {
        series: vec![
            series(
                "План",
                steps(&[(0, 5.0), (4, 1.0), (13, 1.0)]),
                Ink::Slot(0),
                0.0,
            ),
            series("Как есть", steps(&[(0, 5.0)]), Ink::Slot(1), 0.0),
        ],
        ..Panel::default()
    };
    let blocks = vec![
        chart(
            "occupancy",
            "Первым переполнен менеджер ТП, к осени — и МОС; у остальных есть запас",
            "Загрузка ролей по месяцам, в процентах доступного времени; вариант «Как есть»",
            Figure::HeatMap(HeatMap {
                months: months(),
                rows: rows.into(),
                caution: 0.85,
                limit: 1.0,
            }),
        ),
        chart(
            "headcount",
            "План добавляет двоих за полтора года",
            "Численность отдела, человек",
            lines(Format::Count, Trace::Steps, vec![panel]),
        ),
    ];
    section("occupancy", "Загрузка ролей", blocks)
}

fn backlog() -> Section {
    let grow = |by: f64, power: i32| -> Vec<f64> {
        (0..MONTHS)
            .map(|index| 30.0 + by * f64::from(index).powi(power))
            .collect()
    };
    let panel = Panel {
        series: vec![
            series(
                "Второй менеджер ТП с 1 июня",
                (0..MONTHS)
                    .map(|index| match index {
                        0..4 => 30.0 + 22.0 * f64::from(index),
                        _ => 44.0 + f64::from(index % 3) * 4.0,
                    })
                    .collect(),
                Ink::Slot(0),
                6.0,
            ),
            series("Как есть", grow(9.0, 2), Ink::Slot(1), 40.0),
            series("Автоматизация ответов", grow(9.0, 1), Ink::Slot(2), 8.0),
            series("Переработка", grow(14.0, 1), Ink::Muted, 0.0),
            series("База знаний", grow(18.0, 1), Ink::Muted, 0.0),
        ],
        ..Panel::default()
    };
    let blocks = vec![
        paragraph(
            "Очередь — обращения, которые поступили и ещё не закрыты, включая те, что ждут клиента или разработку.",
        ),
        chart(
            "backlog",
            "Без найма к лету 2027 в очереди накопится около 2\u{202f}600 обращений",
            "Обращения в работе и в очереди на конец месяца",
            lines(Format::Count, Trace::Straight, vec![panel]),
        ),
    ];
    section("backlog", "Очередь", blocks)
}

fn cost() -> Section {
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
        point("Загрузка выше 85\u{202f}%", 1.62, 0.9, false, Ink::Muted),
    ];
    let axis = |title: &str, format| Axis {
        title: title.into(),
        format,
    };
    let blocks = vec![chart(
        "cost",
        "Выдержать все SLA с уверенностью 95\u{202f}% стоит 1,4\u{a0}млн\u{a0}₽ — дешевле нельзя",
        "Вероятность выдержать все SLA во все месяцы против дополнительных затрат за 18 месяцев",
        Figure::Curve(Curve {
            x: axis("дополнительные затраты", Format::Money),
            y: axis("вероятность", Format::Share),
            points,
            targets: vec![target("нужная уверенность 95\u{202f}%", 0.95)],
        }),
    )];
    section("cost", "Стоимость и выбор", blocks)
}

fn claims() -> Section {
    let headers = vec![
        Header::text("№"),
        Header::text("Утверждение документа"),
        Header::text("Вывод"),
        Header::text("Сказано"),
        Header::number("Получилось", ""),
        Header::text("Пояснение"),
    ];
    let mut table = Table::new("claims", "Утверждения и выводы", headers);
    let mut row =
        |id: &str, claim: &str, verdict: (&str, Tone), stated: &str, found, note: &str| {
            table.push(vec![
                Cell::text(id),
                Cell::text(claim),
                Cell::text(verdict.0).toned(verdict.1),
                Cell::text(stated),
                found,
                Cell::text(note),
            ]);
        };
    let fails = ("неверно", Tone::Bad);
    row(
        "C-01",
        "292 обращения в месяц занимают одного менеджера ТП 20–30 часов в неделю",
        fails,
        "20–30\u{a0}ч",
        Cell::interval(101.0, 99.0, 103.0, Format::Hours),
        "Верно только при 18–27 минутах на обращение",
    );
    row(
        "C-02",
        "Один менеджер ТП держит SLA 100/95/95",
        fails,
        "95\u{202f}%",
        Cell::interval(0.446, 0.425, 0.467, Format::Share),
        "Нагрузка — 2,7 человека при 1,5 часа на обращение",
    );
    row(
        "C-05",
        "15–20 проектов одновременно",
        fails,
        "15–20",
        Cell::interval(4.1, 3.9, 4.3, Format::Number(1)),
        "Закон Литтла: 5 в месяц × 3–4 недели",
    );
    row(
        "C-12",
        "Без эскалации решается 85\u{202f}% и больше",
        ("верно", Tone::Good),
        "85\u{202f}%",
        Cell::interval(0.874, 0.871, 0.877, Format::Share),
        "Без запаса при 15\u{202f}% эскалаций",
    );
    row(
        "C-08",
        "Второй инженер нужен при 7–8 проектах в месяц",
        ("не решено", Tone::Caution),
        "7–8",
        Cell::interval(8.9, 6.1, 12.4, Format::Number(1)),
        "Время на площадке и в дороге нигде не указано",
    );
    section("claims", "Утверждения документа", vec![Block::Table(table)])
}

fn unknowns() -> Section {
    let swing = |label: &str, low: f64, high: f64, low_label: &str, high_label: &str| Swing {
        label: label.into(),
        low,
        high,
        low_label: low_label.into(),
        high_label: high_label.into(),
    };
    let swings = vec![
        swing("Время на обращение", 17.0, 0.0, "1\u{a0}ч", "2\u{a0}ч"),
        swing(
            "Эластичность обращений к числу клиентов",
            9.0,
            4.0,
            "0",
            "1",
        ),
        swing(
            "Доля экстренных обращений",
            5.2,
            3.1,
            "5\u{202f}%",
            "10\u{202f}%",
        ),
        swing(
            "Доля эскалаций в разработку",
            5.0,
            3.4,
            "10\u{202f}%",
            "15\u{202f}%",
        ),
        swing("Повторные обращения", 4.8, 3.7, "5\u{202f}%", "10\u{202f}%"),
        swing(
            "Срок закрытия вакансии",
            4.5,
            4.7,
            "54\u{a0}дня",
            "74\u{a0}дня",
        ),
    ];
    let headers = vec![
        Header::text("Допущение"),
        Header::text("Значение"),
        Header::text("Источник"),
    ];
    let mut table = Table::new("inputs", "Допущения и их источники", headers);
    for (input, value, source) in [
        ("Время на обращение", "1–2\u{a0}ч", "P-14"),
        ("Обращений в год", "3\u{202f}500", "P-03"),
        ("Эластичность обращений к числу клиентов", "0–1", "принято"),
        ("Срок закрытия вакансии", "54–74\u{a0}дня", "принято"),
        ("Оклад менеджера ТП", "110\u{202f}000\u{a0}₽", "принято"),
    ] {
        let tone = if source == "принято" {
            Tone::Caution
        } else {
            Tone::Neutral
        };
        table.push(vec![
            Cell::text(input),
            Cell::text(value),
            Cell::text(source).toned(tone),
        ]);
    }
    let blocks = vec![
        finding(
            Tone::Neutral,
            "Измерьте сначала время на обращение: от него ответ сдвигается на 17 месяцев",
            "Две недели учёта времени по ста обращениям сузят интервал даты найма втрое.",
        ),
        chart(
            "tornado",
            "Ответ больше всего зависит от времени на обращение",
            "Месяц, с которого нужен второй менеджер ТП, если одно допущение стоит на краю своего диапазона",
            Figure::Tornado(Tornado {
                format: Format::Month(date(2026, 2, 1)),
                centre: 4.0,
                centre_label: "при средних допущениях".into(),
                swings,
            }),
        ),
        Block::Table(table),
    ];
    section("unknowns", "Что выяснить в первую очередь", blocks)
}

fn cautions() -> Section {
    let caution = |reason: &str, advice: &str| Caution {
        reason: reason.into(),
        advice: advice.into(),
    };
    let cautions = vec![
        caution(
            "В варианте «Как есть» очередь ещё растёт в конце периода: средние за период зависят от его длины",
            "смотрите на месяцы, а не на среднее за период",
        ),
        caution(
            "Производственный календарь 2028 года ещё не утверждён и продолжен по постоянным праздникам",
            "",
        ),
        caution(
            "14 из 38 допущений приняты, а не взяты из документа",
            "проверьте их в таблице выше; начните с верхних",
        ),
    ];
    section(
        "cautions",
        "С осторожностью",
        vec![Block::Cautions(cautions)],
    )
}

fn reproduction() -> Section {
    let blocks = vec![
        paragraph(
            "Движок проверен по теории очередей: 24 случая из 24 внутри 99\u{202f}% интервала (`staffcast verify`).",
        ),
        Block::List(vec![
            "Команда: `staffcast plan scenarios/pass24.toml --replications 400 --seed 20260126`"
                .into(),
            "Версия: staffcast 0.1.0".into(),
            "Сценарий: sha256 7b1f0c9e2a4d5566".into(),
        ]),
    ];
    section("reproduction", "Проверка и повторение", blocks)
}
