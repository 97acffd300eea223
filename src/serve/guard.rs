//! Guard: who may ask. The page is for the machine it runs on.
//!
//! A name that resolves to the loopback address (DNS rebinding) has another `Host`, a foreign page
//! that posts here another `Origin`; both are refused. Beyond the loopback a token is needed as well,
//! which the address shown at the start holds after its `#`, so that it is sent to nobody else.

use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};

/// The header in which the page sends its token.
const TOKEN: &str = "x-staffcast-token";

/// What a request must show.
#[derive(Clone, Debug)]
pub(crate) struct Guard {
    /// Names and port by which the server may be called; empty: any, the token decides.
    hosts: Vec<String>,
    /// What the page must send, beyond the loopback.
    pub(crate) token: Option<String>,
}

impl Guard {
    /// Of a server on the loopback address.
    pub(crate) fn loopback(port: u16) -> Self {
        let hosts = ["127.0.0.1", "localhost", "[::1]"];
        Self { hosts: hosts.map(|it| format!("{it}:{port}")).to_vec(), token: None }
    }

    /// Of a server that others can reach.
    pub(crate) fn with_token(token: String) -> Self {
        Self { hosts: Vec::new(), token: Some(token) }
    }

    /// Whether a request came by a name of this server.
    pub(crate) fn knows_host(&self, headers: &HeaderMap) -> bool {
        let host = text(headers, header::HOST.as_str());
        self.hosts.is_empty() || host.is_some_and(|it| self.hosts.iter().any(|own| own == it))
    }

    /// Whether a question came from the page of this server, and from somebody who may ask.
    pub(crate) fn lets_ask(&self, headers: &HeaderMap) -> bool {
        let host = text(headers, header::HOST.as_str());
        let origin = text(headers, header::ORIGIN.as_str());
        // Every browser sends an origin with a post; what sends none is no page.
        let own = match (origin, host) {
            (Some(origin), Some(host)) => {
                origin.strip_prefix("http://") == Some(host)
                    || origin.strip_prefix("https://") == Some(host)
            }
            (None, _) => text(headers, "sec-fetch-site").is_none_or(|it| it == "same-origin"),
            (Some(_), None) => false,
        };
        self.knows_host(headers)
            && own
            && self.token.as_deref().is_none_or(|it| same(it, text(headers, TOKEN)))
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?.to_str().ok();
    // Two of one kind: somebody hopes that two programs read different ones.
    if all.next().is_some() { None } else { first }
}

/// Compares digests, so that the time taken tells nothing of how much was right.
fn same(token: &str, sent: Option<&str>) -> bool {
    sent.is_some_and(|it| Sha256::digest(it.as_bytes()) == Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(all: &[(&'static str, &str)]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for (name, value) in all {
            map.append(*name, value.parse().expect("a header"));
        }
        map
    }

    #[test]
    fn only_its_own_names_and_its_own_page_may_ask() {
        let guard = Guard::loopback(8080);
        let own = ("host", "127.0.0.1:8080");
        assert!(guard.lets_ask(&headers(&[own, ("origin", "http://127.0.0.1:8080")])));
        assert!(guard.lets_ask(&headers(&[
            ("host", "localhost:8080"),
            ("origin", "http://localhost:8080")
        ])));
        assert!(guard.lets_ask(&headers(&[own])), "a program on this machine");
        for wrong in [
            &[("host", "evil.example:8080"), ("origin", "http://evil.example:8080")][..],
            &[own, ("origin", "http://evil.example")],
            &[own, ("origin", "null")],
            &[own, ("origin", "http://localhost:8080")],
            &[own, ("sec-fetch-site", "cross-site")],
            &[own, ("host", "evil.example")],
            &[("origin", "http://127.0.0.1:8080")],
            &[("host", "127.0.0.1:80")],
        ] {
            assert!(!guard.lets_ask(&headers(wrong)), "{wrong:?}");
        }
    }

    #[test]
    fn beyond_the_loopback_a_token_is_needed() {
        let guard = Guard::with_token("secret".into());
        let from = [("host", "desk.lan:8080"), ("origin", "http://desk.lan:8080")];
        let with = |token: &'static str| headers(&[from[0], from[1], (TOKEN, token)]);
        assert!(guard.lets_ask(&with("secret")));
        assert!(!guard.lets_ask(&with("secret2")) && !guard.lets_ask(&headers(&from)));
    }
}
