import type { ProjectSettingsPage } from '../../../src/contract/project-settings';
import { Empty, Failed, Loading } from '../../parts/states';
import { ConflictNote } from './conflict-note';
import { Exempters } from './exempters';
import { GateSection } from './gate/gate-section';
import { OrderPreview } from './order-preview';
import { useProjectSettings } from './queries';
import { SaveBar } from './save-bar';
import styles from './settings-page.module.css';
import { SourceTable } from './source-table';
import { useSaving } from './use-saving';
import { WhatIsRanked } from './what-is-ranked';
import { Words } from './words';

/** What the admin of a project decides about it. */
export function SettingsPage() {
  const { place, opened, failure, retry } = useProjectSettings();
  return (
    <main className={styles.page}>
      <h1>Groundwork in this project</h1>
      {failure && !opened.data && <Failed what="the settings" failure={failure} onRetry={retry} />}
      {!failure && !opened.data && <Loading what="the settings" />}
      {opened.data && <Settings page={opened.data} locale={place.data?.locale ?? 'en-US'} />}
    </main>
  );
}

function Settings({ page, locale }: { readonly page: ProjectSettingsPage; readonly locale: string }) {
  const { draft, change, isChanged, discard, conflict, saving } = useSaving(page);
  const { project } = page;
  return (
    <>
      {!page.isRanked && (
        <Empty title={`${project.name} is not ranked yet`}>
          <p>A Jira admin chooses the projects: Jira settings, Apps, Groundwork. What you decide here counts as soon as it is.</p>
        </Empty>
      )}
      {conflict && <ConflictNote conflict={conflict} draft={draft} onChange={change} />}
      <WhatIsRanked page={page} settings={draft} onChange={change} />
      <SourceTable
        sources={draft.sources}
        onChange={(sources) => {
          change({ sources });
        }}
      />
      <OrderPreview projectId={project.id} saved={page.settings.sources} sources={draft.sources} />
      <Words used={page.used} settings={draft} onChange={change} />
      <Exempters
        chosen={draft.exempters}
        onChange={(exempters) => {
          change({ exempters });
        }}
      />
      <SaveBar
        isChanged={isChanged}
        isSaving={saving.isPending}
        failure={conflict ? null : saving.error}
        isSaved={saving.isSuccess && !isChanged}
        onSave={() => {
          saving.mutate();
        }}
        onDiscard={discard}
      />
      <GateSection project={project} locale={locale} />
    </>
  );
}
