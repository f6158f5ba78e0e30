import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { patience, runs } from '../runs';
import type { GateCase } from './gate-cases';
import { epicOf, gateWorld, hand } from './gate-world';
import { openSite, valueOf, type Site } from './site';

/** What an epic may be linked with: two problems, what looks like one, and something else. */
const others = ['problem', 'second problem', 'opportunity', 'bug'] as const;
type Other = (typeof others)[number];

// Mostly what should count, so that what undoes it is met.
const other = fc.constantFrom(...others, 'problem' as const, 'problem' as const);
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      other,
      type: fc.constantFrom('Solves', 'Solves', 'Solves', 'Solves', 'Realises', 'Relates'),
      isFrom: fc.constantFrom(true, true, true, false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unlink' as const), other }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'reopen' as const), other }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retype' as const), other, type: fc.constantFrom('10011', '10012', '10002') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('exempt' as const), days: fc.constantFrom(1, 7) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('end exemption' as const, 'wait' as const, 'forge' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** The small model: who is linked how, of what type, open or closed, and until when the epic is exempt. */
class Model {
  private readonly solves = new Set<Other>();
  private readonly closed = new Set<Other>();
  private readonly problems = new Set<Other>(['problem', 'second problem']);
  private exemptUntil = -1;
  private day = 0;

  take(one: Act): void {
    switch (one.do) {
      case 'link':
        if (one.type === 'Solves' && one.isFrom) this.solves.add(one.other);
        return;
      case 'unlink':
        this.solves.delete(one.other);
        return;
      case 'close':
        this.closed.add(one.other);
        return;
      case 'reopen':
        this.closed.delete(one.other);
        return;
      case 'retype':
        this.problems[one.type === '10011' ? 'add' : 'delete'](one.other);
        return;
      case 'exempt':
        this.exemptUntil = this.day + one.days;
        return;
      case 'end exemption':
        this.exemptUntil = -1;
        return;
      case 'wait':
        this.day += 2;
        return;
      case 'forge':
        return;
    }
  }

  get passes(): boolean {
    return [...this.solves].some((one) => this.problems.has(one) && !this.closed.has(one)) || this.exemptUntil > this.day;
  }
}

const size = 50;
const plain: GateCase = {
  ...{ link: 'none', direction: 'from the epic', type: 'problem', status: 'open', level: 'none', drawn: 'before', mode: 'require, else stop' },
  ...{ exemption: 'none', jira: 'up', storage: 'up', route: 'REST', style: 'company-managed', run: 'answers' },
};
const world = gateWorld(Array.from({ length: size * others.length }, () => plain));

/** One epic of the site, with four others of its own. */
function actorOn(site: Site, at: number) {
  const epic = epicOf(plain, at);
  const idOf = (one: Other): string => String(400_000 + at * others.length + others.indexOf(one));
  const done = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const { status, body: said } = await site.rest(method, `/rest/api/3/${path}`, 'user-admin', body);
    if (status >= 300) throw new Error(`${method} ${path}: ${String(status)} ${JSON.stringify(said)}`);
    return said;
  };
  const linksWith = async (one: Other): Promise<readonly string[]> => {
    const { fields } = (await done('GET', `issue/${epic.id}?fields=issuelinks`)) as { readonly fields: { readonly issuelinks: readonly Link[] } };
    return fields.issuelinks.filter((link) => (link.outwardIssue ?? link.inwardIssue)?.id === idOf(one)).map(({ id }) => id);
  };
  return {
    async prepare(): Promise<void> {
      for (const [one, type] of [
        ['opportunity', '10012'],
        ['bug', '10002'],
      ] as const)
        await done('PUT', `issue/${idOf(one)}`, { fields: { issuetype: { id: type } } });
    },
    async take(one: Act): Promise<void> {
      switch (one.do) {
        case 'link': {
          const [from, to] = one.isFrom ? [epic.id, idOf(one.other)] : [idOf(one.other), epic.id];
          await done('POST', 'issueLink', { type: { name: one.type }, inwardIssue: { id: from }, outwardIssue: { id: to } });
          return;
        }
        case 'unlink':
          for (const id of await linksWith(one.other)) await done('DELETE', `issueLink/${id}`);
          return;
        case 'close':
        case 'reopen':
          await done('POST', `issue/${idOf(one.other)}/transitions`, { transition: { id: one.do === 'close' ? '21' : '31' } });
          return;
        case 'retype':
          await done('PUT', `issue/${idOf(one.other)}`, { fields: { issuetype: { id: one.type } } });
          return;
        case 'exempt':
          valueOf(await site.call('exempt', { issueId: epic.id, reason: 'Contract signed before', days: one.days }, 'user-lead'));
          return;
        case 'end exemption':
          valueOf(await site.call('endExemption', { issueId: epic.id }, 'user-lead'));
          return;
        case 'wait':
          site.clock.advance(2 * 86_400_000);
          return;
        case 'forge':
          await done('PUT', `issue/${epic.id}/properties/groundwork`, { score: 99, customers: 99, problem: 'Payroll closes late' });
          return;
      }
    },
    async passes(): Promise<boolean> {
      const { status } = await site.rest('POST', `/rest/api/3/issue/${epic.id}/transitions`, hand, { transition: { id: '11' } });
      return status === 204;
    },
  };
}
interface Link {
  readonly id: string;
  readonly outwardIssue?: { readonly id: string };
  readonly inwardIssue?: { readonly id: string };
}

test(
  'whatever was linked, closed, retyped, forged or exempted before, the gate and a small model agree',
  async () => {
    let site = openSite(world);
    let used = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (history) => {
        if (used === size) [site, used] = [openSite(world), 0];
        const model = new Model();
        const actor = actorOn(site, used++);
        await actor.prepare();
        for (const one of history) {
          model.take(one);
          await actor.take(one);
        }
        expect(await actor.passes()).toBe(model.passes);
      }),
      runs(100),
    );
  },
  patience(600_000),
);
