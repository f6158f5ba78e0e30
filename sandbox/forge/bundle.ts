import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { createRuntimeGlobals, type RuntimeGlobals } from './runtime-globals';

/** `fresh`: every invocation starts with new module state. `warm`: one state, shared by users and tenants, as in a reused process. */
export type FunctionState = 'fresh' | 'warm';

export type Handler = (payload: unknown, context: unknown) => unknown;

/** The function bundle as deployed. Two hosts given the same warm bundle share its module state. */
export interface Bundle {
  readonly state: FunctionState;
  /** Finds `entry/rpc.handler`; evaluates the file where its state is not there yet. Call inside an invocation. */
  handler(name: string): Handler;
}

type Factory = (
  exports: object,
  require: (name: string) => unknown,
  module: { exports: object },
  file: string,
  directory: string,
  ...globals: unknown[]
) => void;

export function createBundle({ directory, state }: { readonly directory: string; readonly state: FunctionState }): Bundle {
  const factories = new Map<string, Factory>();
  const factoryOf = (file: string, globals: RuntimeGlobals): Factory => {
    const known = factories.get(file);
    if (known !== undefined) return known;
    const found = ['.cjs', '.js'].map((extension) => join(directory, file + extension)).find((path) => existsSync(path));
    if (found === undefined) throw new Error(`The function bundle has no ${file}.cjs in ${directory}: build it first.`);
    const compiled = compileFunction(readFileSync(found, 'utf8'), ['exports', 'require', 'module', '__filename', '__dirname', ...globals.names], {
      filename: found,
    });
    // The compiler knows no types; the parameters are the ones named in the line above.
    const factory = compiled as unknown as Factory;
    factories.set(file, factory);
    return factory;
  };

  const evaluate = (file: string, globals: RuntimeGlobals): object => {
    const module = { exports: {} };
    const path = join(directory, `${file}.cjs`);
    factoryOf(file, globals).call(module.exports, module.exports, globals.require, module, path, dirname(path), ...globals.values);
    return module.exports;
  };

  const warmGlobals = createRuntimeGlobals();
  const warmModules = new Map<string, object>();
  const load = (file: string): object => {
    if (state === 'fresh') return evaluate(file, createRuntimeGlobals());
    const loaded = warmModules.get(file) ?? evaluate(file, warmGlobals);
    warmModules.set(file, loaded);
    return loaded;
  };

  return {
    state,
    handler(name) {
      const dot = name.lastIndexOf('.');
      const handler: unknown = Reflect.get(load(name.slice(0, dot)), name.slice(dot + 1));
      if (!isHandler(handler)) throw new Error(`The function bundle exports no handler ${name}.`);
      return handler;
    },
  };
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function';
