import { meaningsOf, type LinkMeanings, type LinkTypeWords } from '../domain/health/link-meaning';
import { onePart } from '../domain/index/tables';
import { documentOf, readContent, save, untilWritten } from './index-documents';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';

interface KnownTypes {
  readonly types: readonly LinkTypeWords[];
}

const part = 'types';

export interface LinkWords {
  readonly types: readonly LinkTypeWords[];
  readonly meanings: LinkMeanings;
}

/** What the site's link types say, as of the last look; before the first look, those that setup chose. */
export async function readLinkTypes(ports: Pick<Ports, 'documents'>, settings: SiteSettings): Promise<LinkWords> {
  const types = (await readContent(await ports.documents.read(documentOf.linkTypes))).one<KnownTypes>(part)?.types ?? [];
  return { types, meanings: meaningsOf(types, settings.linkTypes) };
}

/** Looks again, and remembers. */
export function lookUpLinkTypes(ports: Pick<Ports, 'documents' | 'links'>, settings: SiteSettings): Promise<LinkWords> {
  return untilWritten(async () => {
    const document = await ports.documents.read(documentOf.linkTypes);
    const types = await ports.links.types('app');
    await save(ports, documentOf.linkTypes, document, new Map([[part, onePart<KnownTypes>({ types })]]));
    return { types, meanings: meaningsOf(types, settings.linkTypes) };
  });
}

/** Looks again only where one of these issues has a link of a type that was never seen. */
export async function linkTypesOf(
  ports: Pick<Ports, 'documents' | 'links'>,
  settings: SiteSettings,
  issues: readonly Pick<IssueFacts, 'links'>[],
): Promise<LinkWords> {
  const known = await readLinkTypes(ports, settings);
  const ids = new Set([...known.types.map(({ id }) => id), ...known.meanings.keys()]);
  return issues.some(({ links }) => links.some(({ typeId }) => !ids.has(typeId))) ? lookUpLinkTypes(ports, settings) : known;
}
