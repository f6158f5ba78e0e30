import type { ProjectId, StatementId } from './ids';

/** The three kinds of statement, in the order in which feedback becomes a decision. */
export const statementKinds = ['insight', 'problem', 'opportunity'] as const;
export type StatementKind = (typeof statementKinds)[number];

/** What setup creates in Jira for a kind, and what screens call it. */
export const statementWords = {
  insight: { name: 'Insight', description: 'What we learned about the customer, in one sentence.' },
  problem: { name: 'Problem', description: 'What hinders a stakeholder in a job: the thing worth solving, in one sentence.' },
  opportunity: { name: 'Opportunity', description: 'A way to create value that a problem opens, not yet a solution.' },
} as const satisfies Record<StatementKind, { readonly name: string; readonly description: string }>;

/** A statement is a Jira issue; its sentence is the summary. */
export interface Statement {
  readonly id: StatementId;
  readonly key: string;
  readonly kind: StatementKind;
  readonly projectId: ProjectId;
  readonly sentence: string;
  /** Its status is of Jira's "done" category: nothing solves it any more, and it does not satisfy the gate. */
  readonly isClosed: boolean;
  /** It has a security level: shared numbers leave it out. */
  readonly isRestricted: boolean;
  readonly stakeholder: string | undefined;
  readonly job: string | undefined;
}

/** What the writer of a problem sees while typing; a missing part stops creation, a warning never does. */
export interface SentenceCheck {
  readonly namesStakeholder: boolean;
  readonly namesJob: boolean;
  readonly namesPain: boolean;
  /** Words that make the sentence a solution in disguise, as they stand in it. */
  readonly solutionWords: readonly string[];
}

const solutionWords =
  /\b(?:add|build|implement|introduce|create|provide|integrate|migrate|refactor|redesign|rewrite|support for|a (?:new )?(?:button|dashboard|page|screen|feature|api|app|wizard|report|integration|assistant)|needs? an? (?:button|dashboard|page|screen|feature|api|app|wizard|report|integration|assistant))\b/gi;
const painWords =
  /\b(?:can ?not|can['’]t|cannot|could not|couldn['’]t|do(?:es)? not|don['’]t|doesn['’]t|never|no|nobody|nothing|without|unable|fail\w*|times? out|stall\w*|lose|loses|lost|wait\w*|slow\w*|late|wrong|break\w*|broken|give up|gives up|by hand|manual\w*|twice|again|re-?typ\w*|held back|stuck|confus\w*|guess\w*|miss\w*|must|have to|has to|forced|too (?:many|much|long|slow|late)|hard|error\w*|bounce\w*|damage\w*|unclear|repeat\w*|crash\w*|delay\w*|drop\w*)\b/i;

/** Reads a problem as it is typed. The words are English; in other languages only the empty-field checks bite. */
export function checkSentence(draft: { readonly sentence: string; readonly stakeholder: string; readonly job: string }): SentenceCheck {
  const sentence = draft.sentence.trim();
  return {
    namesStakeholder: draft.stakeholder.trim().length > 0,
    namesJob: draft.job.trim().length > 0,
    namesPain: painWords.test(sentence) || sentence.split(/\s+/).length >= 6,
    solutionWords: [...new Set([...sentence.matchAll(solutionWords)].map(([words]) => words.toLowerCase()))],
  };
}
