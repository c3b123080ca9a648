// Judging acts: what an analyst says of one is evidence, which the pipeline takes in.

import { stateCode, stateName } from './api.js';
import { el, time, words } from './dom.js';
import { change, mayJudge } from './session.js';

const SAID = {
  RIGHT: 'right', WRONG: 'wrong', DUPLICATE: 'a copy of another act', WRONG_SIDES: 'told of the wrong sides',
  WRONG_TYPE: 'the wrong kind of act', WRONG_DATE: 'on the wrong day', TAKEN_BACK: 'no longer judged',
};

/** The buttons of an act; the keys r, w, d and c press them. */
export function judgeButtons(act) {
  if (!mayJudge()) {
    return null;
  }
  const told = el('span', { role: 'status', className: 'soft' });
  const button = (key, label, verdict) => el('button', { type: 'button', 'data-key': key, title: `${label} (${key})`, onclick: () => judge(act, verdict, told) }, label);
  return el('div', { className: 'judge no-print' },
    button('r', 'Right', 'RIGHT'), ' ', button('w', 'Wrong', 'WRONG'), ' ', button('d', 'Copy', 'DUPLICATE'), ' ',
    button('c', 'Correct…', 'CORRECTED'), ' ', told);
}

/** What was said of a pair's acts, the latest first; what still counts can be taken back. */
export function verdictList(verdicts) {
  const judged = new Set();
  return el('ul', { className: 'verdicts' }, verdicts.map((verdict) => {
    const subject = verdict.eventId ?? verdict.mentionIds[0];
    const counts = !judged.has(subject) && verdict.verdict !== 'TAKEN_BACK';
    judged.add(subject);
    const told = el('span', { role: 'status', className: 'soft' });
    return el('li', { className: counts ? '' : 'soft' },
      el('strong', {}, verdict.analyst), ' found ', SAID[verdict.verdict] ?? words(verdict.verdict), ': ',
      `${verdict.eventDate} · ${stateName(verdict.source)} → ${stateName(verdict.target)}: ${words(verdict.eventType)}`,
      instead(verdict), verdict.note ? el('q', {}, verdict.note) : null, ' ', el('span', { className: 'soft' }, time(verdict.at)), ' ',
      counts && verdict.eventId && mayJudge() ? el('button', { type: 'button', className: 'no-print', onclick: () => send(verdict.eventId, { verdict: 'TAKEN_BACK' }, told) }, 'Take back') : null, ' ', told);
  }));
}

function instead(verdict) {
  const said = [
    verdict.correctedSource || verdict.correctedTarget ? `${stateName(verdict.correctedSource ?? verdict.source)} → ${stateName(verdict.correctedTarget ?? verdict.target)}` : null,
    verdict.correctedType ? words(verdict.correctedType) : null, verdict.correctedDate ?? null,
  ].filter((part) => part !== null);
  return said.length ? ` – it was ${said.join(', ')}. ` : '. ';
}

async function judge(act, verdict, told) {
  const given = await ask(act, verdict);
  if (given) {
    await send(act.eventId, given, told);
  }
}

async function send(eventId, given, told) {
  try {
    if (await change('POST', '/verdicts', { eventId, ...given })) {
      told.textContent = 'Said. The pipeline takes it in.';
    }
  } catch (error) {
    told.textContent = error.message;
  }
}

/** Asks why, and of a correction what it was instead; nothing where one thought better of it. */
function ask(act, verdict) {
  const corrects = verdict === 'CORRECTED';
  const note = el('label', {}, 'Why ', el('input', { name: 'note', type: 'text', maxlength: '1000', size: '40', autocomplete: 'off' }));
  const fields = corrects ? [
    el('p', { className: 'soft' }, 'Change what was told wrong; one of the sides, the kind and the day at a time.'),
    el('label', {}, 'Who acted ', el('input', { name: 'source', value: act.source, required: true })), ' ',
    el('label', {}, 'toward whom ', el('input', { name: 'target', value: act.target, required: true })), ' ',
    el('label', {}, 'Kind ', el('input', { name: 'type', value: words(act.eventType), required: true })), ' ',
    el('label', {}, 'Day ', el('input', { name: 'date', type: 'date', value: act.eventDate, required: true })), ' ',
  ] : [];
  const title = corrects ? 'What was it?' : `This act is ${SAID[verdict]}`;
  const asked = el('form', { method: 'dialog' }, fields, note, ' ', el('button', {}, 'Say so'));
  const dialog = el('dialog', { 'aria-label': title, className: 'ask' }, el('h2', {}, title), asked);
  return new Promise((resolve) => {
    let given = null;
    asked.addEventListener('submit', () => {
      const form = Object.fromEntries(new FormData(asked));
      given = corrects ? correction(act, form) : { verdict, note: form.note };
    });
    dialog.addEventListener('close', () => { dialog.remove(); resolve(given); });
    document.body.append(dialog);
    dialog.showModal();
    note.querySelector('input').focus();
  });
}

function correction(act, form) {
  const source = stateCode(form.source);
  const target = stateCode(form.target);
  const type = form.type.trim().toUpperCase().replaceAll(' ', '_');
  if (source !== act.source || target !== act.target) {
    return { verdict: 'WRONG_SIDES', correctedSource: source, correctedTarget: target, note: form.note };
  }
  return type !== act.eventType
    ? { verdict: 'WRONG_TYPE', correctedType: type, note: form.note }
    : { verdict: 'WRONG_DATE', correctedDate: form.date, note: form.note };
}
