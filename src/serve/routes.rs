//! Routes: what is served, and the limits that keep one visitor from taking everything.

use super::answer::NoAnswer;
use super::question::Question;
use super::turns::{Asked, Turns};
use super::{Ask, Guard, page};
use crate::report::compose::run_csv;
use crate::report::{Dialect, Sentence, Word, html, texts, xlsx};
use crate::scenario::Lang;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use serde::{Deserialize, Serialize};
use std::io;
use std::net::TcpListener;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{Semaphore, mpsc};
use tokio_stream::{Stream, wrappers::ReceiverStream};

/// Bytes of a question, and of a saved scenario.
const BODY: usize = 64 << 10;
/// A visitor who sends his question more slowly is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// Connections at once.
const CONNECTIONS: usize = 64;
/// What a page may load: nothing but what stands here.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
     font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What every route shares.
struct Shared {
    ask: Ask,
    guard: Guard,
    turns: Arc<Turns>,
}

type Server = State<Arc<Shared>>;

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

fn lang_of(code: &str) -> Lang {
    if code == "en" { Lang::En } else { Lang::Ru }
}

/// Serves until the user stops it.
pub(crate) fn serve(ask: Ask, listener: TcpListener, guard: Guard) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let turns = Arc::new(Turns::default());
    let shared = Arc::new(Shared { ask, guard, turns: Arc::clone(&turns) });
    let done = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            () = accept(listener, router(shared)) => Ok(()),
            stopped = stopped() => stopped,
        }
    });
    turns.stop_all();
    runtime.shutdown_timeout(Duration::from_secs(1));
    done
}

async fn stopped() -> io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            it = tokio::signal::ctrl_c() => it,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

async fn accept(listener: tokio::net::TcpListener, router: Router) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // No more files may be open: somebody will leave.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        // Who finds no place is turned away at once, so that nothing piles up.
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut server = http1::Builder::new();
            server.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(BODY);
            // A visitor who breaks off is no failure.
            let _ = server.serve_connection(TokioIo::new(stream), service).await;
            drop(place);
        });
    }
}

fn router(shared: Arc<Shared>) -> Router {
    let style = || async {
        asset("text/css; charset=utf-8", html::style() + include_str!("page/page.css"))
    };
    let report = || async { asset("text/javascript; charset=utf-8", html::script().to_owned()) };
    let script = || async {
        asset("text/javascript; charset=utf-8", include_str!("page/page.js").to_owned())
    };
    Router::new()
        .route("/", get(whole_page))
        .route("/style.css", get(style))
        .route("/report.js", get(report))
        .route("/page.js", get(script))
        .route("/ask", post(ask))
        .route("/file", post(file))
        .route("/save", post(save))
        .route("/open", post(open))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&shared), guarded))
        .with_state(shared)
}

/// Refuses what did not come from the page itself, and says of every answer what it may do.
async fn guarded(
    State(shared): Server,
    request: Request,
    next: axum::middleware::Next,
) -> Response {
    let headers = request.headers();
    let safe = request.method() == axum::http::Method::GET;
    let lets = match safe {
        true => shared.guard.knows_host(headers),
        false => shared.guard.lets_ask(headers),
    };
    let mut response = match lets {
        true => next.run(request).await,
        false => (StatusCode::FORBIDDEN, Word::PageForeign.text(Lang::En)).into_response(),
    };
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

fn asset(kind: &'static str, text: String) -> Response {
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

async fn whole_page(State(shared): Server, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let value = |key: &str| query.split('&').find_map(|it| it.strip_prefix(key)?.strip_prefix('='));
    let token = value("token");
    if shared.guard.token.is_some() && shared.guard.token.as_deref() != token {
        return StatusCode::FORBIDDEN.into_response();
    }
    let wanted = value("lang").map(lang_of);
    let read = (shared.ask.load)(&[], wanted.unwrap_or_default());
    match read {
        Ok(study) => {
            let lang = wanted.unwrap_or(study.baseline().scenario.lang);
            asset("text/html; charset=utf-8", page::page(&study, lang))
        }
        // The file has become wrong since the start.
        Err(refused) => refused_as(StatusCode::UNPROCESSABLE_ENTITY, &refused),
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
    let wrong = |word: Word, why: String| {
        let refused =
            super::Refused { path: String::new(), words: format!("{}{why}", word.text(Lang::En)) };
        refused_as(StatusCode::BAD_REQUEST, &[refused])
    };
    let sent: Sent = serde_json::from_slice(&bytes)
        .map_err(|it| wrong(Word::PageUnreadable, format!(": {it}")))?;
    if sent.question.is_too_large() || sent.page.len() > 64 {
        return Err(wrong(Word::PageTooLarge, String::new()));
    }
    Ok(sent)
}

fn refused_as(status: StatusCode, refused: &[super::Refused]) -> Response {
    let text = serde_json::json!({ "refused": refused }).to_string();
    (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}

fn busy(lang: Lang) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, Word::PageBusy.text(lang)).into_response()
}

/// An answer that grows: one JSON document a line.
async fn ask(State(shared): Server, request: Request) -> Response {
    let sent = match sent(request).await {
        Ok(sent) => sent,
        Err(response) => return response,
    };
    let Some(asked) = shared.turns.ask(&sent.page) else { return busy(sent.lang()) };
    let (sender, receiver) = mpsc::channel(1);
    let stop = Arc::clone(&asked.stop);
    tokio::task::spawn_blocking(move || {
        let say = |line: serde_json::Value| {
            sender.blocking_send(Ok::<_, io::Error>(Bytes::from(format!("{line}\n")))).is_ok()
        };
        let show = |picture| say(serde_json::json!({ "picture": picture }));
        match shared.ask.answer(&sent.question, sent.lang(), &asked, show) {
            Ok(()) => say(serde_json::json!({ "ready": true })),
            Err(NoAnswer::Refused(refused)) => say(serde_json::json!({ "refused": refused })),
            Err(NoAnswer::Stopped) => say(serde_json::json!({ "stopped": true })),
        };
    });
    let lines = StopsWhenLeft { lines: ReceiverStream::new(receiver), stop };
    ([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines)).into_response()
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
async fn file(State(shared): Server, request: Request) -> Response {
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
async fn save(State(shared): Server, request: Request) -> Response {
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
async fn open(request: Request) -> Response {
    #[derive(Serialize)]
    struct Opened {
        question: Question,
        ignored: Vec<String>,
    }
    let bytes = match body(request).await {
        Ok(bytes) => bytes,
        Err(response) => return response,
    };
    let text = String::from_utf8_lossy(&bytes);
    match Question::of_file(&text) {
        Ok((question, ignored)) => axum::Json(Opened { question, ignored }).into_response(),
        Err(why) => {
            let words = texts::PageNotFile { why }.in_lang(Lang::En);
            refused_as(
                StatusCode::UNPROCESSABLE_ENTITY,
                &[super::Refused { path: String::new(), words }],
            )
        }
    }
}
