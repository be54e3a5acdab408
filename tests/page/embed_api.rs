//! What partners' scripts get from the site, on another origin, without a view.

use serde_json::{Value, json};

use super::partner::{Guest, partner_page, partner_url, site_url};
use super::{queried, total_of};
use crate::support::{Fault, Host};

/// The value of a script's body that has the interface's `open`, on a partner's page.
#[track_caller]
fn script(body: &str) -> Value {
    let guest = Guest::at(&partner_page("script.html", ""));
    run(&guest, &site_url(""), body)
}

#[track_caller]
fn run(guest: &Guest, site: &str, body: &str) -> Value {
    guest.evaluate(&format!(
        "(async () => {{ const site = {site:?}; const {{ open }} = await import(site + 'api/v1.js'); {body} }})()"
    ))
}

#[test]
fn dimensions_are_those_of_the_dataset_in_the_language_of_the_link() {
    let found = script(
        "const [id, en] = [await open(site + 'id/prakerja/'), await open(site + 'en/prakerja/')];
         return [id.dimensions(), en.dimensions().map(({ label }) => label)]",
    );
    let ids: Vec<&str> = (found[0].as_array().unwrap().iter())
        .map(|dimension| dimension["id"].as_str().unwrap())
        .collect();
    let expected = [
        "year",
        "region",
        "sex",
        "age",
        "education",
        "training",
        "disability",
    ];
    assert_eq!(ids, expected);
    let region = &found[0][1];
    assert_eq!(
        (&region["label"], &region["role"]),
        (&json!("Kabupaten/kota"), &json!("geo"))
    );
    assert_eq!(region["categories"].as_array().unwrap().len(), 514);
    let provinces = &region["groupings"][0];
    assert_eq!(provinces["groups"].as_array().unwrap().len(), 34);
    let at = region["categories"].as_array().unwrap().iter();
    let at = at
        .clone()
        .position(|place| place["code"] == "3273")
        .unwrap();
    assert_eq!(provinces["groupOf"][at], "32");
    assert_eq!(found[1][2], "Sex");
}

/// The names that an interface of the published types declares, sorted.
fn declared(interface: &str) -> Vec<String> {
    let types = include_str!("../../public/api/v1.d.ts");
    let start = format!("export interface {interface} {{");
    let (_, body) = types.split_once(&start).expect("the interface");
    let (body, _) = body.split_once("\n}").expect("its end");
    let name = |line: &str| {
        let line = line.strip_prefix("  ")?;
        let end = line.find(|it: char| !it.is_ascii_alphanumeric())?;
        (end > 0).then(|| line[..end].to_owned())
    };
    let mut names: Vec<String> = body.lines().filter_map(name).collect();
    names.sort();
    names
}

#[test]
fn the_published_types_name_what_scripts_get() {
    let found = script(
        "const cube = await open(site + 'en/prakerja/');
         const region = cube.dimensions().find(({ role }) => role === 'geo');
         const answer = cube.linked('');
         const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(cube));
         const own = methods.filter((name) => !name.startsWith('__') && !['constructor', 'free'].includes(name));
         const keys = (object) => Object.keys(object).sort();
         return { Cube: own.sort(), Dimension: keys(region), Grouping: keys(region.groupings[0]),
           Member: keys(region.categories[0]), Answer: keys(answer),
           Marginal: keys(Object.values(answer.marginals)[0]), Citation: keys(cube.cite('', '2026-11-25')) }",
    );
    for (interface, names) in found.as_object().unwrap() {
        assert_eq!(*names, json!(declared(interface)), "{interface}");
    }
}

