//! A page that a machine translates: translators put elements of their own around texts.

use super::map_read::map;
use super::{cells, digits, table, visit, wait_for_headline};
use crate::support::Name;

/// Wraps every text that may be translated, as translators do: the text of before is in the page no more.
const TRANSLATE: &str = "(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    let wrapped = 0;
    for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest('[translate=no], script, style')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data.toUpperCase();
        outer.append(inner);
        text.replaceWith(outer);
        wrapped += 1;
    }
    return wrapped;
})()";

#[test]
fn no_figure_freezes_where_texts_are_translated() {
    let visit = visit("en/water/");
    map(&visit);
    let wrapped = visit.evaluate(TRANSLATE);
    assert!(wrapped.as_u64() > Some(10), "{wrapped} texts were wrapped");
    visit
        .role("button", Name::starts_with("Piped water "))
        .click();
    wait_for_headline(&visit, "65,300 ");
    visit.role("button", Name::starts_with("Remove: Water source"));
    let legend = visit.evaluate("document.querySelector('.map-legend').innerText");
    assert!(!legend.as_str().unwrap_or_default().is_empty());
    visit.evaluate(TRANSLATE);
    visit.role("button", Name::starts_with("2020 ")).click();
    visit.wait_for_link("en/water/?period=2020&source=piped");
    visit.evaluate(
        "[...document.querySelectorAll('.tabs a')].find((tab) => /table/i.test(tab.textContent)).click()",
    );
    visit.wait_for_link("en/water/?period=2020&source=piped&tab=table");
    let rows = cells(&table(&visit, "by"));
    let sum: u64 = rows.iter().map(|row| digits(&row[3])).sum();
    assert_eq!(sum, super::total_of("en/water/?period=2020&source=piped"));
    visit.expect_no_complaint();
}

#[test]
fn a_name_without_a_text_in_the_language_of_the_page_says_which_it_is_in() {
    let visit = visit("id/water/n1/?tab=table");
    table(&visit, "menurut");
    let lang = |name: &str| {
        visit.evaluate(&format!(
            "[...document.querySelectorAll('table.places tbody button')].find((it) => it.textContent === '{name}')?.lang"
        ))
    };
    assert_eq!(lang("Port Amara"), "en");
    assert_eq!(lang("Perbukitan Amara"), "");
    let place = "document.querySelector('.headline .sentence [lang=en]')?.textContent";
    assert_eq!(visit.evaluate(place), "Port Amara");
    visit.follow("en/water/n1/?tab=table");
    let foreign = "document.querySelectorAll('.headline [lang], table.places [lang], .bars [lang]').length === 0";
    visit.wait_for(foreign);
    visit.expect_no_complaint();
}

#[test]
fn what_is_compared_and_where_the_view_stands_do_not_freeze_and_about_may_be_translated() {
    let visit = visit("en/water/n1/?geo=s2");
    visit.role("heading", Name::starts_with("Compared with"));
    visit.evaluate(TRANSLATE);
    visit
        .role("button", Name::starts_with("Piped water "))
        .click();
    visit.wait_for_link("en/water/n1/?source=piped&geo=s2");
    let headline = super::headline(&visit);
    let figure = headline.split(' ').next().unwrap_or_default().to_owned();
    visit.wait_for_text(&figure);
    let compared = "document.querySelector('.compare').textContent";
    visit.wait_for(&format!("{compared}.includes('{figure}')"));
    visit.follow("en/water/n2/");
    visit.wait_for("document.querySelector('.steps [aria-current]').textContent.length > 0");
    let here = visit.evaluate("document.querySelector('.steps [aria-current]').textContent");
    assert!(super::headline(&visit).contains(here.as_str().unwrap_or("?")));
    visit.follow("en/water/?tab=about");
    visit.wait_for("document.querySelector('.about')?.closest('[translate]')?.translate === true");
    visit.expect_no_complaint();
}
