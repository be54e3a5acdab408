//! The table of places.

use super::{Visit, cells, digits, headline, table, visit};
use crate::support::Name;

/// Clicks the head of a column and waits for the order that it tells.
#[track_caller]
pub(super) fn sort(visit: &Visit, head: &str, direction: &str) -> Vec<Vec<String>> {
    visit.role("button", Name::starts_with(head)).click();
    visit.wait_until(&format!("{head} {direction}"), || {
        let heads = visit.all("columnheader", Name::starts_with(head));
        (heads.first()?.attribute("aria-sort")? == direction).then_some(())
    });
    let others = visit.all("columnheader", Name::Any);
    let sorted = others
        .iter()
        .filter(|it| it.attribute("aria-sort").as_deref() != Some("none"));
    assert_eq!(sorted.count(), 1, "columns that say they are sorted");
    cells(&table(visit, "menurut"))
}

/// Codes in the order of a key, equal ones by their code.
fn codes_by<K: PartialOrd>(
    rows: &[Vec<String>],
    key: impl Fn(&[String]) -> K,
    down: bool,
) -> Vec<String> {
    let mut rows: Vec<&Vec<String>> = rows.iter().collect();
    rows.sort_by(|a, b| {
        let order = key(a).partial_cmp(&key(b)).expect("an order");
        let order = if down { order.reverse() } else { order };
        order.then_with(|| a[0].cmp(&b[0]))
    });
    rows.into_iter().map(|row| row[0].clone()).collect()
}

/// The name of a row, without the mark of a published figure.
pub(super) fn name(row: &[String]) -> &str {
    row[1].split('●').next().unwrap_or_default().trim()
}

fn codes(rows: &[Vec<String>]) -> Vec<String> {
    rows.iter().map(|row| row[0].clone()).collect()
}

/// The communes in the order of the dataset, and what each is multiplied by.
pub(super) const COMMUNES: [(&str, u64); 12] = [
    ("n1", 12),
    ("n2", 9),
    ("n3", 5),
    ("n4", 3),
    ("n5", 1),
    ("c1", 25),
    ("c2", 10),
    ("c3", 8),
    ("c4", 2),
    ("s1", 14),
    ("s2", 7),
    ("s3", 4),
];
const TOWNS: [&str; 3] = ["n1", "c1", "s1"];

/// Figures of the communes in the order of their codes: `town` or `rural` times the number of each.
fn figures(town: u64, rural: u64) -> Vec<(String, u64)> {
    let times = |code| if TOWNS.contains(code) { town } else { rural };
    let figures = COMMUNES.iter();
    let mut figures: Vec<(String, u64)> = figures
        .map(|(code, number)| ((*code).to_owned(), number * times(code)))
        .collect();
    figures.sort();
    figures
}

#[test]
fn the_table_lists_every_commune_with_its_figure() {
    // Piped in 2020 and 2021: 8 or 5 of ten, of two years of ten and three.
    for (link, expected, total) in [
        ("id/water/?tab=table", figures(1000, 1000), 100_000),
        (
            "id/water/?tab=table&source=piped&period=2020..2021",
            figures(400, 250),
            32_650,
        ),
        (
            "id/water/kind/town/?tab=table&source=well",
            figures(200, 0).into_iter().filter(|it| it.1 > 0).collect(),
            10_200,
        ),
    ] {
        let visit = visit(link);
        let rows = cells(&table(&visit, "menurut Komune"));
        let mut shown: Vec<(String, u64)> = rows
            .iter()
            .map(|row| (row[0].clone(), digits(&row[3])))
            .collect();
        shown.sort();
        assert_eq!(shown, expected, "{link}");
        assert_eq!(shown.iter().map(|it| it.1).sum::<u64>(), total);
        assert_eq!(digits(headline(&visit).split(' ').next().unwrap()), total);
    }
}

#[test]
fn it_is_a_table_with_a_caption_and_heads_of_columns_and_rows() {
    let visit = visit("en/water/?tab=table");
    let table = visit.role("table", "Households by Communes, 2019–2022");
    let shape = table.script(
        "return [this.caption.innerText, this.tHead.querySelectorAll('th[scope=col]').length,
           this.tBodies[0].querySelectorAll('tr > th[scope=row]').length, this.tBodies[0].rows.length].join('|')",
    );
    let shape = shape.as_str().unwrap();
    assert!(shape.ends_with("|5|12|12"), "{shape}");
    visit.wait_for_text("12 rows");
    // Every commune, in sight or not, and the total.
    assert_eq!(visit.all("rowheader", Name::Any).len(), 13);
    visit.role("rowheader", "Total");
    visit
        .role("button", Name::starts_with("Piped water "))
        .click();
    visit.role(
        "table",
        "Households with piped water by Communes, 2019–2022",
    );
}

