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

/** Lets a type or link type of the site serve, whatever it is called; names alone decide nothing. */
export function Adopt({ line, choices, isDisabled, onChoose }: AdoptProps) {
  if (line.candidates.length === 0 || line.state === 'exists') return null;
  const adopted = adoptedIn(line, choices);
  return (
    <label className={styles.adopt}>
      {ownIn(line) === undefined ? 'Use one of the site’s' : 'Use the project’s own'}
      <select
        value={adopted ?? ''}
        disabled={isDisabled}
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
      <span className="visually-hidden">for {line.title}</span>
    </label>
  );
}

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
