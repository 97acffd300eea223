//! A question in the words of a scenario file, and back.

use super::{Cap, Hire, Lever, Question, Variant, key};
use crate::scenario::{Problem, syntax_problems};
use serde_json::Value;
use std::fmt::Write;

impl Question {
    /// The question as values over those of the scenario file, as `--set` takes them. `baseline`
    /// is the title of the first policy where the file states none.
    pub(crate) fn overrides(&self, baseline: Option<&str>) -> Vec<(String, String)> {
        let readings = self.readings.iter().map(|it| ("plan.known_readings+".into(), quoted(it)));
        let cap = self.cap.entries().map(|(key, it)| (format!("plan.{key}"), it));
        let policy = |inline: String| ("policies+".to_owned(), inline);
        let first = baseline.filter(|_| !self.variants.is_empty());
        let first =
            first.map(|it| policy(format!("{{ key = \"as-is\", title = {} }}", quoted(it))));
        let variants = self.variants.iter().enumerate();
        let variants =
            variants.map(|(number, it)| policy(format!("{{ {} }}", it.parts(number).join(", "))));
        readings.chain(cap).chain(first).chain(variants).collect()
    }

    /// The question as a file that extends the scenario: `run` of it finds what the page shows.
    pub(crate) fn file(&self, extends: &str, about: &str, baseline: Option<&str>) -> String {
        let mut text = format!("# {about}\nextend = {}\n", quoted(extends));
        let readings: Vec<String> = self.readings.iter().map(|it| quoted(it)).collect();
        let readings = (!readings.is_empty())
            .then(|| ("known_readings", format!("[{}]", readings.join(", "))));
        let plan = readings.into_iter().chain(self.cap.entries());
        let plan: String = plan.map(|(key, it)| format!("{key} = {it}\n")).collect();
        if !plan.is_empty() {
            text += &format!("\n[plan]\n{plan}");
        }
        if let Some(title) = baseline {
            let _ = write!(text, "\n[[policies]]\nkey = \"as-is\"\ntitle = {}\n", quoted(title));
        }
        for (number, variant) in self.variants.iter().enumerate() {
            let _ = write!(text, "\n[[policies]]\n{}\n", variant.parts(number).join("\n"));
        }
        text
    }

    /// The question of a saved file, and the keys and changes in it that a page has no lever for.
    pub(crate) fn of_file(text: &str) -> Result<(Self, Vec<String>), Vec<Problem>> {
        let root: Value =
            toml::from_str(text).map_err(|_| syntax_problems("what-if.toml", text))?;
        let mut question = Self::default();
        let mut ignored = Vec::new();
        for (key, value) in root.as_object().into_iter().flatten() {
            match (key.as_str(), value) {
                ("extend", _) => {}
                ("plan", Value::Object(plan)) => {
                    for (key, value) in plan {
                        match serde_json::from_value(value.clone()) {
                            Ok(readings) if key == "known_readings" => question.readings = readings,
                            _ if key == "max_people" => {
                                question.cap.max_people = Some(value.clone())
                            }
                            _ if key == "budget" => question.cap.budget = Some(value.clone()),
                            _ => ignored.push(format!("plan.{key}")),
                        }
                    }
                }
                ("policies", Value::Array(policies)) => {
                    let own = policies
                        .iter()
                        .filter(|it| it.get("changes").is_some() || it.get("with").is_some());
                    question.variants =
                        own.map(|it| Variant::of_policy(it, &mut ignored)).collect();
                }
                _ => ignored.push(key.clone()),
            }
        }
        Ok((question, ignored))
    }
}

