import { resolve } from 'node:path';
import { openDesk, openHome, readRuleSet } from '../home/index.ts';
import type { Home, RuleSettings } from '../home/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';
import { REASONING_ISSUES } from '../reasoning/index.ts';
import type { KnowledgeView, Selection } from '../knowledge/index.ts';
import { WORKBENCH_ISSUES } from '../workbench/index.ts';
import type { Reading } from '../workbench/index.ts';
import type { Call, CallOptions } from './call.ts';
import { remarkIssues } from './remark-issues.ts';
import type { Terminal } from './terminal.ts';

/** A call, and what to close when it is over. */
export interface OpenCall {
  readonly call: Call;
  readonly close: () => Promise<void>;
}

/** Prepares a call. The home is opened when the command first asks for something of it. */
export function openCall(positional: readonly string[], options: CallOptions, terminal: Terminal): OpenCall {
  let opened: Promise<Home> | undefined;
  const home = (): Promise<Home> => (opened ??= openHomeFor(options));
  const selection = selectionOf(options);
  const base = async () => (await home()).knowledgeBase();
  const reading = async (): Promise<Reading> => ({ view: notEmpty((await base()).view(selection)) });
  const desk = async () => {
    const { view } = await reading();
    const answering = await openDesk(view, await readRuleSet(await rulesOf(await home(), options)));
    remarkIssues(
      { terminal },
      answering.model.issues.filter(({ code }) => code === REASONING_ISSUES.chainsCut.code),
    );
    return answering;
  };
  return {
    call: { arguments: positional, options, terminal, selection, home, base, reading, desk },
    // A home that could not be opened was complained of where it was asked for.
    close: async () => (await opened?.catch(() => undefined))?.close(),
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
async function rulesOf({ configuration }: Home, options: CallOptions): Promise<RuleSettings> {
  const { rules } = configuration.config;
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
