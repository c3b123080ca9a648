// World: the most tense pairs as a list, and those among the states most concerned as a matrix.

import { ask, pairName, stateName } from './api.js';
import { el, level, table } from './dom.js';
import { listen, soon } from './live.js';

const MOST = 16;

export async function show(root) {
  document.title = 'World – Demarche';
  async function load() {
    const { pairs } = await ask('/pairs', { limit: 500 });
    root.replaceChildren(el('h1', {}, 'World'),
      pairs.length ? matrix(pairs) : el('p', { className: 'empty' }, 'No pair yet.'),
      pairs.length ? table(`${pairs.length} pairs, the most tense first`, ['Level', 'Pair', 'Surge', 'As of'], pairs.map((one) => el('tr', { tabindex: '0' },
        el('td', {}, level(one.level, one.levelRank)),
        el('td', {}, el('a', { href: `/pair/${one.dyad}` }, pairName(one.dyad))),
        el('td', { className: 'number' }, one.surge.toFixed(2)),
        el('td', { className: 'day' }, one.asOfDay)))) : '');
  }
  await load();
  return listen(soon(() => load().catch(() => {}), 1000));
}

function matrix(pairs) {
  const weight = new Map();
  const reading = new Map();
  for (const pair of pairs) {
    reading.set(pair.dyad, pair);
    for (const state of pair.dyad.split('-')) {
      weight.set(state, (weight.get(state) ?? 0) + pair.levelRank);
    }
  }
  const states = [...weight.keys()].filter((state) => weight.get(state) > 0).sort((a, b) => weight.get(b) - weight.get(a) || a.localeCompare(b)).slice(0, MOST).sort();
  if (!states.length) {
    return el('p', {}, 'All pairs are calm.');
  }
  const cell = (row, column) => {
    const one = reading.get([row, column].sort().join('-'));
    return el('td', {}, one && row !== column ? el('a', { href: `/pair/${one.dyad}`, className: `l${Math.max(0, one.levelRank)}`, title: `${pairName(one.dyad)}: ${one.level.toLowerCase()}`, 'aria-label': `${pairName(one.dyad)}: ${one.level.toLowerCase()}` }, String(one.levelRank)) : '');
  };
  return table(`Levels among the ${states.length} states most concerned, 0 calm to 6 hostilities`, ['', ...states],
    states.map((row) => el('tr', {}, el('th', { scope: 'row', title: stateName(row) }, row), states.map((column) => cell(row, column)))), 'matrix');
}
