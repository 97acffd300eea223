//! The page as a browser shows it, and the workbook as a file: wide and narrow, light and
//! dark, on paper.
//!
//! Needs Chromium (Debian: `apt-get install chromium`), or `STAFFCAST_NO_BROWSER=1` to go
//! without. With `STAFFCAST_GALLERY=folder` page, pictures and workbook are left there, to be
//! looked at.

mod browser;
mod plan;
mod program;

use browser::{Browser, Look};
use staffcast::inside::{gallery as documents, html, xlsx};
use std::path::PathBuf;
use std::time::{Duration, Instant};

const WIDE: u32 = 1280;
const PHONE: u32 = 390;

/// Where to leave what people should look at.
fn gallery() -> Option<PathBuf> {
    let folder = std::env::var_os("STAFFCAST_GALLERY").map(PathBuf::from)?;
    std::fs::create_dir_all(&folder).expect("the gallery can be made");
    Some(folder)
}

#[test]
fn the_page_fits_screens_and_asks_for_nothing() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let page = html::page(&documents::document());
    for (name, look) in [
        ("wide", Look::light(WIDE)),
        ("phone", Look::light(PHONE)),
        ("wide-dark", Look::dark(WIDE)),
        ("phone-dark", Look::dark(PHONE)),
    ] {
        let found = browser.examine(&page, look);
        let list = |key: &str| found[key].as_array().expect("a list").clone();
        let number = |key: &str| found[key].as_f64().expect("a number");
        assert_eq!(number("width"), f64::from(look.width), "{name}: {found}");
        assert!(number("scroll") <= number("width"), "{name}: {found}");
        for key in ["errors", "resources", "tooWide", "faint", "lost", "doubled"] {
            assert!(list(key).is_empty(), "{name}, {key}: {:#?}", list(key));
        }
        assert_eq!(found["dark"], look.dark, "{name}: {found}");
        assert_eq!(found["font"], true, "{name}: its own font");
        assert_eq!(found["first"], "H1", "{name}: headings begin with the first");
        // The first screen shows the decision and at least the beginning of the chart.
        assert!(number("chartTop") < number("height") * 0.8, "{name}: {found}");
        // A point says its value when reached by the keyboard.
        let said = found["said"].as_str().expect("a text");
        assert!(said.contains("февраль\u{a0}2026") && said.contains('%'), "{name}: {said}");
        if let Some(folder) = gallery() {
            browser.picture(&page, look, &folder.join(format!("page-{name}.png")));
        }
    }
}

#[test]
fn too_much_of_everything_still_fits() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let page = html::page(&documents::crowded());
    for look in [Look::light(WIDE), Look::light(PHONE)] {
        if let Some(folder) = gallery() {
            let name = format!("crowded-{}.png", look.width);
            browser.picture(&page, look, &folder.join(name));
        }
        let found = browser.examine(&page, look);
        let number = |key: &str| found[key].as_f64().expect("a number");
        assert!(number("scroll") <= number("width"), "{look:?}: {found:#}");
        for key in ["errors", "resources", "tooWide", "lost", "doubled"] {
            let list = found[key].as_array().expect("a list");
            assert!(list.is_empty(), "{look:?}, {key}: {list:#?}");
        }
    }
    xlsx::workbook(&documents::crowded()).expect("a workbook");
}

#[test]
fn the_page_prints() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let printed = browser.print(&html::page(&documents::document()));
    assert!(printed.starts_with(b"%PDF") && printed.len() > 40_000);
    if let Some(folder) = gallery() {
        std::fs::write(folder.join("page.pdf"), printed).expect("the gallery can be written");
    }
}

#[test]
fn what_is_folded_is_printed_open() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let page = html::page(&documents::document());
    let rows = "<p>a line of a folded table</p>".repeat(400);
    let folded = |open: &str| {
        let block =
            format!("<main id=\"content\"><details {open}><summary>rows</summary>{rows}</details>");
        let page = page.replacen("<main id=\"content\">", &block, 1);
        assert!(page.contains(&rows), "it has a place for the table");
        let printed = browser.print(&page);
        printed.windows(12).filter(|it| it.starts_with(b"/Type /Page\n")).count()
    };
    let open = folded("open");
    assert!(open > 8, "{open}");
    assert_eq!(folded(""), open);
}

#[test]
fn the_page_is_small_and_quickly_written() {
    let document = documents::document();
    // The best of a few: a busy machine is no fault of the page.
    let once = || {
        let start = Instant::now();
        (html::page(&document), start.elapsed())
    };
    let tries: Vec<(String, Duration)> = (0..4).map(|_| once()).collect();
    let quickest = tries.iter().map(|(_, took)| *took).min();
    assert!(quickest < Some(Duration::from_secs(2)), "{quickest:?}");
    let page = once().0;
    assert!(page.len() < 2_000_000, "{}", page.len());
    assert_eq!(page, html::page(&document));
    assert_eq!(page.matches("@font-face").count(), 2);
    if let Some(folder) = gallery() {
        std::fs::write(folder.join("page.html"), page).expect("the gallery can be written");
    }
}

#[test]
fn the_workbook_is_the_same_file_each_time() {
    let document = documents::document();
    let once = xlsx::workbook(&document).expect("a workbook");
    assert_eq!(once, xlsx::workbook(&document).expect("a workbook"));
    assert!(once.len() < 500_000, "{}", once.len());
    if let Some(folder) = gallery() {
        std::fs::write(folder.join("page.xlsx"), once).expect("the gallery can be written");
    }
}
