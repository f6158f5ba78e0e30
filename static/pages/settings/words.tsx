import Textarea from '@atlaskit/textarea';
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ProjectSettingsPage, ProjectSettingsView } from '../../../src/contract/project-settings';
import styles from './settings-page.module.css';

const lists = {
  stakeholders: { title: 'Stakeholders', about: 'Roles that have problems, such as “finance clerk”.' },
  jobs: { title: 'Jobs', about: 'What they are trying to get done, such as “close the month”.' },
  segments: { title: 'Segments', about: 'Groups of customers, such as “enterprise”. Offered where a Jira admin says which segment a customer is in.' },
} as const;
type List = keyof typeof lists;

export interface WordsProps {
  readonly used: ProjectSettingsPage['used'];
  readonly settings: ProjectSettingsView;
  readonly onChange: (part: Partial<ProjectSettingsView>) => void;
}

/** The words that writers of problems are offered. */
export function Words({ used, settings, onChange }: WordsProps) {
  return (
    <section className={styles.section} aria-labelledby="words">
      <h2 id="words">Words to pick from</h2>
      <p className={styles.lead}>Offered to whoever writes a problem. Other words may still be typed.</p>
      <div className={styles.columns}>
        {(['stakeholders', 'jobs', 'segments'] as const).map((list) => (
          <WordList
            key={list}
            list={list}
            words={settings[list]}
            used={used[list]}
            onChange={(words) => {
              onChange({ [list]: words });
            }}
          />
        ))}
      </div>
    </section>
  );
}

function WordList({
  list,
  words,
  used,
  onChange,
}: {
  readonly list: List;
  readonly words: readonly string[];
  readonly used: readonly string[];
  readonly onChange: (words: string[]) => void;
}) {
  // What is typed stays as typed while it is typed: an empty line is how the next word begins.
  const [typed, setTyped] = useState<string | undefined>();
  const { title, about } = lists[list];
  const offered = used.filter((word) => !words.includes(word)).slice(0, 5);
  return (
    <div className={styles.field}>
      <label htmlFor={list}>{title}, one a line</label>
      <Textarea
        id={list}
        value={typed ?? words.join('\n')}
        minimumRows={4}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          onChange(linesIn(currentTarget.value));
        }}
        onBlur={() => {
          setTyped(undefined);
        }}
      />
      <p className={styles.note}>{about}</p>
      {offered.length > 0 && (
        <div className={styles.choices} role="group" aria-label={`${title} that are used already`}>
          {offered.map((word) => (
            <Button
              key={word}
              spacing="compact"
              onClick={() => {
                setTyped(undefined);
                onChange([...words, word]);
              }}
            >
              {`Add “${word}”`}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const linesIn = (text: string): string[] =>
  [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim().slice(0, 120))
        .filter(Boolean),
    ),
  ].slice(0, 100);