#[test]
fn figures_of_a_query_are_those_of_the_command() {
    let found = script(
        "const cube = await open(site + 'en/prakerja/3273/?sex=F');
         return ['sex=F', '?sex=F&year=2021..2023', undefined, 'age=18-25~26-35&training=never'].map((query) => {
           const answer = cube.linked(query);
           const { codes, labels, values, statuses } = answer.marginals.education;
           return { ...answer, kind: values.constructor.name, by: codes.map((code, at) => [code, labels[at], values[at], statuses[at]]) } })",
    );
    let links = [
        "?sex=F",
        "?sex=F&year=2021..2023",
        "?sex=F",
        "?age=18-25~26-35&training=never",
    ];
    for (at, query) in links.into_iter().enumerate() {
        let answer = &found[at];
        let link = format!("en/prakerja/3273/{query}");
        let expected = queried(&link, Some("education"));
        assert_eq!(answer["value"].as_u64(), Some(total_of(&link)), "{query}");
        assert_eq!(answer["sentence"], expected["label"], "{query}");
        assert_eq!(answer["status"], "E");
        assert_eq!(answer["kind"], "Float64Array");
        assert_eq!(answer["notices"], json!([]));
        let rows = expected["rows"].as_array().unwrap().iter();
        let rows: Vec<Value> = rows
            .map(|row| json!([row["code"], row["label"], row["value"], row["status"]]))
            .collect();
        assert_eq!(answer["by"], json!(rows), "{query}");
        assert!(
            answer["link"]
                .as_str()
                .unwrap()
                .starts_with(&site_url("en/prakerja/3273/?"))
        );
        assert!(answer["source"].as_str().unwrap().starts_with("Source: "));
    }
}

#[test]
fn a_picture_is_that_of_the_command() {
    let found = script(
        "const cube = await open(site + 'en/prakerja/province-2020/32/?as=rate');
         return [await cube.picture(undefined, 'dark'), await cube.picture('?as=share')]",
    );
    let link = "en/prakerja/province-2020/32/?as=rate";
    let opened = super::opened(link);
    let topology = jangkau::publish::draw::boundaries(&opened, None).unwrap();
    let drawn = jangkau::publish::draw::draw(
        &opened,
        topology,
        &site_url(link),
        jangkau::scale::Theme::Dark,
    );
    assert!(
        found[0].as_str() == Some(&*drawn.unwrap().svg),
        "another picture"
    );
    assert!(found[1].as_str().unwrap().contains("</svg>"));
}

#[test]
fn what_cannot_be_opened_is_an_error_that_names_it() {
    let found = script(
        "const told = async (act) => { try { await act(); return 'nothing' } catch (error) { return `${error.constructor.name}: ${error.message}` } };
         const cube = await open(site + 'en/prakerja/');
         return [await told(() => open('https://other.example/en/')), await told(() => open(site + 'en/nothing/')),
           await told(() => cube.picture('', 'pink')), cube.linked('sex=X&foo=1').notices.length]",
    );
    let site = site_url("");
    assert_eq!(
        found,
        json!([
            format!(
                "Error: https://other.example/en/ is no link of this site: expected an address that begins with {site}"
            ),
            "Error: the site has no dataset \"nothing\"; its first is \"prakerja\"",
            "Error: no theme \"pink\": expected light, dark or contrast",
            2
        ])
    );
}

#[test]
fn data_that_is_not_what_was_published_is_refused_and_may_be_tried_again() {
    let host = Host::shipped();
    let guest = Guest::at(&host.url("en/prakerja/404.txt"));
    let told = "try { await open(site + 'en/prakerja/'); return 'opened' } catch (error) { return error.message }";
    host.fail("prakerja-1.json", Fault::Changed);
    let first = run(&guest, &host.url(""), told);
    assert!(
        first.as_str().unwrap().contains("prakerja-1.json"),
        "{first}"
    );
    host.fail("api_bg.wasm", Fault::Status(500));
    host.mend();
    assert_eq!(run(&guest, &host.url(""), told), "opened");
}

#[test]
fn a_partner_draws_a_chart_of_its_own_under_a_strict_policy() {
    let guest = Guest::at(&partner_url("partner/chart.html"));
    guest.wait_for("document.querySelectorAll('#chart rect').length === 10");
    // The largest share of women, from the command.
    let [women, all] =
        ["?sex=F", ""].map(|query| queried(&format!("en/prakerja/{query}"), Some("province-2020")));
    let rows = |answer: &Value| answer["rows"].as_array().unwrap().clone();
    let share = |(women, all): (&Value, &Value)| {
        women["value"].as_f64().unwrap() / all["value"].as_f64().unwrap()
    };
    let (women, all) = (rows(&women), rows(&all));
    let largest = (women.iter().zip(&all)).max_by(|a, b| share(*a).total_cmp(&share(*b)));
    let (largest, of) = largest.unwrap();
    let name = guest.evaluate("document.querySelector('#chart text').textContent");
    assert_eq!(name, largest["label"]);
    let text = guest.evaluate("document.querySelectorAll('#chart text')[1].textContent");
    assert_eq!(text, format!("{:.1}%", 100.0 * share((largest, of))));
    guest.expect_no_policy_complaint();
}
