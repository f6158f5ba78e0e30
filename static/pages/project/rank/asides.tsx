import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Level } from '../../../../src/domain/score/params';
import type { Drawn } from './drawn';
import type { Order } from './order';

/** What takes the list's place for a while: it reads the same order and goes back to it. */
export interface AsideProps {
  readonly view: RankingView;
  readonly order: Order;
  readonly drawn: Drawn | undefined;
  readonly level: Level;
  readonly locale: string;
  /** The row that the person was on; undefined: none yet. */
  readonly from: string | undefined;
  /** What the list's filter leaves; undefined: it filters nothing. */
  readonly filtered: ReadonlySet<string> | undefined;
  readonly onClose: () => void;
}

interface Aside {
  readonly words: string;
  readonly Page: LazyExoticComponent<ComponentType<AsideProps>>;
}

// Looking at the order is one thing: what is done with it loads when it is asked for.
export const asides = {
  compare: { words: 'Compare', Page: lazy(() => import('../compare/compare').then(({ Compare }) => ({ default: Compare }))) },
  research: { words: 'Research next', Page: lazy(() => import('../research/research').then(({ ResearchNext }) => ({ default: ResearchNext }))) },
  whatIf: { words: 'What if …', Page: lazy(() => import('../what-if/what-if').then(({ WhatIf }) => ({ default: WhatIf }))) },
  pin: { words: 'Pin …', Page: lazy(() => import('../pins/pins').then(({ Pins }) => ({ default: Pins }))) },
  opinion: { words: 'Second opinion', Page: lazy(() => import('../second-opinion/second-opinion').then(({ SecondOpinion }) => ({ default: SecondOpinion }))) },
  apply: { words: 'Apply to Jira …', Page: lazy(() => import('../apply/apply').then(({ Apply }) => ({ default: Apply }))) },
} as const satisfies Record<string, Aside>;
export type AsideName = keyof typeof asides;

/** As the buttons stand beside the answer; the last one is what the page is for. */
export const asideNames = ['compare', 'whatIf', 'research', 'opinion', 'pin', 'apply'] as const satisfies readonly AsideName[];
