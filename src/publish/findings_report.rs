//! What was found in a publisher's files, as text, HTML and JSON.

use serde_json::{Value, json};

use crate::publish::template::escape;
use crate::tabular::{Finding, Gravity};

/// How many of a gravity are printed before the rest is left to the whole report.
const PRINTED: usize = 10;

/// The findings as lines of text, the gravest first; of each gravity the first ten.
#[must_use]
pub fn findings_text(findings: &[&Finding]) -> String {
    let mut text = String::new();
    for gravity in [
        Gravity::Error,
        Gravity::Question,
        Gravity::Warning,
        Gravity::Note,
    ] {
        let all: Vec<_> = findings.iter().filter(|it| it.gravity == gravity).collect();
        for finding in all.iter().take(PRINTED) {
            text += &format!("  {:9}{finding} [{}]\n", gravity.name(), finding.kind);
        }
        if all.len() > PRINTED {
            text += &format!("  {:9}and {} more\n", "", all.len() - PRINTED);
        }
    }
    text
}

/// The findings as a page that stands alone.
#[must_use]
pub fn findings_html(title: &str, account: &[(&str, String)], findings: &[&Finding]) -> String {
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{0}</title>\n\
         <style>\nbody {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}\n\
         table {{ border-collapse: collapse; width: 100% }}\n\
         th, td {{ text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid #bbb }}\n\
         .error {{ background: #fde8e6 }} .question {{ background: #fff3d6 }}\n</style>\n<h1>{0}</h1>\n<dl>\n",
        escape(title)
    );
    for (name, text) in account {
        html += &format!(
            "<dt><b>{}</b></dt><dd>{}</dd>\n",
            escape(name),
            escape(text)
        );
    }
    html += "</dl>\n";
    if findings.is_empty() {
        html += "<p>Nothing was found that stands in the way.</p>\n";
        return html;
    }
    html += "<table>\n<tr><th>What<th>Where<th>Found<th>Expected<th>What to do<th>Times</tr>\n";
    for finding in findings {
        let place = [&*finding.file, &finding.spot.to_string()].join(" ");
        html += &format!(
            "<tr class=\"{0}\"><td>{0}: {1}<td>{2}<td>{3}<td>{4}<td>{5}<td>{6}</tr>\n",
            finding.gravity.name(),
            escape(finding.kind),
            escape(place.trim()),
            escape(&finding.found),
            escape(&finding.expected),
            escape(&finding.remedy),
            finding.times,
        );
    }
    html + "</table>\n"
}

/// How a file was read, and what was found in it, as JSON: `account`, texts by name in order, and
/// `findings`, a list of objects.
#[must_use]
pub fn findings_json(account: &[(&str, String)], findings: &[&Finding]) -> String {
    let all = findings.iter().map(|finding| {
        json!({
            "gravity": finding.gravity.name(),
            "kind": finding.kind,
            "file": finding.file,
            "place": finding.spot.to_string(),
            "found": finding.found,
            "expected": finding.expected,
            "remedy": finding.remedy,
            "times": finding.times,
        })
    });
    let account = account
        .iter()
        .map(|(name, text)| json!({ "name": name, "text": text }));
    let report = json!({
        "account": account.collect::<Value>(),
        "findings": all.collect::<Value>(),
    });
    format!("{report:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tabular::Spot;

    fn finding(gravity: Gravity, found: &str) -> Finding {
        Finding {
            gravity,
            kind: "no-number",
            file: "grants.csv".to_owned(),
            spot: Spot::Field { line: 7, column: 3 },
            found: found.to_owned(),
            expected: "a figure".to_owned(),
            remedy: "correct the cell".to_owned(),
            times: 2,
        }
    }

    #[test]
    fn what_stands_in_a_cell_is_text_in_the_report() {
        let one = finding(Gravity::Error, "<script>alert(1)</script>");
        let html = findings_html("grants", &[], &[&one]);
        assert!(
            html.contains("&lt;script&gt;") && !html.contains("<script"),
            "{html}"
        );
        assert!(
            html.contains("line 7, column 3") && html.contains("correct the cell"),
            "{html}"
        );
    }

    #[test]
    fn the_gravest_come_first_and_no_more_than_ten_of_each() {
        let many: Vec<Finding> = (0..12)
            .map(|at| finding(Gravity::Note, &at.to_string()))
            .collect();
        let error = finding(Gravity::Error, "12O");
        let all: Vec<&Finding> = many.iter().chain([&error]).collect();
        let text = findings_text(&all);
        assert!(text.starts_with("  error    grants.csv, line 7, column 3: found 12O, expected a figure (2 times); correct the cell [no-number]\n"), "{text}");
        assert!(text.ends_with("and 2 more\n"), "{text}");
        let account = [("cells", "2 cells = 2 figures".to_owned())];
        let json: Value = serde_json::from_str(&findings_json(&account, &all)).unwrap();
        let last = &json["findings"][12];
        assert_eq!(
            (last["gravity"].as_str(), last["times"].as_u64()),
            (Some("error"), Some(2))
        );
        assert_eq!(json["account"][0]["text"], "2 cells = 2 figures");
    }
}
