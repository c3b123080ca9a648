// Search: acts by words in their quotes, kind, states, days, publisher and confidence.

import { ask, stateCode } from './api.js';
import { el, field } from './dom.js';
import { actItem } from './pair.js';

const NAMES = ['q', 'state', 'type', 'from', 'to', 'publisher', 'minConfidence'];

export async function show(root, query, _, go) {
  document.title = 'Search – Demarche';
  const form = el('form', { className: 'filter', role: 'search', 'aria-label': 'Acts' },
    field('q', 'Words', { type: 'search', value: query.get('q') ?? '' }),
    field('state', 'States', { value: query.get('state') ?? '', size: 14, placeholder: 'AZE or AZE,FRA' }),
    field('type', 'Kind', { value: query.get('type') ?? '', size: 18, placeholder: 'diplomats expelled' }),
    field('from', 'From', { type: 'date', value: query.get('from') ?? '' }),
    field('to', 'To', { type: 'date', value: query.get('to') ?? '' }),
    field('publisher', 'Publisher', { value: query.get('publisher') ?? '' }),
    field('minConfidence', 'Confidence from', { type: 'number', min: '0', max: '1', step: '0.05', value: query.get('minConfidence') ?? '' }),
    el('button', {}, 'Search'));
  const found = el('div', {});
  root.append(el('h1', {}, 'Search'), form, found);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(`/search?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))}`);
  });
  const given = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']));
  given.state = given.state.split(',').map(stateCode).filter(Boolean).join(',');
  given.type = given.type.trim().toUpperCase().replaceAll(' ', '_');
  try {
    await more(found, given, '');
  } catch (error) {
    found.replaceChildren(el('p', { className: 'error', role: 'alert' }, error.message));
  }
}

async function more(found, given, before) {
  const answer = await ask('/search', { ...given, before, limit: 50 });
  const download = new URLSearchParams([...Object.entries(given).filter(([, value]) => value !== ''), ['limit', '10000']]);
  if (!before) {
    found.replaceChildren(
      el('p', { className: 'no-print', role: 'status' }, answer.events.length ? `${answer.events.length}${answer.before ? ' and more' : ''} acts. ` : '',
        answer.events.length ? el('a', { href: `/api/v1/search?${download}&format=csv` }, 'CSV') : null, ' ',
        answer.events.length ? el('a', { href: `/api/v1/search?${download}` }, 'JSON') : null),
      answer.events.length ? el('ul', { className: 'acts' }) : el('p', { className: 'empty' }, 'No act fits.'));
  }
  found.querySelector('button')?.remove();
  found.querySelector('.acts')?.append(...answer.events.map((act) => actItem(act, null, marker(given.q))));
  if (answer.before) {
    found.append(el('button', { type: 'button', onclick: () => more(found, given, answer.before) }, 'Show more'));
  }
}

/** Marks the words searched for. */
function marker(typed) {
  const wanted = (typed.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
  return wanted.length ? (text) => el('span', {}, text.split(/([\p{L}\p{N}]+)/u).map((part) => (wanted.includes(part.toLowerCase()) ? el('mark', {}, part) : part))) : undefined;
}
