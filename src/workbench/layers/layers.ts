import type { AttackMatrix, Domain, Layer } from '../../threat/index.ts';
import type { LayerAnswer, LayerQuestion, ScorePolicy } from '../../answers/index.ts';
import { matrixOf, profileLayer } from '../../analysis/index.ts';
import { errorOf } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { domainsOf, killChainsOf } from '../../stix/index.ts';
import {
  attackNumber,
  domainOfKillChain,
  DOMAINS,
  domainTitle,
  LAYER_VALUES,
  levelOfLayers,
  mayNumber,
  tacticsByTechnique,
} from '../../threat/index.ts';
import type { Desk, Reading } from '../../desk/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { groupProfile } from '../groups/profile.ts';
import { restingOn } from '../resting-on.ts';
import type { Answered } from '../use-case.ts';

/** How to make layers of groups. */
export interface LayerSearch extends Partial<
  Pick<LayerQuestion, 'value' | 'derived' | 'each' | 'again' | 'asOf'>
> {
  readonly policy?: ScorePolicy;
  /** What makes a layer of profiles; default: {@link profileLayer}. */
  readonly make?: typeof profileLayer;
}

/** What groups use, as layers before they have the form of a file. */
export interface GroupLayers extends Pick<LayerAnswer, 'groups' | 'asOf'> {
  readonly layers: readonly Layer[];
}

/**
 * What groups use, as layers with the evidence in each cell. Domains are kept apart: techniques of two domains make two layers. Naming
 * a group twice changes nothing. Techniques without an ATT&CK id cannot stand in a layer: a note counts them.
 *
 * @param names of the groups; none: those of the layers that are made again
 * @throws FoeprintError W653 where no group is named, W601–W603 when a name does not lead to a group, W608 for a day that is none
 */
export function groupLayers(
  desk: Desk,
  names: readonly string[],
  search: LayerSearch = {},
): Answered<GroupLayers> {
  const recipe = recipeOfLayers(search.again ?? []);
  const { each = false, asOf, policy, make = profileLayer } = search;
  const value = search.value ?? LAYER_VALUES.find((known) => known === recipe.get('value'));
  const derived = search.derived === true || recipe.get('derived') === 'yes';
  const answered = (names.length > 0 ? names : namesIn(recipe)).map((name) =>
    groupProfile(desk, name, { asOf, derived, ...(policy === undefined ? {} : { policy }) }),
  );
  const distinct = answered.filter(
    ({ answer: { group } }, index) =>
      answered.findIndex(({ answer }) => answer.group.id === group.id) === index,
  );
  const profiles = distinct.map(({ answer }) => answer);
  const belongsTo = domainReader(desk.view);
  const layers = DOMAINS.flatMap(({ id: domain }) =>
    (each ? profiles.map((profile) => [profile]) : [profiles]).map((together) =>
      make(together, {
        domain,
        release: releaseOf(desk.view, domain),
        value,
        derived,
        belongs: (technique) => belongsTo(technique).includes(domain),
      }),
    ),
  ).filter(({ cells }) => cells.length > 0);
  const unlabelled = new Set(
    profiles.flatMap(({ techniques }) =>
      techniques
        .filter(({ technique: { label } }) => attackNumber('attack-pattern', label) === '')
        .map(({ technique }) => technique.id),
    ),
  );
  return {
    answer: {
      groups: profiles.map(({ group }) => group),
      asOf: profiles[0]?.asOf ?? '',
      layers: namedApart(layers),
    },
    notes: [
      ...distinct.flatMap(({ notes = [] }) => notes),
      ...(unlabelled.size === 0 ? [] : [sayUnlabelled(unlabelled.size)]),
    ],
    restsOn: restingOn(desk.view, () => JSON.stringify(profiles)),
  };
}

