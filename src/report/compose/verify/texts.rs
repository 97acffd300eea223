//! The words of a verification's report.

use crate::report::Locale;
use crate::scenario::Lang;
use crate::verify::{Family, Verdict};

/// Says things in a language.
#[derive(Clone, Copy)]
pub(crate) struct Told {
    pub(crate) locale: Locale,
}

impl Told {
    pub(crate) fn of(locale: Locale) -> Self {
        Self { locale }
    }

    /// One of two texts.
    pub(crate) fn say(self, ru: &'static str, en: &'static str) -> &'static str {
        match self.locale.lang {
            Lang::Ru => ru,
            Lang::En => en,
        }
    }

    pub(crate) fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => self.say("верно", "agrees"),
            Verdict::Fail => self.say("неверно", "differs"),
            Verdict::NotInModel => self.say("нет в модели", "not in the model"),
            Verdict::Unjudged => self.say("не сравнить", "not judged"),
        }
    }

    /// For anchors.
    pub(crate) fn key(self, family: Family) -> &'static str {
        match family {
            Family::Waiting => "waiting",
            Family::Priorities => "priorities",
            Family::Repeats => "repeats",
            Family::Abandonment => "abandonment",
            Family::OverTime => "over-time",
            Family::OfficeHours => "office-hours",
            Family::Calendar => "calendar",
            Family::Desk => "desk",
        }
    }

    /// What a family is called, and what its cases are.
    pub(crate) fn family(self, family: Family) -> (&'static str, &'static str) {
        let (heading, about) = match family {
            Family::Waiting => (
                ("Очередь без приоритетов", "One class of customers"),
                (
                    "M/M/c по формулам Эрланга, M/G/1 по формуле Поллачека — Хинчина. Загрузка и число визитов \
                     почти не колеблются: лишний процент работы или обращений виден по ним в каждом случае.",
                    "M/M/c by Erlang's formulas, M/G/1 by that of Pollaczek and Khinchine. Utilisation and visits \
                     hardly vary: they show one per cent more work or arrivals in every case.",
                ),
            ),
            Family::Priorities => (
                ("Приоритеты", "Priorities"),
                (
                    "np — без прерываний (Кобэм; Келла и Йехиали), pr — с прерыванием и продолжением, mixed — \
                     прерывают только экстренные. Прерванное остаётся у своего сотрудника; формула pr_mm3 для нижних \
                     классов отдаёт его любому свободному, поэтому эти две строки показаны, но не судятся; правило \
                     модели проверяет own_mm2_2cls.",
                    "np: without interruption (Cobham; Kella and Yechiali), pr: interrupted work resumes, mixed: only \
                     emergencies interrupt. Interrupted work stays with its agent; the formula of pr_mm3 gives that of \
                     the lower classes to any free agent, so these two rows are shown and not judged; the model's own \
                     rule is verified by own_mm2_2cls.",
                ),
            ),
            Family::Repeats => (
                ("Повторные обращения", "Repeats"),
                (
                    "Сеть Джексона с обратной связью: повтор сразу или через показательное время.",
                    "Jackson networks with feedback: a repeat at once or after an exponential time.",
                ),
            ),
            Family::Abandonment => (
                ("Уход из очереди", "Abandonment"),
                (
                    "Два случая M/M/c+M (Erlang A), 8 чисел: клиенты, которые не дождались, в модели не \
                     предусмотрены — обращение не исчезает. Сравнивать нечего; строки есть в verify.csv.",
                    "Two cases of M/M/c+M (Erlang A), 8 numbers: customers who give up are not in the model, a ticket \
                     does not go away. There is nothing to compare; the rows are in verify.csv.",
                ),
            ),
            Family::OverTime => (
                ("Что происходит со временем", "What happens over time"),
                (
                    "Перегрузка с пустого начала, синусоидальный поток, рост клиентов с приёмом второго сотрудника: \
                     число заявок в моменты времени против прямых уравнений Колмогорова.",
                    "Overload from an empty start, a rate that swings as a sine, growing clients with a second agent: \
                     tickets in the system at moments against Kolmogorov's forward equations.",
                ),
            ),
            Family::OfficeHours => (
                ("Рабочие часы", "Office hours"),
                (
                    "Заявки круглосуточно, а работа с понедельника по пятницу; и то и другое в рабочие часы.",
                    "Arrivals round the clock, work from Monday to Friday; and both in working hours.",
                ),
            ),
            Family::Calendar => (
                ("Календарь", "Calendar"),
                (
                    "Сроки и рабочее время между моментами: обеды, ночи, праздники, короткие дни.",
                    "Deadlines and working time between moments: lunches, nights, holidays, short days.",
                ),
            ),
            Family::Desk => (
                ("Стол заявок независимой программы", "The ticket desk of an independent program"),
                (
                    "Шесть наборов по тысяче прогонов там и здесь: каждая ячейка «месяц × показатель», от доли в срок \
                     до остатка. Перегрузка (s4) — самая строгая проверка порядка очереди, отпуска и приём (s5, s6) — \
                     календаря и разгона.",
                    "Six sets, a thousand replications there and here: every cell of month and measure, from the share \
                     in time to the backlog. Overload (s4) is the strictest test of queue order, holidays and the hire \
                     (s5, s6) of the calendar and the ramp-up.",
                ),
            ),
        };
        (self.say(heading.0, heading.1), self.say(about.0, about.1))
    }
}
