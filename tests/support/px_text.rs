//! A table as the text of a PX file.

use jangkau::cube::Role;

use super::px_plan::{Cell, Layout, Plan};

/// A text in quotation marks, a long one in parts.
fn quoted(text: &str, layout: &Layout) -> String {
    let letters: Vec<char> = text.chars().collect();
    let parts = letters.chunks(60).map(|part| {
        let part: String = part.iter().collect();
        format!("\"{}\"", part.replace('"', "\"\""))
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        return "\"\"".to_owned();
    }
    parts.join(layout.line_end)
}

fn list(texts: impl Iterator<Item = String>, layout: &Layout) -> String {
    let texts: Vec<String> = texts.map(|text| quoted(&text, layout)).collect();
    texts.join(",")
}

/// The cube of a plan as the text of a PX file.
pub(crate) fn px_text(plans: &[Plan], cells: &[Cell], layout: &Layout) -> String {
    let end = layout.line_end;
    let mut file = format!(
        "CHARSET=\"ANSI\";{end}LANGUAGE=\"sv\";{end}LANGUAGES=\"sv\",\"en\";{end}CONTENTS=\"Water\";{end}\
         CONTENTS[en]=\"Water used\";{end}TITLE=\"Water\";{end}TITLE[en]=\"Water used\";{end}DECIMALS=3;{end}\
         UNITS=\"litres; or so\";{end}DATASYMBOL3=\":\";{end}"
    );
    let stub = layout.stub.min(plans.len());
    let mut put = |keyword: &str, keys: &[&str], value: &str| {
        let keys = list(keys.iter().map(|key| (*key).to_owned()), layout);
        let keys = if keys.is_empty() {
            keys
        } else {
            format!("({keys})")
        };
        file.push_str(&format!("{keyword}{keys}={value};{end}"));
    };
    for (keyword, from, to) in [("STUB", 0, stub), ("HEADING", stub, plans.len())] {
        if from < to {
            put(
                keyword,
                &[],
                &list((from..to).map(|nth| plans[nth].name(nth)), layout),
            );
            let english = list((from..to).map(|nth| format!("English {nth}")), layout);
            put(&format!("{keyword}[en]"), &[], &english);
        }
    }
    for (nth, plan) in plans.iter().enumerate() {
        let name = plan.name(nth);
        let keys: &[&str] = &[&name];
        put(
            "VALUES",
            keys,
            &list((0..plan.size).map(|at| plan.value(at)), layout),
        );
        let english = list((0..plan.size).map(|at| format!("{at} in English")), layout);
        put("VALUES[en]", &[&format!("English {nth}")], &english);
        put(
            "CODES",
            keys,
            &list((0..plan.size).map(|at| plan.code(at)), layout),
        );
        let total = quoted(&plan.value(0), layout);
        put("ELIMINATION", keys, if plan.total { &total } else { "YES" });
        match plan.role {
            Role::Time => put(
                "TIMEVAL",
                keys,
                &format!("TLIST(A1,\"2001\"-\"{}\")", 2000 + plan.size),
            ),
            Role::Geo => put("MAP", keys, "\"areas\""),
            Role::Metric => {
                put("CONTVARIABLE", &[], &quoted(&name, layout));
                put("STOCKFA", &[&plan.value(0)], "\"F\"");
                put("REFPERIOD", &[&plan.value(0)], "\"all day\"");
                for at in 0..plan.size {
                    put("PRECISION", &[&name, &plan.value(at)], &at.to_string());
                }
            }
            Role::Classification => {}
        }
        if layout.has_keys && nth < stub {
            put("KEYS", keys, if nth % 2 == 0 { "CODES" } else { "VALUES" });
        }
    }
    file.push_str(&format!("DATA={end}{}", data_text(plans, cells, layout)));
    file
}

/// The figures; with keys, those of rows that are not all zeros.
fn data_text(plans: &[Plan], cells: &[Cell], layout: &Layout) -> String {
    let stub = layout.stub.min(plans.len());
    let width: usize = plans[stub..].iter().map(|plan| plan.size).product();
    let mut data = String::new();
    for (row, cells) in cells.chunks(width).enumerate() {
        let has_keys = layout.has_keys && stub > 0;
        if has_keys && cells.iter().all(|cell| matches!(cell, Cell::Number(0.0))) {
            continue;
        }
        let mut rest = row;
        let mut keys = Vec::new();
        for (nth, plan) in plans[..stub].iter().enumerate().rev() {
            let at = rest % plan.size;
            rest /= plan.size;
            let key = if nth % 2 == 0 {
                plan.code(at)
            } else {
                plan.value(at)
            };
            keys.insert(0, format!("\"{}\"", key.replace('"', "\"\"")));
        }
        if has_keys {
            data.push_str(&format!("{},", keys.join(",")));
        }
        for cell in cells {
            match cell {
                Cell::Number(0.0) => data.push_str("\"-\""),
                Cell::Number(number) => data.push_str(&number.to_string()),
                Cell::Dots(dots) => data.push_str(&format!("\"{}\"", ".".repeat(*dots))),
            }
            data.push_str(layout.separator);
        }
        data.push_str(layout.line_end);
    }
    data + ";" + layout.line_end
}
