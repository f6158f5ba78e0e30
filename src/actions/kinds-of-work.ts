import type { WorkKindName } from '../contract/work';
import { applying } from './applying-order';
import { mending } from './mending-links';
import { tagging } from './tagging-in-bulk';
import type { WorkKind } from './work';

/** How each kind of work is done. */
export const kindsOfWork: { readonly [Name in WorkKindName]: WorkKind<Name> } = { tag: tagging, repair: mending, apply: applying };