#[test]
fn every_column_sorts_both_ways() {
    let visit = visit("id/water/?tab=table&source=piped");
    let start = cells(&table(&visit, "menurut"));
    let number = |text: &str| -> f64 {
        let text = text.split(['%', ' ']).next().unwrap();
        text.replace('.', "").replace(',', ".").parse().unwrap()
    };
    assert_eq!(codes(&start), codes_by(&start, |row| digits(&row[3]), true));

    let rows = sort(&visit, "Rumah tangga", "ascending");
    assert_eq!(codes(&rows), codes_by(&start, |row| digits(&row[3]), false));
    visit.wait_for_link("id/water/?source=piped&tab=table&sort=value");

    let rows = sort(&visit, "Nama", "ascending");
    assert_eq!(
        codes(&rows),
        codes_by(&start, |row| name(row).to_lowercase(), false)
    );
    let rows = sort(&visit, "Nama", "descending");
    assert_eq!(
        codes(&rows),
        codes_by(&start, |row| name(row).to_lowercase(), true)
    );

    let rows = sort(&visit, "Kode", "ascending");
    assert_eq!(codes(&rows), codes_by(&start, |row| row[0].clone(), false));
    assert_eq!(&*rows[0][0], "c1");
    let rows = sort(&visit, "Kode", "descending");
    assert_eq!(codes(&rows), codes_by(&start, |row| row[0].clone(), true));

    let rows = sort(&visit, "Distrik", "ascending");
    assert_eq!(
        codes(&rows),
        codes_by(&start, |row| row[2].to_lowercase(), false)
    );
    let rows = sort(&visit, "Distrik", "descending");
    assert_eq!(rows[0][2], "Utara");

    // Shares and rates are rounded where they are written, so they may not fall, but may be equal.
    for (head, at, link) in [("Bagian", 4, "share"), ("Per 1.000", 5, "rate")] {
        let falls = |rows: &[Vec<String>]| {
            rows.windows(2)
                .all(|two| number(&two[0][at]) >= number(&two[1][at]))
        };
        let rows = sort(&visit, head, "descending");
        assert!(falls(&rows), "{head}");
        visit.wait_for_link(&format!("id/water/?source=piped&tab=table&sort=-{link}"));
        let mut rows = sort(&visit, head, "ascending");
        rows.reverse();
        assert!(falls(&rows), "{head}");
    }
    visit.expect_no_complaint();
}

#[test]
fn another_level_lists_its_groups() {
    let visit = visit("id/water/?tab=table");
    let choose = |label: &str, id: &str, expected: &[(&str, u64)]| {
        let count = expected.len();
        // A system's own list is not in the page: the choice is made as the keyboard makes it.
        let levels = visit.role("combobox", "Baris menurut");
        levels.focus();
        visit.press(&label[..1]);
        levels.script(&format!(
            "if (this.value !== '{id}') {{ this.value = '{id}'; this.dispatchEvent(new Event('change', {{ bubbles: true }})); }}"
        ));
        visit.wait_for_text(&format!("{count} baris"));
        visit.wait_for_link(&format!("id/water/?level={id}&tab=table"));
        let rows = cells(&visit.role("table", Name::contains(label)));
        assert_eq!(rows.len(), count);
        let shown: Vec<(&str, u64)> = rows.iter().map(|row| (&*row[0], digits(&row[2]))).collect();
        assert_eq!(shown, expected);
    };
    let (centre, north) = (("centre", 45_000), ("north", 30_000));
    let districts = [centre, north, ("south", 25_000)];
    choose("Distrik (3", "district", &districts);
    // Éloa and Ostra have become the isles.
    let districts = [
        centre,
        ("north", 29_000),
        ("south", 21_000),
        ("isles", 5_000),
    ];
    choose("Distrik (4", "district-2021", &districts);
    let kinds = [("town", 51_000), ("rural", 49_000)];
    choose("Kota atau pedesaan", "kind", &kinds);
    visit.expect_no_complaint();
}

