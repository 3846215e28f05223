import { basename, resolve } from 'node:path';
import { accessTo, clearedTo, openHome, type Home, type RuleSettings } from '../../home/index.ts';
import { defined } from '../../text/index.ts';
import { notEmpty, selectionOf } from '../../workbench/index.ts';
import type { Call, CallOptions } from './call.ts';
import { levelNamed } from '../../actions/index.ts';
import { remarkIssues } from '../terminal/remark-issues.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** How a command is run. */
interface Manner {
  /** Whether `--tlp` bounds what it answers. */
  readonly hasClearance: boolean;
  /** Whether it answers until it is ended, each time from what is known then. */
  readonly stays: boolean;
}

/** Prepares a call. The home is opened when the command first asks for something of it. */
export function openCall(
  positional: readonly string[],
  options: CallOptions,
  terminal: Terminal,
  { hasClearance, stays }: Manner,
): Call {
  let opened: Promise<Home> | undefined;
  const home = (): Promise<Home> => (opened ??= openHomeFor(options, terminal, stays));
  const selection = selectionOf({
    release: options.text('release'),
    domains: options.texts('domain'),
    withdrawn: options.flag('withdrawn'),
  });
  const access = accessTo(home, {
    // What names no level is refused when something is asked, and the refusal shown as all are.
    get clearance() {
      return hasClearance ? levelNamed(options.text('tlp')) : undefined;
    },
    atomics: options.text('atomics'),
    sigmaRules: options.text('sigmaRules'),
    rules: (configured) => rulesOf(configured, options),
    remark: (issues) => remarkIssues({ terminal }, issues),
  });
  const { clearance } = access;
  return {
    arguments: positional,
    options,
    terminal,
    access,
    selection,
    clearance,
    home,
    base: async () => clearedTo(await clearance(), await (await home()).knowledgeBase()),
    reading: async () => notEmpty(await access.view(selection, await clearance())),
    desk: async () => notEmpty(await access.desk(selection, await clearance())),
    // A home that could not be opened was complained of where it was asked for.
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
}

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

/** @throws FoeprintError H5xx where a setting is wrong */
async function openHomeFor(options: CallOptions, terminal: Terminal, stays: boolean): Promise<Home> {
  const home = await openHome({
    ...defined({ home: options.text('home'), config: options.text('config') }),
    oneState: !stays,
  });
  const { found } = home;
  if (found !== undefined && basename(found) !== found) terminal.remark(`From the home ${found}`);
  return home;
}
