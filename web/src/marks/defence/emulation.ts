import type { AnswerOf } from 'foeprint/answers';
import { several } from '../../words/count.ts';
import { joined } from '../../words/scope.ts';

type Emulation = AnswerOf<'emulate'>;
export type EmulationStep = Emulation['steps'][number];

/** Why a step cannot be done by a test, as pages say it. */
export const STANDINGS: Readonly<Record<EmulationStep['standing'], string>> = {
  executable: 'can be done by a test',
  'no-test': 'no test does it',
  'sub-techniques-only': 'only tests of its sub-techniques',
  'manual-only': 'only by hand',
  'other-platforms-only': 'only on other platforms',
  'destructive-only': 'only by tests that may destroy',
};

/** ` For 9 steps no test does it, and 2 only by hand.`; empty where all can be done. */
export function sayStandings(standings: Readonly<Record<string, number>>): string {
  const others = Object.entries(STANDINGS).flatMap(([standing, words]) => {
    const count = standings[standing] ?? 0;
    return standing === 'executable' || count === 0 ? [] : [`${several(count, 'step')}: ${words}`];
  });
  return others.length === 0 ? '' : ` Of the others, ${joined(others)}.`;
}

/** Steps under their tactics, in the order of the plan. */
export function byTactic(
  steps: readonly EmulationStep[],
): readonly { readonly tactic: EmulationStep['tactic']; readonly steps: readonly EmulationStep[] }[] {
  const groups: { tactic: EmulationStep['tactic']; steps: EmulationStep[] }[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.tactic.id === step.tactic.id && last.tactic.name === step.tactic.name) last.steps.push(step);
    else groups.push({ tactic: step.tactic, steps: [step] });
  }
  return groups;
}
