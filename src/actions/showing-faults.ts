import type { FaultView } from '../contract/health';
import { phraseFault, phraseLink } from '../domain/health/phrase';
import type { KnownFault } from '../domain/health/rows';
import type { IssueId } from '../domain/ids';
import { ruleOf } from '../domain/link-kinds';
import type { LinkWords } from './knowing-link-types';

/** Only faults of which the person may browse every issue: each of them names keys and sentences. */
export const faultsAmong = (faults: readonly KnownFault[], visible: ReadonlySet<IssueId>): readonly KnownFault[] =>
  faults.filter(({ subjects, named }) => named.length === subjects.length && subjects.every((id) => visible.has(id)));

/** A fault in the words of the site. */
export function faultView(fault: KnownFault, { types, meanings }: LinkWords): FaultView {
  const keys = new Map<string, string>(fault.named.map(({ id, key }) => [id, key]));
  const known = new Map(types.map((type) => [type.id, type]));
  const wording = {
    keyOf: (id: string) => keys.get(id) ?? '',
    phraseOf: (typeId: string) => {
      const meaning = meanings.get(typeId);
      const type = known.get(typeId);
      // A second link type of the same phrases is told apart by its name.
      if (type) return meaning?.says === 'kind' && !meaning.isChosen ? `${type.phrase} (as ‘${type.name}’)` : type.phrase;
      return meaning?.says === 'kind' ? ruleOf(meaning.kind).phrase : 'relates to';
    },
    meanings,
  };
  return {
    id: fault.id,
    rule: fault.rule,
    sentence: phraseFault(fault, wording),
    subjects: fault.named.map(({ id, key, kind, level = 0, sentence, isClosed }) => ({ id, key, kind, level, sentence, isClosed })),
    repairs: fault.repairs.map(({ removes, adds }) => ({
      removes: removes.map((link) => phraseLink(link, wording)),
      adds: adds.map((link) => phraseLink(link, wording)),
    })),
    isOneClick: fault.isOneClick,
  };
}
