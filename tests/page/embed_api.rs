//! What partners' scripts get from the site, on another origin, without a view.

use serde_json::{Value, json};

use super::partner::{Guest, partner_page, partner_url, site_url};
use super::queried;
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
        "const [id, en] = [await open(site + 'id/water/'), await open(site + 'en/water/')];
         return [id.dimensions(), en.dimensions().map(({ label }) => label)]",
    );
    let ids: Vec<&str> = (found[0].as_array().unwrap().iter())
        .map(|dimension| dimension["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["commune", "period", "source", "tenure"]);
    let communes = &found[0][0];
    assert_eq!(
        (&communes["label"], &communes["role"]),
        (&json!("Komune"), &json!("geo"))
    );
    assert_eq!(communes["categories"].as_array().unwrap().len(), 12);
    let districts = &communes["groupings"][0];
    assert_eq!(districts["groups"].as_array().unwrap().len(), 3);
    let at = communes["categories"].as_array().unwrap().iter();
    let at = at.clone().position(|place| place["code"] == "c1").unwrap();
    assert_eq!(districts["groupOf"][at], "centre");
    assert_eq!(found[1][2], "Water source");
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
        "const cube = await open(site + 'en/water/');
         const places = cube.dimensions().find(({ role }) => role === 'geo');
         const answer = cube.linked('');
         const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(cube));
         const own = methods.filter((name) => !name.startsWith('__') && !['constructor', 'free'].includes(name));
         const keys = (object) => Object.keys(object).sort();
         return { Cube: own.sort(), Dimension: keys(places), Grouping: keys(places.groupings[0]),
           Member: keys(places.categories[0]), Answer: keys(answer),
           Marginal: keys(Object.values(answer.marginals)[0]), Citation: keys(cube.cite('', '2026-11-25')) }",
    );
    for (interface, names) in found.as_object().unwrap() {
        assert_eq!(*names, json!(declared(interface)), "{interface}");
    }
}

#[test]
fn figures_of_a_query_are_those_of_the_command() {
    let found = script(
        "const cube = await open(site + 'en/water/n1/?source=piped');
         return ['source=piped', '?source=piped&period=2020..2022', undefined, 'period=2020&source=piped~well&tenure=owner'].map((query) => {
           const answer = cube.linked(query);
           const { codes, labels, values, statuses, basis } = answer.marginals.tenure;
           return { ...answer, kind: values.constructor.name, by: codes.map((code, at) => [code, labels[at], values[at], statuses[at], basis[at]]) } })",
    );
    // Twelve times ten for each of eight, in nine of the ten of the years; all of the twelve times
    // 14 of owners in 2020.
    let links = [
        ("?source=piped", 9_600),
        ("?source=piped&period=2020..2022", 8_640),
        ("?source=piped", 9_600),
        ("?period=2020&source=piped~well&tenure=owner", 1_680),
    ];
    for (at, (query, total)) in links.into_iter().enumerate() {
        let answer = &found[at];
        let link = format!("en/water/n1/{query}");
        let expected = queried(&link, Some("tenure"));
        assert_eq!(answer["value"].as_u64(), Some(total), "{query}");
        assert_eq!(answer["sentence"], expected["label"], "{query}");
        assert_eq!(answer["status"], "E");
        assert_eq!(answer["basis"], expected["basis"], "{query}");
        assert_eq!(answer["kind"], "Float64Array");
        assert_eq!(answer["notices"], json!([]));
        let rows = expected["rows"].as_array().unwrap().iter();
        let rows: Vec<Value> = rows
            .map(|row| {
                json!([
                    row["code"],
                    row["label"],
                    row["value"],
                    row["status"],
                    row["basis"]
                ])
            })
            .collect();
        assert_eq!(answer["by"], json!(rows), "{query}");
        assert!(
            answer["link"]
                .as_str()
                .unwrap()
                .starts_with(&site_url("en/water/n1/?"))
        );
        assert!(answer["source"].as_str().unwrap().starts_with("Source: "));
    }
}

#[test]
fn a_picture_is_that_of_the_command() {
    let found = script(
        "const cube = await open(site + 'en/water/district/north/?as=rate');
         return [await cube.picture(undefined, 'dark'), await cube.picture('?as=share')]",
    );
    let link = "en/water/district/north/?as=rate";
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
         const cube = await open(site + 'en/water/');
         return [await told(() => open('https://other.example/en/')), await told(() => open(site + 'en/nothing/')),
           await told(() => cube.picture('', 'pink')), cube.linked('source=X&foo=1').notices.length]",
    );
    let site = site_url("");
    assert_eq!(
        found,
        json!([
            format!(
                "Error: https://other.example/en/ is no link of this site: expected an address that begins with {site}"
            ),
            "Error: the site has no dataset \"nothing\"; its first is \"water\"",
            "Error: no theme \"pink\": expected light, dark or contrast",
            2
        ])
    );
}

#[test]
fn data_that_is_not_what_was_published_is_refused_and_may_be_tried_again() {
    let host = Host::start();
    let guest = Guest::at(&host.url("en/water/404.txt"));
    let told = "try { await open(site + 'en/water/'); return 'opened' } catch (error) { return error.message }";
    host.fail("water-1.json", Fault::Changed);
    let first = run(&guest, &host.url(""), told);
    assert!(first.as_str().unwrap().contains("water-1.json"), "{first}");
    host.fail("api_bg.wasm", Fault::Status(500));
    host.mend();
    assert_eq!(run(&guest, &host.url(""), told), "opened");
}

#[test]
fn a_partner_draws_a_chart_of_its_own_under_a_strict_policy() {
    let guest = Guest::at(&partner_url("partner/chart.html"));
    guest.wait_for("document.querySelectorAll('#chart rect').length === 3");
    // The largest share of the piped: 16,700 of 25,000, before 30,000 of 45,000.
    let texts =
        "[...document.querySelectorAll('#chart text')].map((it) => it.textContent).slice(0, 4)";
    assert_eq!(
        guest.evaluate(texts),
        json!(["South", "66.8%", "Centre", "66.7%"])
    );
    guest.expect_no_policy_complaint();
}
