import type { SigmaAnswer, SigmaQuestion, TestLibrary } from '../../answers/index.ts';
import { draftsFor, rulePack, type ReleaseTarget } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { compareText, count, defined } from '../../text/index.ts';
import { strategiesAgainst } from '../coverage/coverage-of.ts';
import { scopedTechniques, type ScopedTechniques } from '../coverage/coverage-scope.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { targetInView } from '../releases/target-in-view.ts';
import type { Answered } from '../use-case.ts';

/**
 * The rules of a library that are for the techniques asked about.
 *
 * @throws FoeprintError W601–W603 for a name that leads nowhere, W690, W691, W697 where nothing is named, W698 without rules, W695 where
 *   drafts are asked for and there are no tests
 */
export async function packOf(
  desk: Knowledge['desk'],
  { release, drafts, ...question }: SigmaQuestion,
): Promise<Answered<SigmaAnswer>> {
  const { of, names, platforms, weights, usedBy, notes, level, restsOn } = await scopedTechniques(
    desk,
    question,
  );
  if (of === 'all')
    throw errorOf(WORKBENCH_ISSUES.nothingToPack, 'No group, technique or organisation is named.');
  const library = await desk.sigmaRules();
  if (library === undefined) throw errorOf(WORKBENCH_ISSUES.noSigmaRules, 'No library of rules is named.');
  const tests = drafts ? await desk.atomics() : undefined;
  if (drafts && tests === undefined)
    throw errorOf(WORKBENCH_ISSUES.noAtomics, 'No library of tests is named.');
  const target = targetInView(desk, release);
  const pack = rulePack(library, {
    catalogue: desk.view.catalogue,
    weights,
    platforms,
    target,
  });
  const drafted = tests === undefined ? NO_DRAFTS : draftsOf(desk, usedBy, target, tests, pack.techniques);
  return {
    answer: { of, names, platforms, ...pack, ...drafted },
    notes: [...notes, ...notesOn(pack)],
    ...defined({ level, restsOn }),
  };
}

const NO_DRAFTS = { drafts: [], undrafted: [] };

function draftsOf(
  desk: Knowledge['desk'],
  usedBy: ScopedTechniques['usedBy'],
  target: ReleaseTarget,
  library: TestLibrary,
  techniques: SigmaAnswer['techniques'],
): Pick<SigmaAnswer, 'drafts' | 'undrafted' | 'testsLicence'> {
  const { catalogue } = desk.view;
  const termOf = (id: string): number => catalogue.termOf(id) ?? -1;
  const drafted = draftsFor(techniques, {
    library,
    target,
    groupsOf: (id) =>
      usedBy(termOf(id))
        .filter((label) => /^G\d{4}$/u.test(label))
        .toSorted(compareText),
    analyticsOf: (id) => strategiesAgainst(desk, termOf(id)).flatMap(({ analytics }) => analytics),
    dateOf: (id) => {
      const { stored } = catalogue.entry(termOf(id));
      const changed = stored === undefined ? undefined : desk.view.object(stored).raw['modified'];
      return typeof changed === 'string' ? changed.slice(0, 10) : '1970-01-01';
    },
  });
  return { ...drafted, ...defined({ testsLicence: library.licence }) };
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
