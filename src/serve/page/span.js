// An uncertain number: two knobs on one track, the least and the most that it may be.
import { written } from './levers.js';

const knobs = (lever) => lever.querySelectorAll('input');
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
    const { unit, low, high } = lever.dataset;
    const [first, last] = knobs(lever);
    const share = (it) => (it.value - it.min) / (it.max - it.min);
    const track = lever.querySelector('.ribbon');
    track.style.setProperty('--from', share(first));
    track.style.setProperty('--to', share(last));
    lever.querySelector('output').textContent = `${min === max ? min : `${min}–${max}`} ${unit}`;
    for (const knob of knobs(lever)) knob.setAttribute('aria-valuetext', `${knob.value} ${unit}`);
    lever.querySelector('[name=measured]').disabled = min === max;
    return min !== low || max !== high;
  },
};

// What a plan found that measuring a number saves, said at its lever.
export function saySaves(list) {
  for (const said of document.querySelectorAll('.saves')) {
    const { set } = said.closest('.lever').dataset;
    const found = list.find((it) => it.path === set);
    said.textContent = found ? found.words : '';
    said.hidden = !found;
  }
}