/** How layers were made: the groups of all, the rest as of the first. */
function recipeOfLayers(layers: readonly Layer[]): ReadonlyMap<string, string> {
  const recipes = layers.flatMap(({ recipe }) =>
    recipe?.operation === 'layer' ? [recipe.parameters.map(({ name, value }) => [name, value] as const)] : [],
  );
  const groups = new Set(
    recipes.flatMap((parameters) => new Map(parameters).get('groups')?.split(', ') ?? []),
  );
  return new Map([...(recipes[0] ?? []), ['groups', [...groups].join(', ')] as const]);
}

function namesIn(recipe: ReadonlyMap<string, string>): readonly string[] {
  const names = (recipe.get('groups') ?? '').split(', ').filter((name) => name !== '');
  if (names.length > 0) return names;
  throw errorOf(WORKBENCH_ISSUES.nothingToLayer, 'No group is named.');
}

/** Layers of several domains have the domain in their names where these would be the same. */
export function namedApart(layers: readonly Layer[]): readonly Layer[] {
  const names = layers.map(({ name }) => name);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return layers.map((layer) =>
    repeated.has(layer.name) ? { ...layer, name: `${layer.name}, ${domainTitle(layer.domain)}` } : layer,
  );
}

/** The layers of this name, or the one of this number (counted from 1); all of them where none is asked for or fits. */
export function chosenLayers(
  layers: readonly Layer[],
  asked: string | undefined,
): Answered<readonly Layer[]> {
  const named = layers.filter(({ name }, index) => name === asked || String(index + 1) === asked);
  const chosen = named.length === 0 ? layers : named;
  return { answer: chosen, level: levelOfLayers(chosen), restsOn: [] };
}

/**
 * The matrix that layers of a domain are drawn on.
 *
 * @throws FoeprintError W610 where none is in view
 */
export function matrixInView({ view }: Reading, domain: Domain): AttackMatrix {
  const matrix = matrixOf(view, domain);
  if (matrix !== undefined) return matrix;
  throw errorOf(
    WORKBENCH_ISSUES.noMatrix,
    `There is no matrix of ${domainTitle(domain)} ATT&CK in view.`,
    undefined,
    `Load it with \`foeprint sync ${domain}\`.`,
  );
}

/** Reads the short names of the tactics under which the matrix of a domain has a technique; none where it has none. */
export function tacticsInView({ view }: Reading, domain: Domain): (technique: string) => readonly string[] {
  const tactics = tacticsByTechnique(matrixOf(view, domain) ?? { tactics: [] });
  return (technique) => tactics.get(technique) ?? [];
}

/**
 * Reads the domains of a technique by its STIX id: as its object says, or else of the series that has it. A technique of somebody
 * else's that no release in view has stands where the kill chains that its object names are, and otherwise where its
 * number may be: in ICS or Enterprise.
 */
export function domainReader(view: KnowledgeView): (technique: string) => readonly string[] {
  return (technique) => {
    const { stored, label } = view.catalogue.entry(view.catalogue.termOf(technique) ?? -1);
    if (stored === undefined) return [];
    const { raw, sources } = view.object(stored);
    const own = domainsOf(raw);
    if (own !== undefined) return own;
    const series = sources.flatMap((source) => source.series ?? []);
    if (series.length > 0 || attackNumber('attack-pattern', label) === '') return series;
    const named = [
      ...killChainsOf(raw).flatMap((name) => domainOfKillChain(name) ?? []),
      ...DOMAINS.map(({ id }) => id),
    ];
    return named.filter((domain) => mayNumber(domain, label)).slice(0, 1);
  };
}

/** ATT&CK release of a domain in view; undefined where none is. */
export function releaseOf({ sources }: KnowledgeView, domain: Domain): string | undefined {
  return sources.find(({ series }) => series === domain)?.release;
}

function sayUnlabelled(count: number): string {
  return count === 1
    ? '1 technique without an ATT&CK id is left out.'
    : `${count} techniques without an ATT&CK id are left out.`;
}
