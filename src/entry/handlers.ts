import { addEvidence } from '../actions/add-evidence';
import { askSecondOpinion } from '../actions/ask-second-opinion';
import { applySetupLine } from '../actions/apply-setup-line';
import { chooseColumns } from '../actions/choose-columns';
import { checkSetup } from '../actions/check-setup';
import { checkHealth } from '../actions/check-health';
import { compareDecisions } from '../actions/compare-decisions';
import { createDiscoveryTask } from '../actions/create-discovery-task';
import { createStatement } from '../actions/create-statement';
import { explainItem } from '../actions/explain-item';
import { disagree } from '../actions/disagree';
import { exportData } from '../actions/export-data';
import { findCustomers } from '../actions/find-customers';
import { finishSetup } from '../actions/finish-setup';
import { gateDefaults } from '../actions/gate-defaults';
import { finishImport, importData } from '../actions/import-data';
import { mendFaults } from '../actions/mend-faults';
import { linkProblem } from '../actions/link-problem';
import { listCustomers } from '../actions/list-customers';
import { listStatements } from '../actions/list-statements';
import { notConvinced } from '../actions/not-convinced';
import { listDecisions } from '../actions/list-decisions';
import { openDecision } from '../actions/open-decision';
import { openEvidence } from '../actions/open-evidence';
import { openHealth } from '../actions/open-health';
import { driveWork, openWork, readWork, retryWork, stopWork, undoWork } from '../actions/own-work';
import { openGate } from '../actions/open-gate';
import { openOwnPanel } from '../actions/open-own-panel';
import { openOwnRanking } from '../actions/open-own-ranking';
import { openSecondOpinion } from '../actions/open-second-opinion';
import { openProjectSettings } from '../actions/open-project-settings';
import { openViews } from '../actions/open-views';
import { pinItem, unpinItem } from '../actions/pinning';
import { planSetup } from '../actions/plan-setup';
import { endExemption, exempt } from '../actions/exempting';
import type { Ports } from '../actions/ports';
import { previewOrder } from '../actions/preview-order';
import { readAgain } from '../actions/read-again';
import { exportSetup, importSettings, readSetupFile } from '../actions/setup-file';
import { planUninstall, takeOutRules } from '../actions/taking-out-rules';
import { removeEvidence } from '../actions/remove-evidence';
import { tagEvidence } from '../actions/tag-evidence';
import { undoDiscoveryTask } from '../actions/undo-discovery-task';
import { unlinkProblem } from '../actions/unlink-problem';
import { saveGate } from '../actions/save-gate';
import { saveSetup } from '../actions/save-setup';
import { saveCustomers } from '../actions/save-customers';
import { startApply } from '../actions/start-apply';
import { startBulkTag } from '../actions/start-bulk-tag';
import { deleteView, saveView } from '../actions/save-view';
import { unlessEstimating } from '../actions/staying-blind';
import { closeSecondOpinion, finishEstimating, joinSecondOpinion, putEstimate } from '../actions/taking-part';
import { saveProjectSettings } from '../actions/save-project-settings';
import type { Handlers } from './serve';

/** Which action answers which operation. */
export const handlersWith = (ports: Ports): Handlers => ({
  openPanel: (input, caller) => openOwnPanel(ports, input, caller),
  listStatements: (input) => listStatements(ports, input),
  findCustomers: (input) => findCustomers(ports, input),
  tagEvidence: (input, caller) => tagEvidence(ports, input, caller),
  addEvidence: (input, caller) => addEvidence(ports, input, caller),
  removeEvidence: (input, caller) => removeEvidence(ports, input, caller),
  createStatement: (input, caller) => createStatement(ports, input, caller),
  createDiscoveryTask: (input, caller) => createDiscoveryTask(ports, input, caller),
  undoDiscoveryTask: (input, caller) => undoDiscoveryTask(ports, input, caller),
  linkProblem: (input, caller) => linkProblem(ports, input, caller),
  unlinkProblem: (input) => unlinkProblem(ports, input),
  notConvinced: (input, caller) => notConvinced(ports, input, caller),
  openRanking: (input, caller) => openOwnRanking(ports, input, caller),
  explainItem: (input, caller) => unlessEstimating(ports, input, caller, () => explainItem(ports, input)),
  openHealth: (input) => openHealth(ports, input),
  checkHealth: (input) => checkHealth(ports, input),
  mendFaults: (input, caller) => mendFaults(ports, input, caller),
  openEvidence: (input, caller) => unlessEstimating(ports, input, caller, () => openEvidence(ports, input)),
  listCustomers: (input) => listCustomers(ports, input),
  saveCustomers: (input) => saveCustomers(ports, input),
  planSetup: (input) => planSetup(ports, input),
  applySetupLine: (input) => applySetupLine(ports, input),
  saveSetup: (input, caller) => saveSetup(ports, input, caller),
  finishSetup: () => finishSetup(ports),
  checkSetup: () => checkSetup(ports),
  readAgain: (input) => readAgain(ports, input),
  exportSetup: () => exportSetup(ports),
  readSetupFile: (input) => readSetupFile(ports, input),
  importSettings: (input) => importSettings(ports, input),
  planUninstall: () => planUninstall(ports),
  takeOutRules: (input) => takeOutRules(ports, input),
  gateDefaults: () => gateDefaults(ports),
  openGate: (input) => openGate(ports, input),
  saveGate: (input) => saveGate(ports, input),
  exempt: (input, caller) => exempt(ports, input, caller),
  endExemption: (input, caller) => endExemption(ports, input, caller),
  openProjectSettings: (input) => openProjectSettings(ports, input),
  saveProjectSettings: (input) => saveProjectSettings(ports, input),
  previewOrder: (input) => previewOrder(ports, input),
  startApply: (input, caller) => startApply(ports, input, caller),
  pinItem: (input, caller) => pinItem(ports, input, caller),
  unpinItem: (input) => unpinItem(ports, input),
  listDecisions: (input) => listDecisions(ports, input),
  compareDecisions: (input, caller) => unlessEstimating(ports, input, caller, () => compareDecisions(ports, input)),
  openDecision: (input, caller) => unlessEstimating(ports, input, caller, () => openDecision(ports, input)),
  disagree: (input, caller) => disagree(ports, input, caller),
  openViews: (input, caller) => openViews(ports, input, caller),
  saveView: (input, caller) => saveView(ports, input, caller),
  deleteView: (input, caller) => deleteView(ports, input, caller),
  chooseColumns: (input, caller) => chooseColumns(ports, input, caller),
  openWork: (input, caller) => openWork(ports, input, caller),
  readWork: (input, caller) => readWork(ports, input, caller),
  driveWork: (input, caller) => driveWork(ports, input, caller),
  undoWork: (input, caller) => undoWork(ports, input, caller),
  retryWork: (input, caller) => retryWork(ports, input, caller),
  stopWork: (input, caller) => stopWork(ports, input, caller),
  startBulkTag: (input, caller) => startBulkTag(ports, input, caller),
  openSecondOpinion: (input, caller) => openSecondOpinion(ports, input, caller),
  askSecondOpinion: (input, caller) => askSecondOpinion(ports, input, caller),
  closeSecondOpinion: (input) => closeSecondOpinion(ports, input),
  joinSecondOpinion: (input, caller) => joinSecondOpinion(ports, input, caller),
  putEstimate: (input, caller) => putEstimate(ports, input, caller),
  finishEstimating: (input, caller) => finishEstimating(ports, input, caller),
  exportData: (input) => exportData(ports, input),
  importData: (input) => importData(ports, input),
  finishImport: () => finishImport(ports),
});
