// What every part of the page shares: its words, and how the program is asked.
export const $ = (id) => document.getElementById(id);
export const { lang } = document.body.dataset;
export const words = JSON.parse(document.body.dataset.words);

// Tells this open page from another: the program answers the last question of each.
const page = Array.from(crypto.getRandomValues(new Uint8Array(9)), (it) => it.toString(36)).join('');
export const token = new URLSearchParams(location.search).get('token') || '';
const headers = token ? { 'x-staffcast-token': token } : {};

// A policy has one colour in charts, tables and the list of what is kept, by its place.
const COLOURS = [1, 0, 2, 3, 4];
export function swatch(policy) {
  const mark = document.createElement('i');
  mark.className = 'swatch';
  mark.style.background = `var(--chart-slot-${COLOURS[policy]})`;
  return mark;
}

export const post = (where, sent, signal) => fetch(where, {
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ page, lang, ...sent }),
  signal,
});

export const postFile = (where, text) => fetch(`${where}?lang=${lang}`, { method: 'POST', headers, body: text });

// An answer that comes in pieces: one JSON document a line.
export async function* linesOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (text + value).split('\n');
    text = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}

// What is wrong with a refused question, in the checker's words; nothing where it is no such answer.
export async function refusedBy(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).refused;
  } catch {
    return [{ path: '', words: text || words.gone }];
  }
}
