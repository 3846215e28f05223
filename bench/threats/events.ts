import type { SourcedFacts, Victimology } from '../../src/analysis/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { objectsIn, victimsOf } from './reported.ts';

/** One victim profile, and the group that did it. */
export interface Event {
  readonly id: string;
  readonly group: number;
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  /** Names of sources and documents that the profile of the group must not use. */
  readonly hide: readonly string[];
  readonly set: 'ATT&CK campaigns' | 'Tidal campaigns' | 'titles of reports';
}

/** What profiles of groups may not use when their campaigns are the events. */
export const HIDDEN_FROM_PROFILES: readonly string[] = ['campaigns', 'tidal'];

/**
 * Events: campaigns whose description names a victim country, done by exactly one live group. The profiles may
 * use neither campaigns nor Tidal, nor the documents that the campaign cites.
 */
export function eventsIn(desk: Desk, sourced: SourcedFacts, victimology: Victimology): readonly Event[] {
  const live = new Set(victimology.groups.map(({ group }) => group));
  const { catalogue } = desk.view;
  return catalogue.ofType(typesOf('campaign')).flatMap((campaign): readonly Event[] => {
    const { stored, id } = catalogue.entry(campaign);
    const source = stored === undefined ? undefined : desk.view.object(stored).sources[0];
    const isAttack = source?.kind === 'attack';
    if (stored === undefined || (!isAttack && source?.series !== 'misp-galaxy:campaigns')) return [];
    // What Tidal repeats of MITRE is no second event.
    if (!isAttack && metaOf(desk.view.object(stored).raw)['source'] === 'MITRE') return [];
    const groups = new Set(
      (isAttack
        ? objectsIn(sourced, 'attributed-to', campaign)
        : groupsNamedIn(desk, campaign, victimology)
      ).filter((group) => live.has(group)),
    );
    const [group] = groups;
    const traits = victimsOf(sourced, campaign);
    const countries = traits.filter(({ kind }) => kind === 'country').map(({ value }) => value);
    if (group === undefined || groups.size !== 1 || countries.length === 0) return [];
    return [
      {
        id,
        group,
        countries: [...new Set(countries)],
        sectors: [...new Set(traits.filter(({ kind }) => kind === 'sector').map(({ value }) => value))],
        hide: [...HIDDEN_FROM_PROFILES, ...sourced.evidence(stored).citations.map(({ name }) => name)],
        set: isAttack ? 'ATT&CK campaigns' : 'Tidal campaigns',
      },
    ];
  });
}

/** Shortest name that is looked for in prose: shorter ones are words of their own. */
const SHORTEST_NAME = 4;

/** Live groups that a campaign's name or description calls by a name of theirs. */
function groupsNamedIn(desk: Desk, campaign: number, { groups }: Victimology): readonly number[] {
  const { catalogue } = desk.view;
  const { name, stored } = catalogue.entry(campaign);
  const description = stored === undefined ? '' : desk.view.object(stored).raw['description'];
  const text = ` ${name} ${typeof description === 'string' ? description : ''} `;
  return groups
    .filter(({ group }) => {
      const { name: own, aliases } = catalogue.entry(group);
      return [own, ...aliases].some((each) => each.length >= SHORTEST_NAME && holdsWord(text, each));
    })
    .map(({ group }) => group);
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`)) return true;
  return false;
}

function metaOf(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { meta } = raw;
  return typeof meta === 'object' && meta !== null ? { ...meta } : {};
}
