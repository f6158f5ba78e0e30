import type { ClockPort, Ports } from '../actions/ports';
import { archive } from './archive';
import { createChanges } from './changes';
import { createClaims } from './claims';
import { createCustomers } from './customers';
import { createDecisions } from './decisions';
import { createDocuments } from './documents';
import { createEvidence } from './evidence';
import { createGate } from './gate';
import { createLinkNotes } from './link-notes';
import { createPins } from './pins';
import { createOpinions } from './opinions';
import { createRuns, type RunsStore } from './runs';
import { createSavedViews } from './saved-views';
import { createSettings } from './settings';
import { createWork } from './work';

/** Everything the app keeps in Forge's storage and queue. */
export interface Store extends Pick<
  Ports,
  | 'archive'
  | 'evidence'
  | 'customers'
  | 'linkNotes'
  | 'gate'
  | 'claims'
  | 'changes'
  | 'documents'
  | 'settings'
  | 'work'
  | 'decisions'
  | 'savedViews'
  | 'pins'
  | 'opinions'
> {
  readonly runs: RunsStore;
}

export const createStore = ({ clock }: { readonly clock: ClockPort }): Store => ({
  archive,
  evidence: createEvidence(clock),
  customers: createCustomers(clock),
  linkNotes: createLinkNotes(),
  gate: createGate(clock),
  claims: createClaims(clock),
  changes: createChanges(clock),
  documents: createDocuments(clock),
  settings: createSettings(clock),
  work: createWork(clock),
  decisions: createDecisions(clock),
  savedViews: createSavedViews(clock),
  pins: createPins(),
  opinions: createOpinions(clock),
  runs: createRuns(clock),
});
