(() => {
  'use strict';
  // What parts of charts say becomes a bubble.
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  bubble.setAttribute('aria-hidden', 'true');
  bubble.hidden = true;
  document.body.append(bubble);
  const said = new WeakMap();
  const shape = (kind, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', kind);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };
  // The texts of a figure: names before colons are said once, parts refer to them by number.
  const textsOf = (figure) => {
    const text = figure.dataset.said || '';
    const middle = text.startsWith('\n\n') ? 0 : text.indexOf('\n\n');
    const names = text.slice(0, middle).split('\n');
    return text.slice(middle + 2).split('\n').map((part) => part.split('\t').map((line) => {
      const at = line.indexOf('¦');
      return at < 0 ? line : names[line.slice(0, at)] + ': ' + line.slice(at + 1);
    }));
  };
  const enliven = (root) => {
    for (const figure of root.querySelectorAll('figure[data-said]')) {
      const texts = textsOf(figure);
      // Both drawings have the same parts in the same order.
      for (const group of figure.querySelectorAll('.tips')) {
        let top = 0, height = 0;
        group.dataset.at.split(';').forEach((part, index) => {
          const [x, width, guide, newTop, newHeight] = part.split(' ');
          if (newTop !== undefined) [top, height] = [+newTop, +newHeight];
          const tip = shape('g', {
            class: 'tip', role: 'img', tabindex: index ? -1 : 0, 'aria-label': texts[index].join('; '),
          });
          if (guide !== '-') tip.append(shape('path', { d: `M${guide} ${top}V${top + height}` }));
          tip.append(shape('rect', { x, y: top, width, height }));
          said.set(tip, texts[index]);
          group.append(tip);
        });
      }
    }
  };
  enliven(document);
  let shown = null;

  function show(tip) {
    if (shown === tip) return;
    hide();
    shown = tip;
    tip.classList.add('shown');
    bubble.replaceChildren(...said.get(tip).map((line, index) => {
      const text = document.createElement(index ? 'span' : 'b');
      text.textContent = line;
      return text;
    }));
    bubble.hidden = false;
    place(tip);
  }

  function place(tip) {
    const part = tip.querySelector('rect').getBoundingClientRect();
    const guide = tip.querySelector('path');
    const { width, height } = bubble.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    let left, top;
    if (guide) {
      const line = guide.getBoundingClientRect();
      left = line.left + 12;
      if (left + width > room - 6) left = line.left - 12 - width;
      top = part.top + 8;
    } else {
      left = part.left + part.width / 2 - width / 2;
      top = part.top - height - 8;
      if (top < 6) top = part.bottom + 8;
    }
    bubble.style.left = Math.max(6, Math.min(left, room - width - 6)) + 'px';
    bubble.style.top = Math.max(6, Math.min(top, innerHeight - height - 6)) + 'px';
  }

  function hide() {
    if (!shown) return;
    shown.classList.remove('shown');
    shown = null;
    bubble.hidden = true;
  }

  const tipOf = (event) => event.target.closest && event.target.closest('.tip');
  document.addEventListener('pointerover', (event) => {
    const tip = tipOf(event);
    if (tip) show(tip); else hide();
  });
  document.addEventListener('focusin', (event) => {
    const tip = tipOf(event);
    if (tip) show(tip);
  });
  document.addEventListener('focusout', hide);
  // Reaching a part by the keyboard may scroll to it: then the bubble follows.
  addEventListener('scroll', () => {
    if (shown && shown === document.activeElement) place(shown); else hide();
  }, { passive: true });
  // Paper cannot be unfolded: what is folded is printed open, and folded again.
  addEventListener('beforeprint', () => {
    hide();
    for (const folded of document.querySelectorAll('details:not([open])')) {
      folded.dataset.folded = '';
      folded.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const printed of document.querySelectorAll('details[data-folded]')) {
      printed.open = false;
      delete printed.dataset.folded;
    }
  });

  // One stop of the tabulator for each chart; the arrow keys go from part to part.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
    const tip = tipOf(event);
    if (!tip) return;
    const all = [...tip.parentNode.querySelectorAll('.tip')];
    const at = all.indexOf(tip);
    const to = {
      ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1,
      Home: 0, End: all.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[to];
    if (!next) return;
    tip.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });

  // What scrolls can be reached by the keyboard.
  const reach = () => {
    for (const box of document.querySelectorAll('.table')) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };
  reach();
  addEventListener('resize', reach);
  // A page that draws anew says where.
  document.addEventListener('drawn', (event) => { enliven(event.target); reach(); });
})();
