// An uncertain number: two knobs on one track, the least and the most that it may be.
import { written } from './levers.js';
import { lang, words } from './program.js';

const knobs = (lever) => lever.querySelectorAll('input');
// A number as the reader writes it.
const shown = (it) => Number(it).toLocaleString(lang, { maximumFractionDigits: 6 });
const stands = (lever) => [...knobs(lever)].map((it) => it.value);

export const span = {
  moved(lever, asked) {
    const { set, unit, low, high } = lever.dataset;
    const [min, max] = stands(lever);
    if (min === low && max === high) return;
    const least = written(min, unit);
    asked.changes.push({ set, value: min === max ? least : { min: least, max: written(max, unit) } });
  },
  put(lever, asked) {
    const change = asked.changes.find((it) => it.set === lever.dataset.set);
    const value = change ? change.value : { min: lever.dataset.low, max: lever.dataset.high };
    const [low, high] = knobs(lever);
    low.value = parseFloat(typeof value === 'object' ? value.min : value);
    high.value = parseFloat(typeof value === 'object' ? value.max : value);
    // Where the slider itself puts a knob is where the scenario has it: nobody has moved it.
    if (!change) Object.assign(lever.dataset, { low: low.value, high: high.value });
  },
  touch(lever, knob) {
    const [low, high] = knobs(lever);
    // One knob pushes the other.
    if (+low.value > +high.value) (knob === low ? high : low).value = knob.value;
  },
  press(lever) {
    // As if it were measured, and found in the middle of what was thought possible.
    const [low, high] = knobs(lever);
    low.value = (+low.value + +high.value) / 2;
    high.value = low.value;
  },
  say(lever) {
    const [min, max] = stands(lever);
    const { shown: unit, low, high, saves } = lever.dataset;
    const [first, last] = knobs(lever);
    const share = (it) => (it.value - it.min) / (it.max - it.min);
    const track = lever.querySelector('.ribbon');
    track.style.setProperty('--from', share(first));
    track.style.setProperty('--to', share(last));
    const range = min === max ? shown(min) : `${shown(min)}–${shown(max)}`;
    lever.querySelector('output').textContent = `${range} ${unit}`;
    for (const knob of knobs(lever)) knob.setAttribute('aria-valuetext', `${shown(knob.value)} ${unit}`);
    lever.querySelector('[name=measured]').disabled = min === max;
    // As if it were measured: what that saves, or where that is found.
    const said = lever.querySelector('.saves');
    said.textContent = saves || (min === max ? words.measure : '');
    said.hidden = !said.textContent;
    return min !== low || max !== high;
  },
};

// What a plan found that measuring a number saves, said at its lever.
export function saySaves(list) {
  for (const lever of document.querySelectorAll('[data-kind=span]')) {
    const found = list.find((it) => it.path === lever.dataset.set);
    lever.dataset.saves = found ? found.words : '';
    span.say(lever);
  }
}
