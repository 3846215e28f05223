import type { SightingsShowQuestion } from '../../answers/index.ts';
import { reportedIn, subjectsOf, type Knowledge } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { harmlessWord } from '../../sightings/index.ts';
import { defined } from '../../text/index.ts';
import { attackNumber, typesOf, type KindName } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { askedSectors } from '../names/asked-sectors.ts';
import { findOne } from '../names/find-one.ts';
import { targetInView } from '../releases/target-in-view.ts';
import { openSightings, type OpenSightings } from './scope.ts';

/** Sightings that a question narrows down to. */
interface NarrowedSightings extends OpenSightings {
  /** What to know of how names were understood. */
  readonly notes: readonly string[];
}

/**
 * Opens the sightings that a question narrows down to.
 *
 * @throws FoeprintError W670 where there are none, W608 for what is no day or month, W612 for a sector, W601–W603 for a technique or a
 *   group that is none
 */
export async function openNarrowed(
  knowledge: Knowledge['view'],
  { month, from, until, synthetic, hide, ...asked }: Omit<SightingsShowQuestion, 'limit'>,
): Promise<NarrowedSightings> {
  const techniques = asked.techniques.map((name) => named(knowledge, name, 'technique'));
  const groups = asked.groups.map((name) => named(knowledge, name, 'group'));
  const sectors = askedSectors(asked.sectors);
  const filter = defined({
    sectors: some(sectors.names),
    organisations: some(asked.organisations.map(harmlessWord)),
    techniques: some(techniques.flatMap(({ ids }) => ids.flatMap((id) => withSubtechniques(knowledge, id)))),
    groups: some(groups.flatMap(({ ids }) => ids)),
  });
  if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(month))
    throw errorOf(WORKBENCH_ISSUES.notADay, `“${month}” is no month.`);
  const days = month === undefined ? { from, until } : { months: 1, asOf: `${month}-01` };
  return {
    ...(await openSightings(knowledge, { ...days, synthetic, hide, filter })),
    notes: [sectors, ...techniques, ...groups].flatMap(({ notes }) => notes),
  };
}

/** The words; undefined where there are none, which narrows nothing. */
function some(words: readonly string[]): readonly string[] | undefined {
  return words.length === 0 ? undefined : words;
}

/** The id of a technique and those of its sub-techniques. */
function withSubtechniques(knowledge: Knowledge['view'], id: string): readonly string[] {
  const { catalogue } = knowledge.view;
  const under = catalogue
    .find(id)
    .flatMap((term) => subjectsOf(reportedIn(knowledge), 'subtechnique-of', term));
  return [id, ...under.map((term) => catalogue.label(term))];
}

interface Named {
  /** ATT&CK ids, or the STIX id of what has none, by which nothing was imported. */
  readonly ids: readonly string[];
  readonly notes: readonly string[];
}

/**
 * What a name stands for. Ids of techniques that are not in view are carried there, as when sightings are imported; what nothing is known
 * of is taken as it is, since it may have been imported.
 */
function named(knowledge: Knowledge['view'], name: string, kind: KindName): Named {
  const { catalogue } = knowledge.view;
  const types = typesOf(kind);
  const number = attackNumber(types[0] ?? '', name);
  if (number !== '' && catalogue.find(number).length === 0) {
    const { to, reason } = targetInView(knowledge).resolve(number);
    return to === undefined || kind !== 'technique'
      ? { ids: [number], notes: [] }
      : { ids: [number, to], notes: [`${number} counts as ${to}: ${reason}.`] };
  }
  const { term, notes } = findOne(knowledge.view, name, types);
  return { ids: [catalogue.label(term) || catalogue.id(term)], notes };
}
