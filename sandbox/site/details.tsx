import type { ReactNode } from 'react';
import type { Issue } from './jira';
import styles from './details.module.css';

/** Fields that a site may call by any id, found by the name Jira gives them. */
function named(issue: Issue, name: string): unknown {
  const id = Object.entries(issue.names ?? {}).find(([, known]) => known === name)?.[0];
  return id === undefined ? undefined : issue.fields[id];
}

const words = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(words).join(', ');
  if (typeof value === 'object' && 'name' in value) return words(value.name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Fields of the app, which Jira names by the app's address. Those without a value stay out of sight. */
const ofApps = ({ schema = {}, names = {}, fields }: Issue): readonly (readonly [string, string])[] =>
  Object.entries(schema)
    .filter(([, { custom }]) => custom?.startsWith('ari:cloud:ecosystem::extension/') === true)
    .map(([id]) => [names[id] ?? id, words(fields[id])]);

const day = (text: string | undefined): string =>
  text === undefined
    ? ''
    : new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export function Details({ issue }: { readonly issue: Issue }) {
  const { fields } = issue;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Type', fields.issuetype.name],
    ['Assignee', fields.assignee?.displayName ?? 'Unassigned'],
    ['Reporter', fields.reporter?.displayName ?? ''],
    ['Organisations', words(named(issue, 'Organizations'))],
    ['Priority', fields.priority?.name ?? ''],
    ['Story points', words(named(issue, 'Story Points') ?? named(issue, 'Story point estimate'))],
    ['Labels', (fields.labels ?? []).join(', ')],
    ['Components', words(fields.components)],
    ['Sprint', words(named(issue, 'Sprint'))],
    ['Security level', fields.security?.name ?? ''],
    ...ofApps(issue),
  ];
  return (
    <section className={styles.details}>
      <h2>Details</h2>
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p>
        Created {day(fields.created)} · Updated {day(fields.updated)}
      </p>
    </section>
  );
}
