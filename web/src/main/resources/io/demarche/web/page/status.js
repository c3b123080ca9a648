// Status: what the archive holds.

import { ask } from './api.js';
import { el, table, time } from './dom.js';
import { listen, soon } from './live.js';

export async function show(root) {
  document.title = 'Status – Demarche';
  async function load() {
    const status = await ask('/status');
    const lines = [['Acts', status.acts], ['Quotes', status.quotes], ['Alerts that stand', status.alerts], ['Open episodes', status.openEpisodes],
      ['Pairs', status.pairs], ['Assessed up to', status.asOfDay ?? '–'], ['Newest report', status.newestReport ? time(status.newestReport) : '–']];
    root.replaceChildren(el('h1', {}, 'Status'),
      table('The archive', ['What', 'How much'], lines.map(([what, much]) => el('tr', {}, el('td', {}, what), el('td', { className: 'number' }, typeof much === 'number' ? String(much) : much)))),
      table('Topics, as far as they are archived', ['Topic', 'Partitions', 'Up to offset, summed'], status.topics.map((topic) => el('tr', {},
        el('td', {}, topic.topic), el('td', { className: 'number' }, String(topic.partitions)), el('td', { className: 'number' }, String(topic.records))))),
      el('p', {}, el('a', { href: '/api/v1/openapi.json' }, 'The API as an OpenAPI document')));
  }
  await load();
  return listen(soon(() => load().catch(() => {}), 1000));
}
