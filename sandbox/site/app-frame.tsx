import { useQueryClient } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { CreateDialog } from './create-dialog';
import { useFlags } from './flags';
import { ForgeFrame, type FrameHost, type FrameModal } from './forge-frame';
import { ModuleDialog } from './module-dialog';
import { go } from './router';
import type { SiteModule } from './site-module';
import { ThemeContext } from './theme';

export interface AppFrameProps extends Pick<FrameHost, 'onRuleConfiguration' | 'onClose' | 'onClosing' | 'route'> {
  readonly module: SiteModule;
  readonly fit?: 'content' | 'page';
}

/** A module of the app in its place, with what Jira does for it: flags, dialogs, links, fresh data. */
export function AppFrame({ module, fit = 'content', ...place }: AppFrameProps) {
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
          else go(target.pathname + target.search + target.hash);
        }}
        onOpenModal={setModal}
        onOpenIssue={(key) => go(`/browse/${key}`)}
        onCreateIssue={(_context, closed) => setCreated(() => closed)}
        onRefreshIssue={() => void queries.invalidateQueries({ queryKey: ['issue'] })}
        {...place}
      />
      {modal && (
        <ModuleDialog
          module={modal.module}
          title={modal.title}
          size={modal.size}
          closeOnEscape={modal.closeOnEscape}
          closeOnOverlayClick={modal.closeOnOverlayClick}
          onClosed={(payload) => {
            setModal(undefined);
            modal.closed(payload);
          }}
        />
      )}
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
