import Button from '@atlaskit/button/new';
import { memo, useState } from 'react';
import { sources as allSources, type Source } from '../../../../src/domain/evidence';
import { unknownSource } from '../../../../src/domain/score/params';
import { paramsWith, type SourceSettings } from '../../../parts/source-settings';
import { sourceName } from '../../../parts/sources';
import { isOfSource, put, type Changes, type SourceChange } from './changes';
import { SourceField } from './source-field';
import styles from './what-if.module.css';
import { capital } from './words';

export interface SourceFieldsProps {
  readonly saved: SourceSettings;
  /** Records by source: a source that says nothing here has no field. */
  readonly records: ReadonlyMap<string, number>;
  readonly changes: Changes;
  readonly isDisabled: boolean;
  readonly onChange: (changes: Changes) => void;
}

const shownAtFirst = 4;

/** How fast each source's word fades, and how far it is trusted; those that say most come first. */
export const SourceFields = memo(function SourceFields({ saved, records, changes, isDisabled, onChange }: SourceFieldsProps) {
  const [isWhole, setWhole] = useState(false);
  const weights = paramsWith(saved).sources;
  const speaking = allSources.filter((source) => records.has(source)).sort((a, b) => (records.get(b) ?? 0) - (records.get(a) ?? 0));
  const isChanged = (source: Source) => changes.filter(isOfSource).some((change) => change.source === source);
  const shown = isWhole ? speaking : speaking.filter((source, at) => at < shownAtFirst || isChanged(source));
  const field = (source: Source, kind: SourceChange['kind']) => {
    const { trust, halfLifeInDays } = weights.get(source) ?? unknownSource;
    const before = kind === 'half' ? halfLifeInDays : trust;
    const value = changes.filter(isOfSource).find((change) => change.kind === kind && change.source === source)?.value ?? before;
    return (
      <SourceField
        key={source}
        label={kind === 'half' ? `${capital(sourceName(source))} half-life` : capital(sourceName(source))}
        {...(kind === 'half'
          ? { unit: 'days', low: 10, high: Math.max(before <= 180 ? 365 : 2 * before, value), step: 5, least: 1, most: 3650 }
          : { low: 0, high: 1, step: 0.01, least: 0, most: 1 })}
        value={value}
        saved={before}
        isDisabled={isDisabled}
        onChange={(next) => {
          onChange(put(changes, { kind, source, value: next, saved: before }));
        }}
      />
    );
  };
  return (
    <>
      <fieldset className={styles.group}>
        <legend>How fast evidence fades</legend>
        {shown.map((source) => field(source, 'half'))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>How far a source is trusted</legend>
        {shown.map((source) => field(source, 'trust'))}
      </fieldset>
      {!isWhole && speaking.length > shown.length && (
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() => {
            setWhole(true);
          }}
        >
          {`${String(speaking.length - shown.length)} more ${speaking.length - shown.length === 1 ? 'source' : 'sources'}`}
        </Button>
      )}
    </>
  );
});
