// Runs in every page of the app before anything else: what Atlassian's global-bridge.js and its resizer do, by postMessage to the site.
// A plain script without build: the page's own modules read `__bridge` while they load.
(() => {
  'use strict';
  const channel = 'forge-frame';
  const hostOrigin = location.ancestorOrigins?.[0] ?? new URL(document.referrer).origin;
  const waiting = new Map();
  const functions = new Map();
  let lastId = 0;

  const send = (message) => parent.postMessage({ channel, ...message }, hostOrigin);
  const isPlain = (value) => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  const mapInside = (value, change) => {
    if (Array.isArray(value)) return value.map((inner) => change(inner));
    if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner)]));
    return value;
  };
  // Functions cannot be posted: they stay here and cross as numbers.
  const pack = (value) => {
    if (typeof value !== 'function') return mapInside(value, pack);
    functions.set((lastId += 1), value);
    return { $function: lastId };
  };
  const unpack = (value) => {
    if (isPlain(value) && typeof value.$function === 'number') return (...args) => call('$function', { id: value.$function, args });
    return mapInside(value, unpack);
  };
  const call = (command, payload) =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      waiting.set(id, { resolve, reject });
      send({ type: 'call', id, command, payload: pack(payload) });
    });

  const failure = ({ name, message }) => Object.assign(new Error(message), { name });
  const received = {
    result({ id, value, error }) {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(failure(error));
      else resolve?.(unpack(value));
    },
    async callFunction({ id, handle, args }) {
      try {
        send({ type: 'returned', id, value: pack(await functions.get(handle)(...unpack(args))) });
      } catch (error) {
        send({ type: 'returned', id, error: { name: error?.name ?? 'Error', message: String(error?.message ?? error) } });
      }
    },
    theme({ mode }) {
      if (isThemed) showTheme(mode);
    },
    history({ path }) {
      for (const follow of followers) follow(path);
    },
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source === parent && origin === hostOrigin && data?.channel === channel) received[data.type]?.(data);
  });

  let isThemed = false;
  const showTheme = (mode) => {
    document.documentElement.setAttribute('data-color-mode', mode);
    document.documentElement.setAttribute('data-theme', 'light:light dark:dark spacing:spacing typography:typography shape:shape');
  };
  const enableTheming = async () => {
    isThemed = true;
    showTheme(await call('enableTheming'));
  };

  // A history as of version 4, which the SDK expects. A page with an address of its own shares the browser's; any other keeps its own.
  const followers = new Set();
  const createHistory = async () => {
    const { path, isOfSite } = await call('createHistory');
    const locationOf = (to, state) => {
      const url = typeof to === 'string' ? new URL(to, 'https://frame.invalid') : { pathname: '/', search: '', hash: '', state, ...to };
      return { pathname: url.pathname, search: url.search, hash: url.hash, state: typeof to === 'string' ? state : url.state, key: String((lastId += 1)) };
    };
    const entries = [locationOf(path)];
    const listeners = new Set();
    let at = 0;
    const here = () => entries[at].pathname + entries[at].search + entries[at].hash;
    const show = (action) => {
      history.action = action;
      history.location = entries[at];
      history.length = entries.length;
      for (const listener of listeners) listener(entries[at], action);
    };
    const move = (action) => {
      show(action);
      void call('historyMoved', { action, path: here() });
    };
    followers.add((moved) => {
      if (moved === here()) return;
      entries[at] = locationOf(moved);
      show('POP');
    });
    const history = {
      action: 'POP',
      length: 1,
      location: entries[0],
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      block: () => () => undefined,
      createHref: (to) => (typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`),
      push: (to, state) => {
        entries.splice(at + 1, entries.length, locationOf(to, state));
        at += 1;
        move('PUSH');
      },
      replace: (to, state) => {
        entries[at] = locationOf(to, state);
        move('REPLACE');
      },
      go: (steps) => {
        if (isOfSite) return void call('historyGo', { steps });
        const next = at + steps;
        if (entries[next] === undefined) return;
        at = next;
        move('POP');
      },
      goBack: () => history.go(-1),
      goForward: () => history.go(1),
    };
    return history;
  };

  const inFrame = { enableTheming, createHistory };
  globalThis.__bridge = { callBridge: (command, payload) => (Object.hasOwn(inFrame, command) ? inFrame[command]() : call(command, payload)) };

  // The panel is as high as what is in it.
  const measure = () => {
    const { marginTop, marginBottom } = getComputedStyle(document.body);
    send({ type: 'height', height: Math.ceil(document.body.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom)) });
  };
  addEventListener('DOMContentLoaded', () => {
    new ResizeObserver(measure).observe(document.body);
    measure();
  });

  addEventListener('securitypolicyviolation', ({ documentURI, effectiveDirective, blockedURI }) => {
    void fetch('./__forge__/csp-violation', {
      method: 'POST',
      body: JSON.stringify({ page: documentURI, directive: effectiveDirective, blocked: blockedURI }),
    });
  });
})();
