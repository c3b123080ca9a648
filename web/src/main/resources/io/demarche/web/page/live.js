// What comes in while one looks.

const listeners = new Set();
let source = null;

/** Calls back with the kind of each piece of news and what it says; returns how to stop it. */
export function listen(callback) {
  listeners.add(callback);
  return () => listeners.delete(callback);
}

function tell(kind, news) {
  for (const callback of listeners) {
    callback(kind, news);
  }
}

/** Opens the stream; the browser opens it again by itself and says which number it saw last. */
export function connect(show) {
  source = new EventSource('/api/v1/stream');
  source.addEventListener('open', () => show('live', false));
  source.addEventListener('error', () => {
    show('no connection; trying again', true);
    if (source.readyState === EventSource.CLOSED) { // it gave up: begin anew, and read anew
      setTimeout(() => { connect(show); tell('resync', {}); }, 2000);
    }
  });
  source.addEventListener('alert', (event) => tell('alert', JSON.parse(event.data)));
  source.addEventListener('changed', () => { show('live', false); tell('changed', {}); });
  source.addEventListener('resync', () => { show('live', false); tell('resync', {}); });
  source.addEventListener('away', () => show('the archive does not answer', true));
  addEventListener('pagehide', () => source.close(), { once: true });
}

/** The same call later, once, however often it is asked for meanwhile. */
export function soon(action, delay = 300) {
  let timer = null;
  return () => {
    timer ??= setTimeout(() => { timer = null; action(); }, delay);
  };
}
