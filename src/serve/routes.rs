//! Routes: what is served, and the limits that keep one visitor from taking everything.

use super::shared::{BODY, PATIENCE, Server, Shared, asset, lang_of, of_query, refused_as};
use super::turns::Turns;
use super::{Ask, Guard, handlers, page};
use crate::report::Word;
use crate::scenario::Lang;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Connections at once.
const CONNECTIONS: usize = 64;
/// What a page may load: nothing but what stands here.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
     font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Serves until the user stops it.
pub(crate) fn serve(ask: Ask, listener: TcpListener, guard: Guard) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (turns, plans) = (Arc::new(Turns::default()), Arc::new(Turns::default()));
    let queues = [Arc::clone(&turns), Arc::clone(&plans)];
    let shared = Arc::new(Shared { ask, guard, turns, plans });
    let (server, first) = (Arc::clone(&shared), shared.turns.ask("the server"));
    runtime.spawn_blocking(move || first.map(|it| server.ask.prepare(&it)));
    let done = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            () = accept(listener, router(shared)) => Ok(()),
            stopped = stopped() => stopped,
        }
    });
    queues.iter().for_each(|it| it.stop_all());
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
    let file = |router: Router<_>, (path, kind, text): &(&'static str, &'static str, String)| {
        let (kind, text) = (*kind, text.clone());
        router.route(path, get(move || async move { asset(kind, text) }))
    };
    page::files()
        .iter()
        .fold(Router::new(), file)
        .route("/", get(whole_page))
        .route("/ask", post(handlers::ask))
        .route("/plan", post(handlers::plan))
        .route("/file", post(handlers::file))
        .route("/save", post(handlers::save))
        .route("/open", post(handlers::open))
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

async fn whole_page(State(shared): Server, request: Request) -> Response {
    let value = |key: &str| of_query(&request, key);
    let token = value("token");
    if shared.guard.token.is_some() && shared.guard.token.as_deref() != token {
        return StatusCode::FORBIDDEN.into_response();
    }
    let wanted = value("lang").map(lang_of);
    let read = (shared.ask.load)(&[], wanted.unwrap_or_default());
    match read {
        Ok(study) => {
            let scenario = &study.baseline().scenario;
            let lang = wanted.unwrap_or(scenario.lang);
            let seed = shared.ask.seed.unwrap_or(scenario.seed);
            asset("text/html; charset=utf-8", page::page(&study, seed, lang))
        }
        // The file has become wrong since the start.
        Err(refused) => refused_as(StatusCode::UNPROCESSABLE_ENTITY, &refused),
    }
}
