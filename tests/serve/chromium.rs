//! A page in Chromium that is driven as a person drives it: real mouse and keyboard.

#[path = "../page/program.rs"]
mod program;

use super::browser::{Browser, PATIENCE};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// An open page with a profile of its own, as if it were the only one.
pub struct Chromium {
    browser: Arc<Browser>,
    context: Value,
    session: String,
    from: Receiver<Value>,
    /// What the page told without being asked: requests, errors.
    heard: VecDeque<Value>,
    pub folder: tempfile::TempDir,
}

impl Chromium {
    /// Opens a page; `None` only where somebody said that there need not be a browser.
    pub fn open(url: &str, width: u32) -> Option<Self> {
        let browser = Browser::shared(&program::find()?);
        let folder = tempfile::tempdir().expect("a temporary folder");
        let downloads = folder.path().join("downloads");
        std::fs::create_dir(&downloads).expect("a folder");
        let context = browser.call("", "Target.createBrowserContext", &json!({}));
        let context = context["browserContextId"].clone();
        let own = |mut it: Value| {
            it["browserContextId"] = context.clone();
            it
        };
        let target = browser.call("", "Target.createTarget", &own(json!({ "url": "about:blank" })));
        let asked = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = browser.call("", "Target.attachToTarget", &asked);
        let session = attached["sessionId"].as_str().expect("a session").to_owned();
        let (tell, from) = channel();
        browser.hearers.lock().expect("no panic").pages.insert(session.clone(), tell);
        let mut page = Self {
            browser,
            context: context.clone(),
            session,
            from,
            heard: VecDeque::new(),
            folder,
        };
        for method in ["Page.enable", "Runtime.enable", "Log.enable", "Network.enable"] {
            page.call(method, json!({}));
        }
        let path = json!({ "behavior": "allow", "downloadPath": downloads, "eventsEnabled": true });
        page.call("Browser.setDownloadBehavior", own(path));
        // Each has the focus, as if its window were in front.
        page.call("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        page.resize(width);
        page.go(url);
        Some(page)
    }

    /// As wide as a laptop or a phone.
    pub fn resize(&mut self, width: u32) {
        let size =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Prefers `light` or `dark`, on a `screen` or in `print`.
    pub fn prefers(&mut self, scheme: &str, media: &str) {
        let scheme = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.call("Emulation.setEmulatedMedia", json!({ "media": media, "features": scheme }));
    }

    /// Opens an address and waits for the page's first word.
    pub fn go(&mut self, url: &str) {
        self.call("Page.navigate", json!({ "url": "about:blank" }));
        self.call("Page.navigate", json!({ "url": url }));
        self.wait("document.body && document.body.dataset.state");
    }

    /// What a script in the page finds.
    pub fn find(&mut self, script: &str) -> Value {
        let asked = json!({ "expression": script, "returnByValue": true, "awaitPromise": true });
        let found = self.call("Runtime.evaluate", asked);
        assert!(found.get("exceptionDetails").is_none(), "{script}: {found}");
        found["result"]["value"].clone()
    }

    /// The same as text.
    pub fn text(&mut self, script: &str) -> String {
        self.find(script).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a script finds something true.
    pub fn wait(&mut self, script: &str) {
        let start = Instant::now();
        while !self.find(&format!("Boolean({script})")).as_bool().unwrap_or(false) {
            if start.elapsed() > PATIENCE {
                let page = self.text("document.body.innerText.slice(0, 1500)");
                panic!("waited in vain for {script}; the page says:\n{page}\n{:?}", self.errors());
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Waits until the answer to what was asked last is whole.
    pub fn ready(&mut self) {
        // The question follows a moved lever by a moment.
        std::thread::sleep(Duration::from_millis(300));
        self.wait("document.body.dataset.state === 'ready'");
    }

    /// Clicks on what a selector finds.
    pub fn click(&mut self, selector: &str) {
        let (x, y) = self.place(selector);
        self.mouse("mousePressed", x, y);
        self.mouse("mouseReleased", x, y);
    }

    /// Drags from one place to another, by steps, as a hand does.
    pub fn drag(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.mouse("mousePressed", from.0, from.1);
        for step in 1..=8 {
            let share = f64::from(step) / 8.0;
            let between = |from: f64, to: f64| from + (to - from) * share;
            self.mouse("mouseMoved", between(from.0, to.0), between(from.1, to.1));
        }
        self.mouse("mouseReleased", to.0, to.1);
    }

    /// The knob of a slider, and where it would be at another value.
    pub fn knob(&mut self, selector: &str, value: f64) -> ((f64, f64), (f64, f64)) {
        self.place(selector);
        let found = self.find(&format!(
            "(() => {{ const it = document.querySelector({selector:?}); \
             const box = it.getBoundingClientRect(); \
             const at = (value) => box.left + 9 + (box.width - 18) * (value - it.min) / (it.max - it.min); \
             return [at(it.value), at({value}), box.top + box.height / 2]; }})()"
        ));
        let number = |it: usize| found[it].as_f64().expect("a number");
        ((number(0), number(2)), (number(1), number(2)))
    }

    /// Presses a key, such as `ArrowRight` or `Tab`.
    pub fn press(&mut self, key: &str) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            " " => 32,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            "Delete" => 46,
            _ => 0,
        };
        for kind in ["rawKeyDown", "keyUp"] {
            let event =
                json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Types over what a field holds.
    pub fn fill(&mut self, selector: &str, text: &str) {
        self.find(&format!(
            "(() => {{ const it = document.querySelector({selector:?}); \
             it.closest('details')?.setAttribute('open', ''); it.focus(); it.select(); }})()"
        ));
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// Chooses a file, as its dialogue would.
    pub fn choose(&mut self, selector: &str, file: &Path) {
        let root = self.call("DOM.getDocument", json!({}));
        let found = self.call(
            "DOM.querySelector",
            json!({ "nodeId": root["root"]["nodeId"], "selector": selector }),
        );
        self.call("DOM.setFileInputFiles", json!({ "nodeId": found["nodeId"], "files": [file] }));
    }

    /// A file that was downloaded, when it is whole: an empty one holds its place until then.
    pub fn downloaded(&mut self, name: &str) -> Vec<u8> {
        let file = self.folder.path().join("downloads").join(name);
        let start = Instant::now();
        while !(file.is_file() && self.is_whole(name)) {
            assert!(start.elapsed() < PATIENCE, "{name} does not come");
            std::thread::sleep(Duration::from_millis(50));
        }
        let bytes = std::fs::read(&file).expect("it is there");
        std::fs::remove_file(file).expect("it is ours");
        bytes
    }

    /// Whether the last download of this name has ended.
    fn is_whole(&mut self, name: &str) -> bool {
        let guid = |it: &Value| it["params"]["guid"].as_str().map(str::to_owned);
        let begun = self.told(|it| {
            let is_it = it["method"] == "Browser.downloadWillBegin"
                && it["params"]["suggestedFilename"] == name;
            is_it.then(|| guid(it)).flatten()
        });
        let ended = self.told(|it| {
            let is_end =
                it["method"] == "Browser.downloadProgress" && it["params"]["state"] == "completed";
            is_end.then(|| guid(it)).flatten()
        });
        begun.last().is_some_and(|it| ended.contains(it))
    }

    /// A picture of the whole page, for people, where they asked for one.
    pub fn picture(&mut self, name: &str) {
        let Some(folder) = std::env::var_os("STAFFCAST_GALLERY") else { return };
        let folder = std::path::PathBuf::from(folder);
        std::fs::create_dir_all(&folder).expect("the gallery can be made");
        let all = json!({ "captureBeyondViewport": false });
        let taken = self.call("Page.captureScreenshot", all);
        let bytes = BASE64_STANDARD.decode(taken["data"].as_str().expect("a picture"));
        let file = folder.join(format!("serve-{name}.png"));
        std::fs::write(file, bytes.expect("in base 64")).expect("written");
    }

    /// Addresses that the page asked for.
    pub fn requests(&mut self) -> Vec<String> {
        self.told(|it| {
            let url = it["params"]["request"]["url"].as_str();
            (it["method"] == "Network.requestWillBeSent")
                .then(|| url.unwrap_or_default().to_owned())
        })
    }

    /// What the console shows in red.
    pub fn errors(&mut self) -> Vec<String> {
        self.told(|it| {
            let bad = match it["method"].as_str()? {
                "Runtime.exceptionThrown" => true,
                "Runtime.consoleAPICalled" => it["params"]["type"] == "error",
                "Log.entryAdded" => it["params"]["entry"]["level"] == "error",
                _ => false,
            };
            bad.then(|| it["params"].to_string())
        })
    }

    fn told(&mut self, what: impl Fn(&Value) -> Option<String>) -> Vec<String> {
        self.find("1");
        self.heard.extend(self.from.try_iter());
        self.heard.iter().filter_map(what).collect()
    }

    /// The middle of what a selector finds, in sight.
    fn place(&mut self, selector: &str) -> (f64, f64) {
        let found = self.find(&format!(
            "(() => {{ const it = document.querySelector({selector:?}); \
             if (!it) return null; it.closest('details')?.setAttribute('open', ''); \
             it.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
             const box = it.getBoundingClientRect(); \
             return [box.left + box.width / 2, box.top + box.height / 2]; }})()"
        ));
        assert!(found.is_array(), "there is no {selector}");
        (found[0].as_f64().expect("a number"), found[1].as_f64().expect("a number"))
    }

    fn mouse(&mut self, kind: &str, x: f64, y: f64) {
        let buttons = u8::from(kind != "mouseReleased");
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
        self.call("Input.dispatchMouseEvent", event);
    }

    /// Asks the page, and waits for its answer.
    pub fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.browser.call(&self.session, method, &parameters)
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        self.browser.hearers.lock().expect("no panic").pages.remove(&self.session);
        if !std::thread::panicking() {
            let context = json!({ "browserContextId": self.context });
            self.browser.call("", "Target.disposeBrowserContext", &context);
        }
    }
}