#[test]
fn first_and_last_rows_are_the_largest_and_smallest() {
    let link = "en/water/?tab=table&period=2020&source=piped";
    let rows = cells(&table(&visit(link), "by"));
    let shown = [&rows[0], rows.last().unwrap()].map(|row| (name(row), digits(&row[3])));
    // 25 x 8 x 2 x 10 and 1 x 5 x 2 x 10.
    assert_eq!(shown, [("Port Lenna", 4_000), ("Éloa", 100)]);
}

#[test]
fn a_search_leaves_the_rows_that_hold_every_word() {
    let visit = visit("id/water/?tab=table");
    let field = visit.role("searchbox", "Cari di tabel");
    field.focus();
    visit.type_text("Lenna port");
    visit.wait_for_link("id/water/?tab=table&q=Lenna%20port");
    let names = |visit: &Visit| -> Vec<String> {
        let rows = cells(&table(visit, "menurut"));
        rows.into_iter().map(|row| row[1].clone()).collect()
    };
    visit.wait_until("one row", || (names(&visit).len() == 1).then_some(()));
    assert!(
        names(&visit)[0].starts_with("Port Lenna"),
        "{:?}",
        names(&visit)
    );
    visit.wait_for_text("1 baris");
    visit.reload();
    super::has_started(&visit);
    assert_eq!(
        visit.role("searchbox", "Cari di tabel").value(),
        "Lenna port"
    );
    assert_eq!(names(&visit).len(), 1);
    // What was typed in one go is one step back.
    visit.back();
    visit.wait_for_link("id/water/?tab=table");
    visit.wait_until("every row", || (names(&visit).len() == 12).then_some(()));
    assert_eq!(visit.role("searchbox", "Cari di tabel").value(), "");
    // By code and by group; no row at all is said.
    visit.follow("en/water/?tab=table&q=c3");
    assert!(names_en(&visit) == 1);
    // Port Amara and Amara Hills, both of the north.
    visit.follow("en/water/?tab=table&q=north%20amara");
    assert_eq!(names_en(&visit), 2);
    visit.follow("en/water/?tab=table&q=atlantis");
    visit.wait_for_text("0 rows");
    assert_eq!(names_en(&visit), 0);
    visit.expect_no_complaint();
}

fn names_en(visit: &Visit) -> usize {
    cells(&table(visit, " by ")).len()
}

/// The cells of the total.
fn total(visit: &Visit) -> Vec<String> {
    let total = table(visit, "")
        .script("return [[...this.tFoot.rows[0].cells].map((cell) => cell.textContent)]");
    super::texts(&total).remove(0)
}

#[test]
fn a_letter_in_the_search_of_the_table_writes_into_the_table_alone() {
    let visit = visit("en/water/?tab=table");
    let field = visit.role("searchbox", "Search the table");
    table(&visit, "by");
    // The part of the page around each node that is written into.
    visit.evaluate(
        "window.written = new Set();
         new MutationObserver((records) => records.forEach(({ target, attributeName }) => {
           // Links to other views of this one hold the search, too.
           if (attributeName === 'href') return;
           const element = target.nodeType === 1 ? target : target.parentElement;
           const around = element && element.closest('.filters, .headline, .choice, .masthead, .bottom-bar, .tabs, .stage > .choices, .panel');
           if (around) window.written.add(around.className.split(' ')[0]);
         })).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })",
    );
    field.focus();
    visit.type_text("amara");
    visit.wait_for_link("en/water/?tab=table&q=amara");
    visit.wait_until("two rows", || (names_en(&visit) == 2).then_some(()));
    let written = visit.evaluate("[...window.written].sort().join()");
    assert_eq!(written, "panel");
    // What all read is written by all.
    visit.evaluate("window.written.clear()");
    visit
        .role("button", Name::starts_with("Piped water "))
        .click();
    visit.wait_for_link("en/water/?source=piped&tab=table&q=amara");
    visit.wait_until("headline, filters and table", || {
        let written = visit.evaluate("[...window.written].sort().join()");
        let written = written.as_str().unwrap_or_default().to_owned();
        ["headline", "filters", "panel", "choice"]
            .iter()
            .all(|part| written.contains(part))
            .then_some(())
    });
}

