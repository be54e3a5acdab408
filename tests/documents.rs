//! What every document of the shipped site says without its program: well-formed, linked, and true.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on stops and says why"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jangkau::cube::{CatIx, Cube, linked};
use jangkau::publish::compress::{Quality, in_brotli};
use jangkau::publish::pages::{Pages, pages_of};
use jangkau::publish::shell::Document;
use jangkau::publish::site_files::SiteFiles;
use jangkau::view_state::{LinkParts, ResolvedView, Site, axis_key, resolve, state_from_link};
use markup5ever_rcdom::{Handle, NodeData};

#[path = "support/markup.rs"]
mod markup;

use markup::{parsed, text};

fn elements(node: &Handle, name: &str) -> Vec<Handle> {
    let mut found = Vec::new();
    if let NodeData::Element { name: own, .. } = &node.data
        && &*own.local == name
    {
        found.push(node.clone());
    }
    for child in node.children.borrow().iter() {
        found.extend(elements(child, name));
    }
    found
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attributes = attrs.borrow();
    let found = attributes.iter().find(|it| &*it.name.local == name);
    found.map(|it| it.value.to_string())
}

fn ids(node: &Handle) -> Vec<String> {
    let mut found: Vec<String> = attribute(node, "id").into_iter().collect();
    found.extend(node.children.borrow().iter().flat_map(ids));
    found
}

/// The digits of a figure as a number.
fn number(text: &str) -> f64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// Where a link of a document leads, from the base.
fn target(page: &Document, href: &str) -> String {
    let mut path: Vec<&str> = page.path.trim_end_matches('/').split('/').collect();
    for part in href.split('/') {
        match part {
            ".." => {
                path.pop();
            }
            "." => {}
            part => path.push(part),
        }
    }
    path.join("/")
}

/// The map of a document is named and says what it shows in words, and all of it is light.
fn check_map(page: &Document, dom: &Handle) {
    let is_picture = |it: &Handle| attribute(it, "role").as_deref() == Some("img");
    let named = |it: &Handle| {
        let name = attribute(it, "aria-label").unwrap_or_default();
        name.starts_with("Peta: ") || name.starts_with("Map: ")
    };
    let maps: Vec<Handle> = elements(dom, "div")
        .into_iter()
        .filter(is_picture)
        .collect();
    assert!(
        maps.len() == 1 && named(&maps[0]),
        "{}: {}",
        page.path,
        maps.len()
    );
    let shapes = elements(&maps[0], "path");
    let drawn = shapes.iter().filter_map(|it| attribute(it, "d"));
    assert!(drawn.clone().count() >= 2, "{}: nothing drawn", page.path);
    let place = drawn
        .clone()
        .any(|d| d.starts_with('M') && d.ends_with('z'));
    assert!(place, "{}: no shape", page.path);
    let described = attribute(&maps[0], "aria-describedby").unwrap();
    let says = elements(dom, "p")
        .into_iter()
        .find(|it| attribute(it, "id") == Some(described.clone()));
    assert!(
        text(&says.unwrap()).len() > 40,
        "{}: no description",
        page.path
    );
    // With what every document has besides, at most 14 kB.
    let markup = page.shown.concat();
    let packed = in_brotli(markup.as_bytes(), Quality::QUICK).unwrap().len();
    assert!(packed <= 11_000, "{}: {packed} bytes", page.path);
}

