import { existsSync } from 'node:fs';
import type { RuleLibrary, TestLibrary } from '../answers/index.ts';
import { openDesk, type Access, type Beside, type Desk, type Knowledge, type Solver } from '../desk/index.ts';
import { isCleared, type Issue, type MarkingLevel } from '../facts/index.ts';
import { ClearedKnowledge, type KnowledgeBase, type KnowledgeView } from '../knowledge/index.ts';
import { REASONING_ISSUES } from '../reasoning/index.ts';
import { isClusterAddress, type SightingsKind, type SightingStore } from '../sightings/index.ts';
import { lazily } from '../text/index.ts';
import type { Home } from './home.ts';
import { readRuleSet } from './settings/rule-set.ts';
import type { RuleSettings } from './settings/config.ts';
import { VERSION } from './version.ts';

/** For whom, and by which rules, a home is asked. */
export interface AccessOptions {
  /** How far answers may go; undefined: as the setting `clearance` says. */
  readonly clearance?: MarkingLevel | undefined;
  /** Rules in place of those configured. */
  readonly rules?: ((configured: RuleSettings) => RuleSettings) | undefined;
  /** Library of tests in place of the one configured: a file, folder or archive. */
  readonly atomics?: string | undefined;
  /** Library of Sigma rules in place of the one configured: a file, folder or archive. */
  readonly sigmaRules?: string | undefined;
  /** Is called once with what is odd about what the rules derive, and once with what is about the libraries of tests and rules. */
  readonly remark?: (issues: readonly Issue[]) => void;
}

/** Desks that are kept: one for each part and clearance that is asked about, the last ones. A question asks of two at most. */
const KEPT_DESKS = 4;

/** A desk, and the view that it is of. */
interface KeptDesk {
  readonly of: KnowledgeView;
  readonly desk: Promise<Knowledge['desk']>;
}

/**
 * The knowledge of a home, opened when it is first asked for: what rules derive once for each part and clearance that was asked about last,
 * and anew where another process has loaded something since.
 */
export function accessTo(home: () => Promise<Home>, options: AccessOptions = {}): Access {
  const { rules = (configured) => configured, remark } = options;
  let isRemarked = false;
  const atomics = lazily(async () => await atomicsOf(await home(), options));
  const sigmaRules = lazily(async () => await sigmaRulesOf(await home(), options));
  const desks = new Map<string, KeptDesk>();
  const beside = async (level: MarkingLevel | undefined): Promise<Beside> => {
    const opened = await home();
    const { score, threats, planning } = opened.config;
    const base = clearedTo(level, await opened.knowledgeBase());
    return {
      base,
      settings: { score, weights: threats.weights, planning, foeprint: VERSION },
      other: async (selection) => await desk(selection, level),
      sightings: async (kind) => await sightingsOf(opened, kind, level),
      atomics,
      sigmaRules,
      coverage: async () => {
        const { keptCoverage } = await import('./coverage/coverage-store.ts');
        const { inventories, issues } = await keptCoverage(opened.paths.coverage);
        if (issues.length > 0) remark?.(issues);
        return inventories.filter((inventory) => isCleared(inventory.level, level));
      },
      organisation: async () => {
        const { keptOrganisation } = await import('./files/kept-organisation.ts');
        const { kept, issues } = await keptOrganisation(opened.paths.organisation);
        if (issues.length > 0) remark?.(issues);
        return kept !== undefined && isCleared(kept.level, level) ? kept : undefined;
      },
      reports: async () => {
        const { keptReports } = await import('./reports/report-store.ts');
        const { reports, issues } = await keptReports(opened.paths.reports);
        if (issues.length > 0) remark?.(issues);
        return reports.filter((report) => isCleared(report.level, level));
      },
      labelled: async () => {
        const { labelledSentences } = await import('./reports/labelled-sentences.ts');
        return await labelledSentences(opened.paths.labelled);
      },
      learnt: async (name, key, learn) => {
        const { keptModel } = await import('./kept-model.ts');
        return await keptModel(opened.paths.models, name, key, learn);
      },
      ruleSet: async () => await readRuleSet(rules(opened.config.rules)),
      solver: openSolver,
    };
  };
  const view: Access['view'] = async (selection, level) => {
    const known = await beside(level);
    return { ...known, view: known.base.view(selection) };
  };
  const open = async (reading: Knowledge['view']): Promise<Knowledge['desk']> => {
    const ruleSet = await readRuleSet(rules((await home()).config.rules));
    const desk = await openDesk(reading.view, ruleSet);
    if (!isRemarked) remark?.(cutChains(desk));
    isRemarked = true;
    return { ...reading, ...desk };
  };
  const desk: Access['desk'] = async (selection, level) => {
    const reading = await view(selection, level);
    const name = JSON.stringify([selection, level]);
    const known = desks.get(name);
    const kept = known?.of === reading.view ? known : { of: reading.view, desk: open(reading) };
    desks.delete(name);
    desks.set(name, kept);
    const [oldest] = desks.keys();
    if (desks.size > KEPT_DESKS && oldest !== undefined) desks.delete(oldest);
    return await kept.desk;
  };
  return {
    clearance: async () => {
      const level = options.clearance ?? (await home()).config.clearance;
      return level === 'red' ? undefined : level;
    },
    loaded: async (selection, level) => {
      const { listForgotten } = await import('./copies/forgotten-copies.ts');
      const copies = await listForgotten((await home()).paths.forgotten);
      const forgotten = copies.filter((copy) => isCleared(copy.level, level));
      return { ...(await beside(level)), selection, forgotten };
    },
    view,
    desk,
  };
}

