// The answer: asked for whenever a lever moves, drawn as it comes, better and better.
import { $, linesOf, post, refusedBy, words } from './program.js';
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
    if (error.name !== 'AbortError' && own === running) state(words.gone, null);
  }
}

function draw({ picture, refused, ready }, question) {
  if (refused) return wrong(refused);
  if (ready) return state(words.ready, 1);
  if (!picture) return;
  if (picture.done <= 8) refuse([]);
  const top = scrollY;
  $('answer').innerHTML = picture.html;
  // Early pictures are pale: their bands are wide, and the verdict may change.
  $('answer').classList.toggle('early', picture.done < picture.of / 4);
  // Beside a what-if the baseline is pale.
  $('answer').classList.toggle('beside', question.variants.length > 0);
  $('answer').dataset.done = picture.done;
  chartFiles();
  scrollTo(0, top);
  $('answer').dispatchEvent(new Event('drawn', { bubbles: true }));
  state(`${words.working} ${picture.done} / ${picture.of}`, picture.done / picture.of);
}

export function state(text, share) {
  $('state').textContent = text;
  if (share !== undefined) $('progress').value = share === null ? 0 : share;
  if (share !== undefined) document.body.dataset.state = share === 1 ? 'ready' : share === null ? 'gone' : 'working';
}

export function wrong(list) {
  refuse(list);
  state('', null);
}

export function left(ignored) {
  if (ignored.length) notice(`${words.ignored} ${ignored.join(', ')}`);
}
