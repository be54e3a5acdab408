//! The five readers at their jobs: the clicks and screens that each takes.

use super::takeaway::{at, saved};
use super::{Visit, headline, says, total_of, visit};
use crate::support::Name;

/// A reader at a page, and what the job has cost so far.
struct Job {
    visit: Visit,
    clicks: usize,
    /// Screens that were turned to reach something.
    screens: usize,
}

impl Job {
    fn new(visit: Visit, (width_px, height_px): (u32, u32)) -> Self {
        visit.set_window(width_px, height_px);
        visit.wait_for(&format!("innerWidth === {width_px}"));
        Self {
            visit,
            clicks: 0,
            screens: 1,
        }
    }

    /// Clicks; what lies out of the window costs a screen.
    #[track_caller]
    fn click(&mut self, role: &str, name: Name) {
        let element = self.visit.role(role, name);
        let inside = element.script(
            "const box = this.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight",
        );
        element.click();
        self.screens += usize::from(inside != true);
        self.clicks += 1;
    }

    /// Types a place into the search and takes the first that is found.
    #[track_caller]
    fn find(&mut self, query: &str, found: &str) {
        let field = self.visit.role("combobox", "Cari tempat");
        field.fill(query);
        self.clicks += 1;
        self.click("option", Name::starts_with(found));
    }

    /// Says what the job took and that it took no more than that.
    #[track_caller]
    fn takes(self, what: &str, (clicks, screens): (usize, usize)) {
        eprintln!("{what}: {} clicks, {} screens", self.clicks, self.screens);
        assert!(
            self.clicks <= clicks && self.screens <= screens,
            "{what}: {} clicks of {clicks}, {} screens of {screens}",
            self.clicks,
            self.screens
        );
        self.visit.expect_no_complaint();
    }
}

#[test]
fn a_visitor_asks_here_women_here_and_next_door_on_a_phone() {
    let mut job = Job::new(visit("id/prakerja/"), (360, 640));
    job.find("jember", "Kabupaten Jember");
    job.visit.wait_until("Jember", || {
        headline(&job.visit).contains("Jember").then_some(())
    });
    job.click("button", Name::starts_with("Filter ("));
    job.click("button", Name::starts_with("Perempuan "));
    let women = total_of("id/prakerja/3509/?sex=F");
    job.visit
        .wait_until("women", || says(&headline(&job.visit), women).then_some(()));
    job.click("button", Name::starts_with("Tutup filter"));
    job.click("DisclosureTriangle", Name::starts_with("Tetangga"));
    job.click("button", Name::contains("Banyuwangi"));
    job.visit.wait_until("next door", || {
        headline(&job.visit).contains("Banyuwangi").then_some(())
    });
    job.takes("a visitor on a phone", (7, 1));
}

#[test]
fn a_journalist_has_a_figure_a_source_a_picture_and_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let mut job = Job::new(at("en/prakerja/?sex=F", folder.path()), (1280, 720));
    // The dialog is open: the citation stands in it, and the picture is one click.
    job.clicks += 1;
    job.visit.wait_for_text("Kartu Prakerja");
    let picture = saved(
        &job.visit,
        folder.path(),
        "Picture (PNG)",
        "en-prakerja-sex-F.png",
    );
    job.clicks += 1;
    assert!(picture.starts_with(b"\x89PNG"));
    job.visit.press("Escape");
    job.visit
        .evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }");
    job.click("button", Name::starts_with("Share"));
    job.click("button", Name::starts_with("Copy link"));
    job.visit.wait_for("window.copied?.includes('sex=F')");
    job.takes("a journalist", (4, 2));
}

#[test]
fn a_researcher_crosses_two_dimensions_and_takes_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut job = Job::new(at("en/prakerja/", folder.path()), (1280, 720));
    job.visit.press("Escape");
    job.click("link", Name::starts_with("Table"));
    super::map_read::choose(&job.visit, "Rows by", "education");
    super::map_read::choose(&job.visit, "Columns by", "sex");
    job.clicks += 2;
    job.visit
        .wait_for_link("en/prakerja/?tab=table&rows=education&cols=sex");
    let book = saved(
        &job.visit,
        folder.path(),
        "Table (XLSX)",
        "en-prakerja-tab-table-rows-education-cols-sex.xlsx",
    );
    job.clicks += 1;
    assert!(book.starts_with(b"PK"));
    job.takes("a researcher", (4, 2));
}

#[test]
fn a_web_editor_has_the_code_of_an_embed() {
    let mut job = Job::new(visit("en/prakerja/3273/?sex=F"), (1366, 625));
    job.visit
        .evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }");
    job.click("button", Name::starts_with("Share"));
    job.click("button", Name::starts_with("Embed"));
    job.click("button", Name::starts_with("Copy code"));
    job.visit
        .wait_for("window.copied?.includes('<jangkau-view')");
    job.takes("a web editor", (3, 2));
}

#[test]
fn a_data_officer_sees_what_a_figure_rests_on() {
    let mut job = Job::new(visit("en/prakerja/3273/?sex=F"), (1280, 720));
    job.click("button", Name::starts_with("Why?"));
    job.visit
        .wait_for("document.querySelector('.derivation .shown') !== null");
    let lines = job
        .visit
        .evaluate("document.querySelector('.derivation').innerText");
    let lines = lines.as_str().unwrap_or_default().to_owned();
    assert!(lines.contains("Kota Bandung"), "{lines}");
    job.click("link", Name::starts_with("About the data"));
    job.visit.role("heading", Name::starts_with("Licences"));
    job.takes("a data officer", (2, 1));
}

#[test]
fn by_keyboard_the_first_filter_is_near_the_search() {
    let visit = visit("en/prakerja/");
    visit.role("combobox", "Find a place").focus();
    let mut stops = 0;
    loop {
        visit.press("Tab");
        stops += 1;
        let in_filters = visit.evaluate("document.activeElement.closest('.bars') !== null");
        if in_filters == true {
            break;
        }
        assert!(stops < 15, "no filter within {stops} stops");
    }
    eprintln!("by keyboard: {stops} stops from the search to the first filter");
}
