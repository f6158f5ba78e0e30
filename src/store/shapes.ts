type Upgrade = (older: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** How records of one kind are written and read back, whatever version wrote them. */
export interface Shape<Content> {
  readonly pack: (content: Content) => Readonly<Record<string, unknown>>;
  readonly read: (stored: unknown) => Content;
}

/**
 * `upgrades[n - 1]` turns version n into n + 1: the list only ever grows. Only this app writes its storage, so the version is
 * what is checked, and it stands for the rest.
 */
export function shape<Content extends object>(name: string, upgrades: readonly Upgrade[] = []): Shape<Content> {
  const current = upgrades.length + 1;
  return {
    pack: (content) => ({ ...content, v: current }),
    read: (stored) => {
      if (!isRecord(stored) || typeof stored['v'] !== 'number') throw new Error(`Stored ${name} has no version.`);
      const { v, ...content } = stored;
      if (!Number.isInteger(v) || v < 1 || v > current) throw new Error(`Stored ${name} is of version ${v}; this app knows 1 to ${current}.`);
      return upgrades.slice(v - 1).reduce<Readonly<Record<string, unknown>>>((older, upgrade) => upgrade(older), content) as Content;
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> & { readonly v?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
