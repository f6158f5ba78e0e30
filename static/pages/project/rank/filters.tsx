import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState, type ReactNode, type Ref } from 'react';
import type { Level } from '../../../../src/domain/score/params';
import { issueId } from '../../../../src/domain/ids';
import { ChoiceFilter } from './choice-filter';
import { choiceWords, type ChoiceName, type Choices } from './choices';
import { isFiltering, noFilter, type Filter } from './filter';
import styles from './filters.module.css';
import { JqlBox, type JqlBoxProps } from './jql-box';

export interface FiltersProps {
  readonly choices: Choices;
  readonly filter: Filter;
  readonly level: Level;
  readonly jql: Pick<JqlBoxProps, 'isAsking' | 'failure'>;
  readonly search: Ref<HTMLInputElement>;
  readonly onFilter: (filter: Filter) => void;
  readonly onLevel: (level: Level) => void;
  /** What else is chosen about the list, at the end of the line. */
  readonly children: ReactNode;
}

const levels = { top: 'Level: epics', leaf: 'Level: items below', all: 'Level: all' } as const satisfies Record<Level, string>;
const isLevel = (text: string): text is Level => text in levels;

const always = ['typeId', 'status', 'epic', 'stakeholder', 'segment'] as const satisfies readonly ChoiceName[];
const further = ['label', 'component'] as const satisfies readonly ChoiceName[];

/** What is shown: text at every key, choices at once, JQL when it is complete. */
export function Filters({ choices, filter, level, jql, search, onFilter, onLevel, children }: FiltersProps) {
  const [isMore, setMore] = useState(false);
  const isFurther = filter.jql !== '' || further.some((name) => filter[name] !== null);
  const choice = (name: ChoiceName) => (
    <ChoiceFilter
      key={name}
      name={choiceWords[name]}
      value={filter[name]}
      choices={choices[name]}
      onChange={(value) => {
        onFilter({ ...filter, [name]: name === 'epic' ? (issueId(value ?? '') ?? null) : value });
      }}
    />
  );
  return (
    <div className={styles.filters} role="search">
      <div className={styles.line}>
        <div className={styles.text}>
          <Textfield
            ref={search}
            isCompact
            type="search"
            aria-label="Search items and problems"
            placeholder="Search"
            value={filter.text}
            onChange={(event) => {
              onFilter({ ...filter, text: event.currentTarget.value });
            }}
          />
        </div>
        <div className={styles.choices} data-open={isMore || isFiltering(filter)}>
          {always.map(choice)}
          <select
            aria-label="Level"
            value={level}
            onChange={(event) => {
              if (isLevel(event.currentTarget.value)) onLevel(event.currentTarget.value);
            }}
          >
            {Object.entries(levels).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
      </div>
      {(isMore || isFurther) && (
        <div className={styles.line}>
          <JqlBox
            {...jql}
            jql={filter.jql}
            onJql={(query) => {
              onFilter({ ...filter, jql: query });
            }}
          />
          {further.map(choice)}
        </div>
      )}
      <div className={styles.line}>
        <Button
          appearance="subtle"
          aria-expanded={isMore || isFurther}
          isDisabled={isFurther}
          onClick={() => {
            setMore((was) => !was);
          }}
        >
          More filters
        </Button>
        {isFiltering(filter) && (
          <Button
            appearance="subtle"
            onClick={() => {
              onFilter(noFilter);
            }}
          >
            Clear
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
