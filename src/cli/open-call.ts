import { resolve } from 'node:path';
import { openDesk, type Access, type Reading } from '../desk/index.ts';
import { accessTo, clearedTo, cutChains, openHome, readRuleSet } from '../home/index.ts';
import type { Home, RuleSettings } from '../home/index.ts';
import { FoeprintError, isCleared, issueOf } from '../facts/index.ts';
import type { MarkingLevel } from '../facts/index.ts';
import { levelsOf } from '../knowledge/index.ts';
import type { KnowledgeBase, KnowledgeView, Selection } from '../knowledge/index.ts';
import { tlpNamed } from '../threat/index.ts';
import { WORKBENCH_ISSUES } from '../workbench/index.ts';
import type { Call, CallOptions } from './call.ts';
import { CLI_ISSUES } from './issues.ts';
import { remarkIssues } from './remark-issues.ts';
import type { Terminal } from './terminal.ts';

/** A call, and what to close when it is over. */
export interface OpenCall {
  readonly call: Call;
  /** The knowledge that use cases are asked about. */
  readonly access: Access;
  /**
   * The same call for somebody cleared less, said nowhere: what would come of it? As of a day where the options say none, since
   * the last change in view would be another one.
   */
  readonly clearedTo: (level: MarkingLevel, asOf?: string) => Call;
  /** Levels that may be in the answer, from the freest: none where it was not given from stored knowledge. */
  readonly levels: () => Promise<readonly MarkingLevel[]>;
  /** How much the clearance leaves out; undefined where nothing is asked to be left out. */
  readonly leftOut: () => Promise<LeftOut | undefined>;
  readonly close: () => Promise<void>;
}

/** Objects that are marked above a clearance. */
export interface LeftOut {
  readonly objects: number;
  readonly above: MarkingLevel;
}

/** Prepares a call. The home is opened when the command first asks for something of it. */
export function openCall(
  positional: readonly string[],
  options: CallOptions,
  terminal: Terminal,
  hasClearance: boolean,
): OpenCall {
  let opened: Promise<Home> | undefined;
  let isAnswering = false;
  const home = (): Promise<Home> => (opened ??= openHomeFor(options));
  const selection = selectionOf(options);
  const clearance = async (): Promise<MarkingLevel | undefined> => {
    const asked = hasClearance ? clearanceOf(options) : undefined;
    const level = asked ?? (await home()).configuration.config.clearance;
    return level === 'red' ? undefined : level;
  };
  const stored = async (): Promise<KnowledgeBase> => {
    isAnswering = true;
    return await (await home()).knowledgeBase();
  };
  const base = async (): Promise<KnowledgeBase> => clearedTo(await clearance(), await stored());
  const callFrom = (given: () => Promise<KnowledgeBase>, said: Terminal): Call => {
    const reading = async (): Promise<Reading> => ({ view: notEmpty((await given()).view(selection)) });
    const desk = async () => {
      const { view } = await reading();
      const answering = await openDesk(
        view,
        await readRuleSet(rulesOf((await home()).config.rules, options)),
      );
      remarkIssues({ terminal: said }, cutChains(answering));
      return answering;
    };
    return {
      arguments: positional,
      options,
      terminal: said,
      selection,
      clearance,
      home,
      base: given,
      reading,
      desk,
    };
  };
  const access: Access = {
    ...accessTo(home, {
      rules: (configured) => rulesOf(configured, options),
      remark: (issues) => remarkIssues({ terminal }, issues),
    }),
    clearance,
  };
  return {
    access,
    call: callFrom(base, terminal),
    clearedTo: (level, asOf) => ({
      ...callFrom(async () => clearedTo(level, await base()), silenced(terminal)),
      options: asOf === undefined ? options : asOfDay(options, asOf),
    }),
    levels: async () => {
      if (!isAnswering) return [];
      const most = await clearance();
      return levelsOf((await base()).sources()).filter((level) => isCleared(level, most));
    },
    leftOut: async () => {
      if (!isAnswering) return undefined;
      const above = await clearance();
      if (above === undefined) return undefined;
      return { objects: (await base()).view(selection).leftOut, above };
    },
    // A home that could not be opened was complained of where it was asked for.
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
}

/** The options as given, but for the day where they name none. */
function asOfDay(options: CallOptions, asOf: string): CallOptions {
  return { ...options, text: (name) => options.text(name) ?? (name === 'asOf' ? asOf : undefined) };
}

/** The level that `--tlp` names. @throws FoeprintError C734 where it names none */
function clearanceOf(options: CallOptions): MarkingLevel | undefined {
  const told = options.text('tlp');
  if (told === undefined) return undefined;
  const level = tlpNamed(told);
  if (level !== undefined) return level.name;
  throw new FoeprintError([
    issueOf(CLI_ISSUES.noLevel, `“${told}” is no level of the Traffic Light Protocol.`),
  ]);
}

/** A terminal that says nothing: nobody asked. */
function silenced({ width, colors }: Terminal): Terminal {
  const silent = (): void => undefined;
  return {
    width,
    colors,
    isInteractive: false,
    answer: silent,
    remark: silent,
    complain: silent,
    answerBytes: silent,
    progress: silent,
  };
}

/** What the options of a command line say of the knowledge to answer from. */
function selectionOf(options: CallOptions): Selection {
  const release = options.text('release');
  const series = options.texts('domain').map(seriesOf);
  return {
    ...(release === undefined ? {} : { release }),
    ...(series.length === 0 ? {} : { series }),
    withdrawn: options.flag('withdrawn'),
  };
}

/** `enterprise` → `enterprise-attack`; a full name stays as it is. */
function seriesOf(domain: string): string {
  return SHORT_DOMAINS.has(domain) ? `${domain}-attack` : domain;
}

const SHORT_DOMAINS: ReadonlySet<string> = new Set(['enterprise', 'mobile', 'ics']);

/** The rules configured, or those that `--rules` names instead: shipped packs by name, files by their ending. */
function rulesOf(rules: RuleSettings, options: CallOptions): RuleSettings {
  const asked = options.texts('rules');
  if (asked.length === 0) return rules;
  const isFile = (name: string): boolean => name.endsWith('.dl');
  const packs = asked.filter((name) => !isFile(name));
  return {
    ...rules,
    packs: packs.length === 0 ? rules.packs : packs,
    files: asked.filter(isFile).map((file) => resolve(file)),
  };
}

function notEmpty(view: KnowledgeView): KnowledgeView {
  if (view.sources.length > 0) return view;
  throw new FoeprintError([
    issueOf(WORKBENCH_ISSUES.nothingLoaded, 'There is no knowledge in view to answer from.'),
  ]);
}

/** @throws FoeprintError H5xx where a setting is wrong */
function openHomeFor(options: CallOptions): Promise<Home> {
  const home = options.text('home');
  const config = options.text('config');
  return openHome({
    ...(home === undefined ? {} : { home }),
    ...(config === undefined ? {} : { config }),
    oneState: true,
  });
}
