//! Where the browser of the tests is.

use std::path::PathBuf;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// The browser; none only if somebody said that there need not be one.
pub fn find() -> Option<PathBuf> {
    if std::env::var_os("STAFFCAST_NO_BROWSER").is_some() {
        eprintln!("STAFFCAST_NO_BROWSER is set: the page is not shown to a browser");
        return None;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|program| program.is_file());
    assert!(
        found.is_some(),
        "there is no Chromium to look at the page with: install it \
         (Debian: apt-get install chromium), or set STAFFCAST_NO_BROWSER=1"
    );
    found
}
