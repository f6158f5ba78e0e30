import { useQuery } from '@tanstack/react-query';
import { gateModes, type GateMode, type ModeRow } from '../../../src/domain/gate';
import { readJira } from '../../api';
import { modeWords } from '../../parts/gate-words';

interface ModeFieldsProps {
  readonly row: ModeRow;
  /** No project decided for itself. */
  readonly isAlone: boolean;
  readonly isReadOnly: boolean;
  readonly onMode: (mode: GateMode) => void;
}

/** What the rule does in one project, or in all that decided nothing for themselves. */
export function ModeFields({ row, isAlone, isReadOnly, onMode }: ModeFieldsProps) {
  const name = useProjectName(row.projectId);
  const where = row.projectId === null ? (isAlone ? '' : ' in every other project') : ` in ${name}`;
  return (
    <fieldset disabled={isReadOnly}>
      <legend>
        When an epic states no problem{where}
        {row.typeIds !== null && ` (${String(row.typeIds.length)} work types that its admin chose)`}
      </legend>
      {gateModes.map((mode) => (
        <label key={mode}>
          <input
            type="radio"
            name={`mode ${row.projectId ?? ''} ${row.typeIds?.join() ?? ''}`}
            checked={row.mode === mode}
            onChange={() => {
              onMode(mode);
            }}
          />
          <span>
            <b>{modeWords[mode].name}</b> {modeWords[mode].says}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** As the person: a project that they may not see stays a number. */
function useProjectName(projectId: string | null): string {
  const query = useQuery({
    queryKey: ['project', projectId],
    queryFn: async () => {
      const project = await readJira(`/rest/api/3/project/${projectId ?? ''}`);
      return typeof project === 'object' && project !== null && 'name' in project ? String(project.name) : '';
    },
    enabled: projectId !== null,
  });
  return query.data ?? `project ${projectId ?? ''}`;
}
