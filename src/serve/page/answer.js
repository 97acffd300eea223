// The answer: asked for whenever a lever moves, drawn as it comes, better and better.
import { $, linesOf, post, refusedBy, swatch, words } from './program.js';
import { asked } from './question.js';
import { notice, refuse } from './levers.js';
import { chartFiles } from './files.js';

let running = null;

// Asks anew. What was asked before is left: the program stops it, and nothing of it is drawn any more.
export async function ask() {
  if (running) running.abort();
  const own = running = new AbortController();
  const question = asked();
  state(words.working, 0);
  try {
    const response = await post('/ask', { question }, own.signal);
    if (!response.ok) {
      const list = await refusedBy(response);
      return own === running && wrong(list);
    }
    for await (const line of linesOf(response)) {
      if (own !== running) return;
      draw(line, question);
    }
  } catch (error) {
    if (error.name !== 'AbortError' && own === running) state(words.gone, 'gone');
  }
}

function draw({ picture, refused, ready }, question) {
  if (refused) return wrong(refused);
  if (ready) return state(words.ready, 'ready');
  if (!picture) return;
  if (picture.done <= 8) refuse([]);
  const top = scrollY;
  $('answer').innerHTML = picture.html;
  // Early pictures are pale: their bands are wide, and the verdict may change.
  $('answer').classList.toggle('early', !picture.clear && picture.done < picture.of);
  // Beside a what-if the baseline is pale.
  $('answer').classList.toggle('beside', question.variants.length > 0);
  $('answer').dataset.done = picture.done;
  if (question.variants.length) coloured(picture.names);
  chartFiles();
  scrollTo(0, top);
  $('answer').dispatchEvent(new Event('drawn', { bubbles: true }));
  if (picture.clear) return state(words.clear, 'clear');
  state(`${words.working} ${picture.done} / ${picture.of}`, picture.done / picture.of);
}

function coloured(names) {
  for (const cell of $('answer').querySelectorAll('tbody tr > :first-child')) {
    const policy = names.indexOf(cell.textContent.trim());
    if (policy >= 0) cell.prepend(swatch(policy));
  }
}

// `now`: the share that is done while the program works, or else what has become of it.
export function state(text, now) {
  $('state').textContent = text;
  if (now === undefined) return;
  $('progress').value = Number(now) || 0;
  document.body.dataset.state = typeof now === 'number' ? 'working' : now;
}

export function wrong(list) {
  refuse(list);
  state('', 'gone');
}

export function left(ignored) {
  if (ignored.length) notice(`${words.ignored} ${ignored.join(', ')}`);
}
