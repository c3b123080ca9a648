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

/** Names of states by code. */
export async function loadNames() {
  names ??= await ask('/states');
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
