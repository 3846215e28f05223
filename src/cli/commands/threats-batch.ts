import type { VictimEvent } from '../../threat/index.ts';
import { readFileBytes, silent } from '../../acquisition/index.ts';
import type { Config } from '../../home/index.ts';
import { openDesk, type Desk } from '../../desk/index.ts';
import { readRuleSet } from '../../home/index.ts';
import { FoeprintError, formatIssue } from '../../facts/index.ts';
import { readEvents } from '../../intake/index.ts';
import { rankEvent } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT, type CommandDeclaration, type Outcome } from '../command.ts';
import { markedAnswer } from '../marked-answer.ts';
import { present } from '../present.ts';
import { remarkIssues } from '../remark-issues.ts';

/** The command `threats` with the option `--batch`: many victims in place of one organisation. */
export function withBatch(threats: CommandDeclaration): CommandDeclaration {
  return {
    ...threats,
    options: [
      ...threats.options,
      {
        flags: '--batch <file>',
        says: 'JSON Lines of victims {id, countries[], sectors[], bundle?, date?, hide[]?} instead of --org; writes {id, ranked} lines',
      },
    ],
    examples: [
      ...threats.examples,
      {
        line: 'threats --batch events.jsonl -o ranked.jsonl',
        says: 'all groups for many victims, to be scored',
      },
    ],
    load: async () => {
      const module = await threats.load();
      if (!('answer' in module)) return module;
      return {
        ...module,
        answer: async (opened) => {
          const file = opened.call.options.text('batch');
          if (file === undefined) return await module.answer(opened);
          const answered = await markedAnswer({ run: async (call) => await rankBatch(call, file) }, opened);
          await present(answered, opened.call);
          return answered.outcome.exitCode ?? EXIT.ok;
        },
      };
    },
  };
}

/** Ranks groups for every event of a file of JSON Lines; one line of answer for each. */
async function rankBatch(call: Call, file: string): Promise<Outcome> {
  const { terminal } = call;
  const { config } = (await call.home()).configuration;
  const bytes = await readFileBytes(file, config.limits, silent);
  const { events, issues } = readEvents(new TextDecoder().decode(bytes), file);
  remarkIssues(call, issues);
  const desks = await desksFor(call, config, events);
  const lines: string[] = [];
  let failed = issues.filter(({ severity }) => severity === 'error').length;
  for (const [index, event] of events.entries()) {
    terminal.progress(`Ranking ${index + 1} of ${events.length}`);
    try {
      lines.push(JSON.stringify(rankEvent(deskFor(desks, event), event, config.threats.weights)));
    } catch (error) {
      if (!(error instanceof FoeprintError)) throw error;
      failed += 1;
      terminal.complain(error.issues.map(formatIssue).join('\n'));
      lines.push(
        JSON.stringify({ id: event.id, ranked: [], notes: error.issues.map(({ message }) => message) }),
      );
    }
  }
  terminal.progress('');
  return {
    data: undefined,
    text: lines.map((line) => `${line}\n`).join(''),
    textForm: 'json-lines',
    exitCode: failed > 0 ? EXIT.input : events.length === 0 ? EXIT.nothing : EXIT.ok,
  };
}

/** A desk for the newest knowledge, and one for every older release that events ask for and that is loaded. */
async function desksFor(
  call: Call,
  { rules }: Config,
  events: readonly VictimEvent[],
): Promise<ReadonlyMap<string, Desk>> {
  const base = await call.base();
  const loaded = new Set(base.sources().map((source) => source.release));
  const desks = new Map([['', await call.desk()]]);
  for (const release of new Set(events.map((event) => event.release)))
    if (release !== undefined && loaded.has(release))
      desks.set(release, await openDesk(base.view({ ...call.selection, release }), await readRuleSet(rules)));
  return desks;
}

/** A release that is not loaded is looked for in the newest knowledge, which says that it is not there. */
function deskFor(desks: ReadonlyMap<string, Desk>, { release = '' }: VictimEvent): Desk {
  const desk = desks.get(release) ?? desks.get('');
  if (desk === undefined) throw new RangeError('There is always a desk for the newest knowledge.');
  return desk;
}
