import type { Project } from './jira';
import { quoted } from './jira';
import type { SiteModule } from './site-module';

/** What picking an entry does. */
type Target =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'page'; readonly moduleKey: string }
  | { readonly kind: 'modal'; readonly module: SiteModule };

export interface PaletteEntry {
  readonly id: string;
  readonly group: 'Apps' | 'Go to' | 'Search';
  readonly words: string;
  readonly hint?: string;
  readonly icon?: string | undefined;
  readonly target: Target;
}

export interface PaletteFacts {
  readonly commands: readonly SiteModule[];
  readonly projects: readonly Project[];
  readonly isJiraAdmin: boolean;
}

const issueKey = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;

export const targetOf = (module: SiteModule): Target =>
  module.command?.page === undefined ? { kind: 'modal', module } : { kind: 'page', moduleKey: module.command.page };

/** What the palette offers for what was typed so far. */
export function entriesFor(typed: string, { commands, projects, isJiraAdmin }: PaletteFacts): readonly PaletteEntry[] {
  const text = typed.trim();
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (...words: readonly string[]) => wanted.every((word) => words.some((candidate) => candidate.toLowerCase().includes(word)));
  const place = (words: string, path: string): PaletteEntry => ({ id: path, group: 'Go to', words, target: { kind: 'path', path } });
  return [
    ...commands
      .filter(({ title, command }) => fits(title, ...(command?.keywords ?? [])))
      .map((module): PaletteEntry => {
        const { key, title, icon, command } = module;
        const { shortcut } = command ?? {};
        return { id: `command ${key}`, group: 'Apps', words: title, icon, target: targetOf(module), ...(shortcut !== undefined && { hint: shortcut }) };
      }),
    ...(issueKey.test(text) ? [place(text.toUpperCase(), `/browse/${text.toUpperCase()}`)] : []),
    ...projects.filter(({ key, name }) => fits(name, key)).map(({ key, name }) => place(`${name} (${key})`, `/projects/${key}`)),
    ...(isJiraAdmin && fits('Manage apps', 'settings') ? [place('Manage apps', '/admin/manage-apps')] : []),
    ...(text === '' || issueKey.test(text)
      ? []
      : [{ ...place(`Search work items for “${text}”`, `/issues/?jql=${encodeURIComponent(`text ~ ${quoted(text)}`)}`), group: 'Search' } as const]),
  ];
}
