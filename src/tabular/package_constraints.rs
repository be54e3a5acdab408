//! What a data package says of the values of a column, and values that are not as it says.

use serde_json::{Map, Value};

/// What the values of a column are to be.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Constraints {
    is_required: bool,
    least: Option<Limit>,
    most: Option<Limit>,
    lengths: [Option<u64>; 2],
    among: Option<Vec<String>>,
}

/// An end of a range, and whether it belongs to it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Limit {
    value: f64,
    belongs: bool,
}

impl Constraints {
    /// The constraints of a field. Patterns are not looked at.
    pub(super) fn of(field: &Map<String, Value>) -> Self {
        let none = Map::new();
        let said = field.get("constraints").and_then(Value::as_object);
        let said = said.unwrap_or(&none);
        let number = |member: &str| {
            let value = said.get(member)?;
            value.as_f64().or_else(|| value.as_str()?.parse().ok())
        };
        let limit = |inclusive: &str, exclusive: &str| {
            let own = number(inclusive).map(|value| Limit {
                value,
                belongs: true,
            });
            own.or_else(|| {
                number(exclusive).map(|value| Limit {
                    value,
                    belongs: false,
                })
            })
        };
        let length = |member: &str| said.get(member).and_then(Value::as_u64);
        let among = said.get("enum").and_then(Value::as_array);
        let text = |value: &Value| {
            let text = value.as_str().map(str::to_owned);
            text.unwrap_or_else(|| value.to_string())
        };
        Self {
            is_required: said.get("required").and_then(Value::as_bool) == Some(true),
            least: limit("minimum", "exclusiveMinimum"),
            most: limit("maximum", "exclusiveMaximum"),
            lengths: [length("minLength"), length("maxLength")],
            among: among.map(|values| values.iter().map(text).collect()),
        }
    }

    /// What a value should be that is not as it is said; `number`: what it is as a number. Of nothing, with a
    /// sign for it or without, only that something should stand there.
    pub(super) fn expected(&self, text: Option<&str>, number: Option<f64>) -> Option<String> {
        let Some(text) = text else {
            return self.is_required.then(|| "a value in every row".to_owned());
        };
        if let Some(number) = number {
            let shown = |limit: Limit, [within, beyond]: [&str; 2]| {
                let word = if limit.belongs { within } else { beyond };
                format!("{word} {}", limit.value)
            };
            let is_below = |it: &Limit| number < it.value || !it.belongs && number <= it.value;
            if let Some(least) = self.least.filter(is_below) {
                return Some(shown(least, ["at least", "more than"]));
            }
            let is_above = |it: &Limit| number > it.value || !it.belongs && number >= it.value;
            if let Some(most) = self.most.filter(is_above) {
                return Some(shown(most, ["at most", "less than"]));
            }
        }
        let letters = text.chars().count() as u64;
        let [shortest, longest] = self.lengths;
        if let Some(shortest) = shortest.filter(|it| letters < *it) {
            return Some(format!("{shortest} letters or more"));
        }
        if let Some(longest) = longest.filter(|it| letters > *it) {
            return Some(format!("at most {longest} letters"));
        }
        let among = self.among.as_ref()?;
        let is_known = |known: &String| {
            let equal = known
                .parse::<f64>()
                .is_ok_and(|known| Some(known) == number);
            known == text || equal
        };
        (!among.iter().any(is_known)).then(|| format!("one of {}", some(among)))
    }
}

/// The first of some values.
pub(super) fn some<T: AsRef<str>>(values: &[T]) -> String {
    super::finding::first_names(values.iter().map(AsRef::as_ref))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(said: &str, text: &str, expected: Option<&str>) {
        let field = format!(r#"{{"constraints": {{{said}}}}}"#);
        let field: Value = serde_json::from_str(&field).unwrap();
        let constraints = Constraints::of(field.as_object().unwrap());
        let own = Some(text).filter(|text| !text.is_empty());
        let found = constraints.expected(own, text.parse().ok());
        assert_eq!(found.as_deref(), expected, "{said}: {text}");
    }

    #[test]
    fn a_value_is_held_against_what_is_said_of_it() {
        check(r#""maximum": 200"#, "500", Some("at most 200"));
        check(r#""maximum": "200""#, "200", None);
        check(r#""exclusiveMaximum": 200"#, "200", Some("less than 200"));
        check(r#""minimum": 0"#, "-1", Some("at least 0"));
        check(r#""exclusiveMinimum": 0"#, "0", Some("more than 0"));
        check(r#""minimum": 1"#, "Kep", None);
        check(r#""enum": ["F", "M"]"#, "X", Some("one of F, M"));
        check(r#""enum": [1, 2]"#, "2.0", None);
        check(r#""maxLength": 2"#, "ABC", Some("at most 2 letters"));
        check(r#""minLength": 2"#, "A", Some("2 letters or more"));
        check(r#""required": true"#, "", Some("a value in every row"));
        check(r#""required": false, "minimum": 3"#, "", None);
    }
}
