import { useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import { CreateDialog } from './create-dialog';
import { useFlags } from './flags';
import { ForgeFrame, type FrameModal } from './forge-frame';
import { go } from './router';
import type { SiteModule } from './site-module';
import styles from './app-frame.module.css';
import { ThemeContext } from './theme';

export interface AppFrameProps {
  readonly module: SiteModule;
  readonly fit?: 'content' | 'page';
  readonly onRuleConfiguration?: (read: () => Promise<string>) => void;
}

/** A module of the app in its place, with what Jira does for it: flags, dialogs, links, fresh data. */
export function AppFrame({ module, fit = 'content', onRuleConfiguration }: AppFrameProps) {
  const theme = useContext(ThemeContext);
  const flags = useFlags();
  const queries = useQueryClient();
  const [modal, setModal] = useState<FrameModal>();
  const [created, setCreated] = useState<(payload?: unknown) => void>();
  return (
    <>
      <ForgeFrame
        module={module}
        theme={theme}
        fit={fit}
        onFlag={flags.show}
        onCloseFlag={flags.close}
        onNavigate={({ url, newTab }) => {
          const target = new URL(url, window.location.href);
          if (newTab || target.origin !== window.location.origin) window.open(target, '_blank', 'noopener');
          else go(target.pathname + target.search);
        }}
        onOpenModal={setModal}
        onOpenIssue={(key) => go(`/browse/${key}`)}
        onCreateIssue={(_context, closed) => setCreated(() => closed)}
        onRefreshIssue={() => void queries.invalidateQueries({ queryKey: ['issue'] })}
        {...(onRuleConfiguration && { onRuleConfiguration })}
      />
      {modal && <FrameDialog modal={modal} onClosed={() => setModal(undefined)} />}
      {created && (
        <CreateDialog
          onClose={() => {
            created();
            setCreated(undefined);
          }}
        />
      )}
    </>
  );
}

function FrameDialog({ modal, onClosed }: { readonly modal: FrameModal; readonly onClosed: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={modal.title}
      onCancel={(event) => {
        if (!modal.closeOnEscape) event.preventDefault();
      }}
      onClose={() => {
        modal.closed();
        onClosed();
      }}
    >
      <AppFrame module={modal.module} />
    </dialog>
  );
}
