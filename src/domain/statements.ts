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

const wish = '(?:needs?|wants?|would like|asks? for|should have|must have)';
const thing = '(?:button|dashboard|page|screen|feature|api|app|wizard|report|integration|assistant|chatbot|widget|plugin|portal|tool)';
// "A blank page" hinders, so beside a bare article only words that praise what could be built count.
const praise = '(?:new|ai|smart|better|modern|automatic|central|single|mobile|custom|self-service)';
const solutionWords = new RegExp(
  `\\b(?:add|build|implement|introduce|create|provide|integrate|migrate|refactor|redesign|rewrite|support for|${wish} an? (?:[\\w-]+ )?${thing}|an? (?:${praise} )?${thing})\\b`,
  'gi',
);
// What can't be done, what goes wrong, what is lost, what it costs.
const painWords = [
  /\b(?:can ?not|not|(?:ca|could|do|does|did|is|are|was|were|wo|have|has)n['’]t|never|no|nobody|nothing|nowhere|hardly|rarely|without|unable|impossible)\b/i,
  /\b(?:fail\w*|times? out|timed out|stall\w*|stop(?:s|ped)?|stands? still|stuck|block\w*|break\w*|broken|crash\w*|error\w*|bounce\w*|damage\w*|refuse\w*|reject\w*|expire\w*|fade\w*|leak\w*|exposed|drop\w*|hurt\w*)\b/i,
  /\b(?:lose|loses|lost|gone|miss\w*|forg[eo]t\w*|ignored|overlook\w*|cut off|late|wrong|incorrect\w*|outdated|unclear|confus\w*|guess\w*|differ\w*|duplicate\w*|by mistake|by accident|in circles|too (?:many|much|long|slow|late|early|few|little)|ends? before)\b/i,
  /\b(?:wait\w*|slow\w*|delay\w*|held back|gives? up|abandon\w*|complain\w*|struggle\w*|difficult|hard|tedious|annoy\w*|frustrat\w*|overwhelm\w*|risk\w*|waste\w*|interrupt\w*|in the middle of)\b/i,
  /\b(?:by hand|manual\w*|twice|again|repeat\w*|re-?typ\w*|one by one|every single|(?:three|four|five|ten|several|many) times|must|have to|has to|forced|instead of|can still)\b/i,
  /\b(?:takes?|costs?|spends?) (?:\w+ ){0,3}(?:minutes?|hours?|days?|weeks?|months?|nights?|steps?|money)\b/i,
  // One thing taken for another.
  /\b(?:booked|read|entered|counted|treated|recorded|paid|taken) (?:as|for)\b/i,
];
// None of these is a word of another language that problems are often written in.
const english = /\b(?:the|and|with|they|their|that|this|are|have|has|when|from|which|our|your|needs?|wants?|to)\b/i;

const namesPain = (sentence: string): boolean =>
  painWords.some((words) => words.test(sentence)) || (!english.test(sentence) && sentence.split(/\s+/).length >= 6);

/** Reads a problem as it is typed. The words are English: in other languages a whole sentence is taken for a pain, and nothing for a solution. */
export function checkSentence(draft: { readonly sentence: string; readonly stakeholder: string; readonly job: string }): SentenceCheck {
  const sentence = draft.sentence.trim();
  return {
    namesStakeholder: draft.stakeholder.trim().length > 0,
    namesJob: draft.job.trim().length > 0,
    namesPain: namesPain(sentence),
    solutionWords: [...new Set([...sentence.matchAll(solutionWords)].map(([words]) => words))],
  };
}
