// The map: how one state stands with each of the others. A table behind it has the same for those who read no maps.

import { pairName, stateName } from './api.js';
import { el, level, svg, table, words } from './dom.js';

const ZOOMS = [1, 2, 4];
let world = null;

/** The outlines of states, which are fetched once. */
export async function loadOutlines() {
  world ??= await (await fetch('/assets/outlines.json')).json();
}

/**
 * The map, and what it shows as a table.
 *
 * pairs: the pairs of the state, with levelThen where a reading is that old; view: {zoom, left, top}, which is kept up to date
 */
export function map(of, pairs, since, view) {
  const others = new Map(pairs.map((pair) => [pair.dyad.split('-').find((code) => code !== of), pair]));
  const lands = Object.entries(world.outlines).filter(([code]) => code !== of && !others.has(code)).map(([, outline]) => svg('path', { class: 'land', d: outline }));
  const concerned = [...others].filter(([code]) => world.outlines[code]).sort(([, a], [, b]) => a.levelRank - b.levelRank).map(([code, pair]) => svg('a',
    { href: `/pair/${pair.dyad}`, class: `l${rank(pair)} ${turn(pair)}`, 'aria-label': told(pair, since), 'data-key': `map ${pair.dyad}` },
    svg('title', {}, told(pair, since)), svg('path', { d: world.outlines[code] })));
  const self = world.outlines[of] ? svg('path', { class: 'self', d: world.outlines[of] }, svg('title', {}, stateName(of))) : null;
  const picture = svg('svg', { viewBox: `0 0 ${world.width} ${world.height}`, role: 'group', 'aria-label': `Map: how ${stateName(of)} stands with the others`, class: `zoom${view.zoom}` }, ...lands, ...(self ? [self] : []), ...concerned);
  const box = el('div', { className: 'map', tabindex: '0', role: 'region', 'aria-label': 'Map', onscroll: () => { view.left = box.scrollLeft; view.top = box.scrollTop; } }, picture);
  const zoom = (step) => {
    view.zoom = ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(view.zoom) + step))];
    picture.setAttribute('class', `zoom${view.zoom}`);
    centre(box, self ?? picture);
  };
  const absent = [...others].filter(([code, pair]) => !world.outlines[code] && pair.levelRank > 0);
  return el('section', { 'aria-label': `As ${stateName(of)} sees the others` },
    el('p', { className: 'no-print' }, el('button', { type: 'button', 'aria-label': 'Larger', onclick: () => zoom(1) }, '+'), ' ', el('button', { type: 'button', 'aria-label': 'Smaller', onclick: () => zoom(-1) }, '−'), ' ', ...legend(since)),
    box,
    absent.length ? el('p', {}, 'Not on the map: ', ...absent.flatMap(([code, pair], at) => [at ? ', ' : '', el('a', { href: `/pair/${pair.dyad}` }, stateName(code)), ' (', level(words(pair.level), rank(pair)), ')'])) : null,
    stands(of, others, since));
}

/** Puts the map back to where one had scrolled it. */
export function restore(root, view) {
  const box = root.querySelector('.map');
  if (box && view.zoom > 1) {
    [box.scrollLeft, box.scrollTop] = [view.left, view.top];
  }
}

function rank(pair) {
  return Math.max(0, pair.levelRank);
}

/** Which way it went since the chosen day; where nothing is known of that day, the pair was calm. */
function turn(pair) {
  return ['fallen', '', 'risen'][Math.sign(rank(pair) - Math.max(0, pair.levelRankThen ?? 0)) + 1];
}

function told(pair, since) {
  const change = { risen: `, up from ${words(pair.levelThen ?? 'CALM')} on ${since}`, fallen: `, down from ${words(pair.levelThen)} on ${since}` }[turn(pair)] ?? '';
  return `${pairName(pair.dyad)}: ${words(pair.level)}${change}`;
}

function legend(since) {
  const levels = ['calm', 'strained', 'tense', 'confrontation', 'retaliation', 'rupture', 'hostilities'];
  return [...levels.flatMap((name, at) => [level(`■ ${name}`, at), ' ']), el('span', { className: 'soft' }, `Heavy outline: graver than on ${since}; dashed: calmer. Pale: nothing was told.`)];
}

function stands(of, others, since) {
  const rows = [...others].sort(([, a], [, b]) => b.levelRank - a.levelRank || b.surge - a.surge);
  return table(`How ${stateName(of)} stands with ${rows.length} others, the most tense first`, ['State', 'Level', `On ${since}`, 'Surge', 'As of'], rows.map(([code, pair]) => el('tr', { tabindex: '0', 'data-key': `row ${pair.dyad}` },
    el('td', {}, el('a', { href: `/pair/${pair.dyad}` }, stateName(code))),
    el('td', {}, level(pair.level, rank(pair))),
    el('td', {}, { risen: '↑ from ', fallen: '↓ from ' }[turn(pair)] ?? '', words(pair.levelThen ?? 'CALM')),
    el('td', { className: 'number' }, pair.surge.toFixed(2)),
    el('td', { className: 'day' }, pair.asOfDay))));
}

function centre(box, around) {
  const at = around.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  box.scrollBy(at.left + at.width / 2 - frame.left - frame.width / 2, at.top + at.height / 2 - frame.top - frame.height / 2);
}
