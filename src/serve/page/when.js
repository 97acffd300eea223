// "When?": the plan for the levers as they stand. It takes minutes, so it is asked for, not followed.
import { $, linesOf, post, refusedBy, words } from './program.js';
import { asked } from './question.js';
import { refuse } from './levers.js';
import { saySaves } from './span.js';

let running = null;
let planned = '';

export async function ask() {
  stop();
  const own = running = new AbortController();
  const question = asked();
  $('plan').hidden = false;
  $('plan-answer').replaceChildren();
  saySaves([]);
  state(words.planning, 'working');
  $('plan-progress').value = 0;
  try {
    const response = await post('/plan', { question }, own.signal);
    if (!response.ok) return wrong(await refusedBy(response));
    for await (const line of linesOf(response)) {
      if (own !== running) return;
      if (line.progress) $('plan-progress').value = line.progress;
      if (line.refused) return wrong(line.refused);
      if (line.plan) draw(line.plan, question);
    }
  } catch (error) {
    if (error.name !== 'AbortError') state(words.gone, 'gone');
  }
}

export function stop() {
  if (!running) return;
  running.abort();
  running = null;
  if ($('plan').dataset.state === 'working') state(words.cancelled, 'stopped');
}

export function close() {
  stop();
  $('plan').hidden = true;
}

// The plan stays when the levers move on, and says so.
export function moved() {
  if ($('plan').dataset.state !== 'ready') return;
  const same = JSON.stringify(asked()) === planned;
  $('plan-state').textContent = same ? words.planned : words.moved;
  $('plan-answer').classList.toggle('early', !same);
}

function draw({ html, saves, command }, question) {
  planned = JSON.stringify(question);
  const answer = $('plan-answer');
  answer.innerHTML = html;
  const again = document.createElement('p');
  again.className = 'note';
  const [before, after] = words.command.split('{command}');
  const code = document.createElement('code');
  code.textContent = command;
  again.append(before, code, after);
  answer.append(again);
  answer.dispatchEvent(new Event('drawn', { bubbles: true }));
  saySaves(saves);
  state(words.planned, 'ready');
  moved();
}

function state(text, now) {
  $('plan-state').textContent = text;
  $('plan').dataset.state = now;
  $('plan-stop').hidden = now !== 'working';
}

function wrong(list) {
  refuse(list);
  $('plan').hidden = true;
  state('', 'refused');
}
