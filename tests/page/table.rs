//! The table of places.

use super::{Visit, cells, digits, headline, queried, table, total_of, visit};
use crate::support::Name;

/// Clicks the head of a column and waits for the order that it tells.
#[track_caller]
fn sort(visit: &Visit, head: &str, direction: &str) -> Vec<Vec<String>> {
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
fn name(row: &[String]) -> &str {
    row[1].split('●').next().unwrap_or_default().trim()
}

fn codes(rows: &[Vec<String>]) -> Vec<String> {
    rows.iter().map(|row| row[0].clone()).collect()
}

#[test]
fn the_table_lists_every_region_with_the_figures_of_the_command() {
    for link in [
        "id/prakerja/?tab=table",
        "id/prakerja/?tab=table&sex=F&age=18-25~26-35&year=2021..2022",
        "id/prakerja/?tab=table&tertinggal=yes",
    ] {
        let visit = visit(link);
        let rows = cells(&table(&visit, "menurut Kab"));
        let told = queried(link, Some("region"));
        let told = told["rows"].as_array().unwrap();
        assert_eq!(rows.len(), told.len(), "{link}");
        for row in &rows {
            let same = told
                .iter()
                .find(|it| it["code"] == row[0].as_str())
                .unwrap();
            assert_eq!(
                same["value"].as_u64(),
                Some(digits(&row[3])),
                "{link}: {row:?}"
            );
            assert_eq!(same["label"].as_str(), Some(name(row)));
        }
        let total = total_of(link);
        assert_eq!(rows.iter().map(|row| digits(&row[3])).sum::<u64>(), total);
        assert_eq!(digits(headline(&visit).split(' ').next().unwrap()), total);
    }
    assert_eq!(cells(&table(&visit("id/prakerja/"), "menurut")).len(), 514);
}

#[test]
fn it_is_a_table_with_a_caption_and_heads_of_columns_and_rows() {
    let visit = visit("en/prakerja/?tab=table");
    let table = visit.role("table", "Participants by Regencies and cities, 2020-2023");
    let shape = table.script(
        "return [this.caption.innerText, this.tHead.querySelectorAll('th[scope=col]').length,
           this.tBodies[0].querySelectorAll('tr > th[scope=row]').length, this.tBodies[0].rows.length].join('|')",
    );
    let shape = shape.as_str().unwrap();
    assert!(shape.ends_with("|6|514|514"), "{shape}");
    visit.wait_for_text("514 rows");
    // Without a screen reader Chromium tells of the cells of rows in sight alone.
    visit.evaluate("document.querySelector('.scroller').scrollIntoView()");
    visit.role("rowheader", Name::starts_with("Kota Bandung"));
    visit.role("button", Name::starts_with("Women ")).click();
    visit.role(
        "table",
        "Participants who are women by Regencies and cities, 2020-2023",
    );
}

#[test]
fn every_column_sorts_both_ways() {
    let visit = visit("id/prakerja/?tab=table&sex=F");
    let start = cells(&table(&visit, "menurut"));
    let number = |text: &str| -> f64 {
        let text = text.split(['%', ' ']).next().unwrap();
        text.replace('.', "").replace(',', ".").parse().unwrap()
    };
    assert_eq!(codes(&start), codes_by(&start, |row| digits(&row[3]), true));

    let rows = sort(&visit, "Peserta", "ascending");
    assert_eq!(codes(&rows), codes_by(&start, |row| digits(&row[3]), false));
    visit.wait_for_link("id/prakerja/?sex=F&tab=table&sort=value");

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
    assert_eq!(&*rows[0][0], "1101");
    let rows = sort(&visit, "Kode", "descending");
    assert_eq!(codes(&rows), codes_by(&start, |row| row[0].clone(), true));

    let rows = sort(&visit, "Provinsi", "ascending");
    assert_eq!(
        codes(&rows),
        codes_by(&start, |row| row[2].to_lowercase(), false)
    );
    let rows = sort(&visit, "Provinsi", "descending");
    assert_eq!(rows[0][2], "Sumatera Utara");

    // Shares and rates are rounded where they are written, so they may not fall, but may be equal.
    for (head, at, link) in [("Bagian", 4, "share"), ("Per 1.000", 5, "rate")] {
        let falls = |rows: &[Vec<String>]| {
            rows.windows(2)
                .all(|two| number(&two[0][at]) >= number(&two[1][at]))
        };
        let rows = sort(&visit, head, "descending");
        assert!(falls(&rows), "{head}");
        visit.wait_for_link(&format!("id/prakerja/?sex=F&tab=table&sort=-{link}"));
        let mut rows = sort(&visit, head, "ascending");
        rows.reverse();
        assert!(falls(&rows), "{head}");
    }
    visit.expect_no_complaint();
}

