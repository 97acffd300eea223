//! Shared: what every route has in common, its limits and its plainest answers.

use super::turns::Turns;
use super::{Ask, Guard, Refused};
use crate::scenario::Lang;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;

/// Bytes of a question, and of a saved scenario.
pub(super) const BODY: usize = 64 << 10;
/// A visitor who sends his question more slowly is not waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// What every route shares.
pub(super) struct Shared {
    pub(super) ask: Ask,
    pub(super) guard: Guard,
    pub(super) turns: Arc<Turns>,
    /// Plans take long: they queue among themselves, and the pages stay alive.
    pub(super) plans: Arc<Turns>,
}

pub(super) type Server = State<Arc<Shared>>;

pub(super) fn lang_of(code: &str) -> Lang {
    Lang::of_code(code).unwrap_or_default()
}

pub(super) fn asset(kind: &'static str, text: String) -> Response {
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

/// The value of a key of the query.
pub(super) fn of_query<'r>(request: &'r Request, key: &str) -> Option<&'r str> {
    let query = request.uri().query().unwrap_or_default();
    query.split('&').find_map(|it| it.strip_prefix(key)?.strip_prefix('='))
}

pub(super) fn refused_as(status: StatusCode, refused: &[Refused]) -> Response {
    let text = serde_json::json!({ "refused": refused }).to_string();
    (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}
