import type { GapReason } from '../../answers/index.ts';
import { count } from '../../text/index.ts';
import { STAGE_LABELS, stageAt, stageNumber, stageOf, type CoverageStage } from '../../threat/index.ts';
import { readsLog, type LogRead } from './available-logs.ts';
import type { HeldClaim } from './coverage-claims.ts';
import type { PlatformStage } from './coverage-stages.ts';

/** What is known of a technique that is below the stage asked for. */
export interface GapGrounds {
  /** On the platform that decides. */
  readonly deciding: PlatformStage;
  readonly stages: readonly PlatformStage[];
  readonly claims: readonly HeldClaim[];
  readonly logs: readonly LogRead[];
  /** Whether anything at all says which logs are at hand. */
  readonly areLogsKnown: boolean;
  /** Whether logs of it are at hand, by name or by the visibility that was scored. */
  readonly logsAtHand: boolean;
  readonly atLeast: CoverageStage;
  readonly labelOf: (technique: number) => string;
}

/** Why a technique is below a stage, and what is next; none where it is not. */
export function gapReasons(grounds: GapGrounds): readonly GapReason[] {
  const { deciding, atLeast } = grounds;
  if (deciding.level >= stageNumber(atLeast)) return [];
  return [...elsewhere(grounds), deciding.parts === undefined ? ofItself(grounds) : ofItsParts(grounds)];
}

/** How many things a sentence names before it only counts them. */
const NAMED = 3;

function elsewhere({ deciding, stages, atLeast }: GapGrounds): readonly GapReason[] {
  const better = stages.filter(({ level }) => level >= stageNumber(atLeast));
  if (better.length === 0) return [];
  const worse = stages.filter(({ level }) => level < stageNumber(atLeast));
  const stage = STAGE_LABELS[stageAt(deciding.level)];
  return [
    {
      kind: 'other-platforms',
      sentence: `It is ${STAGE_LABELS[atLeast]} on ${platformsOf(better)}, and not on ${platformsOf(worse)}: ${stage} there at least.`,
    },
  ];
}

function platformsOf(stages: readonly PlatformStage[]): string {
  return stages.map(({ platform }) => platform).join(', ');
}

function ofItsParts({ deciding, labelOf }: GapGrounds): GapReason {
  const { subtechniques = [], reached = 0, mean = 0 } = deciding.parts ?? {};
  const labels = subtechniques.slice(0, NAMED).map(labelOf).join(', ');
  const more = subtechniques.length > NAMED ? ' …' : '';
  return {
    kind: 'sub-techniques',
    sentence: `${reached} of its ${count(subtechniques.length, 'sub-technique')} (${labels}${more}) ${reached === 1 ? 'is' : 'are'} deployed or tested; the mean of their levels is ${mean.toFixed(1)}, and it counts for no more.`,
  };
}

function ofItself(grounds: GapGrounds): GapReason {
  return SENTENCES[stageAt(grounds.deciding.level)](grounds);
}

const SENTENCES: Readonly<Record<CoverageStage, (grounds: GapGrounds) => GapReason>> = {
  none: ({ logs, areLogsKnown }) => {
    if (logs.length === 0)
      return {
        kind: 'no-analytic',
        sentence:
          'No rule names it, and ATT&CK has no analytic for it: what would show it has to be found first.',
      };
    const missing = areLogsKnown ? 'none of its logs is known to be at hand' : 'nothing is known of its logs';
    return {
      kind: 'no-log-source',
      sentence: `No rule names it, and ${missing}. ATT&CK looks in ${namesOf(logs)}.`,
    };
  },
  'log-source': ({ logs }) => ({
    kind: 'no-rule',
    sentence: `Logs are at hand (${namesOf(logs.filter(({ available }) => available !== undefined)) || 'by the visibility that was scored'}), and no rule that names it looks in them.`,
  }),
  rule: ({ claims, logs, areLogsKnown, logsAtHand }) => {
    const rules = claims.filter(({ claim }) => stageOf(claim) === 'rule');
    const atHand = rules.filter(({ claim }) =>
      logs.some((log) => log.available !== undefined && readsLog(claim.looksIn, log)),
    );
    const first = (atHand[0] ?? rules[0])?.claim;
    const example = first?.title ?? first?.rule;
    const named = example === undefined ? '' : `, e.g. “${example}”`;
    const about =
      atHand.length > 0
        ? `; the logs of ${atHand.length === rules.length ? 'all of them' : atHand.length} are at hand`
        : areLogsKnown
          ? `; their logs are not known to be at hand${otherLogs(logs, logsAtHand)}`
          : '';
    return {
      kind: 'not-deployed',
      sentence: `${count(rules.length, 'rule')} to deploy${named}${about}.`,
    };
  },
  deployed: () => ({
    kind: 'not-tested',
    sentence: 'It is deployed, and nothing says that it was tested.',
  }),
  tested: () => ({ kind: 'not-tested', sentence: '' }),
};

/** Logs at hand in which none of the rules looks. */
function otherLogs(logs: readonly LogRead[], isVisible: boolean): string {
  const names = namesOf(logs.filter(({ available }) => available !== undefined));
  if (names === '') return isVisible ? ' by name, though the visibility that was scored says so' : '';
  return `, but others are in which ATT&CK looks: ${names}`;
}

/** Log sources by name, each once, with what they provide. */
function namesOf(logs: readonly LogRead[]): string {
  const names = [...new Set(logs.map(({ name, component }) => `${name} (${component})`))];
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}
