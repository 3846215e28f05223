import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { act } from '../api/act.ts';
import { ask } from '../api/ask.ts';
import { DecisionQueue, NO_DECISIONS, type Decisions } from '../api/decision-queue.ts';
import { isKept, type Decision, type Shown } from '../marks/report/decisions.ts';
import type { Suggestion } from '../marks/report/speaking.ts';
import { SAID } from './said.ts';
import { keepWaiting, keptWaiting } from './waiting-decisions.ts';
import { storeOf, useStore } from './store.ts';

/** Milliseconds before what could not be sent is tried again. */
const PAUSE = 5000;
/** So long nothing may be decided before answers are asked for anew: whoever goes on is not made to wait for what they know. */
const REST = 1200;

const DECISIONS = storeOf<Decisions>(NO_DECISIONS);
/** What was decided since the page was loaded, to be taken back one by one. */
const MADE = storeOf<readonly Decision[]>([]);

const queue = new DecisionQueue({
  pause: PAUSE,
  send: async (given) => void (await act('report-review', given)),
  kept: async (inDoubt) => {
    const report = inDoubt[0]?.report ?? '';
    // The server does one after the other: what was sent before is done once this is, which changes nothing.
    await act('report-load', { reports: [report], dryRun: true });
    const { answer } = await ask('report-show', { report, evidence: 1 }, { rules: [], tlp: '' });
    const now = new Map(answer.suggestions.map(({ key, decision }) => [key, decision]));
    return inDoubt.filter((each) => now.has(each.key) && isKept(each, now.get(each.key)));
  },
  changed: (decisions) => {
    keepWaiting(decisions.waiting.length === 0 ? undefined : JSON.stringify(decisions.waiting));
    DECISIONS.set(decisions);
  },
});

let next = 1;
const left = leftBefore();
next += Math.max(0, ...left.map(({ number }) => number));
if (left.length > 0) queue.add(...left);
window.addEventListener('beforeunload', (event) => {
  if (queue.now.waiting.length > 0) event.preventDefault();
});

/** What was not sent when the page was left. */
function leftBefore(): readonly Decision[] {
  try {
    return JSON.parse(keptWaiting() ?? '[]') as readonly Decision[];
  } catch {
    return [];
  }
}

/** Decisions on a report, as a page shows and makes them. */
export interface Deciding extends Decisions {
  /** Those that answers do not show yet, in their order. */
  readonly made: readonly Decision[];
  readonly decide: (what: Omit<Decision, 'number' | 'report'>) => void;
  /** The suggestion that was decided on last, which {@link takeBack} is about; undefined where nothing was. */
  readonly last: string | undefined;
  /** Takes back what was decided last, of one suggestion, which is shown as it is decided on, or of any. */
  readonly takeBack: (of?: Pick<Suggestion, 'key' | 'decision'>) => void;
  readonly again: () => void;
}

/** Decides on suggestions of a report. What is decided is shown at once, and kept in the background. */
export function useDecisions(report: string): Deciding {
  const all = useStore(DECISIONS);
  const history = useStore(MADE).filter((each) => each.report === report);
  const queries = useQueryClient();
  const isAtRest = all.waiting.length === 0 && all.sent.length > 0;
  useEffect(() => {
    if (!isAtRest) return undefined;
    const timer = setTimeout(() => {
      const { sent } = DECISIONS.get();
      void queries.invalidateQueries().then(() => queue.seen(sent));
    }, REST);
    return () => clearTimeout(timer);
  }, [isAtRest, all.sent, queries]);
  const ofReport = (each: Decision): boolean => each.report === report;
  const waiting = all.waiting.filter(ofReport);
  const last = history.at(-1);
  return {
    ...all,
    waiting,
    refused: all.refused.filter(({ decision }) => ofReport(decision)),
    made: [...all.sent.filter(ofReport), ...waiting],
    last: last?.key,
    decide: (what) => make({ ...what, report, number: next++ }),
    takeBack: (of) => {
      const meant = of === undefined ? last : history.findLast((each) => each.key === of.key);
      if (meant !== undefined) goBack(meant);
      // It was decided before the page was loaded.
      else if (of !== undefined) queue.add(undoOf(report, of));
    },
    again: () => queue.again(),
  };
}

function make(decision: Decision): void {
  // The key that took back what was said before now takes back this.
  SAID.set(undefined);
  MADE.set([...MADE.get(), decision]);
  queue.add(decision);
}

function goBack(last: Decision): void {
  MADE.set(MADE.get().filter((each) => each !== last));
  if (queue.isHeld(last)) queue.leaveOut(last);
  else if (queue.now.refused.every(({ decision }) => decision.number !== last.number))
    queue.add({
      number: next++,
      report: last.report,
      key: last.key,
      verdict: 'undo',
      ...beforeOf(last.before),
    });
}

/** Takes back what an answer shows. */
function undoOf(report: string, { key, decision }: Pick<Suggestion, 'key' | 'decision'>): Decision {
  const takes = decision?.decidedAt ?? '';
  return { number: next++, report, key, verdict: 'undo', ...(takes === '' ? {} : { takes }) };
}

function beforeOf(before: Shown): { readonly before?: Shown } {
  return before === undefined ? {} : { before };
}
