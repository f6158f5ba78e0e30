import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../../api';
import type { ExtraColumn } from '../rank/extra-columns';

const names = [
  { id: 'second-opinion', title: 'Second opinion' },
  { id: 'blended', title: 'Blended' },
] as const;

/** What the team said last, as columns of the list; its code and data load once one of them is wanted. */
export function useOpinionColumns(projectId: string, wanted: ReadonlySet<string>, locale: string): readonly ExtraColumn[] {
  const { data, isError } = useQuery({
    queryKey: ['second-opinion', projectId, 'columns', locale],
    enabled: names.some(({ id }) => wanted.has(id)),
    queryFn: async () => {
      const [{ secondOpinionColumns }, opinion] = await Promise.all([import('./columns'), call('openSecondOpinion', { projectId })]);
      return secondOpinionColumns(opinion, locale);
    },
  });
  return useMemo(() => names.map((name) => data?.find(({ id }) => id === name.id) ?? emptyColumn(name, data !== undefined, isError)), [data, isError]);
}

/** Nobody was asked yet, or the answer is on its way, or it couldn't be had. */
const emptyColumn = ({ id, title }: (typeof names)[number], isKnown: boolean, isError: boolean): ExtraColumn => ({
  id,
  title,
  isWaiting: !isKnown,
  ...(isKnown && { whyNone: 'no team was asked for a second opinion yet' }),
  textOf: () => (isKnown ? undefined : isError ? '?' : '…'),
  numberOf: () => undefined,
  howOf: () => (isError ? `${title} couldn’t be looked up.` : undefined),
});
