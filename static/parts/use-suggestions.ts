import { useDeferredValue, useMemo } from 'react';
import { indexStatements, suggest, type Suggestion } from './suggest';
import { useStatements } from './use-statements';

/** Statements that fit the text, and the strongest ones to fall back on while nothing was typed. */
export function useSuggestions(issueId: string, text: string, isWanted: boolean, kinds: readonly string[], limit: number) {
  const statements = useStatements(issueId, isWanted);
  const all = statements.data?.statements;
  const open = useMemo(() => (all ?? []).filter((choice) => kinds.includes(choice.kind) && !choice.isClosed), [all, kinds]);
  const index = useMemo(() => indexStatements(open), [open]);
  const byId = useMemo(() => new Map(open.map((choice) => [choice.id as string, choice])), [open]);
  const wanted = useDeferredValue(text);
  const suggestions: readonly Suggestion[] = useMemo(() => suggest(index, byId, wanted, limit), [index, byId, wanted, limit]);
  const strongest = useMemo(() => [...open].sort((a, b) => b.value - a.value).slice(0, limit), [open, limit]);
  return { statements, suggestions, strongest };
}
