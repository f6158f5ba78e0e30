import type * as z from 'zod/mini';
import { customerOperations } from './customers';
import { panelOperations } from './panel';
import { rankingOperations } from './ranking';
import { setupOperations } from './setup';

/** Every operation a page may call; `serve` answers these and nothing else. */
export const contract = { ...panelOperations, ...rankingOperations, ...setupOperations, ...customerOperations } as const;

type Contract = typeof contract;
export type OperationName = keyof Contract;
/** What a page sends. */
export type Sent<Name extends OperationName> = z.input<Contract[Name]['input']>;
/** What an action gets, after parsing. */
export type Input<Name extends OperationName> = z.output<Contract[Name]['input']>;
/** What an action answers, and a page gets. */
export type Output<Name extends OperationName> = z.output<Contract[Name]['output']>;
