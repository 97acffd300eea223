// The page's levers: what was moved becomes a question, and the answer is drawn as it comes.
const $ = (id) => document.getElementById(id);
const body = document.body;
const lang = body.dataset.lang;
const words = JSON.parse(body.dataset.words);
const page = Array.from(crypto.getRandomValues(new Uint8Array(9)), (it) => it.toString(36)).join('');
const token = new URLSearchParams(location.search).get('token') || '';
const levers = [...document.querySelectorAll('.lever')];
const MOST_KEPT = 3;

// --- Levers and the question ------------------------------------------------------------------

const input = (lever, name) => lever.querySelector(name ? `[name="${name}"]` : 'input, select');
const written = (value, unit) => (unit ? value + unit : Number(value));

// What a lever asks for; nothing where it stands as the scenario has it.
const kinds = {
  span: {
    moved(lever, asked) {
      const { set, unit, low, high } = lever.dataset;
      const [min, max] = ['low', 'high'].map((it) => input(lever, it).value);
      if (min === low && max === high) return;
      const one = written(min, unit);
      asked.changes.push({ set, value: min === max ? one : { min: one, max: written(max, unit) } });
    },
    put(lever, asked) {
      const change = asked.changes.find((it) => it.set === lever.dataset.set);
      const of = (key) => (change && typeof change.value === 'object' ? change.value[key] : change && change.value);
      input(lever, 'low').value = change ? parseFloat(of('min')) : lever.dataset.low;
      input(lever, 'high').value = change ? parseFloat(of('max')) : lever.dataset.high;
    },
    touch(lever, knob) {
      const [low, high] = [input(lever, 'low'), input(lever, 'high')];
      // One knob pushes the other.
      if (+low.value > +high.value) (knob === low ? high : low).value = knob.value;
    },
    say(lever) {
      for (const knob of lever.querySelectorAll('input')) {
        knob.nextElementSibling.textContent = `${knob.value} ${lever.dataset.unit}`;
      }
      return input(lever, 'low').value !== lever.dataset.low || input(lever, 'high').value !== lever.dataset.high;
    },
  },
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
  hires: {
    moved(lever, asked) {
      const count = Number(input(lever, 'count').value);
      const months = lever.dataset.months.split(' ');
      if (count > 0) asked.changes.push({ hire: lever.dataset.role, start: months[input(lever, 'month').value], count });
    },
    put(lever, asked) {
      const change = asked.changes.find((it) => it.hire === lever.dataset.role);
      const month = change ? lever.dataset.months.split(' ').indexOf(change.start) : 0;
      input(lever, 'count').value = change ? change.count : 0;
      input(lever, 'month').value = Math.max(0, month);
    },
    touch(lever, knob) {
      // Whoever moves the month wants somebody to come then.
      if (knob.name === 'month' && input(lever, 'count').value === '0') input(lever, 'count').value = 1;
    },
    say(lever) {
      const month = input(lever, 'month');
      const [year, number] = lever.dataset.months.split(' ')[month.value].split('-');
      const name = new Date(year, number - 1).toLocaleDateString(lang, { month: 'short', year: 'numeric' });
      month.nextElementSibling.textContent = name;
      month.setAttribute('aria-valuetext', name);
      return input(lever, 'count').value !== '0';
    },
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
};
const kindOf = (lever) => kinds[lever.dataset.kind];

let kept = [];

function asked() {
  const question = { readings: [], variants: [] };
  const live = { title: words.what_if, with: [], changes: [] };
  for (const lever of levers) kindOf(lever).moved(lever, live, question);
  if (live.with.length || live.changes.length || kept.length) question.variants.push(live, ...kept);
  return question;
}

// Puts the levers where a question has them; what it has no lever for is given back.
function put(question) {
  const [live, ...rest] = question.variants;
  const first = live || { with: [], changes: [] };
  kept = rest.slice(0, MOST_KEPT);
  for (const lever of levers) kindOf(lever).put(lever, first, question);
  const own = new Set(levers.map((it) => it.dataset.set).concat(levers.map((it) => it.dataset.role)));
  say();
  return first.changes.map((it) => it.set || it.hire).filter((it) => !own.has(it));
}

function say() {
  for (const lever of levers) lever.classList.toggle('moved', kindOf(lever).say(lever));
  $('kept').replaceChildren(...kept.map((variant, index) => {
    const item = document.createElement('li');
    const drop = document.createElement('button');
    item.append(variant.title, ' ', drop);
    Object.assign(drop, { type: 'button', textContent: words.drop });
    drop.addEventListener('click', () => { kept.splice(index, 1); changed(); });
    return item;
  }));
  const [live] = asked().variants;
  const moved = live && live.with.length + live.changes.length > 0;
  $('keep').disabled = kept.length >= MOST_KEPT || !moved;
}

// --- The link, undo and redo ------------------------------------------------------------------

const encode = (question) => btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(question))))
  .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const decode = (text) => JSON.parse(new TextDecoder().decode(
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0))));

