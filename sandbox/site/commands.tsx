import { useState } from 'react';
import { CommandPalette } from './command-palette';
import styles from './commands.module.css';
import { useFlags } from './flags';
import { moduleAddress } from './frame-commands';
import { ModuleDialog } from './module-dialog';
import { entriesFor, targetOf, type PaletteEntry } from './palette-entries';
import { useModules, useProjects } from './queries';
import { go, projectIn } from './router';
import type { SiteModule } from './site-module';
import { useKeys } from './use-keys';

/** The command palette, its button, and the app's shortcuts, which Jira too knows only once the palette was open. */
export function Commands({ isJiraAdmin }: { readonly isJiraAdmin: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const [modal, setModal] = useState<SiteModule>();
  const flags = useFlags();
  const projects = useProjects().data ?? [];
  const commands = useModules('place=commands', wasOpen).data ?? [];

  const openPage = async (moduleKey: string): Promise<void> => {
    try {
      go(await moduleAddress(moduleKey, projectIn(window.location.pathname) ?? projects[0]?.key));
    } catch (failure) {
      flags.show({ id: 'command', type: 'error', title: 'The page wasn’t opened', description: String(failure instanceof Error ? failure.message : failure) });
    }
  };
  const follow = (target: PaletteEntry['target']): void => {
    if (target.kind === 'path') go(target.path);
    else if (target.kind === 'modal') setModal(target.module);
    else void openPage(target.moduleKey);
  };
  const open = (): void => {
    setWasOpen(true);
    setOpen(true);
  };
  useKeys(
    open,
    new Map(commands.flatMap((module) => (module.command?.shortcut === undefined ? [] : [[module.command.shortcut, () => follow(targetOf(module))]]))),
  );
  return (
    <>
      <button type="button" className={styles.open} aria-keyshortcuts="Control+K Meta+K" onClick={open}>
        <span className="visually-hidden">Command palette</span> <kbd>Ctrl K</kbd>
      </button>
      {isOpen && (
        <CommandPalette
          entriesFor={(typed) => entriesFor(typed, { commands, projects, isJiraAdmin })}
          onPick={({ target }) => follow(target)}
          onClose={() => setOpen(false)}
        />
      )}
      {modal && <ModuleDialog module={modal} size={modal.viewportSize ?? 'medium'} onClosed={() => setModal(undefined)} />}
    </>
  );
}