#[test]
fn another_level_lists_its_groups() {
    let visit = visit("id/prakerja/?tab=table");
    let choose = |label: &str, id: &str, count: usize| {
        // A system's own list is not in the page: the choice is made as the keyboard makes it.
        let levels = visit.role("combobox", "Tampilkan per");
        levels.focus();
        visit.press(&label[..1]);
        levels.script(&format!(
            "if (this.value !== '{id}') {{ this.value = '{id}'; this.dispatchEvent(new Event('change', {{ bubbles: true }})); }}"
        ));
        visit.wait_for_text(&format!("{count} baris"));
        visit.wait_for_link(&format!("id/prakerja/?level={id}&tab=table"));
        let rows = cells(&visit.role("table", Name::contains(label)));
        assert_eq!(rows.len(), count);
        let told = queried("id/prakerja/", Some(id));
        for row in &rows {
            let same = told["rows"].as_array().unwrap();
            let same = same
                .iter()
                .find(|it| it["code"] == row[0].as_str())
                .unwrap();
            assert_eq!(same["value"].as_u64(), Some(digits(&row[2])), "{row:?}");
        }
    };
    choose("Provinsi (34", "province-2020", 34);
    choose("Provinsi (38", "province-2023", 38);
    choose("Kepulauan", "island", 6);
    choose("Kabupaten atau kota", "kind", 2);
    choose("Kabupaten tertinggal", "tertinggal", 2);
    visit.expect_no_complaint();
}

#[test]
fn first_and_last_rows_are_the_largest_and_smallest_of_the_command() {
    let link = "en/prakerja/?tab=table&year=2020&education=s1";
    let told = queried(link, Some("region"));
    let values = told["rows"].as_array().unwrap().iter();
    let mut values: Vec<u64> = values.map(|row| row["value"].as_u64().unwrap()).collect();
    values.sort_unstable();
    let rows = cells(&table(&visit(link), "by"));
    let shown = [&rows[0], rows.last().unwrap()].map(|row| digits(&row[3]));
    assert_eq!(shown, [values[values.len() - 1], values[0]]);
}

#[test]
fn a_search_leaves_the_rows_that_hold_every_word() {
    let visit = visit("id/prakerja/?tab=table");
    let field = visit.role("searchbox", "Cari di tabel");
    field.focus();
    visit.type_text("Bandung kota");
    visit.wait_for_link("id/prakerja/?tab=table&q=Bandung%20kota");
    let names = |visit: &Visit| -> Vec<String> {
        let rows = cells(&table(visit, "menurut"));
        rows.into_iter().map(|row| row[1].clone()).collect()
    };
    visit.wait_until("one row", || (names(&visit).len() == 1).then_some(()));
    assert!(
        names(&visit)[0].starts_with("Kota Bandung"),
        "{:?}",
        names(&visit)
    );
    visit.wait_for_text("1 baris");
    visit.reload();
    super::has_started(&visit);
    assert_eq!(
        visit.role("searchbox", "Cari di tabel").value(),
        "Bandung kota"
    );
    assert_eq!(names(&visit).len(), 1);
    // What was typed in one go is one step back.
    visit.back();
    visit.wait_for_link("id/prakerja/?tab=table");
    visit.wait_until("every row", || (names(&visit).len() == 514).then_some(()));
    assert_eq!(visit.role("searchbox", "Cari di tabel").value(), "");
    // By code and by group; no row at all is said.
    visit.follow("en/prakerja/?tab=table&q=3273");
    assert!(names_en(&visit) == 1);
    visit.follow("en/prakerja/?tab=table&q=jawa%20barat%20kota");
    let expected = queried("en/prakerja/province-2020/32/?kind=kota", Some("region"));
    assert_eq!(names_en(&visit), expected["rows"].as_array().unwrap().len());
    visit.follow("en/prakerja/?tab=table&q=atlantis");
    visit.wait_for_text("0 rows");
    assert_eq!(names_en(&visit), 0);
    visit.expect_no_complaint();
}

