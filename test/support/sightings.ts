import type { Access } from '../../src/desk/index.ts';
import type { MarkingLevel } from '../../src/facts/index.ts';
import { DEFAULT_CONFIG, openSolver } from '../../src/home/index.ts';
import type { KnowledgeBase, Selection } from '../../src/knowledge/index.ts';
import {
  memorySightings,
  type HeldBatch,
  type Sighting,
  type SightingQuery,
  type SightingsKind,
} from '../../src/sightings/index.ts';
import { deskOver } from './desk.ts';
import { rulePack } from './rule-pack.ts';
import { evaluate } from '../../src/reasoning/index.ts';

/** Sightings that came together, with what is different from others of their kind. */
export function heldBatch(
  name: string,
  sightings: readonly Partial<Sighting>[],
  level?: MarkingLevel,
): HeldBatch {
  const whole = sightings.map((each, number): Sighting => ({
    id: number.toString(16).padStart(16, '0'),
    time: '2026-03-01T12:00:00Z',
    sector: '',
    organisation: '',
    group: '',
    technique: 'T9011',
    source: 'Barn sensor',
    detector: '',
    count: 1,
    release: '1.0',
    ...each,
  }));
  const days = whole.map(({ time }) => time.slice(0, 10)).toSorted();
  return {
    batch: {
      id: Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64),
      name,
      format: 'csv',
      importedAt: '2026-04-01T00:00:00Z',
      rows: whole.length,
      sightings: whole.reduce((sum, { count }) => sum + count, 0),
      rejected: 0,
      first: days[0] ?? '',
      last: days.at(-1) ?? '',
      ...(level === undefined ? {} : { level }),
    },
    sightings: whole,
  };
}

/** Access to knowledge with sightings beside it. */
export function accessWith(
  base: KnowledgeBase,
  imported: readonly HeldBatch[],
  {
    clearance,
    synthetic = [],
    asked,
  }: {
    readonly clearance?: MarkingLevel;
    readonly synthetic?: readonly HeldBatch[];
    /** Takes down what stores are asked. */
    readonly asked?: SightingQuery[];
  } = {},
): Access {
  const { score, threats, planning } = DEFAULT_CONFIG;
  const beside = (level: MarkingLevel | undefined) => ({
    base,
    settings: { score, weights: threats.weights, planning, foeprint: 'test' },
    other: async (selection: Selection) => await Promise.resolve(deskOver(base, selection)),
    learnt: async (_name: string, _key: string, learn: () => Uint8Array) => await Promise.resolve(learn()),
    ruleSet: async () => await Promise.resolve({ files: [], settings: {} }),
    solver: openSolver,
    atomics: async () => await Promise.resolve(undefined),
    sigmaRules: async () => await Promise.resolve(undefined),
    coverage: async () => await Promise.resolve([]),
    reports: async () => await Promise.resolve([]),
    organisation: async () => await Promise.resolve(undefined),
    labelled: async () => await Promise.resolve([]),
    sightings: async (which: SightingsKind = 'imported') => {
      const held = which === 'imported' ? imported : synthetic;
      const store = memorySightings(held, { isSynthetic: which === 'synthetic' }).clearedTo(level);
      if (held.length === 0) return await Promise.resolve(undefined);
      return await Promise.resolve({
        ...store,
        ask: async (query: SightingQuery) => {
          asked?.push(query);
          return await store.ask(query);
        },
      });
    },
  });
  return {
    clearance: async () => await Promise.resolve(clearance),
    loaded: async (selection, level) => await Promise.resolve({ selection, forgotten: [], ...beside(level) }),
    view: async (selection, level) => await Promise.resolve({ view: base.view(selection), ...beside(level) }),
    desk: async (selection, level) => {
      const view = base.view(selection);
      return await Promise.resolve({
        view,
        model: evaluate(rulePack('standard'), view.facts),
        ...beside(level),
      });
    },
  };
}
