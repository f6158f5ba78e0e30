import { applyChange, createRanking, rankScenario, type Change, type Ranking, type Scenario } from '../../src/domain/score';
import { generator, largeScenario } from '../domain/score/large-scenario';
import { quantile } from './quantile';

const size = { items: 10_000, records: 100_000 };
const repeats = 5;
const changesPerKind = 20;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function someChanges(
  { evidence, items, insights, accounts, problems }: Scenario,
  random: () => number,
): Readonly<Record<string, (n: number) => Change | undefined>> {
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const change = <T>(list: readonly T[], make: (own: T) => Change) => {
    const own = oneOf(list);
    return own && make(own);
  };
  return {
    'evidence added': (n) => change(evidence, (own) => ({ kind: 'put-evidence', record: { ...own, id: `NEW-${n}` } })),
    'evidence edited': () => change(evidence, (own) => ({ kind: 'put-evidence', record: { ...own, day: own.day - 5 } })),
    'evidence removed': () => change(evidence, (own) => ({ kind: 'remove-evidence', id: own.id })),
    'insight relinked': () =>
      change(insights, (own) => ({ kind: 'put-insight', insight: { ...own, supports: own.supports.map((link) => ({ ...link, w: 0.7 })) } })),
    'effort edited': () => change(items, (own) => ({ kind: 'put-item', item: { ...own, effort: (own.effort ?? 3) + 1 } })),
    'item relinked': () =>
      change(
        items,
        (own) => change(problems, ({ id }) => ({ kind: 'put-item', item: { ...own, serves: [{ to: id, w: 0.9 }] } })) ?? { kind: 'remove-item', id: own.id },
      ),
    'item finished': () => change(items, (own) => ({ kind: 'put-item', item: { ...own, doneDay: 1000 } })),
    'account value': () => change(accounts, (own) => ({ kind: 'put-account', account: { ...own, arr: (own.arr ?? 1000) * 1.5 } })),
    'problem added': (n) => ({ kind: 'put-problem', problem: { id: `NEWPROB-${n}` } }),
    'next day': (n) => ({ kind: 'set-day', asOfDay: 1001 + n }),
  };
}

for (const problems of [2_000, 200, 30]) {
  const scenario: Scenario = { ...largeScenario({ ...size, problems }), params: { arrRef: 20_000, effortRef: 3 } };
  const full = Array.from({ length: repeats }, () => milliseconds(() => createRanking(scenario)));
  console.log(`\n${size.items} items, ${problems} problems, ${size.records} records, 1000 draws`);
  const spelledOut = Array.from({ length: repeats }, () => milliseconds(() => rankScenario(scenario)));
  console.log(`  ${'ranking from scratch'.padEnd(30)} median ${quantile(full, 0.5)}`);
  console.log(`  ${'the same, spelled out as JSON'.padEnd(30)} median ${quantile(spelledOut, 0.5)}`);
  const random = generator(7);
  let ranking: Ranking = createRanking(scenario);
  const daily: number[] = [];
  for (const [name, make] of Object.entries(someChanges(scenario, random))) {
    const times: number[] = [];
    for (let n = 0; n < changesPerKind; n += 1) {
      const change = make(n);
      if (change === undefined) continue;
      times.push(
        milliseconds(() => {
          ranking = applyChange(ranking, change);
        }),
      );
    }
    if (name !== 'next day') daily.push(...times);
    console.log(`  ${name.padEnd(30)} median ${quantile(times, 0.5)}, p95 ${quantile(times, 0.95)}`);
  }
  console.log(`  ${'one change (all but next day)'.padEnd(30)} median ${quantile(daily, 0.5)}, p95 ${quantile(daily, 0.95)}`);
}
