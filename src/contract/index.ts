import type * as z from 'zod/mini';
import { bulkOperations } from './bulk';
import { customerOperations } from './customers';
import { dataOperations } from './data';
import { decisionOperations } from './decisions';
import { discoveryOperations } from './discovery';
import { gateOperations } from './gate';
import { healthOperations } from './health';
import { orderOperations } from './order';
import { panelOperations } from './panel';
import { pinOperations } from './pins';
import { projectSettingsOperations } from './project-settings';
import { rankingOperations } from './ranking';
import { savedViewOperations } from './saved-views';
import { secondOpinionOperations } from './second-opinion';
import { setupOperations } from './setup';
import { upkeepOperations } from './upkeep';
import { workOperations } from './work';

/** Every operation a page may call; `serve` answers these and nothing else. */
export const contract = {
  ...panelOperations,
  ...rankingOperations,
  ...setupOperations,
  ...upkeepOperations,
  ...customerOperations,
  ...projectSettingsOperations,
  ...gateOperations,
  ...healthOperations,
  ...workOperations,
  ...bulkOperations,
  ...dataOperations,
  ...decisionOperations,
  ...discoveryOperations,
  ...orderOperations,
  ...savedViewOperations,
  ...pinOperations,
  ...secondOpinionOperations,
} as const;

type Contract = typeof contract;
export type OperationName = keyof Contract;
/** What a page sends. */
export type Sent<Name extends OperationName> = z.input<Contract[Name]['input']>;
/** What an action gets, after parsing. */
export type Input<Name extends OperationName> = z.output<Contract[Name]['input']>;
/** What an action answers, and a page gets. */
export type Output<Name extends OperationName> = z.output<Contract[Name]['output']>;
