//! The template and the schema.

use super::*;
use serde_json::{Value, json};

#[test]
fn every_template_loads_in_both_languages_with_the_money_and_the_holidays_of_its_own() {
    for (it, lang) in Template::ALL.iter().flat_map(|it| [(it, Lang::Ru), (it, Lang::En)]) {
        let text = template(*it, lang);
        let study = load_text("new.toml", &text, None, &[], None);
        let study = study.unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        // The shortest has no policies to compare.
        assert_eq!(study.policies.len(), if *it == Template::TwoShifts { 1 } else { 3 });
        let scenario = &study.baseline().scenario;
        assert_eq!((scenario.name.as_str(), scenario.lang), ("new", lang));
        assert_eq!(scenario.currency, lang.pick(["RUB", "USD"]));
        assert_eq!(scenario.notes, [], "{text}");
        let years = scenario.calendars.iter().find_map(|it| it.extrapolated_from());
        assert_eq!(years, None, "a calendar that is a guess");
        assert!(scenario.sources.iter().all(|it| it.source == "assumed"));
    }
}

#[test]
fn what_the_call_centre_leaves_as_a_comment_loads_as_the_comment_says() {
    for lang in [Lang::Ru, Lang::En] {
        let text = template(Template::CallCentre, lang).replace("# people =", "people =");
        let text =
            text.replace("role = \"operator\" }]", "role = \"operator\", skill = \"german\" }]");
        let study = load_text("new.toml", &text, None, &[], None);
        let study = study.unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        let scenario = &study.baseline().scenario;
        assert_eq!(scenario.skills, ["german"]);
        assert_eq!(scenario.notes, [], "{text}");
    }
}

#[test]
fn the_schema_knows_every_key_and_resolves() {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let text = schema.to_string();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("\"#/$defs/") {
        rest = &rest[at + 9..];
        let name = &rest[..rest.find('"').unwrap()];
        assert!(definitions.get(name).is_some_and(serde_json::Value::is_object), "{name}");
    }
    for (table, key) in
        [("role", "headcount"), ("effort", "within_day"), ("hire_when", "most"), ("sla", "pauses")]
    {
        assert!(definitions[table]["properties"][key].is_object(), "{table}.{key}");
    }
    assert!(schema["properties"]["streams"].is_object() || schema["$ref"].is_string());
    assert_eq!(definitions["role"]["additionalProperties"], false);
}

/// Whether a value fits a schema: the keywords that ours uses, but for patterns.
fn fits(value: &Value, schema: &Value, root: &Value) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str() {
        return fits(value, &root["$defs"][name.trim_start_matches("#/$defs/")], root);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let tried: Vec<_> = any.iter().map(|it| fits(value, it, root)).collect();
        let fitting = tried.iter().any(Result::is_ok);
        return if fitting { Ok(()) } else { Err(format!("{value} fits none: {tried:?}")) };
    }
    if let Some(words) = schema["enum"].as_array() {
        return if words.contains(value) {
            Ok(())
        } else {
            Err(format!("{value} not in {words:?}"))
        };
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return Ok(()),
    };
    let is = |kind: &&str| match *kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64(),
        _ => value.is_number(),
    };
    if !kinds.iter().any(is) {
        return Err(format!("{value} is no {kinds:?}"));
    }
    for item in value.as_array().into_iter().flatten() {
        fits(item, &schema["items"], root)?;
    }
    for (key, item) in value.as_object().into_iter().flatten() {
        let known = &schema["properties"][key];
        let schema = if known.is_null() { &schema["additionalProperties"] } else { known };
        if schema == &Value::Bool(false) {
            return Err(format!("unknown key {key}"));
        }
        fits(item, schema, root).map_err(|it| format!("{key}: {it}"))?;
    }
    Ok(())
}

fn json_of(node: &tree::Node) -> Value {
    use tree::Value as Written;
    match &node.value {
        Written::Text(text) => json!(text),
        Written::Whole(number) => json!(number),
        Written::Number(number) => json!(number),
        Written::Bool(truth) => json!(truth),
        Written::Date(date) => json!(date.to_string()),
        Written::List(list) => list.iter().map(json_of).collect(),
        Written::Table(table) => {
            let entries = table.entries.iter().map(|it| (it.key.clone(), json_of(&it.node)));
            Value::Object(entries.collect())
        }
    }
}

#[test]
fn what_loads_fits_the_schema() {
    let schema = schema();
    let templates = Template::ALL.map(|it| template(it, Lang::En));
    let texts = templates.iter().map(String::as_str).chain([reference(), SMALL]);
    for text in texts {
        let mut files = source::Files::default();
        let file = source::File { name: "x".into(), text: text.into(), folder: None, digest: None };
        let file = files.add(file);
        let tree = syntax::parse(file, &files).0.unwrap();
        fits(&json_of(&tree), &schema, &schema).unwrap_or_else(|it| panic!("{it}"));
    }
    let wrong = json!({ "roles": { "x": { "headcount": 1, "headcout": 2 } } });
    assert!(fits(&wrong, &schema, &schema).is_err());
}
