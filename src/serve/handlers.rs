//! Handlers: what each route answers.

use super::answer::NoAnswer;
use super::question::Question;
use super::shared::{BODY, PATIENCE, Server, asset, lang_of, of_query, refused_as};
use super::turns::Asked;
use super::{Ask, Refused};
use crate::report::compose::run_csv;
use crate::report::{Dialect, Sentence, Word, texts, xlsx};
use crate::scenario::Lang;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use tokio::sync::mpsc;
use tokio_stream::{Stream, wrappers::ReceiverStream};

/// What a page sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    /// Tells one open page from another.
    #[serde(default)]
    page: String,
    lang: String,
    #[serde(default)]
    question: Question,
    /// The file that is wanted.
    #[serde(default)]
    name: String,
}

impl Sent {
    fn lang(&self) -> Lang {
        lang_of(&self.lang)
    }
}

/// The body of a request, unless it is too large or takes too long.
async fn body(request: Request) -> Result<Bytes, Response> {
    match tokio::time::timeout(PATIENCE, to_bytes(request.into_body(), BODY)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE.into_response()),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT.into_response()),
    }
}

async fn sent(request: Request) -> Result<Sent, Response> {
    let json =
        request.headers().get(header::CONTENT_TYPE).is_some_and(|it| it == "application/json");
    if !json {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
    }
    let bytes = body(request).await?;
    let wrong = |lang: Lang, word: Word, why: String| {
        let words = word.text(lang).to_owned() + &why;
        refused_as(StatusCode::BAD_REQUEST, &[Refused { path: String::new(), words }])
    };
    let sent: Sent = serde_json::from_slice(&bytes)
        .map_err(|it| wrong(lang_in(&bytes), Word::PageUnreadable, format!(": {it}")))?;
    if sent.question.is_too_large() || sent.page.len() > 64 {
        return Err(wrong(sent.lang(), Word::PageTooLarge, String::new()));
    }
    Ok(sent)
}

/// The language of a question that cannot be read otherwise.
fn lang_in(bytes: &[u8]) -> Lang {
    let read: Option<serde_json::Value> = serde_json::from_slice(bytes).ok();
    lang_of(read.as_ref().and_then(|it| it["lang"].as_str()).unwrap_or("en"))
}

fn busy(lang: Lang) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, Word::PageBusy.text(lang)).into_response()
}

/// What says a line of an answer; whether anybody still reads.
type Say = mpsc::Sender<Result<Bytes, io::Error>>;

fn say(sender: &Say, line: &serde_json::Value) -> bool {
    sender.blocking_send(Ok(Bytes::from(format!("{line}\n")))).is_ok()
}

/// An answer that comes in pieces, one JSON document a line; `work` is done beside the server.
fn in_lines(asked: Asked, work: impl FnOnce(&Asked, &Say) + Send + 'static) -> Response {
    let (sender, receiver) = mpsc::channel(1);
    let stop = Arc::clone(&asked.stop);
    tokio::task::spawn_blocking(move || work(&asked, &sender));
    let lines = StopsWhenLeft { lines: ReceiverStream::new(receiver), stop };
    ([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines)).into_response()
}

/// Why there is no answer, as its last line.
fn in_vain(why: NoAnswer) -> serde_json::Value {
    match why {
        NoAnswer::Refused(refused) => serde_json::json!({ "refused": refused }),
        NoAnswer::Stopped => serde_json::json!({ "stopped": true }),
    }
}

/// An answer that grows.
pub(super) async fn ask(State(shared): Server, request: Request) -> Response {
    let sent = match sent(request).await {
        Ok(sent) => sent,
        Err(response) => return response,
    };
    let Some(asked) = shared.turns.ask(&sent.page) else { return busy(sent.lang()) };
    in_lines(asked, move |asked, sender| {
        let show = |picture| say(sender, &serde_json::json!({ "picture": picture }));
        let last = match shared.ask.answer(&sent.question, sent.lang(), asked, show) {
            Ok(()) => serde_json::json!({ "ready": true }),
            Err(why) => in_vain(why),
        };
        say(sender, &last);
    })
}

