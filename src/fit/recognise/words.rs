//! Words by which values are known, in Russian and English.

use super::kind::Kind;

/// Words of a text, in lower case.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    text.split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

fn has(text: &str, whole: &[&str], beginnings: &[&str]) -> bool {
    words(text).iter().any(|word| {
        whole.contains(&word.as_str()) || beginnings.iter().any(|it| word.starts_with(it))
    })
}

/// Whether a value says that a developer or a second line had to help.
pub(super) fn is_escalation(text: &str) -> bool {
    let whole = [
        "dev",
        "devs",
        "developer",
        "developers",
        "development",
        "l2",
        "l3",
        "escalated",
        "escalation",
    ];
    has(text, &whole, &["разработ", "доработ", "эскал"])
}

/// Whether a value says that it came again.
pub(super) fn is_repeat(text: &str) -> bool {
    has(text, &["repeat", "repeated", "reopened"], &["повтор", "переоткр"])
}

/// Whether a value says that somebody works on the ticket.
pub(crate) fn is_in_work(text: &str) -> bool {
    has(text, &["active", "progress", "open", "wip"], &["работ", "выполня", "process"])
}

/// Whether a value says that the work on the ticket is over.
pub(crate) fn is_over(text: &str) -> bool {
    let whole = ["closed", "resolved", "solved", "done", "completed", "complete"];
    has(text, &whole, &["закры", "решен", "решён", "выполнен", "заверш"])
}

/// Whether a value says that it is no ticket of a client.
pub(crate) fn is_internal(text: &str) -> bool {
    has(text, &["internal", "hr"], &["внутрен"])
}

/// Whether a value says that it is spam or a test.
pub(crate) fn is_spam(text: &str) -> bool {
    has(text, &["spam", "junk"], &["спам"])
}

/// Whether a value says that it was merged into another ticket.
pub(crate) fn is_merged(text: &str) -> bool {
    has(text, &["merged", "merge"], &["объедин", "слит"])
}

/// What a class is for the people who answer, by its name.
pub(super) fn kind(text: &str) -> Option<Kind> {
    let whole =
        ["critical", "highest", "urgent", "emergency", "blocker", "immediate", "outage", "p1"];
    let very_high =
        text.to_lowercase().contains("very high") || text.to_lowercase().contains("очень выс");
    if very_high || has(text, &whole, &["авари", "экстрен", "критич", "немедл", "срочн", "наивысш"])
    {
        return Some(Kind::Emergency);
    }
    let whole = ["low", "lowest", "question", "consultation", "howto", "minor", "p4"];
    if has(text, &whole, &["консульт", "вопрос", "низк"]) {
        return Some(Kind::Consultation);
    }
    let whole = ["medium", "normal", "standard", "incident", "moderate", "major", "problem", "p3"];
    has(text, &whole, &["инцидент", "нормал", "обычн", "средн", "стандарт", "проблем"])
        .then_some(Kind::Standard)
}

/// Minutes in a unit that a header or a profile names.
pub(super) fn unit_of(text: &str) -> Option<f64> {
    if has(text, &["s", "sec", "secs", "сек", "с"], &["second", "секунд"]) {
        return Some(1.0 / 60.0);
    }
    if has(text, &["h", "hr", "hrs", "ч"], &["hour", "час"]) {
        return Some(60.0);
    }
    has(text, &["min", "mins", "мин", "м"], &["minute", "минут"]).then_some(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_words() {
        assert!(
            is_escalation("dev-line")
                && is_escalation("Отдел разработки")
                && is_escalation("Доработка")
        );
        assert!(!is_escalation("device") && !is_escalation("Support"));
        assert!(is_internal("Внутренние") && !is_internal("Техподдержка"));
    }

    #[test]
    fn classes_are_known_by_their_names() {
        let cases = [
            ("авария", Kind::Emergency),
            ("5 very high", Kind::Emergency),
            ("3 normal", Kind::Standard),
            ("инцидент", Kind::Standard),
            ("2 low", Kind::Consultation),
            ("Немедленный", Kind::Emergency),
        ];
        for (text, expected) in cases {
            assert_eq!(kind(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn units_are_named_in_headers() {
        assert_eq!(unit_of("total time spent (sec)"), Some(1.0 / 60.0));
        assert_eq!(unit_of("трудозатраты, ч"), Some(60.0));
        assert_eq!(unit_of("затрачено"), None);
    }
}
