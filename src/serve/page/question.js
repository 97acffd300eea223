// The question: the live what-if, and the variants that were kept beside it.
import * as levers from './levers.js';
import { $, swatch, words } from './program.js';

const MOST_KEPT = 3;
let kept = [];

export function asked() {
  const question = { readings: [], variants: [] };
  const live = { title: words.what_if, with: [], changes: [] };
  levers.ask(live, question);
  if (live.with.length || live.changes.length || kept.length) question.variants.push(live, ...kept);
  return question;
}

// Puts page and levers where a question has them; gives back what could not be.
export function put(question) {
  const [live = { with: [], changes: [] }, ...rest] = question.variants;
  kept = rest.slice(0, MOST_KEPT);
  const ignored = levers.put(live, question);
  list();
  return ignored.concat(rest.slice(MOST_KEPT).map((it) => it.title));
}

export const nothing = () => ({ readings: [], variants: [] });

// Keeps the live what-if as the next letter that is free.
export function keep() {
  const letters = ['A', 'B', 'C', 'D'].map((it) => words.kept.replace('{letter}', it));
  // Names may have been changed: the letter of its place first, or else any that is free.
  const title = letters.slice(kept.length).concat(letters).find((it) => !kept.some((one) => one.title === it));
  kept.push({ ...asked().variants[0], title });
  list();
}

const moved = (variant) => variant && variant.with.length + variant.changes.length > 0;
const changed = (item) => item.dispatchEvent(new Event('asked', { bubbles: true }));

// A kept variant: its name, which can be changed, and a button that drops it.
function item(variant, index) {
  const row = document.createElement('li');
  const name = document.createElement('input');
  Object.assign(name, { type: 'text', value: variant.title, maxLength: 60, size: 14 });
  name.setAttribute('aria-label', `${words.name} ${String.fromCharCode(65 + index)}`);
  name.addEventListener('change', () => {
    variant.title = name.value.trim() || variant.title;
    changed(row);
  });
  const drop = document.createElement('button');
  Object.assign(drop, { type: 'button', textContent: words.drop });
  drop.setAttribute('aria-label', `${words.drop}: ${variant.title}`);
  drop.addEventListener('click', () => {
    kept.splice(index, 1);
    list();
    changed($('kept'));
  });
  // The first two policies are the scenario as it is and the levers as they stand.
  const told = document.createElement('small');
  told.textContent = levers.told(variant);
  row.append(swatch(index + 2), name, drop, told);
  return row;
}

function list() {
  $('kept').replaceChildren(...kept.map(item));
  allow();
}

export function allow() {
  $('keep').disabled = kept.length >= MOST_KEPT || !moved(asked().variants[0]);
}
