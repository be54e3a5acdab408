//! What the fragment of a link shows, hides and locks.

use super::partner::Guest;
use super::{headline, visit};
use crate::support::{Name, Page};

/// Waits until a page without filters is there.
fn opened(link: &str) -> super::Visit {
    let host = crate::support::Host::start();
    let page = Page::open(&host.url(link));
    page.wait_for("document.querySelector('[role=application] svg') !== null");
    super::Visit { page, host }
}

/// Which parts a page has: title, filters, legend, source, tabs.
fn parts(page: &Page) -> String {
    let script = "[['title', 'h1'], ['filters', '.filters'], ['legend', '.map-legend'], ['source', '.colophon'],
        ['download', '.colophon button'], ['tabs', '.tabs'], ['tools', '.menus'], ['map', '[role=application] svg']]
      .filter(([, selector]) => document.querySelector(selector) !== null).map(([name]) => name).join(' ')";
    page.evaluate(script)
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn the_fragment_says_which_parts_are_shown() {
    for (fragment, expected) in [
        ("#ui=full", "title filters legend source tabs tools map"),
        ("#ui=min", "title legend source map"),
        ("#ui=none", "map"),
        ("#ui=filters", "filters map"),
        ("#ui=title~source", "title source map"),
        ("#ui=download~source", "source download map"),
    ] {
        let visit = opened(&format!("en/water/n1/?source=piped{fragment}"));
        assert_eq!(parts(&visit), expected, "{fragment}");
    }
}

#[test]
fn in_a_frame_the_title_the_source_and_the_way_to_the_whole_view_always_stand() {
    for (at, fragment) in ["ui=none", "ui=filters", "ui=legend"]
        .into_iter()
        .enumerate()
    {
        let link = format!("en/water/n1/?source=piped#{fragment}");
        let guest = Guest::of(&format!("always-{at}.html"), &link);
        let all = "document.querySelector('h1').textContent.includes('9,600')
          && document.querySelector('.colophon').textContent.includes('Source: ')
          && document.querySelector('.colophon a[target=_blank]').href.endsWith('/en/water/n1/?source=piped')";
        guest.wait_in_frame("water/n1", all);
    }
}

#[test]
fn the_fragment_s_colours_win_over_the_system_s() {
    for (theme, colour) in [
        ("dark", "rgb(20, 23, 26)"),
        ("light", "rgb(251, 251, 249)"),
        ("contrast", "rgb(255, 255, 255)"),
    ] {
        let visit = opened(&format!("en/water/#theme={theme}"));
        for scheme in [crate::support::Scheme::Light, crate::support::Scheme::Dark] {
            visit.set_scheme(scheme);
            let paper = visit.evaluate("getComputedStyle(document.body).backgroundColor");
            assert_eq!(paper, colour, "{theme} {scheme:?}");
        }
    }
}

#[test]
fn what_is_locked_cannot_be_changed_and_the_rest_can() {
    let visit = visit("id/water/?period=2021#lock=period");
    let before = headline(&visit);
    // No control that does nothing: neither its bars nor a chip to let go of it.
    visit.wait_for_none("button", Name::starts_with("2021 "));
    visit.wait_for_none("group", "Tahun");
    visit.wait_for_none("button", Name::contains("2021"));
    assert!(visit.text().contains("2021"));
    // Clearing all leaves it, and so does another choice.
    visit.role("button", Name::starts_with("Air pipa ")).click();
    visit.wait_for("location.search.includes('source=piped')");
    assert!(
        visit
            .url()
            .ends_with("?period=2021&source=piped#lock=period"),
        "{}",
        visit.url()
    );
    visit.role("button", "Hapus semua filter").click();
    visit.wait_for("!location.search.includes('source')");
    assert!(
        visit.url().ends_with("?period=2021#lock=period"),
        "{}",
        visit.url()
    );
    super::wait_for_headline(&visit, &before);
}

#[test]
fn a_frame_of_280_pixels_never_scrolls_sideways() {
    for (at, view) in [
        "en/water/n1/?source=piped",
        "id/water/?tab=table&level=district#ui=title~filters~legend~source",
        "id/water/?map=tile&as=rate#ui=min",
        "en/water/#ui=none",
        "id/water/?tab=about",
    ]
    .into_iter()
    .enumerate()
    {
        let body = super::partner::element(view);
        let page = format!(
            "<meta name=\"viewport\" content=\"width=device-width\"><style>body {{ margin: 0 }}</style>{body}"
        );
        let guest = Guest::at(&super::partner::partner_page(
            &format!("narrow-{at}.html"),
            &page,
        ));
        guest.set_window(280, 800);
        guest.wait_for("told.some(([type]) => type === 'ready')");
        let fits = "innerWidth === 280 && document.querySelector('main') !== null
          && document.documentElement.scrollWidth <= 280 && document.body.scrollWidth <= 280";
        guest.wait_in_frame("water", fits);
    }
}