let past = [], future = [], present = null;

function remember() {
  const now = JSON.stringify(asked());
  if (now === present) return;
  if (present !== null) past.push(present);
  [present, future] = [now, []];
  link();
}

function link() {
  const question = JSON.parse(present);
  const empty = !question.readings.length && !question.variants.length;
  history.replaceState(null, '', location.pathname + location.search + (empty ? '' : '#q=' + encode(question)));
  [$('undo').disabled, $('redo').disabled] = [!past.length, !future.length];
}

function go(from, to) {
  if (!from.length) return;
  to.push(present);
  present = from.pop();
  put(JSON.parse(present));
  link();
  ask();
}

// --- Asking -----------------------------------------------------------------------------------

const post = (where, sent, signal) => fetch(where, {
  method: 'POST',
  headers: { 'content-type': 'application/json', ...(token && { 'x-staffcast-token': token }) },
  body: JSON.stringify({ page, lang, ...sent }),
  signal,
});

let running = null;

async function ask() {
  if (running) running.abort();
  const own = running = new AbortController();
  state(words.working, 0);
  try {
    const response = await post('/ask', { question: asked() }, own.signal);
    if (!response.ok) return await refuse(response);
    let text = '';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done || own !== running) break;
      const lines = (text + value).split('\n');
      text = lines.pop();
      for (const line of lines) draw(JSON.parse(line));
    }
  } catch (error) {
    if (error.name !== 'AbortError') state(words.gone, null);
  }
}

function draw({ picture, refused, ready }) {
  if (refused) return problems(refused);
  if (ready) return state(words.ready, 1);
  if (!picture) return;
  problems([]);
  const top = scrollY;
  $('answer').innerHTML = picture.html;
  $('answer').classList.toggle('early', picture.done < picture.of / 4);
  $('answer').dataset.done = picture.done;
  downloads();
  scrollTo(0, top);
  $('answer').dispatchEvent(new Event('drawn', { bubbles: true }));
  state(`${words.working} ${picture.done} / ${picture.of}`, picture.done / picture.of);
}

function state(text, share) {
  $('state').textContent = text;
  $('progress').value = share === null ? 0 : share;
  body.dataset.state = share === 1 ? 'ready' : share === null ? 'gone' : 'working';
}

async function refuse(response) {
  const text = await response.text();
  try {
    problems(JSON.parse(text).refused);
  } catch {
    state(text || words.gone, null);
  }
}

// A refusal stands at the lever that it is about, where there is one.
function problems(list) {
  for (const lever of levers) lever.classList.remove('wrong');
  const texts = list.map(({ path, words: said }) => {
    const lever = levers.find((it) => it.dataset.set && path && path.startsWith(it.dataset.set.replaceAll('"', '')));
    if (lever) lever.classList.add('wrong');
    return said;
  });
  $('problems').hidden = !list.length;
  $('problems').textContent = list.length ? `${words.refused} ${[...new Set(texts)].join('; ')}` : '';
  if (list.length) state('', null);
}

