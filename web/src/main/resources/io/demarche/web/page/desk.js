// The frame: which view is shown, the keys, the connection.

import { loadNames } from './api.js';
import { el } from './dom.js';
import { connect } from './live.js';
import * as pair from './pair.js';
import * as search from './search.js';
import { loadSession } from './session.js';
import * as source from './source.js';
import * as status from './status.js';
import * as watch from './watch.js';
import * as world from './world.js';

const VIEWS = [[/^\/$/, watch], [/^\/pair\/([A-Za-z-]+)$/, pair], [/^\/source\/([^/]+)$/, source], [/^\/search$/, search], [/^\/world$/, world], [/^\/status$/, status]];
const main = document.getElementById('view');
const keys = document.getElementById('keys');
let leave = () => {};
let drawn = 0;

/** Draws the view of the address. A view gives back how to leave it. */
async function draw() {
  const path = decodeURIComponent(location.pathname);
  const [pattern, view] = VIEWS.find(([of]) => of.test(path)) ?? VIEWS[0];
  const number = ++drawn;
  leave();
  leave = () => {};
  for (const link of document.querySelectorAll('header nav a')) {
    link.toggleAttribute('aria-current', link.pathname === location.pathname);
    if (link.pathname === location.pathname) {
      link.setAttribute('aria-current', 'page');
    }
  }
  const root = el('div', {});
  main.replaceChildren(root);
  try {
    await loadNames();
    const left = await view.show(root, new URLSearchParams(location.search), pattern.exec(path)?.[1], go);
    if (number === drawn) {
      leave = left ?? (() => {});
    } else {
      left?.();
    }
  } catch (error) {
    root.append(el('p', { className: 'error', role: 'alert' }, error.message),
      el('button', { type: 'button', onclick: draw }, 'Try again'));
  }
}

/** To another address of this page. */
export function go(address, replace) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  if (!replace) {
    draw();
    main.focus();
    scrollTo(0, 0);
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  const to = link ? new URL(link.href.baseVal ?? link.href, location) : null; // in a drawing, href is an object
  if (to && to.origin === location.origin && !to.pathname.startsWith('/api/') && !to.hash && !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    go(to.href);
  }
});
addEventListener('popstate', draw);
document.getElementById('help').addEventListener('click', () => keys.showModal());

function move(step) {
  const rows = [...main.querySelectorAll('tr[tabindex], .acts > li[tabindex]')];
  if (rows.length) {
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + step))].focus();
  }
}

let before = '';
document.addEventListener('keydown', (event) => {
  if (event.target.matches('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey || keys.open) {
    return;
  }
  const chord = before === 'g' ? { w: '/', o: '/world', s: '/search', t: '/status' }[event.key] : undefined;
  before = event.key;
  if (chord) {
    go(chord);
  } else if (event.key === '?') {
    keys.showModal();
  } else if (event.key === 'j' || event.key === 'k') {
    move(event.key === 'j' ? 1 : -1);
  } else if (event.key === 'Enter' && document.activeElement.matches('tr[tabindex], li[tabindex]')) {
    document.activeElement.querySelector('a')?.click();
  } else if ((event.key === 'a' || event.key === 'm') && document.activeElement.matches('tr[tabindex]')) {
    document.activeElement.querySelector(`button[data-key="${event.key}"]`)?.click();
  } else if ('rwdc'.includes(event.key) && document.activeElement.matches('.acts > li[tabindex]')) {
    document.activeElement.querySelector(`button[data-key="${event.key}"]`)?.click();
  } else if (event.key === '/') {
    main.querySelector('input')?.focus();
  } else {
    return;
  }
  event.preventDefault();
});

const connection = document.getElementById('connection');
loadSession().catch(() => {}).then(() => {
  connect((text, away) => {
    connection.textContent = text;
    connection.classList.toggle('away', away);
  });
  draw();
});
