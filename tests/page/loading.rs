//! From the first byte to the figures.

use super::{headline, visit};
use crate::support::made::data_folder;
use crate::support::{Fault, Host, Name, Page};

#[test]
fn progress_counts_the_bytes_of_the_data_under_the_headline() {
    let host = Host::start();
    let slow = Fault::Slow {
        pieces: 10,
        pause_ms: 300,
    };
    host.fail("water-1.json", slow);
    let page = Page::open(&host.url("id/water/"));
    let file = data_folder().join("water/water-1.json");
    let kilobytes = std::fs::metadata(file).unwrap().len() / 1000;
    page.wait_until("a part of the bytes", || {
        let bar = page
            .all("progressbar", "Memuat angka…")
            .into_iter()
            .next()?;
        let [done, all] = ["value", "max"].map(|name| {
            let text = bar.attribute(name).unwrap_or_default();
            text.parse::<u32>().unwrap_or_default()
        });
        (0 < done && done < all && page.text().contains(&format!(" dari {kilobytes} kB")))
            .then_some(())
    });
    assert!(headline(&page).starts_with("100.000 rumah tangga"));
    super::has_started(&page);
    assert_eq!(page.count("progressbar"), 0);
    page.expect_no_complaint();
}

#[test]
fn once_the_figures_are_there_no_choice_asks_the_host_for_anything() {
    let visit = visit("id/water/");
    // Nor one of language: the words of the others come by themselves.
    visit.wait_until("the words of the other languages", || {
        let asked = visit.host.asked();
        let is_asked = |file: &&str| asked.iter().any(|it| it.ends_with(*file));
        let files = ["/words.en.txt", "/words.fr.txt", "/words.ar.txt"];
        files.iter().all(is_asked).then_some(())
    });
    super::late::has_all_code(&visit);
    let asked = visit.host.asked();
    for name in ["Air pipa ", "2020 ", "Pemilik "] {
        visit.role("button", Name::starts_with(name)).click();
    }
    visit.wait_for_link("id/water/?period=2020&source=piped&tenure=owner");
    visit.role("link", "Tabel").click();
    visit.role("button", "Port Amara").click();
    super::speak(&visit, "English");
    visit.role("heading", Name::contains("in Port Amara"));
    assert_eq!(visit.host.asked(), asked);
    assert!(asked.len() < 21, "{asked:#?}");
}
