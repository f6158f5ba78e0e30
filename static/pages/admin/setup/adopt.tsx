import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { linkKindNames } from '../../../../src/domain/link-kinds';
import { statementKinds } from '../../../../src/domain/statements';
import type { SetupChoices, SetupLine } from '../../../../src/contract/setup';
import styles from './plan-table.module.css';

export interface AdoptProps {
  readonly line: SetupLine;
  readonly choices: SetupChoices;
  readonly isDisabled: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
}

/** Lets a type or link type of the site serve, whatever it is called; names alone decide nothing. Few want that: it is folded until a name is taken. */
export function Adopt({ line, choices, isDisabled, onChoose }: AdoptProps) {
  const adopted = adoptedIn(line, choices);
  const [isAsked, setAsked] = useState(false);
  const select = useId();
  if (!mayAdopt(line)) return null;
  const isOpen = isAsked || adopted !== null || line.state === 'choose';
  if (!isOpen)
    return (
      <Button
        appearance="subtle"
        spacing="compact"
        aria-expanded={false}
        isDisabled={isDisabled}
        onClick={() => {
          setAsked(true);
        }}
      >
        Use an existing one …<span className="visually-hidden"> for {line.title}</span>
      </Button>
    );
  return (
    <span className={styles.adopt}>
      <label htmlFor={select}>
        {ownIn(line) === undefined ? 'Use one of the site’s' : 'Use the project’s own'}
        <span className="visually-hidden"> for {line.title}</span>
      </label>
      <select
        id={select}
        value={adopted ?? ''}
        disabled={isDisabled}
        autoFocus={isAsked}
        onChange={({ target }) => {
          onChoose(adopting(line, target.value === '' ? null : target.value, choices));
        }}
      >
        <option value="">{line.state === 'choose' ? 'Not chosen yet' : 'No, as planned'}</option>
        {line.candidates.map(({ id, name, about }) => (
          <option key={id} value={id}>
            {about === '' ? name : `${name}: ${about}`}
          </option>
        ))}
      </select>
    </span>
  );
}

const mayAdopt = ({ candidates, state }: SetupLine): boolean => candidates.length > 0 && state !== 'exists';
const typeIn = (lineId: string) => statementKinds.find((kind) => lineId === `type.${kind}`);
const linkIn = (lineId: string) => linkKindNames().find((kind) => lineId === `link.${kind}`);

/** The project whose own types a line is about. */
const ownIn = ({ id, project }: SetupLine) => (project && id === `types.${project.id}` ? project.id : undefined);

function adoptedIn(line: SetupLine, { adopt }: SetupChoices): string | null {
  const [type, link, own] = [typeIn(line.id), linkIn(line.id), ownIn(line)];
  if (own !== undefined) return adopt.own.includes(own) ? own : null;
  return (type ? adopt.types[type] : link && adopt.links[link]) ?? null;
}

function adopting(line: SetupLine, id: string | null, choices: SetupChoices): SetupChoices {
  const [type, link, project] = [typeIn(line.id), linkIn(line.id), ownIn(line)];
  const { types, links, own } = choices.adopt;
  const others = own.filter((other) => other !== project);
  return {
    ...choices,
    adopt: {
      types: type ? { ...types, [type]: id } : types,
      links: link ? { ...links, [link]: id } : links,
      own: project !== undefined && id !== null ? [...others, project] : others,
    },
  };
}
