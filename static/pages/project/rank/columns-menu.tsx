import { Menu } from './menu';

interface Choosable {
  readonly id: string;
  readonly title: string;
}

export interface ColumnsMenuProps {
  readonly columns: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Which columns stand beside those of the evidence. */
export function ColumnsMenu({ columns, chosen, onChoose }: ColumnsMenuProps) {
  if (columns.length === 0) return null;
  return (
    <Menu title="Columns">
      <fieldset>
        <legend>Columns beside the order</legend>
        {columns.map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => {
                onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((own) => own !== id));
              }}
            />
            {title}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