impl Cap {
    /// The keys of `[plan]` that state it, with their values.
    fn entries(&self) -> impl Iterator<Item = (&'static str, String)> + '_ {
        let all = [("max_people", &self.max_people), ("budget", &self.budget)];
        all.into_iter().filter_map(|(key, it)| Some((key, toml_of(it.as_ref()?))))
    }
}

impl Variant {
    /// Its key, title and changes as lines of TOML.
    fn parts(&self, number: usize) -> Vec<String> {
        let list = |items: Vec<String>| format!("[{}]", items.join(", "));
        let mut parts = vec![
            format!("key = {}", quoted(&key(number))),
            format!("title = {}", quoted(&self.title)),
        ];
        if !self.with.is_empty() {
            parts.push(format!("with = {}", list(self.with.iter().map(|it| quoted(it)).collect())));
        }
        parts.push(format!("changes = {}", list(self.changes.iter().map(Lever::inline).collect())));
        parts
    }

    fn of_policy(policy: &Value, ignored: &mut Vec<String>) -> Self {
        let key = policy.get("key").and_then(Value::as_str).unwrap_or_default();
        let title = policy.get("title").and_then(Value::as_str).unwrap_or(key);
        let with = policy.get("with").cloned().and_then(|it| serde_json::from_value(it).ok());
        let mut variant =
            Self { title: title.to_owned(), with: with.unwrap_or_default(), changes: Vec::new() };
        let changes = policy.get("changes").and_then(Value::as_array);
        for (number, change) in changes.into_iter().flatten().enumerate() {
            match serde_json::from_value(change.clone()) {
                Ok(lever) => variant.changes.push(lever),
                Err(_) => ignored.push(format!("policies.{key}.changes[{number}]")),
            }
        }
        variant
    }
}

impl Lever {
    fn inline(&self) -> String {
        match self {
            Self::Set(it) => {
                format!("{{ set = {}, value = {} }}", quoted(&it.set), toml_of(&it.value))
            }
            Self::Hire(Hire { hire, start, count }) => {
                format!("{{ hire = {}, start = {}, count = {count} }}", quoted(hire), quoted(start))
            }
        }
    }
}

/// A string of TOML: the escapes of JSON are escapes of TOML, which forbids one character more.
fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}

/// A value as TOML on one line.
fn toml_of(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(toml_of).collect::<Vec<_>>().join(", "))
        }
        Value::Object(table) => {
            let entries =
                table.iter().map(|(key, value)| format!("{} = {}", quoted(key), toml_of(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        // TOML has no nothing: an empty string is refused wherever a number is wanted.
        Value::Null => "\"\"".to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::asked;
    use super::*;

    #[test]
    fn a_question_is_a_policy_in_the_words_of_a_scenario_file() {
        let overrides = asked().overrides(Some("As is"));
        assert_eq!(overrides[0], ("plan.known_readings+".into(), "\"claimed\"".into()));
        assert_eq!(overrides[1], ("plan.max_people".into(), "3".into()));
        assert_eq!(overrides[2], ("plan.budget".into(), "250000.5".into()));
        assert_eq!(overrides[3].1, r#"{ key = "as-is", title = "As is" }"#);
        assert_eq!(
            overrides[4].1,
            r#"{ key = "what-if", title = "Двое \"сейчас\"", with = ["due"], changes = [{ set = "handling", value = { "max" = "75min", "min" = "60min" } }, { hire = "clerk", start = "2026-04-15", count = 2 }] }"#
        );
        assert_eq!(Question::default().overrides(Some("As is")), []);
    }

    #[test]
    fn a_saved_question_is_the_same_when_it_is_opened() {
        let text = asked().file("pass24.toml", "What if", None);
        assert_eq!(Question::of_file(&text), Ok((asked(), Vec::new())));
    }

    #[test]
    fn what_a_page_has_no_lever_for_is_named_when_a_file_is_opened() {
        let text = "roles.clerk.pay = 3\nplan.promise = \"every-quarter\"\n[[policies]]\nkey = \"x\"\nchanges = [{ discipline = \"earliest-due\" }]";
        let (question, ignored) = Question::of_file(text).expect("it is TOML");
        assert_eq!(question.variants[0].title, "x");
        assert_eq!(ignored, ["plan.promise", "policies.x.changes[0]", "roles"]);
        assert!(Question::of_file("=").is_err());
    }
}
