import type { SigmaAnswer, SigmaQuestion } from '../../answers/index.ts';
import { rulePack } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { readRules } from '../../sigma/index.ts';
import { count } from '../../text/index.ts';
import { scopedTechniques } from '../coverage/coverage-scope.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { targetInView } from '../releases/target-in-view.ts';
import type { Answered } from '../use-case.ts';

/**
 * The rules of a library that are for the techniques asked about.
 *
 * @throws FoeprintError W601–W603 for a name that leads nowhere, W690, W691, W697 where nothing is named, W698 without rules
 */
export async function packOf(
  desk: Knowledge['desk'],
  { release, ...question }: SigmaQuestion,
): Promise<Answered<SigmaAnswer>> {
  const { of, names, platforms, weights, notes } = await scopedTechniques(desk, question);
  if (of === 'all')
    throw errorOf(WORKBENCH_ISSUES.nothingToPack, 'No group, technique or organisation is named.');
  const library = await desk.sigmaRules();
  if (library === undefined) throw errorOf(WORKBENCH_ISSUES.noSigmaRules, 'No library of rules is named.');
  const pack = rulePack(library, {
    catalogue: desk.view.catalogue,
    weights,
    platforms,
    target: targetInView(desk, release),
    read: readRules,
  });
  return { answer: { of, names, platforms, ...pack }, notes: [...notes, ...notesOn(pack)] };
}

function notesOn({
  carried,
  library,
  issues,
  release,
}: Pick<SigmaAnswer, 'carried' | 'library' | 'issues' | 'release'>): readonly string[] {
  const lost = carried.filter(({ to }) => to.length === 0);
  return [
    ...(library.refused === 0 ? [] : [`${count(library.refused, 'file')} of the library could not be used.`]),
    ...(issues.length === 0
      ? []
      : [
          `${count(issues.length, 'document')} of the library could not be read as rules: \`foeprint sigma check\` says why.`,
        ]),
    ...(lost.length === 0
      ? []
      : [
          `Rules that are tagged only with ids that ATT&CK ${release} does not have are in no pack: ${count(lost.length, 'id')}.`,
        ]),
    ...(library.licence === undefined
      ? ['The library brings no licence: see to it before you pass its rules on.']
      : []),
  ];
}
