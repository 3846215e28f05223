import type { SightingsShowQuestion } from '../../answers/index.ts';
import { reportedIn, subjectsOf, type Knowledge } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { harmlessWord } from '../../sightings/index.ts';
import { defined } from '../../text/index.ts';
import { attackNumber, typesOf, type KindName } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { askedSectors } from '../names/asked-sectors.ts';
import { findOne } from '../names/find-one.ts';
import { openSightings, type OpenSightings } from './scope.ts';

/**
 * Opens the sightings that a question narrows down to.
 *
 * @throws FoeprintError W670 where there are none, W608 for what is no day or month, W612 for a sector, W601–W603 for a technique or a
 *   group that is none
 */
export async function openNarrowed(
  knowledge: Knowledge['view'],
  { month, from, until, synthetic, ...asked }: Omit<SightingsShowQuestion, 'limit'>,
): Promise<OpenSightings> {
  const filter = defined({
    sectors: some(askedSectors(asked.sectors)),
    organisations: some(asked.organisations.map(harmlessWord)),
    techniques: some(asked.techniques.flatMap((name) => withSubtechniques(knowledge, name))),
    groups: some(asked.groups.map((name) => idOf(knowledge, name, 'group'))),
  });
  if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(month))
    throw errorOf(WORKBENCH_ISSUES.notADay, `“${month}” is no month.`);
  const days = month === undefined ? { from, until } : { months: 1, asOf: `${month}-01` };
  return await openSightings(knowledge, { ...days, synthetic, filter });
}

/** The words; undefined where there are none, which narrows nothing. */
function some(words: readonly string[]): readonly string[] | undefined {
  return words.length === 0 ? undefined : words;
}

/** The id of a technique and those of its sub-techniques. */
function withSubtechniques(knowledge: Knowledge['view'], name: string): readonly string[] {
  const { catalogue } = knowledge.view;
  const id = idOf(knowledge, name, 'technique');
  const under = catalogue
    .find(id)
    .flatMap((term) => subjectsOf(reportedIn(knowledge), 'subtechnique-of', term));
  return [id, ...under.map((term) => catalogue.label(term))];
}

/**
 * The ATT&CK id that a name stands for, or the STIX id of what has none, by which nothing was imported; ids of no release in view are
 * taken as they are, since they may have been imported.
 */
function idOf({ view }: Knowledge['view'], name: string, kind: KindName): string {
  const { catalogue } = view;
  const types = typesOf(kind);
  const number = attackNumber(types[0] ?? '', name);
  if (number !== '' && catalogue.find(number).length === 0) return number;
  const { term } = findOne(view, name, types);
  return catalogue.label(term) || catalogue.id(term);
}
