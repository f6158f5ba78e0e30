import type { Input, Output } from '../contract';
import { mayNotLink } from './drawing-links';
import { notFound } from './outcome';
import type { Ports } from './ports';
import { statedLinks } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'links' | 'linkNotes' | 'permissions' | 'settings' | 'changes' | 'runs'>;

/** Takes a stated problem off an item again, and its cover with it. */
export async function unlinkProblem(ports: Needed, input: Input<'unlinkProblem'>): Promise<Output<'unlinkProblem'>> {
  const [settings, [item]] = await Promise.all([ports.settings.read(), ports.issues.read('user', [input.issueId], 'light')]);
  if (!item) throw notFound();
  const drawn = statedLinks(settings, item).filter(({ link }) => link.to === input.statementId);
  // Where there is nothing to remove, Jira is not asked, and "you may not" must not sound like "done".
  if (drawn.length === 0 && !(await ports.permissions.mayOn([item.id], 'link')).has(item.id)) throw mayNotLink();
  let wasThere = false;
  for (const { link, facts } of drawn) {
    const outcome = await ports.links.remove(facts.id);
    if (outcome === 'refused') throw mayNotLink();
    wasThere ||= outcome === 'removed';
    await ports.linkNotes.remove(link);
  }
  if (drawn.length > 0) {
    await ports.changes.note([{ kind: 'issue', issueId: item.id }]);
    await ports.runs.push({ v: 1, kind: 'refresh' });
  }
  return { wasThere };
}