fn names_en(visit: &Visit) -> usize {
    cells(&table(visit, " by ")).len()
}

#[test]
fn a_dimension_is_laid_across_the_columns() {
    let visit = visit("en/prakerja/?tab=table&level=province-2020");
    super::map_read::choose(&visit, "Columns by", "sex");
    visit.wait_for_link("en/prakerja/?level=province-2020&tab=table&cols=sex");
    let heads = ["Code", "Name", "Participants", "Women", "Men"];
    visit.role("columnheader", Name::starts_with("Women"));
    let table = table(&visit, "Columns by: Sex (Count)");
    let told = table.script(
        "return [...this.tHead.rows[0].cells].map((it) => it.innerText.trim().split('\\n')[0])",
    );
    assert_eq!(told, serde_json::json!(heads));
    let rows = cells(&table);
    assert_eq!(rows.len(), 34);
    let by = |link: &str| {
        queried(link, Some("province-2020"))["rows"]
            .as_array()
            .unwrap()
            .clone()
    };
    let [all, women, men] = ["", "?sex=F", "?sex=M"].map(|it| by(&format!("en/prakerja/{it}")));
    for row in &rows {
        let figures = [&all, &women, &men].map(|rows| {
            let same = rows.iter().find(|it| it["code"] == row[0].as_str());
            same.and_then(|it| it["value"].as_u64()).unwrap()
        });
        let shown = [2, 3, 4].map(|at| digits(&row[at]));
        assert_eq!(shown, figures, "{row:?}");
        assert!(shown[1] + shown[2] == shown[0], "{row:?}");
    }
    // Each column sorts, and its order is in the link.
    visit.role("button", Name::starts_with("Men")).click();
    visit.wait_for_link("en/prakerja/?level=province-2020&tab=table&cols=sex&sort=-M");
    visit.wait_until("by men", || {
        let men = cells(&super::table(&visit, "Sex")).into_iter();
        let men: Vec<u64> = men.map(|row| digits(&row[4])).collect();
        men.is_sorted_by(|one, next| one >= next).then_some(())
    });
    // Another quantity fills the same columns.
    visit.role("radio", "Share").click();
    visit.wait_for_link("en/prakerja/?level=province-2020&as=share&tab=table&cols=sex&sort=-M");
    super::table(&visit, "Sex (Share)");
    visit.reload();
    super::has_started(&visit);
    super::table(&visit, "Sex (Share)");
    visit.expect_no_complaint();
}

#[test]
fn a_change_between_two_years_is_a_column_that_sorts() {
    let visit = visit("id/prakerja/?tab=table&level=province-2020&from=2020&year=2022");
    visit.role("columnheader", Name::starts_with("2020 → 2022"));
    let rows = sort(&visit, "2020 → 2022", "descending");
    visit.wait_for_link(
        "id/prakerja/?year=2022&level=province-2020&from=2020&tab=table&sort=-change",
    );
    let by = |year: &str| {
        let told = queried(&format!("id/prakerja/?year={year}"), Some("province-2020"));
        told["rows"].as_array().unwrap().clone()
    };
    let [before, after] = ["2020", "2022"].map(by);
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    let change = |code: &str| {
        let [before, after] = [&before, &after].map(|rows| {
            let same = rows.iter().find(|it| it["code"] == code);
            same.and_then(|it| it["value"].as_u64()).unwrap() as f64
        });
        (after - before) / before * 100.0
    };
    let changes: Vec<f64> = rows.iter().map(|row| change(&row[0])).collect();
    assert!(changes.is_sorted_by(|one, next| one >= next), "{changes:?}");
    for (row, change) in rows.iter().zip(changes) {
        let told = row
            .last()
            .unwrap()
            .trim_end_matches('%')
            .replace(',', ".")
            .replace('−', "-");
        let told: f64 = told.trim_start_matches('+').parse().unwrap();
        assert!((told - change).abs() <= 0.5, "{row:?}: {change}");
    }
    visit.expect_no_complaint();
}
