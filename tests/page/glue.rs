//! The scripts by which the programs reach the browser, as they are sent.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::visit;
use crate::support::site;

fn names(list: &Value) -> BTreeSet<&str> {
    list.as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect()
}

#[test]
fn each_script_and_its_module_name_the_same_functions() {
    let visit = visit("en/water/");
    let assets = visit.evaluate("document.getElementById('jangkau').dataset.assets");
    let (_, assets) = assets.as_str().unwrap().split_once("assets/").unwrap();
    for program in ["page", "api"] {
        let path = site().join(format!("assets/{assets}{program}.js"));
        let script = fs::read_to_string(path).unwrap();
        let of_module = visit.evaluate(&format!(
            "(async () => {{
               const file = await fetch(document.getElementById('jangkau').dataset.assets + '{program}_bg.wasm');
               const module = await WebAssembly.compile(await file.arrayBuffer());
               const imports = WebAssembly.Module.imports(module).filter((it) => it.module !== './split.js');
               return [imports, WebAssembly.Module.exports(module)].map((list) => list.map((it) => it.name));
             }})()"
        ));
        let [asks, gives] = [0, 1].map(|at| names(&of_module[at]));
        let has = |name: &str| ["{", ","].map(|sign| script.contains(&format!("{sign}{name}:")));
        assert!(asks.len() > 20, "{program}: {asks:?}");
        let missing: Vec<_> = asks.iter().filter(|name| has(name) == [false; 2]).collect();
        assert!(missing.is_empty(), "{program}: {missing:?}");
        // What is called under a short name is exported under it.
        let called = script.split(".$").skip(1).map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric());
            format!("${}", &rest[..end.unwrap_or(rest.len())])
        });
        let called: BTreeSet<String> = called.collect();
        assert!(!called.is_empty(), "{program}");
        let missing = called.iter().filter(|name| !gives.contains(name.as_str()));
        let missing: Vec<_> = missing.collect();
        assert!(missing.is_empty(), "{program}: {missing:?}");
    }
}

#[test]
fn no_script_carries_comments_or_long_names() {
    let names = jangkau::publish::tree::names_in_tree(site()).unwrap();
    let own = |name: &&String| {
        name.starts_with("assets/") && name.rsplit_once('.').is_some_and(|(_, kind)| kind == "js")
    };
    let scripts: Vec<_> = names.iter().filter(own).collect();
    assert_eq!(scripts.len(), 11, "{scripts:?}");
    for name in scripts {
        let script = fs::read_to_string(site().join(name)).unwrap();
        let lines = script.lines().count();
        assert!(lines < 10, "{name} has {lines} lines");
        for word in ["/*", "// "] {
            assert!(!script.contains(word), "{name} has {word:?}");
        }
        let functions = script.split(":function(");
        let functions = functions.filter_map(|before| before.rsplit(['{', ',']).next());
        let long = |name: &&str| name.starts_with("__wb");
        assert_eq!(functions.into_iter().find(long), None, "{name}");
    }
}
