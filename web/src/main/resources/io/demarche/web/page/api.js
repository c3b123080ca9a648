// The REST API.

import { again } from './session.js';

const ROOT = '/api/v1';
export const LEVELS = ['CALM', 'STRAINED', 'TENSE', 'CONFRONTATION', 'RETALIATION', 'RUPTURE', 'HOSTILITIES'];

/** The answer to a question, or an error whose message a person can act on. */
export async function ask(path, parameters) {
  const query = new URLSearchParams(Object.entries(parameters ?? {}).filter(([, value]) => value !== '' && value !== undefined && value !== null));
  let answer;
  try {
    answer = await fetch(`${ROOT}${path}${query.size ? `?${query}` : ''}`, { headers: { Accept: 'application/json' } });
  } catch {
    throw new Error('The server does not answer. This page goes on when it does.');
  }
  if (answer.status === 401) {
    await again();
    return ask(path, parameters);
  }
  const body = await answer.json().catch(() => ({ error: 'The server answered in a way that this page does not know.' }));
  if (!answer.ok) {
    throw new Error(body.error);
  }
  return body;
}

let names = null;
let regions = {};

/** Names of states by code, and the regions that they lie in. */
export async function loadNames() {
  if (names === null) {
    [names, regions] = await Promise.all([ask('/states'), ask('/regions')]);
  }
}

/** The regions of the world, by name. */
export function regionNames() {
  return Object.keys(regions);
}

/** Whether a state of the pair lies in the region. */
export function touches(dyad, region) {
  return dyad.split('-').some((code) => regions[region]?.includes(code));
}

export function stateName(code) {
  return names?.[code] ?? code;
}

export function pairName(dyad) {
  return dyad.split('-').map(stateName).join(' – ');
}

/** Codes that a text names: a code itself, or the beginning of a state's name. */
export function stateCode(text) {
  const wanted = text.trim().toUpperCase();
  if (wanted === '' || names?.[wanted]) {
    return wanted;
  }
  return Object.keys(names ?? {}).find((code) => names[code].toUpperCase().startsWith(wanted)) ?? wanted;
}

export function allStates() {
  return Object.entries(names ?? {});
}
