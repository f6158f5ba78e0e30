import { fnv1a } from '../../../src/domain/score/keyed-normal';
import { createRandom } from '../../forge/random';

/** Chooses what the story leaves open. A choice belongs to its name and the seed, so that a new row elsewhere moves nothing. */
export interface Drawing {
  /** 0 to below - 1. */
  whole(name: string, below: number): number;
  pick<Value>(name: string, from: readonly Value[]): Value;
}

export function createDrawing(seed: number): Drawing {
  const whole = (name: string, below: number): number => Math.floor(createRandom(fnv1a(name) ^ seed)() * below);
  return {
    whole,
    pick(name, from) {
      const [picked] = from.slice(whole(name, from.length));
      if (picked === undefined) throw new Error(`Nothing to pick from for ${name}`);
      return picked;
    },
  };
}
