// Elements. Text is always set as text: what an article says is never taken for markup.

/** An element with properties and children; a child that is null or false is left out. */
export function el(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    } else if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key in element && key !== 'list' && key !== 'colSpan' && typeof value !== 'string') {
      element[key] = value;
    } else {
      element.setAttribute(key === 'className' ? 'class' : key, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element of a drawing. */
export function svg(name, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** A link to another site, or the bare text where it is no address of the web. */
export function outward(url, text) {
  return /^https?:\/\//.test(url ?? '') ? el('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, text) : text;
}

/** A select with the values of a list, the first of which stands for none. */
export function choice(name, label, options, chosen) {
  return el('label', {}, label, el('select', { name }, options.map(([value, text]) =>
    el('option', { value, selected: value === chosen }, text))));
}

/** A labelled field. */
export function field(name, label, properties) {
  return el('label', {}, label, el('input', { name, ...properties }));
}

/** A table in a box that scrolls sideways. */
export function table(caption, heads, rows, className) {
  return el('div', { className: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', { className },
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows)));
}

/** A word of the records for people: DIPLOMATS_EXPELLED is "diplomats expelled". */
export function words(symbol) {
  return (symbol ?? '').toLowerCase().replaceAll('_', ' ');
}

/** A level by name, in its colour. */
export function level(name, rank) {
  return el('span', { className: `level l${Math.max(0, rank)}` }, name);
}

/** A time in the reader's zone. */
export function time(text) {
  return el('time', { datetime: text, title: text }, new Date(text).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }));
}
