import type { WorkStepView } from '../../src/contract/work';

/** What became of one repair, for the person who asked for it. */
export function mendingWords({ outcome, undo }: WorkStepView): string {
  if (undo && undo.outcome !== 'undone' && undo.outcome !== 'kept') return `Not taken back. ${undo.why ?? 'Trying again is safe.'}`;
  switch (outcome?.outcome) {
    case 'done':
      return 'Mended';
    case 'was-done':
      return 'Nothing was left to do: somebody mended it, or it changed.';
    case 'gone':
      return 'Not mended: one of the issues is not there any more, or not for you.';
    case 'forbidden':
    case 'refused':
    case 'partly':
      return `Not mended. ${outcome.why ?? ''}`;
    case 'failed':
      return 'Not mended: Jira didn’t take it. Trying again is safe.';
    case 'undone':
    case 'kept':
    case undefined:
      return '';
  }
}
