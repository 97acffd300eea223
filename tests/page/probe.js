(() => {
  const found = { errors: [], tooWide: [], faint: [], lost: [], doubled: [] };
  const report = (text) => found.errors.push(String(text));
  addEventListener('error', (event) => report(event.message || event.target.outerHTML), true);
  addEventListener('unhandledrejection', (event) => report(event.reason));
  document.addEventListener('securitypolicyviolation', (event) =>
    report(`${event.violatedDirective}: ${event.blockedURI}`));
  for (const kind of ['error', 'warn']) console[kind] = (...words) => report(words.join(' '));

  const shown = (element) => element.getClientRects().length > 0;
  const describe = (element) => `${element.localName}.${element.getAttribute('class')}: ` +
    element.textContent.trim().slice(0, 40);

  // WCAG 2.1, "contrast ratio".
  const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      const [, , , opacity = 1] = parts(colour);
      if (opacity === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };

  addEventListener('load', () => {
    const root = document.documentElement;
    found.width = innerWidth;
    found.height = innerHeight;
    found.scroll = Math.max(root.scrollWidth, document.body.scrollWidth);
    found.dark = matchMedia('(prefers-color-scheme: dark)').matches
      && light(getComputedStyle(document.body).backgroundColor) < 0.1;
    found.font = document.fonts.check('16px Inter', 'Яя') && document.fonts.size === 2;
    found.resources = performance.getEntriesByType('resource').map((entry) => entry.name);
    found.first = document.querySelector('h1, h2, h3').tagName;
    const chart = [...document.querySelectorAll('figure svg')].find(shown);
    found.chartTop = chart.getBoundingClientRect().top;

    for (const element of document.body.querySelectorAll('*')) {
      if (!shown(element) || element.closest('.table') || element.matches('.skip')) continue;
      const { left, right } = element.getBoundingClientRect();
      // Shapes may be cut at the edge of their chart; letters may not.
      const drawn = element.closest('svg') && !element.matches('svg, text');
      if (!drawn && (right > innerWidth + 1 || left < -1)) found.tooWide.push(describe(element));
      if (element.matches('figure svg text')) {
        const around = element.closest('svg').getBoundingClientRect();
        if (right > around.right + 2 || left < around.left - 2) found.tooWide.push(describe(element));
      }
    }
    for (const element of document.body.querySelectorAll('*')) {
      const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!says || !shown(element) || element.matches('script, style')) continue;
      const svg = element.closest('svg');
      const style = getComputedStyle(element);
      const [least, colour] = svg ? [3, style.fill] : [4.5, style.color];
      // Numbers in a heat map stand on cells; the palette has a test of its own.
      if (svg && /on-heat/.test(element.getAttribute('class'))) continue;
      if (contrast(colour, behind(svg ? svg.parentElement : element)) < least) {
        found.faint.push(describe(element));
      }
    }
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      if (!document.getElementById(link.hash.slice(1))) found.lost.push(link.hash);
    }
    for (const element of document.querySelectorAll('[aria-labelledby]')) {
      const name = element.getAttribute('aria-labelledby');
      if (!document.getElementById(name)) found.lost.push(name);
    }
    const names = [...document.querySelectorAll('[id]')].map((element) => element.id);
    found.doubled = names.filter((name, index) => names.indexOf(name) !== index);

    const tip = [...document.querySelectorAll('.tip[tabindex="0"]')].find(shown);
    tip.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    tip.focus();
    dispatchEvent(new Event('scroll'));
    const bubble = document.querySelector('.bubble');
    found.said = bubble && !bubble.hidden ? bubble.textContent : '';
    if (bubble.getBoundingClientRect().right > innerWidth) found.tooWide.push('bubble');
    parent.postMessage(JSON.stringify(found), '*');
  });
})();