/** What somebody cleared to a level may see; all of it where none is given. */
export function clearedTo(level: MarkingLevel | undefined, base: KnowledgeBase): KnowledgeBase {
  return level === undefined ? base : new ClearedKnowledge(base, level);
}

/** The library is read once, and what is wrong with it remarked upon. */
async function atomicsOf(
  { config: { atomics, limits } }: Home,
  { atomics: named, remark }: AccessOptions,
): Promise<TestLibrary | undefined> {
  const location = named ?? atomics;
  if (location === '') return undefined;
  const { readTestLibrary } = await import('./files/test-library.ts');
  const { library, issues } = await readTestLibrary(location, limits);
  if (issues.length > 0) remark?.(issues);
  return library;
}

/** Likewise. */
async function sigmaRulesOf(
  { config: { sigmaRules, limits } }: Home,
  { sigmaRules: named, remark }: AccessOptions,
): Promise<RuleLibrary | undefined> {
  const location = named ?? sigmaRules;
  if (location === '') return undefined;
  const { readRuleLibrary } = await import('./files/rule-library.ts');
  const { library, issues } = await readRuleLibrary(location, limits);
  if (issues.length > 0) remark?.(issues);
  return library;
}

/** Whoever improves plans: loaded when first asked for, as it is large. @throws FoeprintError P101 */
export async function openSolver(): Promise<Solver> {
  return await (await import('../solver/index.ts')).openSolver();
}

/** The store as it is when it is asked for; undefined where nothing was ever imported. */
async function sightingsOf(
  home: Home,
  kind: SightingsKind | undefined,
  level: MarkingLevel | undefined,
): Promise<SightingStore | undefined> {
  const isLocal = kind === 'synthetic' || !isClusterAddress(home.config.sightings);
  if (isLocal && !existsSync(home.paths.sightings[kind ?? 'imported'])) return undefined;
  return (await home.sightings(kind)).anew().clearedTo(level);
}

/** What is to be said of chains that were too long to be followed to their ends. */
function cutChains({ model }: Desk): readonly Issue[] {
  return model.issues.filter(({ code }) => code === REASONING_ISSUES.chainsCut.code);
}
