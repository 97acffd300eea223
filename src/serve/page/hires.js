// People who join, on a ribbon of months: each is a knob that is dragged, or moved by the arrow keys.
import { lang } from './program.js';

// A file may ask for more people than anybody drags one by one: then one knob stands for all of them.
const MOST = 20;

const people = (lever) => [...lever.querySelectorAll('.ribbon input')];
const monthsOf = (lever) => lever.dataset.months.split(' ');

export function monthName(day, style) {
  const [year, month] = day.split('-');
  return new Date(year, month - 1).toLocaleDateString(lang, { month: style, year: 'numeric' });
}

// A knob whose date is no first day of a month keeps it until it is moved.
const startOf = (lever, knob) => knob.dataset.start || monthsOf(lever)[knob.value];

function add(lever, month, count = 1, start = '') {
  const ribbon = lever.querySelector('.ribbon');
  const knob = document.createElement('input');
  Object.assign(knob, { type: 'range', min: 0, max: monthsOf(lever).length - 1, step: 1 });
  knob.value = month;
  Object.assign(knob.dataset, { count, start });
  knob.setAttribute('aria-label', ribbon.dataset.title);
  ribbon.append(knob);
  return knob;
}

// Whom a lever asks for, by the first day, in order of time.
function starts(lever) {
  const found = new Map();
  for (const knob of people(lever)) {
    const start = startOf(lever, knob);
    found.set(start, (found.get(start) || 0) + Number(knob.dataset.count));
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

// The months under the ribbon: the first, the last, and each January between that has room.
function ruler(lever) {
  const months = monthsOf(lever);
  const shown = [0, months.length - 1].map((it) => [it, monthName(months[it], 'short')]);
  for (const [position, day] of months.entries()) {
    const inside = position > months.length / 5 && position < months.length * 4 / 5;
    if (inside && day.split('-')[1] === '01') shown.push([position, day.split('-')[0]]);
  }
  lever.querySelector('.months').replaceChildren(...shown.map(([position, text]) => {
    const mark = document.createElement('span');
    mark.textContent = text;
    mark.style.setProperty('--at', months.length > 1 ? position / (months.length - 1) : 0);
    return mark;
  }));
}

export const hires = {
  moved(lever, asked) {
    for (const [start, count] of starts(lever)) asked.changes.push({ hire: lever.dataset.role, start, count });
  },
  put(lever, asked) {
    if (!lever.querySelector('.months').hasChildNodes()) ruler(lever);
    const months = monthsOf(lever);
    people(lever).forEach((it) => it.remove());
    for (const { hire, start, count } of asked.changes) {
      if (hire !== lever.dataset.role) continue;
      const month = months.findLastIndex((it) => it <= start);
      const own = months[month] === start ? '' : start;
      if (count > MOST) add(lever, Math.max(0, month), count, own);
      else for (let person = 0; person < count; person += 1) add(lever, Math.max(0, month), 1, own);
    }
  },
  touch(lever, knob) {
    knob.dataset.start = '';
  },
  press(lever, button) {
    const last = people(lever).at(-1);
    if (button.name === 'less') return last && last.remove();
    add(lever, last ? last.value : 0).focus();
  },
  // A person is taken off the ribbon as anything is deleted.
  key(lever, knob, key) {
    if (key !== 'Delete' && key !== 'Backspace') return false;
    const others = people(lever).filter((it) => it !== knob);
    knob.remove();
    (others.at(-1) || lever.querySelector('[name=more]')).focus();
    return true;
  },
  say(lever, words) {
    const list = starts(lever).map(([start, count]) => {
      const day = monthsOf(lever).includes(start) ? monthName(start, 'short') : start;
      return `${day}: +${count}`;
    });
    lever.querySelector('output').textContent = list.join(', ') || words.nobody;
    lever.querySelector('[name=less]').disabled = !list.length;
    for (const knob of people(lever)) {
      knob.setAttribute('aria-valuetext', `+${knob.dataset.count}, ${monthName(startOf(lever, knob), 'long')}`);
    }
    return list.length > 0;
  },
};
