import type { JiraCaller } from './call';
import { notSignedIn } from './refusal';
import type { Person, Site } from './site';

/** Who looks: a person of the site, the app's own user, or nobody. */
export type Viewer = { readonly kind: 'person'; readonly person: Person } | { readonly kind: 'app'; readonly person: Person } | { readonly kind: 'nobody' };

export function viewerOf(site: Site, caller: JiraCaller): Viewer {
  if (caller.kind === 'anonymous') return { kind: 'nobody' };
  if (caller.kind === 'app') return { kind: 'app', person: site.appUser };
  const person = site.people.get(caller.accountId);
  if (person === undefined || person.kind === 'customer') throw notSignedIn();
  return { kind: 'person', person };
}

export const accountOf = (viewer: Viewer): string | undefined => (viewer.kind === 'nobody' ? undefined : viewer.person.accountId);

export function signedIn(viewer: Viewer): Person {
  if (viewer.kind === 'nobody') throw notSignedIn();
  return viewer.person;
}
