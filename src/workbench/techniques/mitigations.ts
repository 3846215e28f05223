import type { Defence, MitigationsAnswer, Watched } from '../../answers/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { Answered } from '../use-case.ts';
import { caveatsIn } from './caveats.ts';
import { defencesOf, narrowed, termIn } from './defences.ts';

/** @throws FoeprintError W601–W603, W628 when the name does not lead to a technique or an adversary */
export function mitigationsOf(desk: Desk, name: string): Answered<MitigationsAnswer> {
  const { defences, notes, ...asked } = defencesOf(desk, 'mitigation', name);
  return { answer: { ...asked, ...watchedApart(desk, defences) }, notes };
}

/** Mitigations as far as they are any, and what they do not prevent by the words of their own source. */
export function watchedApart(
  desk: Desk,
  defences: readonly Defence[],
): Pick<MitigationsAnswer, 'mitigations' | 'watch'> {
  const { catalogue } = desk.view;
  const caveatOf = caveatsIn(desk);
  const watch: Watched[] = [];
  const mitigations = narrowed(defences, (technique, { defence: mitigation }) => {
    const caveat = caveatOf(termIn(catalogue, mitigation), termIn(catalogue, technique));
    if (caveat?.counts !== 0) return true;
    watch.push({ technique, mitigation, sentence: caveat.sentence });
    return false;
  });
  return { mitigations, watch };
}
