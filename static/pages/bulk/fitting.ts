import type { StatementChoice } from '../../../src/contract/panel';
import { linkKinds, type LinkEnd } from '../../../src/domain/link-kinds';
import type { SelectedIssue } from './selection';

type Known = Pick<StatementChoice, 'id' | 'kind'>;

export interface Fitting {
  readonly fits: readonly SelectedIssue[];
  /** Statements among the selected that can't speak for the picked one, or for any while none is picked. */
  readonly leftOut: readonly SelectedIssue[];
}

const joins: readonly { readonly from: readonly LinkEnd[]; readonly to: readonly LinkEnd[] }[] = linkKinds.evidences.joins;

/** Parts what can be tagged from the statements that can't, by the table that tagging itself goes by. */
export function fittingOf(issues: readonly SelectedIssue[], statements: readonly Known[], picked: Known | undefined): Fitting {
  const kinds = new Map<string, LinkEnd>(statements.map(({ id, kind }) => [id, kind]));
  const speaks = ({ id }: SelectedIssue): boolean =>
    id !== picked?.id && joins.some(({ from, to }) => from.includes(kinds.get(id) ?? 'ticket') && (picked === undefined || to.includes(picked.kind)));
  return { fits: issues.filter(speaks), leftOut: issues.filter((issue) => !speaks(issue)) };
}
