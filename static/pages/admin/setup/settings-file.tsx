import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { SetupChoices } from '../../../../src/contract/setup';
import { setupFileShape, type SetupFile } from '../../../../src/contract/upkeep';
import { call } from '../../../api';
import { FileButton } from '../../../parts/file-button';
import { reason } from '../../../parts/states';
import styles from '../admin-page.module.css';
import { saveFile } from '../../../parts/save-file';

type Reading =
  | { readonly kind: 'nothing' | 'busy' }
  | { readonly kind: 'says'; readonly text: string; readonly isAlert: boolean }
  | { readonly kind: 'read'; readonly file: SetupFile; readonly settings: readonly string[]; readonly missing: readonly string[] };

export interface SettingsFileProps {
  readonly isDisabled: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
}

/** What was decided, without any evidence: to keep, or for another site. A file is checked, and its choices go through the plan. */
export function SettingsFile({ isDisabled, onChoose }: SettingsFileProps) {
  const queries = useQueryClient();
  const [reading, setReading] = useState<Reading>({ kind: 'nothing' });
  const guarded = async (act: () => Promise<Reading>): Promise<void> => {
    setReading({ kind: 'busy' });
    try {
      setReading(await act());
    } catch (failure) {
      setReading({ kind: 'says', text: `It did not work. ${reason(failure instanceof Error ? failure : new Error())} Trying again is safe.`, isAlert: true });
    }
  };
  const save = () =>
    guarded(async () => {
      saveFile('groundwork-settings.json', 'application/json', JSON.stringify(await call('exportSetup', {}), null, 2));
      return { kind: 'says', text: 'Saved.', isAlert: false };
    });
  const read = (chosen: File) =>
    guarded(async () => {
      const file = fileIn(await chosen.text());
      if (!file) return { kind: 'says', text: 'This is no settings file of Groundwork. Nothing was changed.', isAlert: true };
      const { choices, settings, missing } = await call('readSetupFile', { file });
      onChoose(choices);
      return { kind: 'read', file, missing, settings: settings.map(({ name }) => name) };
    });
  const put = (file: SetupFile) =>
    guarded(async () => {
      const { changed } = await call('importSettings', { file });
      // What the file says of gates is in the plan from now on.
      await queries.invalidateQueries({ queryKey: ['plan'] });
      return { kind: 'says', text: inPlace(changed.length, file.gates.length > 0), isAlert: false };
    });
  return (
    <section className={styles.section} aria-labelledby="settings-file">
      <h2 id="settings-file">Settings as a file</h2>
      <p className={styles.lead}>Choices and the settings of projects, without any evidence. Reading a file changes nothing: it shows the plan for it.</p>
      <div className={styles.acts}>
        <Button isDisabled={isDisabled || reading.kind === 'busy'} onClick={() => void save()}>
          Export settings
        </Button>
        <FileButton
          label="Read a settings file"
          accept="application/json,.json"
          isDisabled={isDisabled || reading.kind === 'busy'}
          onChoose={(chosen) => void read(chosen)}
        />
        {reading.kind === 'says' && <span role={reading.isAlert ? 'alert' : 'status'}>{reading.text}</span>}
      </div>
      {reading.kind === 'read' && (
        <div className={styles.acts} role="status">
          <span>
            The choices of the file are ticked above, and the plan is for them: nothing was changed yet.
            {reading.missing.length > 0 && ` This site does not know ${reading.missing.join(', ')}: left out.`}
          </span>
          {reading.settings.length > 0 && <Button onClick={() => void put(reading.file)}>{`Replace the settings of ${reading.settings.join(', ')}`}</Button>}
        </div>
      )}
    </section>
  );
}

const inPlace = (projects: number, hasGates: boolean): string =>
  `The settings of ${String(projects)} ${projects === 1 ? 'project' : 'projects'} are in place.${hasGates ? ' What the file says of gates stands in the plan above, to be applied.' : ''}`;

function fileIn(text: string): SetupFile | undefined {
  try {
    const parsed = z.safeParse(setupFileShape, JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