/// The plan for the levers as they stand, after news of how far it is.
pub(super) async fn plan(State(shared): Server, request: Request) -> Response {
    let sent = match sent(request).await {
        Ok(sent) => sent,
        Err(response) => return response,
    };
    let Some(asked) = shared.plans.ask(&sent.page) else { return busy(sent.lang()) };
    in_lines(asked, move |asked, sender| {
        let progress = |share: f64| {
            // News that nobody has time for is no news.
            let line = serde_json::json!({ "progress": share });
            let _ = sender.try_send(Ok(Bytes::from(format!("{line}\n"))));
        };
        let last = match shared.ask.plan(&sent.question, sent.lang(), asked, &progress) {
            Ok(plan) => serde_json::json!({ "plan": plan }),
            Err(why) => in_vain(why),
        };
        say(sender, &last);
    })
}

/// Lines of an answer; when the reader leaves, the work stops.
struct StopsWhenLeft {
    lines: ReceiverStream<Result<Bytes, io::Error>>,
    stop: Arc<AtomicBool>,
}

impl Stream for StopsWhenLeft {
    type Item = Result<Bytes, io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.lines).poll_next(context)
    }
}

impl Drop for StopsWhenLeft {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// A file of the whole answer: a table, the workbook, or a chart.
pub(super) async fn file(State(shared): Server, request: Request) -> Response {
    let sent = match sent(request).await {
        Ok(sent) => sent,
        Err(response) => return response,
    };
    let lang = sent.lang();
    let Some(asked) = shared.turns.ask(&format!("file {}", sent.page)) else { return busy(lang) };
    let made = tokio::task::spawn_blocking(move || made_file(&shared.ask, &sent, &asked)).await;
    made.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn made_file(ask: &Ask, sent: &Sent, asked: &Asked) -> Response {
    let (document, outcome, currency) = match ask.whole(&sent.question, sent.lang(), asked) {
        Ok(found) => found,
        Err(NoAnswer::Refused(refused)) => {
            return refused_as(StatusCode::UNPROCESSABLE_ENTITY, &refused);
        }
        Err(NoAnswer::Stopped) => return busy(sent.lang()),
    };
    let dialect = Dialect::Plain;
    let bytes = match sent.name.as_str() {
        "summary.csv" => Some(run_csv::summary_csv(&outcome, &currency, dialect)),
        "monthly.csv" => Some(run_csv::monthly_csv(&outcome, &currency, dialect)),
        "comparison.csv" => Some(run_csv::comparison_csv(&outcome, &currency, dialect)),
        "report.xlsx" => xlsx::workbook(&document).ok(),
        name => crate::report::chart::file_of(&document, name),
    };
    match bytes {
        Some(bytes) => {
            ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The question as a scenario file.
pub(super) async fn save(State(shared): Server, request: Request) -> Response {
    let sent = match sent(request).await {
        Ok(sent) => sent,
        Err(response) => return response,
    };
    let lang = sent.lang();
    let about = Word::PageSavedBy.text(lang);
    let baseline = shared.ask.baseline(lang);
    asset("application/toml", sent.question.file(&shared.ask.file, about, baseline.as_deref()))
}

/// A scenario file as a question.
pub(super) async fn open(request: Request) -> Response {
    #[derive(Serialize)]
    struct Opened {
        question: Question,
        ignored: Vec<String>,
    }
    let lang = lang_of(of_query(&request, "lang").unwrap_or_default());
    let bytes = match body(request).await {
        Ok(bytes) => bytes,
        Err(response) => return response,
    };
    match Question::of_file(&String::from_utf8_lossy(&bytes)) {
        Ok((question, ignored)) => axum::Json(Opened { question, ignored }).into_response(),
        Err(problems) => {
            let refused = problems.iter().map(|it| {
                let (line, why) = (it.line, Refused::of(it, lang).words);
                let words = texts::PageNotFile { line, why }.in_lang(lang);
                Refused { path: String::new(), words }
            });
            refused_as(StatusCode::UNPROCESSABLE_ENTITY, &refused.collect::<Vec<_>>())
        }
    }
}
