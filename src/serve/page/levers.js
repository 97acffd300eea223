// The levers: what each kind asks for, how it is put where a question has it, and what it says.
// A lever that stands as the scenario has it asks for nothing.
import { $, lang, words } from './program.js';
import { hires, monthName } from './hires.js';
import { span } from './span.js';

export const levers = [...document.querySelectorAll('.lever')];
export const written = (value, unit) => (unit ? value + unit : Number(value));
const input = (lever) => lever.querySelector('input, select');

const kinds = {
  span,
  hires,
  number: {
    moved(lever, asked) {
      const { set, unit, key, value } = lever.dataset;
      const now = input(lever).value;
      if (now === '' || now === value) return;
      const one = written(now, unit);
      asked.changes.push({ set, value: key ? { [key]: one } : one });
    },
    put(lever, asked) {
      const { set, key, value } = lever.dataset;
      const change = asked.changes.find((it) => it.set === set);
      const now = change && (key && typeof change.value === 'object' ? change.value[key] : change.value);
      input(lever).value = change ? parseFloat(now) : value;
    },
    say: (lever) => input(lever).value !== lever.dataset.value,
  },
  reading: {
    moved(lever, asked, question) {
      if (input(lever).value) question.readings.push(input(lever).value);
    },
    put(lever, asked, question) {
      const own = [...input(lever).options].find((it) => it.value && question.readings.includes(it.value));
      input(lever).value = own ? own.value : '';
    },
    say: (lever) => input(lever).value !== '',
  },
  policy: {
    moved(lever, asked) {
      if (input(lever).checked) asked.with.push(input(lever).value);
    },
    put(lever, asked) {
      input(lever).checked = asked.with.includes(input(lever).value);
    },
    say: (lever) => input(lever).checked,
  },
  // A cap is no part of a what-if: it bounds what a plan for it may do.
  cap: {
    moved(lever, asked, question) {
      const now = input(lever).value;
      if (now !== '' && now !== lever.dataset.value) question.cap = { ...question.cap, [lever.dataset.key]: Number(now) };
    },
    put(lever, asked, question) {
      const now = question.cap && question.cap[lever.dataset.key];
      input(lever).value = now === undefined ? lever.dataset.value : now;
    },
    say: (lever) => input(lever).value !== lever.dataset.value,
  },
};
const kindOf = (lever) => kinds[lever.dataset.kind];

// What the levers ask for: of the live what-if, and of the whole question.
export function ask(live, question) {
  for (const lever of levers) kindOf(lever).moved(lever, live, question);
}

// Puts the levers where a question has them; gives back what there is no lever for.
export function put(live, question) {
  for (const lever of levers) kindOf(lever).put(lever, live, question);
  const own = new Set(levers.flatMap(({ dataset }) => [dataset.set, dataset.role]));
  const policies = new Set(levers.filter((it) => it.dataset.kind === 'policy').map((it) => input(it).value));
  const readings = new Set(levers.filter((it) => it.dataset.kind === 'reading')
    .flatMap((it) => [...input(it).options].map((option) => option.value)));
  say();
  return live.changes.map((it) => it.set || it.hire).filter((it) => !own.has(it))
    .concat(live.with.filter((it) => !policies.has(it)), question.readings.filter((it) => !readings.has(it)));
}

export function say() {
  for (const lever of levers) lever.classList.toggle('moved', kindOf(lever).say(lever, words));
  const moved = levers.filter((it) => it.matches('.moved')).map(summary);
  $('moved').hidden = !moved.length;
  $('moved').textContent = `${words.moved_levers} ${moved.join('; ')}`;
}

// What a variant asks for, in words.
export function told({ changes, with: policies }) {
  const title = (own, key) => (own ? titleOf(own) : key);
  const number = (it) => parseFloat(it).toLocaleString(lang, { maximumFractionDigits: 6 });
  const change = ({ set, value, hire, start, count }) => {
    const lever = levers.find(({ dataset }) => (set ? dataset.set === set : dataset.role === hire));
    if (!set) return `${title(lever, hire)}: +${count}, ${monthName(start, 'short')}`;
    const values = typeof value === 'object' ? Object.values(value) : [value];
    const unit = lever && (lever.dataset.shown || lever.querySelector('.unit')?.textContent);
    return `${title(lever, set)}: ${[...new Set(values.map(number))].join('–')} ${unit || ''}`.trim();
  };
  const policy = (key) => title(levers.find((it) => it.dataset.kind === 'policy' && input(it).value === key), key);
  return policies.map(policy).concat(changes.map(change)).join('; ');
}

const titleOf = (lever) => lever.querySelector('legend, label span').firstChild.textContent.trim();

// What a moved lever says where it is out of sight: on paper, and on a phone.
function summary(lever) {
  const title = titleOf(lever);
  const [shown, own] = [lever.querySelector('output'), input(lever)];
  if (shown) return `${title}: ${shown.textContent}`;
  if (own.type === 'checkbox') return title;
  const value = own.selectedOptions ? own.selectedOptions[0].text : own.value;
  return `${title}: ${value} ${lever.querySelector('.unit')?.textContent || ''}`.trim();
}

// What the reader did with a lever; whether it asks for something else now.
export function touched({ type, target, key }) {
  const lever = target.closest('.lever');
  if (!lever) return false;
  const { touch, press, key: pressed } = kindOf(lever);
  if (type === 'input') {
    if (touch) touch(lever, target);
    return true;
  }
  if (type === 'keydown') return Boolean(pressed && target.type === 'range' && pressed(lever, target, key));
  if (!press || target.type !== 'button') return false;
  press(lever, target);
  return true;
}

// Shows the levers that speak of what is looked for.
export function find(wanted) {
  for (const lever of levers) lever.hidden = !lever.textContent.toLowerCase().includes(wanted);
  for (const group of document.querySelectorAll('.group')) {
    const shown = [...group.querySelectorAll('.lever')].some((it) => !it.hidden);
    group.hidden = !shown;
    if (wanted && shown) group.open = true;
  }
}

// What is wrong stands at the lever that it is about, where there is one, and else above all levers.
export function refuse(list) {
  for (const lever of levers) {
    lever.classList.remove('wrong');
    lever.querySelector('.refused')?.remove();
    input(lever)?.removeAttribute('aria-invalid');
  }
  const homeless = list.filter(({ path, words: said }) => {
    const lever = levers.find((it) => it.dataset.set && path && path.startsWith(it.dataset.set.replaceAll('"', '')));
    if (!lever) return true;
    const place = lever.querySelector('.refused') || document.createElement('p');
    place.className = 'refused';
    place.setAttribute('role', 'alert');
    place.textContent = said;
    lever.append(place);
    lever.classList.add('wrong');
    input(lever).setAttribute('aria-invalid', 'true');
    lever.closest('.group').open = true;
    return false;
  });
  const texts = [...new Set(homeless.map((it) => it.words))];
  notice(texts.length ? `${words.refused} ${texts.join('; ')}` : '');
}

// What the reader should know that belongs to no lever.
export function notice(text) {
  $('problems').hidden = !text;
  $('problems').textContent = text;
}
