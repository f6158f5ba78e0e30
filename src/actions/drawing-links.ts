import type { LinkKind } from '../domain/link-kinds';
import { decideLink, phraseRefusal, type TypedLink } from '../domain/links';
import type { IssueId } from '../domain/ids';
import { notFound, Refusal } from './outcome';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { endsOf, typedLinksOf } from './reading-statements';

/** Two issues by one read as the person: who may not see both learns nothing about either. */
export async function readBoth(ports: Pick<Ports, 'issues'>, first: IssueId, second: IssueId): Promise<readonly [IssueFacts, IssueFacts]> {
  const found = await ports.issues.read('user', [first, second], 'full');
  const [a, b] = [first, second].map((id) => found.find((issue) => issue.id === id));
  if (!a || !b) throw notFound();
  return [a, b];
}

/** Draws nothing: tells which link it would be, or refuses with the reason. */
export function decideOrRefuse(
  settings: SiteSettings,
  kind: LinkKind,
  from: IssueFacts,
  to: IssueFacts,
): { readonly link: TypedLink; readonly typeId: string; readonly isThere: boolean } {
  const existing = typedLinksOf(settings, from).map(({ link }) => link);
  const decision = decideLink(kind, endsOf(settings, from), endsOf(settings, to), existing);
  if (decision.kind === 'refused') throw new Refusal('invalid', phraseRefusal(decision.why));
  const typeId = settings.linkTypes[kind];
  if (typeId === undefined)
    throw new Refusal('conflict', 'Groundwork is not set up completely: a kind of link is missing. A Jira admin can run the setup again.');
  return { link: decision.link, typeId, isThere: decision.kind === 'exists' };
}

export const mayNotLink = (): Refusal => new Refusal('forbidden', 'You need the permission to link issues here.');
