import Button from '@atlaskit/button/new';
import { Fragment, useState } from 'react';
import type { ProjectSettingsView } from '../../../src/contract/project-settings';
import { sources, type Source } from '../../../src/domain/evidence';
import { defaultSources } from '../../../src/domain/score/defaults';
import { tidied } from '../../parts/source-settings';
import { sourceName } from '../../parts/sources';
import { Anchors } from './anchors';
import page from './settings-page.module.css';
import styles from './source-table.module.css';

type Sources = ProjectSettingsView['sources'];

export interface SourceTableProps {
  readonly sources: Sources;
  readonly onChange: (sources: Sources) => void;
}

/** What each source's word is worth: trust, half-life, and how bad its own values are. Judgement, and the team's to change. */
export function SourceTable({ sources: said, onChange }: SourceTableProps) {
  const [open, setOpen] = useState<Source | undefined>();
  const change = (source: Source, part: NonNullable<Sources[Source]>): void => {
    onChange(tidied({ ...said, [source]: { ...said[source], ...part } }));
  };
  return (
    <section className={page.section} aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <p className={page.lead}>How far a source is trusted, and after how many days what it said counts half. Changes count in this project’s order only.</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Trust, %</th>
            <th scope="col">Half-life, days</th>
            <th scope="col">What its values mean</th>
            <th scope="col">
              <span className="visually-hidden">Back to the default</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => {
            const usual = defaultSources[source];
            const own = said[source];
            const anchors = own?.anchors ?? usual?.anchors;
            return (
              <Fragment key={source}>
                <tr data-changed={own !== undefined}>
                  <th scope="row">{sourceName(source)}</th>
                  <td data-label="Trust, %">
                    <input
                      type="number"
                      min={0}
                      max={100}
                      step={5}
                      aria-label={`${sourceName(source)}: trust, %`}
                      value={Math.round(100 * (own?.trust ?? usual?.trust ?? 0))}
                      onChange={({ target }) => {
                        change(source, { trust: within(target.valueAsNumber / 100, 0, 1) });
                      }}
                    />
                  </td>
                  <td data-label="Half-life, days">
                    <input
                      type="number"
                      min={1}
                      max={3650}
                      aria-label={`${sourceName(source)}: half-life, days`}
                      value={own?.half ?? usual?.half ?? 180}
                      onChange={({ target }) => {
                        change(source, { half: within(target.valueAsNumber, 1, 3650) });
                      }}
                    />
                  </td>
                  <td data-label="What its values mean">
                    {anchors ? (
                      <Button
                        spacing="compact"
                        appearance="subtle"
                        aria-expanded={open === source}
                        onClick={() => {
                          setOpen(open === source ? undefined : source);
                        }}
                      >
                        {anchors.map(([raw, pain]) => `${String(raw)} hurts ${percent(pain)}`).join(', ')}
                      </Button>
                    ) : (
                      <span className={page.note}>{labelsOf(source)}</span>
                    )}
                  </td>
                  <td>
                    {own !== undefined && (
                      <Button
                        spacing="compact"
                        onClick={() => {
                          onChange(without(said, source));
                        }}
                      >
                        Default
                      </Button>
                    )}
                  </td>
                </tr>
                {open === source && anchors && (
                  <tr>
                    <td colSpan={5}>
                      <Anchors
                        name={sourceName(source)}
                        anchors={anchors}
                        onChange={(changed) => {
                          change(source, { anchors: changed });
                        }}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The sign never stands alone on the next line. */
const percent = (share: number): string => `${String(Math.round(share * 100))}\u00a0%`;

const labelsOf = (source: Source): string =>
  Object.entries(defaultSources[source]?.labels ?? {})
    .filter(([label]) => !/^\d$/.test(label))
    .slice(0, 5)
    .map(([label, pain]) => `${label} is ${percent(pain)}`)
    .join(', ');

const within = (value: number, low: number, high: number): number => (Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low);

const without = (said: Sources, source: Source): Sources => Object.fromEntries(Object.entries(said).filter(([name]) => name !== source));
