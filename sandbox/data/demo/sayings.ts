import { onApprovals } from './evidence/approvals';
import { onAudit } from './evidence/audit';
import { onBank } from './evidence/bank';
import { onBookkeeping } from './evidence/bookkeeping';
import { onEngineering } from './evidence/engineering';
import { onExports } from './evidence/exports';
import { onFlags } from './evidence/flags';
import { onInsights } from './evidence/insights';
import { onLogo } from './evidence/logo';
import { onSmallerProblems } from './evidence/smaller';
import { onSolvedProblems } from './evidence/solved';
import { onTravelling } from './evidence/travelling';
import { onUnsolvedProblems } from './evidence/unsolved';
import type { Saying } from './saying';

/** All feedback of the story, the strongest problems first. */
export const sayings: readonly Saying[] = [
  ...onExports,
  ...onFlags,
  ...onBank,
  ...onAudit,
  ...onLogo,
  ...onBookkeeping,
  ...onTravelling,
  ...onApprovals,
  ...onEngineering,
  ...onSmallerProblems,
  ...onUnsolvedProblems,
  ...onSolvedProblems,
  ...onInsights,
];
