import Textfield from '@atlaskit/textfield';
import type { ReactNode, Ref } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Level } from '../../../../src/domain/score/params';
import { choicesOf, type Filter } from './filter';
import styles from './filters.module.css';

export interface FiltersProps {
  readonly view: RankingView;
  readonly filter: Filter;
  readonly level: Level;
  readonly search: Ref<HTMLInputElement>;
  readonly onFilter: (filter: Filter) => void;
  readonly onLevel: (level: Level) => void;
  /** What else is chosen about the list, at the end of the line. */
  readonly children: ReactNode;
}

const levels = { top: 'Level: top', all: 'Level: all', leaf: 'Level: lowest' } as const satisfies Record<Level, string>;
const isLevel = (text: string): text is Level => text in levels;

export function Filters({ view, filter, level, search, onFilter, onLevel, children }: FiltersProps) {
  const { types, statuses, stakeholders } = choicesOf(view);
  return (
    <div className={styles.filters} role="search">
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
      <Choice
        name="Type"
        value={filter.type}
        options={types}
        onChange={(type) => {
          onFilter({ ...filter, type });
        }}
      />
      <Choice
        name="Status"
        value={filter.status}
        options={statuses}
        onChange={(status) => {
          onFilter({ ...filter, status });
        }}
      />
      {stakeholders.length > 0 && (
        <select
          aria-label="Stakeholder"
          value={filter.stakeholder ?? ''}
          onChange={(event) => {
            const stakeholder = event.currentTarget.value;
            onFilter({ ...filter, stakeholder: stakeholder === '' ? undefined : stakeholder });
          }}
        >
          <option value="">Stakeholder</option>
          {stakeholders.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
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
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly options: readonly (readonly [number, string])[];
  readonly onChange: (value: number | undefined) => void;
}

function Choice({ name, value, options, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={name}
      value={value ?? ''}
      onChange={(event) => {
        const picked = event.currentTarget.value;
        onChange(picked === '' ? undefined : Number(picked));
      }}
    >
      <option value="">{name}</option>
      {options.map(([position, words]) => (
        <option key={position} value={position}>
          {words}
        </option>
      ))}
    </select>
  );
}
