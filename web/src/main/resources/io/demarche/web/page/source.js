// Source: an article with the sentences marked that tell of acts. A sentence that tells of several bears the number of each.

import { ask, stateName } from './api.js';
import { el, outward, time, words } from './dom.js';

export async function show(root, query, articleId) {
  const article = await ask(`/articles/${encodeURIComponent(articleId)}`);
  const title = article.title || 'An article without a title';
  document.title = `${title} – Demarche`;
  const places = article.mentions.map((mention) => (mention.quote ? (article.body ?? '').indexOf(mention.quote) : -1));
  const text = article.body === undefined ? null : el('article', { className: 'source', lang: article.language || null }, ...marked(article.body, article.mentions, places));
  root.replaceChildren(
    el('h1', {}, article.body === undefined ? 'An article' : title),
    el('p', { className: 'soft' }, outward(article.url, article.publisher || 'unnamed publisher'), ', ', article.publishedAt ? time(article.publishedAt) : '', article.truncated ? ' – a paywall cut it' : ''),
    text ?? el('p', { className: 'empty' }, `Its text is not at hand: ${article.missing}. The quotes below are kept.`),
    el('h2', {}, `What it tells (${article.mentions.length})`),
    article.mentions.length ? el('ol', { className: 'acts told' }, article.mentions.map((mention, at) => told(mention, text, at, places[at]))) : el('p', { className: 'empty' }, 'No act rests on it.'));
  const wanted = article.mentions.findIndex((mention) => mention.eventId === query.get('act'));
  if (wanted >= 0) {
    point(text, wanted);
  }
}

function told(mention, text, at, place) {
  return el('li', { tabindex: '0', className: mention.goldsteinTenths < 0 ? 'hostile' : mention.goldsteinTenths > 0 ? 'kind' : '' },
    el('a', { href: `/pair/${mention.dyad}` }, `${mention.eventDate} · ${stateName(mention.source)} → ${stateName(mention.target)}: ${words(mention.eventType)}`), ' ',
    el('span', { className: 'soft' }, `confidence ${mention.confidence.toFixed(2)}${mention.ruleId ? `, rule ${mention.ruleId}` : ''} `),
    place >= 0 ? el('button', { type: 'button', className: 'no-print', onclick: () => point(text, at) }, 'Show')
      : el('blockquote', {}, '“', mention.quote, '”', text ? el('div', { className: 'soft' }, 'This is not in the text: the article was corrected since.') : null));
}

/** Brings the sentence of a mention into sight. */
function point(text, at) {
  const mark = text?.querySelector(`mark[data-acts~="${at + 1}"]`);
  text?.querySelector('mark.pointed')?.classList.remove('pointed');
  mark?.classList.add('pointed');
  mark?.scrollIntoView({ block: 'center' });
}

/** The text in pieces, cut where a quote begins or ends, those within quotes marked. */
function marked(body, mentions, places) {
  const ranges = mentions.map((mention, at) => ({ number: at + 1, start: places[at], end: places[at] + mention.quote.length })).filter((range) => range.start >= 0);
  const cuts = [...new Set([0, body.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, at) => {
    const piece = body.slice(cuts[at], end);
    const within = ranges.filter((range) => range.start <= cuts[at] && range.end >= end);
    const ending = within.filter((range) => range.end === end);
    return [
      within.length ? el('mark', { 'data-acts': within.map((range) => range.number).join(' '), title: within.map((range) => summary(mentions[range.number - 1])).join('\n') }, piece) : piece,
      ...(ending.length ? [el('sup', {}, ending.map((range) => range.number).join(', '))] : []),
    ];
  });
}

function summary(mention) {
  return `${stateName(mention.source)} → ${stateName(mention.target)}: ${words(mention.eventType)}`;
}
