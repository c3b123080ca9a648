// World: how one state stands with the others, on a map; the states most concerned as a matrix; all pairs as a list.

import { ask, pairName, stateName } from './api.js';
import { choice, el, field, level, table, words } from './dom.js';
import { listen, soon } from './live.js';
import { loadOutlines, map, restore } from './map.js';

const MOST = 16;
const LOOK_BACK_DAYS = 30;

export async function show(root, query, _, go) {
  document.title = 'World – Demarche';
  const view = { zoom: 1, left: 0, top: 0 };
  await loadOutlines();

  async function load() {
    const { pairs } = await ask('/pairs', { limit: 500 });
    if (!pairs.length) {
      root.replaceChildren(el('h1', {}, 'World'), el('p', { className: 'empty' }, 'No pair yet.'));
      return;
    }
    const concerns = concernOf(pairs);
    const of = query.get('of')?.toUpperCase() || concerns[0];
    const since = query.get('since') || daysBefore(pairs.map((pair) => pair.asOfDay).sort().at(-1), LOOK_BACK_DAYS);
    const { pairs: seen } = await ask('/pairs', { state: of, since, limit: 500 });
    const focused = document.activeElement?.dataset?.key;
    root.replaceChildren(el('h1', {}, 'World'), form(concerns, of, since, go), map(of, seen, since, view), matrix(pairs, concerns),
      table(pairs.length < 500 ? `${pairs.length} pairs, the most tense first` : 'The 500 most tense pairs', ['Level', 'Pair', 'Surge', 'As of'], pairs.map((one) => el('tr', { tabindex: '0', 'data-key': one.dyad },
        el('td', {}, level(one.level, one.levelRank)),
        el('td', {}, el('a', { href: `/pair/${one.dyad}` }, pairName(one.dyad))),
        el('td', { className: 'number' }, one.surge.toFixed(2)),
        el('td', { className: 'day' }, one.asOfDay)))));
    restore(root, view);
    [...root.querySelectorAll('[data-key]')].find((one) => one.dataset.key === focused)?.focus({ preventScroll: true });
  }

  await load();
  return listen(soon(() => { if (!root.querySelector('form')?.contains(document.activeElement)) { load().catch(() => {}); } }, 1000));
}

function form(concerns, of, since, go) {
  const named = [...new Set([...concerns, of])].map((code) => [code, stateName(code)]).sort(([, a], [, b]) => a.localeCompare(b));
  const fields = el('form', { className: 'filter', 'aria-label': 'Map' },
    choice('of', 'As seen by', named, of),
    field('since', 'Change since', { type: 'date', value: since, required: true }),
    el('button', {}, 'Show'));
  fields.addEventListener('submit', (event) => {
    event.preventDefault();
    go(`/world?${new URLSearchParams(new FormData(fields))}`);
  });
  return fields;
}

/** The states of these pairs, those first whose levels are the gravest in sum. */
function concernOf(pairs) {
  const weight = new Map();
  for (const pair of pairs) {
    for (const state of pair.dyad.split('-')) {
      weight.set(state, (weight.get(state) ?? 0) + pair.levelRank);
    }
  }
  return [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a) || a.localeCompare(b));
}

function daysBefore(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

function matrix(pairs, concerns) {
  const reading = new Map(pairs.map((pair) => [pair.dyad, pair]));
  const tense = new Set(pairs.filter((pair) => pair.levelRank > 0).flatMap((pair) => pair.dyad.split('-')));
  const states = concerns.filter((state) => tense.has(state)).slice(0, MOST).sort();
  if (!states.length) {
    return el('p', {}, 'All pairs are calm.');
  }
  const cell = (row, column) => {
    const one = reading.get([row, column].sort().join('-'));
    return el('td', {}, one && row !== column ? el('a', { href: `/pair/${one.dyad}`, className: `l${Math.max(0, one.levelRank)}`, title: `${pairName(one.dyad)}: ${words(one.level)}`, 'aria-label': `${pairName(one.dyad)}: ${words(one.level)}` }, String(one.levelRank)) : '');
  };
  return table(`Levels among the ${states.length} states most concerned, 0 calm to 6 hostilities`, ['', ...states],
    states.map((row) => el('tr', {}, el('th', { scope: 'row', title: stateName(row) }, row), states.map((column) => cell(row, column)))), 'matrix');
}