async function fetched(where, sent, name) {
  const response = await post(where, sent);
  if (!response.ok) return refuse(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// Each chart can be had as a file.
function downloads() {
  for (const figure of $('answer').querySelectorAll('figure[data-key]')) {
    const line = document.createElement('p');
    line.className = 'files';
    for (const ending of ['png', 'svg']) {
      const name = `${figure.dataset.key}.${ending}`;
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: ending.toUpperCase(), title: name });
      button.addEventListener('click', () => fetched('/file', { question: asked(), name }, name));
      line.append(button);
    }
    figure.append(line);
  }
}

// --- Events -----------------------------------------------------------------------------------

let waiting = null, last = 0;

// While a knob is dragged, at most five questions a second; the last one always counts.
function changed() {
  say();
  clearTimeout(waiting);
  waiting = setTimeout(() => { last = Date.now(); remember(); ask(); }, Math.max(0, last + 200 - Date.now()));
}

$('levers').addEventListener('input', (event) => {
  if (event.target.id === 'find') return find(event.target.value.trim().toLowerCase());
  const lever = event.target.closest('.lever');
  if (!lever) return;
  const { touch } = kindOf(lever);
  if (touch) touch(lever, event.target);
  changed();
});
$('levers').addEventListener('submit', (event) => event.preventDefault());

function find(wanted) {
  for (const lever of levers) lever.hidden = !lever.textContent.toLowerCase().includes(wanted);
  for (const group of document.querySelectorAll('.group')) {
    const shown = [...group.querySelectorAll('.lever')].some((it) => !it.hidden);
    group.hidden = !shown;
    if (wanted && shown) group.open = true;
  }
}

$('undo').addEventListener('click', () => go(past, future));
$('redo').addEventListener('click', () => go(future, past));
$('reset').addEventListener('click', () => { kept = []; put({ readings: [], variants: [] }); changed(); });
$('keep').addEventListener('click', () => {
  const live = asked().variants[0];
  kept.push({ ...live, title: words.kept.replace('{letter}', String.fromCharCode(65 + kept.length)) });
  changed();
});
$('link').addEventListener('click', async () => {
  const url = new URL(location.href);
  url.searchParams.delete('token');
  await navigator.clipboard.writeText(url.href);
  state(words.copied, $('progress').value);
});
$('save').addEventListener('click', () => fetched('/save', { question: asked() }, 'what-if.toml'));
$('download').addEventListener('change', (event) => {
  const name = event.target.value;
  event.target.value = '';
  if (name) fetched('/file', { question: asked(), name }, name);
});
$('open').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  event.target.value = '';
  if (!file) return;
  const response = await fetch('/open', {
    method: 'POST', body: await file.text(), headers: token ? { 'x-staffcast-token': token } : {},
  });
  if (!response.ok) return refuse(response);
  const { question, ignored } = await response.json();
  left(ignored.concat(put(question)));
  changed();
});
$('language').addEventListener('click', (event) => {
  event.preventDefault();
  const url = new URL(event.target.href);
  if (token) url.searchParams.set('token', token);
  location.href = url.href + location.hash;
});

function left(ignored) {
  if (!ignored.length) return;
  $('problems').hidden = false;
  $('problems').textContent = `${words.ignored} ${ignored.join(', ')}`;
}

// A link opens what it holds; what cannot be read of it is said, and the scenario opens as it is.
function opened() {
  const text = location.hash.startsWith('#q=') ? location.hash.slice(3) : '';
  try {
    const question = { readings: [], variants: [], ...(text ? decode(text) : {}) };
    question.variants = question.variants.map((it) => ({ title: '', with: [], changes: [], ...it }));
    return put(question);
  } catch {
    put({ readings: [], variants: [] });
    return [text.slice(0, 40)];
  }
}

const ignored = opened();
present = JSON.stringify(asked());
link();
ask().then(() => left(ignored));
left(ignored);
