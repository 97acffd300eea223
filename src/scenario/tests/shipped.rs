//! The template and the schema.

use super::*;

#[test]
fn the_template_loads_without_notes_about_slips() {
    let study =
        load_text("new.toml", template(), None, &[], None).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(study.policies.len(), 3);
    let scenario = &study.baseline().scenario;
    assert_eq!(scenario.name, "new");
    assert_eq!((scenario.roles.len(), scenario.slas.len()), (2, 2));
    assert!(scenario.sources.iter().all(|it| it.source == "assumed"));
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
        assert!(
            definitions
                .get(name)
                .is_some_and(serde_json::Value::is_object),
            "{name}"
        );
    }
    for (table, key) in [
        ("role", "headcount"),
        ("effort", "within_day"),
        ("hire_when", "most"),
        ("sla", "pauses"),
    ] {
        assert!(
            definitions[table]["properties"][key].is_object(),
            "{table}.{key}"
        );
    }
    assert!(schema["properties"]["streams"].is_object() || schema["$ref"].is_string());
    assert_eq!(definitions["role"]["additionalProperties"], false);
}
