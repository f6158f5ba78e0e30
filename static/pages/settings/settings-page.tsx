import type { ProjectSettingsPage } from '../../../src/contract/project-settings';
import { Empty, Failed, Loading } from '../../parts/states';
import { ConflictNote } from './conflict-note';
import { Exempters } from './exempters';
import { GateSection } from './gate/gate-section';
import { useGate, useGateDraft } from './gate/queries';
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
      {!opened.data && (
        <div className={styles.scroll}>
          <Heading />
          {failure ? <Failed what="the settings" failure={failure} onRetry={retry} /> : <Loading what="the settings" />}
        </div>
      )}
      {opened.data && <Settings page={opened.data} locale={place.data?.locale ?? 'en-US'} />}
    </main>
  );
}

const Heading = () => <h1>Groundwork in this project</h1>;

function Settings({ page, locale }: { readonly page: ProjectSettingsPage; readonly locale: string }) {
  const { draft, change, isChanged, discard, conflict, saving } = useSaving(page);
  const { project } = page;
  const gate = useGate(project.id);
  const gating = useGateDraft(project.id, gate.data);
  const save = (): void => {
    saving.reset();
    gating.saving.reset();
    if (isChanged) saving.mutate();
    if (gating.isChanged) gating.saving.mutate();
  };
  return (
    <>
      <div className={styles.scroll}>
        <Heading />
        {!page.isRanked && (
          <Empty title={`${project.name} is not ranked yet`}>
            <p>A Jira admin chooses the projects: Jira settings, Apps, Groundwork. What you decide here counts as soon as it is.</p>
          </Empty>
        )}
        {conflict && <ConflictNote conflict={conflict} draft={draft} isChanged={isChanged} onChange={change} />}
        <WhatIsRanked page={page} settings={draft} onChange={change} />
        <div className={styles.beside}>
          <SourceTable
            sources={draft.sources}
            onChange={(sources) => {
              change({ sources });
            }}
          />
          <OrderPreview projectId={project.id} saved={page.settings.sources} sources={draft.sources} />
        </div>
        <Words used={page.used} settings={draft} onChange={change} />
        <GateSection project={project} locale={locale} gate={gate} editing={gating}>
          <Exempters
            chosen={draft.exempters}
            onChange={(exempters) => {
              change({ exempters });
            }}
          />
        </GateSection>
      </div>
      <SaveBar
        parts={[
          {
            name: 'Settings',
            isChanged,
            isSaving: saving.isPending,
            failure: conflict ? null : saving.error,
            isSaved: saving.isSuccess,
            does: '',
            onceSaved: 'The order is worked out anew; that takes a moment.',
          },
          {
            name: 'Gate',
            isChanged: gating.isChanged,
            isSaving: gating.saving.isPending,
            failure: gating.isOvertaken ? null : gating.saving.error,
            isSaved: gating.saving.isSuccess,
            does: 'Saving changes the rule in Jira’s workflows, for this project only.',
            onceSaved: 'The gate holds from the next move on.',
          },
        ]}
        onSave={save}
        onDiscard={() => {
          discard();
          gating.discard();
        }}
      />
    </>
  );
}
