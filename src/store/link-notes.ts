import type { LinkNote, LinkNotesPort } from '../actions/evidence-ports';
import { linkKey } from '../domain/links';
import { deleteEntity, getEntities, setEntities } from './kvs';
import { shape } from './shapes';

const kept = shape<LinkNote>('link note');

/** A link's weight, author and date, under the link's own ends and kind. */
export function createLinkNotes(): LinkNotesPort {
  return {
    read: async (links) => {
      const found = await getEntities('link-note', links.map(linkKey));
      return new Map([...found].map(([key, { record }]) => [key, kept.read(record)]));
    },
    save: (note) => setEntities([{ entity: 'link-note', key: linkKey(note.link), value: { fromId: note.link.from, at: note.at, record: kept.pack(note) } }]),
    remove: (link) => deleteEntity('link-note', linkKey(link)),
  };
}
