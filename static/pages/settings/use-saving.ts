import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectSettingsPage, ProjectSettingsView } from '../../../src/contract/project-settings';
import { call, CallFailure } from '../../api';
import { mergeSettings, type Merged } from './merge';
import { isSame } from './things';

export interface Conflict extends Merged {
  readonly theirs: ProjectSettingsView;
}

/** A draft of the settings: what is changed stays on screen until it is saved, whoever else saves meanwhile. */
export function useSaving(page: ProjectSettingsPage) {
  const queries = useQueryClient();
  const { id: projectId } = page.project;
  const [base, setBase] = useState(page.settings);
  const [draft, setDraft] = useState(page.settings);
  const [conflict, setConflict] = useState<Conflict | undefined>();
  // What a change would do is told against what is saved, whoever saved it.
  const keep = (settings: ProjectSettingsView): void => {
    void queries.invalidateQueries({ queryKey: ['ranking', projectId] });
    queries.setQueryData<ProjectSettingsPage>(['project-settings', projectId], (old) => old && { ...old, settings });
  };
  const saving = useMutation({
    mutationFn: () => call('saveProjectSettings', { projectId, settings: draft }),
    onSuccess: ({ settings }) => {
      setBase(settings);
      setDraft(settings);
      setConflict(undefined);
      keep(settings);
    },
    onError: async (failure) => {
      if (!(failure instanceof CallFailure) || failure.code !== 'conflict') return;
      const { settings: theirs } = await call('openProjectSettings', { projectId });
      const merged = mergeSettings(base, draft, theirs);
      setBase(theirs);
      setDraft(merged.settings);
      setConflict({ ...merged, theirs });
      keep(theirs);
    },
  });
  const change = (part: Partial<ProjectSettingsView>): void => {
    setDraft((now) => ({ ...now, ...part }));
  };
  const isChanged = !isSame(draft, base);
  return {
    draft,
    change,
    isChanged,
    discard: () => {
      setDraft(base);
      setConflict(undefined);
    },
    conflict,
    saving,
  };
}
