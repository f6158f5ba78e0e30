import type { EvidenceRecord, Scenario } from '../../../src/domain/score';
import type { Chance } from './chance';
import { today, type Account, type Problem, type Trouble, type World } from './world';

type Heard = Omit<EvidenceRecord, 'id'>;

/** What a team has heard of a world by today, with all that goes wrong on the way, in the domain's own exchange format. */
export function observe(world: World): Scenario {
  const heard = [...tickets(world), ...campaigns(world), ...salesNotes(world), ...npsScores(world), ...interviews(world), ...usage(world)];
  const { chance: draw, variant } = world;
  const copies = draw.some(heard, Math.round(heard.length * variant.duplicates)).map((record) => ({ ...record, day: Math.min(today, record.day + 2) }));
  return {
    asOfDay: today,
    accounts: world.accounts.map(({ id, value }) => ({ id, arr: value })),
    evidence: [...heard, ...copies].map((record, n) => ({ ...spoil(record, world), id: `record-${n}` })),
    insights: [],
    problems: world.problems.map(({ id }) => ({ id })),
    opportunities: [],
    items: world.items.map(({ id, estimate, solves }) => ({
      id,
      effort: estimate,
      serves: solves.map(({ problem, typed }) => ({ to: problem.id, w: typed })),
    })),
  };
}

function spoil(record: Heard, { chance: draw, variant, problems }: World): Heard {
  if (record.source === 'usage') return record;
  return {
    ...record,
    ...(draw.happens(variant.misTagged) && about(draw.oneOf(problems))),
    ...(record.source !== 'interview' && draw.happens(variant.anonymous) && { account: null }),
  };
}

const about = ({ id }: Problem): Pick<Heard, 'links'> => ({ links: [{ to: id }] });

const troublesIn = ({ problems }: World): { readonly problem: Problem; readonly trouble: Trouble }[] =>
  problems.flatMap((problem) => problem.troubles.map((trouble) => ({ problem, trouble })));

// Digits 1 to 5, as the tag box has them; who is loud calls it worse than it is.
const label = (severity: number, { loudness }: Account, draw: Chance): string =>
  String(Math.max(1, Math.min(5, Math.round(1 + 4 * severity + 0.4 * draw.normal()) + (loudness > 2 && draw.happens(0.6) ? 1 : 0))));

function tickets(world: World): Heard[] {
  const { chance: draw, variant } = world;
  const troubles = troublesIn(world);
  const rates = troubles.map(({ trouble: { account, severity, from, until } }) => account.loudness * severity * (until - from));
  return Array.from({ length: variant.tickets }, (): Heard => {
    const { problem, trouble } = draw.weighted(troubles, rates);
    const { account, severity, from, until } = trouble;
    return { source: 'ticket', account: account.id, raw: label(severity, account, draw), day: draw.between(from, until), ...about(problem) };
  });
}

function campaigns(world: World): Heard[] {
  const { chance: draw, variant } = world;
  return draw.some(troublesIn(world), variant.campaigns).flatMap(({ problem, trouble }) =>
    Array.from({ length: 60 }, (): Heard => ({
      source: 'ticket',
      account: trouble.account.id,
      raw: '5',
      day: draw.between(today - 90, today),
      ...about(problem),
    })),
  );
}

function salesNotes(world: World): Heard[] {
  const { chance: draw, variant, accounts, problems } = world;
  const troubles = troublesIn(world);
  const interest = troubles.map(({ trouble: { account, severity } }) => account.value * severity);
  // Sales repeats what lost a deal once: the false half is about a few problems only.
  const favourites = draw.some(problems, 5);
  return Array.from({ length: variant.salesNotes }, (): Heard => {
    if (draw.happens(variant.falseSales))
      return {
        source: 'sales',
        account: draw.oneOf(accounts).id,
        raw: draw.oneOf(['decisive', 'contributing']),
        day: draw.between(today - 365, today),
        ...about(draw.oneOf(favourites)),
      };
    const { problem, trouble } = draw.weighted(troubles, interest);
    const raw = trouble.severity > 0.6 ? 'decisive' : trouble.severity > 0.3 ? 'contributing' : 'nice';
    return {
      source: 'sales',
      account: trouble.account.id,
      raw,
      day: draw.between(Math.max(trouble.from, trouble.until - 365), trouble.until),
      ...about(problem),
    };
  });
}

function npsScores(world: World): Heard[] {
  const { chance: draw, variant } = world;
  return Array.from({ length: variant.npsScores }, () => draw.between(today - 365, today)).flatMap((day): Heard[] => {
    const account = draw.oneOf(world.accounts);
    const had = troublesOf(world, account, day);
    if (had.length === 0) return [];
    const { problem, trouble } = draw.weighted(
      had,
      had.map(({ trouble: { severity } }) => severity),
    );
    const raw = Math.max(0, Math.min(10, Math.round(9 - 8 * trouble.severity + draw.normal())));
    return [{ source: 'nps', account: account.id, raw, day, ...about(problem) }];
  });
}

function interviews(world: World): Heard[] {
  const { chance: draw, variant, problems } = world;
  return draw.some(world.accounts, variant.interviews).flatMap((account): Heard[] => {
    const day = draw.between(today - 180, today);
    const had = troublesOf(world, account, day).sort((a, b) => b.trouble.severity - a.trouble.severity);
    const said = had.slice(0, 3).map(({ problem, trouble }): Heard => ({
      source: 'interview',
      account: account.id,
      raw: Math.max(1, Math.min(5, Math.round(1 + 4 * trouble.severity + 0.3 * draw.normal()))),
      day,
      ...about(problem),
    }));
    const other = draw.oneOf(problems);
    const isUntroubled = !had.some(({ problem }) => problem === other);
    return isUntroubled && draw.happens(0.5) ? [...said, { source: 'interview', account: account.id, raw: 1, polarity: -1, day, ...about(other) }] : said;
  });
}

const troublesOf = (world: World, account: Account, day: number) =>
  troublesIn(world).filter(({ trouble }) => trouble.account === account && trouble.from <= day && day <= trouble.until);

function usage({ chance: draw, variant, problems, accounts }: World): Heard[] {
  return draw.some(problems, Math.round(problems.length * variant.measured)).map((problem): Heard => {
    const affected = problem.troubles.filter(({ until }) => until === today).length * draw.lognormal(0.15);
    return {
      source: 'usage',
      account: null,
      raw: Math.min(1, affected / accounts.length),
      count: Math.max(1, Math.round(affected)),
      day: today - draw.between(0, 30),
      ...about(problem),
    };
  });
}
