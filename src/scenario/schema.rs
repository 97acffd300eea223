//! The table of keys as a JSON Schema, for editors.

use super::keys::{self, Form, Key, Kind};
use super::value;
use serde_json::{Map, Value, json};

/// JSON Schema (2020-12) of a scenario file.
pub(crate) fn schema() -> Value {
    let mut definitions = Map::new();
    values(&mut definitions);
    let root = table(&keys::ROOT, &mut definitions);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "staffcast",
        "description": "Сценарий staffcast\n\nA scenario of staffcast",
    });
    if let (Some(schema), Value::Object(root)) = (schema.as_object_mut(), root) {
        schema.extend(root);
        schema.insert("$defs".to_owned(), Value::Object(definitions));
        // What a file states may stand in the file that it extends.
        schema.remove("required");
    }
    schema
}

/// The definitions of single values.
fn values(definitions: &mut Map<String, Value>) {
    let number = json!({ "type": ["number", "string"] });
    let date = json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" });
    let duration = json!({
        "type": "string",
        "pattern": "^\\s*([\\d ._]+\\s*(s|min|h|d|w|mo)\\s*)+$|^0$",
        "examples": ["75min", "4h", "1h 30min", "2d", "3w"],
    });
    let share = json!({
        "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^[-\\d ._]+%?$" }],
        "examples": ["7.5%", 0.075],
    });
    let title = json!({
        "anyOf": [
            { "type": "string" },
            { "type": "object", "properties": { "ru": { "type": "string" }, "en": { "type": "string" } },
              "additionalProperties": false },
        ],
    });
    let sourced = |plain: &str| {
        json!({ "anyOf": [{ "$ref": format!("#/$defs/{plain}_plain") }, { "$ref": "#/$defs/value" },
                          { "$ref": "#/$defs/range" }] })
    };
    let random = [&value::MEAN, &value::NAMED].into_iter().flat_map(|it| it.keys());
    let random = json!({ "anyOf": [{ "$ref": "#/$defs/duration" }, bare(random)] });
    let count = json!({ "anyOf": [{ "$ref": "#/$defs/number" }, bare(value::COUNT.keys())] });
    for (name, definition) in [
        ("number_plain", number),
        ("duration_plain", duration),
        ("share_plain", share),
        ("number", sourced("number")),
        ("duration", sourced("duration")),
        ("share", sourced("share")),
        ("title", title),
        ("date", date),
        ("random", random),
        ("count", count),
    ] {
        definitions.insert(name.to_owned(), definition);
    }
    for kind in [&*value::VALUE, &*value::RANGE] {
        table(kind, definitions);
        let inner = object(kind, definitions);
        definitions.insert(kind.name.to_owned(), inner);
    }
}

/// The keys of a single value that is written as a table.
fn bare<'k>(keys: impl IntoIterator<Item = &'k Key>) -> Value {
    let property = |key: &Key| match &key.form {
        Form::Text => json!({ "type": "string" }),
        Form::Table(_) => json!({ "type": "object" }),
        Form::List(inner) if matches!(**inner, Form::Whole(..)) => json!({ "type": "array" }),
        other => form(other, &mut Map::new()),
    };
    let properties: Map<String, Value> =
        keys.into_iter().map(|it| (it.name.to_owned(), property(it))).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// A reference to a kind of table, which is defined when it is met for the first time.
fn table(kind: &Kind, definitions: &mut Map<String, Value>) -> Value {
    if !definitions.contains_key(kind.name) {
        // Routes hold routes: the name must be known before the keys are.
        definitions.insert(kind.name.to_owned(), Value::Null);
        let defined = object(kind, definitions);
        definitions.insert(kind.name.to_owned(), defined);
    }
    json!({ "$ref": format!("#/$defs/{}", kind.name) })
}

fn object(kind: &Kind, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for key in kind.keys() {
        let mut property = form(&key.form, definitions);
        if let Some(property) = property.as_object_mut() {
            property.insert("description".to_owned(), json!(format!("{}\n\n{}", key.ru, key.en)));
        }
        properties.insert(key.name.to_owned(), property);
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn form(form: &Form, definitions: &mut Map<String, Value>) -> Value {
    let reference = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let or_value = |plain: Value| json!({ "anyOf": [plain, { "$ref": "#/$defs/value" }] });
    match form {
        Form::Text => or_value(json!({ "type": "string" })),
        Form::Title => reference("title"),
        Form::Bool => json!({ "type": "boolean" }),
        Form::Whole(least, most) => {
            let whole = json!({ "type": "integer", "minimum": least, "maximum": most });
            json!({ "anyOf": [whole, { "type": "string" }, { "$ref": "#/$defs/value" }] })
        }
        Form::Number => reference("number"),
        Form::Ratio => json!({ "type": "number", "minimum": 0 }),
        Form::Share => reference("share"),
        Form::Duration => reference("duration"),
        Form::Random => reference("random"),
        Form::Count => reference("count"),
        Form::Date => or_value(reference("date")),
        Form::Clock => {
            or_value(json!({ "type": "string", "pattern": "^\\d{1,2}:\\d{2}(:\\d{2})?$" }))
        }
        Form::Choice(words) => or_value(json!({ "enum": words })),
        Form::Table(kind) => table(kind, definitions),
        Form::Named(inner) => {
            json!({ "type": "object", "additionalProperties": self::form(inner, definitions) })
        }
        Form::List(inner) => {
            let list = json!({ "type": "array", "items": self::form(inner, definitions) });
            // A single name may stand for a list of one.
            if matches!(**inner, Form::Text) {
                json!({ "anyOf": [list, { "type": "string" }] })
            } else {
                list
            }
        }
        Form::Any(forms) => {
            let any: Vec<Value> = forms.iter().map(|it| self::form(it, definitions)).collect();
            json!({ "anyOf": any })
        }
        Form::Value | Form::Shared(_) => json!({}),
    }
}
