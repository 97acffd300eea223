// The page: what the reader does becomes a question, and the answer is drawn as it comes.
import * as answer from './answer.js';
import * as files from './files.js';
import * as history from './history.js';
import * as levers from './levers.js';
import { $, words } from './program.js';
import * as question from './question.js';
import * as when from './when.js';

// Questions a second while a knob is dragged: one is asked every so many milliseconds.
const PACE = 200;
let waiting = null;
let last = 0;

// What was asked last always counts, however fast the levers move.
function changed() {
  levers.say();
  question.allow();
  when.moved();
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    last = Date.now();
    history.remember();
    answer.ask();
  }, Math.max(0, last + PACE - Date.now()));
}

function put(asked) {
  const ignored = question.put(asked);
  changed();
  return ignored;
}

function again(moved) {
  if (!moved) return;
  when.moved();
  answer.ask();
}

$('levers').addEventListener('submit', (event) => event.preventDefault());
for (const kind of ['input', 'click', 'keydown']) {
  $('levers').addEventListener(kind, (event) => {
    if (event.target.id === 'find') return levers.find(event.target.value.trim().toLowerCase());
    if (!levers.touched(event)) return;
    if (kind === 'keydown') event.preventDefault();
    changed();
  });
}
document.addEventListener('asked', changed);

$('undo').addEventListener('click', () => again(history.undo()));
$('redo').addEventListener('click', () => again(history.redo()));
$('reset').addEventListener('click', () => put(question.nothing()));
$('keep').addEventListener('click', () => { question.keep(); changed(); });
$('when').addEventListener('click', () => when.ask());
$('plan-stop').addEventListener('click', () => when.stop());
$('plan-close').addEventListener('click', () => when.close());

$('link').addEventListener('click', async () => {
  await navigator.clipboard.writeText(history.link());
  answer.state(words.copied);
});
$('save').addEventListener('click', () => files.fetched('/save', {}, 'what-if.toml'));
$('download').addEventListener('change', ({ target }) => {
  const name = target.value;
  target.value = '';
  if (name) files.fetched('/file', { name }, name);
});
$('open').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  const opened = file && await files.opened(file);
  target.value = '';
  if (opened) answer.left(opened.ignored.concat(put(opened.question)));
});
$('language').addEventListener('click', (event) => {
  event.preventDefault();
  location.href = history.inLanguage(event.target.href);
});

// The address is the question's: what moves on the page does not move it.
for (const place of document.querySelectorAll('[data-to]')) {
  place.addEventListener('click', (event) => {
    event.preventDefault();
    const to = $(place.dataset.to);
    to.scrollIntoView();
    (to.querySelector('h1') || to).focus({ preventScroll: true });
  });
}

const ignored = history.open();
levers.say();
answer.ask().then(() => answer.left(ignored));
answer.left(ignored);