#[test]
fn any_two_dimensions_are_crossed_with_their_total() {
    let visit = visit("en/water/n1/?tab=table");
    super::map_read::choose(&visit, "Rows by", "source");
    visit.wait_for_link("en/water/n1/?tab=table&rows=source");
    super::map_read::choose(&visit, "Columns by", "tenure");
    visit.wait_for_link("en/water/n1/?tab=table&rows=source&cols=tenure");
    visit.role("columnheader", Name::starts_with("Tenants"));
    let caption = "Port Amara: Households by Water source, 2019–2022 · Columns by: Tenure (Count)";
    let rows = cells(&visit.role("table", caption));
    let figures = |row: &[String]| row[2..].iter().map(|text| digits(text)).collect::<Vec<_>>();
    let shown: Vec<(String, Vec<u64>)> = (rows.iter())
        .map(|row| (row[1].clone(), figures(row)))
        .collect();
    // 12 x (8, 2, 0) hundreds, of which 66 of a hundred are owners.
    let expected = [
        ("Piped water", [9_600, 6_336, 3_264]),
        ("Well", [2_400, 1_584, 816]),
        ("Rain water", [0, 0, 0]),
    ];
    let expected = expected.map(|(name, figures)| (name.to_owned(), figures.to_vec()));
    assert_eq!(shown, expected);
    assert_eq!(figures(&total(&visit)), [12_000, 7_920, 4_080]);
    // A row is a filter, and the total that of what is chosen, as the headline's.
    visit
        .all("rowheader", "Well")
        .first()
        .expect("the row of wells")
        .script("this.querySelector('button').click()");
    visit.wait_for_link("en/water/n1/?source=well&tab=table&rows=source&cols=tenure");
    visit.role("rowheader", "Total of those chosen");
    assert_eq!(figures(&total(&visit)), [2_400, 1_584, 816]);
    // Places are rows again, and the map's.
    super::map_read::choose(&visit, "Rows by", "district");
    visit.wait_for_link("en/water/n1/?source=well&level=district&tab=table&cols=tenure");
    visit.reload();
    super::has_started(&visit);
    assert_eq!(cells(&table(&visit, "Districts")).len(), 3);
    visit.expect_no_complaint();
}

#[test]
fn a_dimension_is_laid_across_the_columns() {
    let visit = visit("en/water/?tab=table&level=kind");
    super::map_read::choose(&visit, "Columns by", "source");
    visit.wait_for_link("en/water/?level=kind&tab=table&cols=source");
    let heads = [
        "Code",
        "Name",
        "Households",
        "Piped water",
        "Well",
        "Rain water",
    ];
    visit.role("columnheader", Name::starts_with("Rain water"));
    let table = table(&visit, "Columns by: Water source (Count)");
    let told = table.script(
        "return [...this.tHead.rows[0].cells].map((it) => it.innerText.trim().split('\\n')[0])",
    );
    assert_eq!(told, serde_json::json!(heads));
    let shown = |visit: &Visit| -> Vec<(String, Vec<u64>)> {
        let rows = cells(&super::table(visit, "Water source")).into_iter();
        let figures = |row: &[String]| row[2..].iter().map(|text| digits(text)).collect();
        rows.map(|row| (row[0].clone(), figures(&row))).collect()
    };
    // 51 x (8, 2, 0) and 49 x (5, 3, 2), a hundred households each.
    let town = ("town".to_owned(), vec![51_000, 40_800, 10_200, 0]);
    let rural = ("rural".to_owned(), vec![49_000, 24_500, 14_700, 9_800]);
    assert_eq!(shown(&visit), [town.clone(), rural.clone()]);
    // Each column sorts, and its order is in the link.
    // The bar of that name is a filter.
    let heads = visit.all("button", Name::starts_with("Well"));
    let head = heads.iter().find(|it| it.state("pressed").is_none());
    head.expect("the head of the column").click();
    visit.wait_for_link("en/water/?level=kind&tab=table&cols=source&sort=-well");
    visit.wait_until("by wells", || {
        (shown(&visit) == [rural.clone(), town.clone()]).then_some(())
    });
    // Another quantity fills the same columns.
    visit.role("radio", "Share").click();
    visit.wait_for_link("en/water/?level=kind&as=share&tab=table&cols=source&sort=-well");
    super::table(&visit, "Water source (Share)");
    visit.reload();
    super::has_started(&visit);
    super::table(&visit, "Water source (Share)");
    visit.expect_no_complaint();
}
