// The link, undo and redo: the address holds the question, so that whoever gets it sees the same numbers.
import { $, token } from './program.js';
import { asked, nothing, put } from './question.js';

const encode = (question) => btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(question))))
  .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const decode = (text) => JSON.parse(new TextDecoder().decode(
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0))));

const past = [];
let future = [];
let present = null;

function show() {
  const is = present === JSON.stringify(nothing());
  history.replaceState(null, '', location.pathname + location.search + (is ? '' : `#q=${encode(JSON.parse(present))}`));
  $('undo').disabled = !past.length;
  $('redo').disabled = !future.length;
}

// Notes where the levers are now.
export function remember() {
  const now = JSON.stringify(asked());
  if (now === present) return;
  if (present !== null) past.push(present);
  [present, future] = [now, []];
  show();
}

function go(from, to) {
  if (!from.length) return false;
  to.push(present);
  present = from.pop();
  put(JSON.parse(present));
  show();
  return true;
}

export const undo = () => go(past, future);
export const redo = () => go(future, past);

// The address without the token: that is for this reader alone.
export function link() {
  const url = new URL(location.href);
  url.searchParams.delete('token');
  return url.href;
}

// The same question in the other language.
export function inLanguage(href) {
  const url = new URL(href);
  if (token) url.searchParams.set('token', token);
  return url.href + location.hash;
}

// What a link holds that is a question; all else is given back, and the scenario opens without it.
export function open() {
  const text = location.hash.startsWith('#q=') ? location.hash.slice(3) : '';
  let ignored = [];
  try {
    ignored = put(text ? whole(decode(text)) : nothing());
  } catch {
    put(nothing());
    ignored = [`#q=${text.slice(0, 40)}`];
  }
  present = JSON.stringify(asked());
  show();
  return ignored;
}

// Of what somebody sent, what has the form of a question.
function whole(sent) {
  const array = (it) => (Array.isArray(it) ? it : []);
  const texts = (it) => array(it).filter((one) => typeof one === 'string');
  if (typeof sent !== 'object' || sent === null) throw new TypeError('no question');
  const cap = typeof sent.cap === 'object' && sent.cap !== null ? { cap: sent.cap } : {};
  const variants = array(sent.variants).map((it) => ({
    title: String(it.title || ''), with: texts(it.with), changes: array(it.changes).filter((one) => one && (one.set || one.hire)),
  }));
  return { readings: texts(sent.readings), ...cap, variants };
}
