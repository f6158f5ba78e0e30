import { useQuery } from '@tanstack/react-query';
import type { Explanation, RankingView } from '../../../../src/contract/ranking';
import { mostWords } from '../../../../src/domain/evidence';
import { call } from '../../../api';
import { Quote } from '../../../parts/quote';
import { isMeasured } from '../../../parts/sources';
import { LookUp } from '../../../parts/states';
import type { Part, Said } from './parts-of-score';
import styles from './why.module.css';

/** The three strongest quotes for it, and everything that speaks against. */
export function StrongestQuotes({ said, locale }: { readonly said: readonly Said[]; readonly locale: string }) {
  const quoted = once(said.filter(({ text, source }) => text !== null && !isMeasured(source)));
  return (
    <>
      <h3>Strongest quotes</h3>
      <List said={quoted.filter(({ counts }) => counts > 0).slice(0, 3)} locale={locale} none="No words are kept with this evidence." />
      <h3>Speaks against</h3>
      <List said={quoted.filter(({ counts }) => counts < 0)} locale={locale} none="Nobody has spoken against it yet." />
    </>
  );
}

/** What is behind one bar; words that were not read yet are read now. */
export function Quotes({ part, view, itemId, locale }: { readonly part: Part; readonly view: RankingView; readonly itemId: string; readonly locale: string }) {
  const said = once(part.said).slice(0, mostWords);
  const unread = said.filter(({ isRead }) => !isRead).map(({ id }) => id as string);
  const words = useQuery({
    queryKey: ['words', view.project.id, itemId, unread],
    queryFn: () => (unread.length === 0 ? [] : wordsOf(view.project.id, itemId, unread)),
    staleTime: Infinity,
  });
  return (
    <>
      <h3>What {part.name} says</h3>
      <LookUp query={words} what="the words">
        {(read) => {
          const found = new Map(read.map((own) => [own.id, own]));
          return <List said={said.map((own) => ({ ...own, ...found.get(own.id), amount: own.amount }))} locale={locale} none="" />;
        }}
      </LookUp>
      {part.said.length > said.length && <p className={styles.unit}>The {said.length} weightiest of them; the table has all.</p>}
    </>
  );
}

type Contributions = Explanation['problems'][number]['contributions'];

async function wordsOf(projectId: string, issueId: string, ids: string[]): Promise<Contributions> {
  const { problems } = await call('explainItem', { projectId, issueId, wordsOf: ids });
  return problems.flatMap(({ contributions }) => contributions).filter(({ isRead }) => isRead);
}

// A record that speaks on two problems is one quote.
const once = (said: readonly Said[]): readonly Said[] => [...new Map(said.map((own) => [own.id, own] as const)).values()];

function List({ said, locale, none }: { readonly said: readonly Said[]; readonly locale: string; readonly none: string }) {
  if (said.length === 0) return <p className={styles.unit}>{none}</p>;
  return (
    <ul>
      {said.map((own) => (
        <Quote key={own.id} quote={own} locale={locale} counts={own.amount} />
      ))}
    </ul>
  );
}