/// The bars of a document are the figures of its place; how many there are.
fn check_bars(cube: &Cube, view: &ResolvedView, page: &Document, dom: &Handle) -> usize {
    let answer = linked(cube, &view.selection);
    let mut checked = 0;
    for table in elements(dom, "table") {
        let Some(key) = attribute(&table, "data-key") else {
            continue;
        };
        let axis = cube
            .axes()
            .find(|axis| axis_key(cube, *axis) == key)
            .unwrap();
        let members: Vec<String> = (cube.members(axis).iter())
            .map(|(_, category)| category.code().to_string())
            .collect();
        for row in elements(&table, "tr") {
            let code = attribute(&row, "data-code").unwrap();
            let at = CatIx(members.iter().position(|known| *known == code).unwrap());
            let told = text(&elements(&row, "td")[0]);
            let figure = answer.marginal(axis).figure(at).number().unwrap();
            assert!(
                (number(&told) - figure).abs() < 0.5,
                "{}: {key} {code}: {told} is not {figure}",
                page.path
            );
            checked += 1;
        }
    }
    checked
}

#[test]
fn every_document_is_well_formed_leads_to_others_and_says_the_figures_of_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    let site = SiteFiles::read(&folder).unwrap();
    let cache = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("documents");
    let Pages { pages, .. } = pages_of(&site, &cache).unwrap();
    let paths: BTreeSet<&str> = pages
        .iter()
        .map(|page| page.path.trim_end_matches('/'))
        .collect();
    let entry = site
        .newest()
        .into_iter()
        .find(|entry| entry.id.as_str() == "prakerja")
        .unwrap();
    let cube = site.cube(entry).unwrap();
    let langs = ["id", "en"];
    let (mut documents, mut bars, mut links) = (0, 0, 0);
    // Facts editions are read in the browser's tests: their addresses are filled in with the base.
    let lists: Vec<String> = (site.newest().into_iter())
        .filter(|entry| entry.is_fact_list)
        .map(|entry| format!("/{}/", entry.id))
        .collect();
    let of_cubes = pages.iter().filter(|page| !page.shown[0].is_empty());
    for page in of_cubes.filter(|page| !lists.iter().any(|list| page.path.contains(list))) {
        let dom = parsed(&page.shown.concat()).document.clone();
        for link in elements(&dom, "a") {
            let href = attribute(&link, "href").unwrap();
            // Within the document.
            if let Some(id) = href.strip_prefix('#') {
                assert!(ids(&dom).contains(&id.to_owned()), "{}: {href}", page.path);
                continue;
            }
            if page.path != "404.html" {
                let leads_to = target(page, href.trim_end_matches('/'));
                assert!(paths.contains(&*leads_to), "{}: {href}", page.path);
                links += 1;
            }
        }
        let is_of_cube = page.path.split('/').nth(1) == Some("prakerja");
        // A link in a language that the dataset lacks shows the page of another.
        let is_elsewhere = !page.path.starts_with(&*page.lang);
        if !is_of_cube || is_elsewhere {
            continue;
        }
        let link = LinkParts::new(&format!("/{}", page.path));
        let (state, notices) = state_from_link(&link, Site { langs: &langs }, "prakerja", &cube);
        assert!(notices.is_empty(), "{}: {notices:?}", page.path);
        let view = resolve(&state, &cube);
        check_map(page, &dom);
        let of_page = check_bars(&cube, &view, page, &dom);
        assert!(of_page >= 2, "{}: {of_page} bars", page.path);
        // All of it is in the sentence; what was shared out is rounded there.
        let said = text(&elements(&dom, "h1")[0]);
        let total = linked(&cube, &view.selection).total().number().unwrap();
        let digits: String = said
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit())
            .take_while(|letter| letter.is_ascii_digit() || ".,".contains(*letter))
            .collect();
        let off = (number(&digits) - total).abs() / total;
        assert!(off < 0.05, "{}: {said} is not {total}", page.path);
        assert!(
            said.ends_with("filters)") || said.ends_with("filter)"),
            "{said}"
        );
        bars += of_page;
        documents += 1;
    }
    // 514 regions, 34 provinces of 2020 and 38 of 2022, islands, kinds of regions, and all, in two languages.
    assert!(documents > 2 * 514, "{documents}");
    assert!(
        bars >= 20 * documents && links > 10 * documents,
        "{bars} {links}"
    );
}
