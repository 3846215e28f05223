import type { FactBase } from '../../src/facts/index.ts';
import { attackFacts, attackFile } from '../../test/support/attack-facts.ts';
import { enlarge } from './synthetic-facts.ts';

/** The facts that the benchmarks run on: ATT&CK Enterprise 18.1 and larger worlds of its shape. */
export const WORLDS = {
  '1x': { copies: 1, isDeep: false },
  '10x': { copies: 10, isDeep: false },
  '10x-deep': { copies: 10, isDeep: true },
  '100x': { copies: 100, isDeep: false },
} as const;
export type WorldName = keyof typeof WORLDS;

/** @throws Error where Enterprise 18.1 is not beside the project */
export function world(name: WorldName): FactBase {
  const file = attackFile('18.1');
  if (file === undefined)
    throw new Error('the benchmarks need ATT&CK Enterprise 18.1 in ../shared/data/attack');
  return enlarge(attackFacts(file), WORLDS[name]);
}
