import type { EmulateAnswer, EmulateQuestion } from '../../answers/index.ts';
import { emulationPlan, tacticShortName, tacticsInOrder } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { count, plainSpelling } from '../../text/index.ts';
import { platformNamed } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { soundDay } from '../names/asked-day.ts';
import { findAdversary } from '../names/find-adversary.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { targetInView } from '../releases/target-in-view.ts';
import type { Answered } from '../use-case.ts';

/**
 * A plan to do, in an exercise, what a group is reported to do.
 *
 * @throws FoeprintError W601–W603 when the name does not lead to a group, W608 for a day that is none, W695 without tests, W696
 */
export async function planOf(
  desk: Knowledge['desk'],
  { group, platforms, tactics, since, release, ...asked }: EmulateQuestion,
): Promise<Answered<EmulateAnswer>> {
  const { term, notes } = findAdversary(desk, group);
  const options = {
    ...asked,
    since: soundDay(since),
    platforms: [...new Set(platforms.map(platformAsked))],
    tactics: tactics.flatMap((name) => tacticsAsked(desk, name)),
  };
  const library = await desk.atomics();
  if (library === undefined) throw errorOf(WORKBENCH_ISSUES.noAtomics, 'No library of tests is named.');
  const target = targetInView(desk, release);
  const answer = emulationPlan(sourcedFactsOf(desk), term, { ...options, library, target });
  return { answer, notes: [...notes, ...notesOn(answer)] };
}

function platformAsked(name: string): string {
  const platform = platformNamed(name);
  if (platform !== undefined) return platform.name;
  throw errorOf(WORKBENCH_ISSUES.noPlatformOrTactic, `No platform is called “${name}”.`);
}

/** Several where the matrices of Enterprise, Mobile and ICS share a name. */
function tacticsAsked(desk: Knowledge['desk'], name: string): readonly number[] {
  const sourced = sourcedFactsOf(desk);
  const { catalogue } = sourced;
  const wanted = plainSpelling(name);
  const found = tacticsInOrder(sourced).filter((term) =>
    [catalogue.label(term), catalogue.name(term), tacticShortName(sourced, term)].some(
      (each) => plainSpelling(each) === wanted,
    ),
  );
  if (found.length > 0) return found;
  throw errorOf(WORKBENCH_ISSUES.noPlatformOrTactic, `No tactic is called “${name}”.`);
}

/** Most ids that a note names. */
const NAMED = 5;

function notesOn({ steps, library, takesDestructive, release }: EmulateAnswer): readonly string[] {
  const lost = library.carried.filter(({ to }) => to === undefined);
  const moved = library.carried.length - lost.length;
  const left = steps.flatMap((step) => step.left).filter(({ reason }) => reason === 'destructive').length;
  return [
    ...(library.refused === 0
      ? []
      : [`${count(library.refused, 'test or file', 'tests and files')} of the library could not be used.`]),
    ...(moved === 0
      ? []
      : [
          `${count(moved, 'id')} of techniques in the library ${moved === 1 ? 'was' : 'were'} carried to ATT&CK ${release}.`,
        ]),
    ...(lost.length === 0
      ? []
      : [
          `Tests of ${count(lost.length, 'id')} that ATT&CK ${release} does not have are in no plan: ${lost
            .slice(0, NAMED)
            .map(({ from }) => from)
            .join(', ')}${lost.length > NAMED ? `, and ${lost.length - NAMED} more` : ''}.`,
        ]),
    ...(left === 0 || takesDestructive
      ? []
      : [`${count(left, 'destructive test')} ${left === 1 ? 'was' : 'were'} left out.`]),
  ];
}
