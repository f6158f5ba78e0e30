type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

/** `events.on` and `events.emit` of all frames on the page: every listener hears it, the sender's own included. */
export const frameBus = {
  on(event: string, listener: Listener): () => void {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
    return () => void all.delete(listener);
  },
  emit(event: string, payload: unknown): void {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  },
};
