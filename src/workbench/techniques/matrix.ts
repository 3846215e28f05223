import type { DomainMatrix, MatrixAnswer } from '../../answers/index.ts';
import { matricesOf, type NamedMatrix } from '../../analysis/index.ts';
import { eachReported } from '../../facts/index.ts';
import { addTo, compareText, defined } from '../../text/index.ts';
import { entriesOf, platformNamed, typesOf } from '../../threat/index.ts';
import type { Reading } from '../../desk/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { platformMeant } from '../names/platform-meant.ts';
import { restingOn } from '../resting-on.ts';
import type { Answered } from '../use-case.ts';

/**
 * The matrices in view with the techniques that work on a platform.
 *
 * @param asked platforms in any spelling; of several one is enough, none means all
 * @throws FoeprintError W691 for a platform that there is not
 */
export function matricesInView(
  { view }: Reading,
  { platforms: asked }: { readonly platforms: readonly string[] },
): Answered<MatrixAnswer> {
  const platforms = asked.map(platformMeant);
  const known = platformsByLabel(view);
  const platformsOf = (label: string): readonly string[] => known.get(label) ?? [];
  const fits = (label: string): boolean =>
    label !== '' && (platforms.length === 0 || platformsOf(label).some((name) => isOneOf(platforms, name)));
  const matrices = matricesOf(view).map((matrix) => domainMatrix(matrix, platformsOf, fits));
  return {
    answer: { platforms, matrices },
    // It names techniques by their ATT&CK ids, to be short.
    restsOn: restingOn(view, () => idsIn(view, matrices)),
    notes: matrices.length > 0 ? [] : ['No matrix is in view: `foeprint sync` loads ATT&CK.'],
  };
}

/** Earlier releases spell platforms in their own ways. */
function isOneOf(platforms: readonly string[], name: string): boolean {
  return platforms.includes(platformNamed(name)?.name ?? name);
}

function domainMatrix(
  { tactics, ...matrix }: NamedMatrix,
  platformsOf: (label: string) => readonly string[],
  fits: (label: string) => boolean,
): DomainMatrix {
  const parents = new Map(
    tactics.flatMap(({ techniques }) =>
      techniques.flatMap(({ id, subtechniques }) => subtechniques.map((child) => [child.id, id] as const)),
    ),
  );
  const counted = (labels: readonly string[]): Pick<DomainMatrix, 'parents' | 'subtechniques'> => {
    const subtechniques = labels.filter((label) => parents.has(label)).length;
    return { parents: labels.length - subtechniques, subtechniques };
  };
  const columns = tactics.map((tactic) => ({
    tactic,
    entries: entriesOf(tactic).filter(({ id }) => fits(id)),
  }));
  const names = new Map(columns.flatMap(({ entries }) => entries.map(({ id, name }) => [id, name] as const)));
  return {
    domain: matrix.domain,
    name: matrix.name,
    ...defined({ release: matrix.release }),
    ...counted([...names.keys()]),
    tactics: columns.map(({ tactic: { id, shortName, name }, entries }) => {
      const techniques = entries.map((entry) => entry.id);
      return { label: id, shortName, name, ...counted(techniques), techniques };
    }),
    techniques: [...names]
      .map(([label, name]) => ({
        label,
        name,
        ...defined({ parent: parents.get(label) }),
        platforms: platformsOf(label),
      }))
      .toSorted((one, other) => compareText(one.label, other.label)),
  };
}

/** STIX ids of what stands in matrices. */
function idsIn({ catalogue }: KnowledgeView, matrices: readonly DomainMatrix[]): string {
  const labels = new Set(
    matrices.flatMap(({ tactics, techniques }) => [...tactics, ...techniques].map(({ label }) => label)),
  );
  return catalogue
    .ofType([...typesOf('tactic'), ...typesOf('technique')])
    .filter((term) => labels.has(catalogue.label(term)))
    .map((term) => catalogue.id(term))
    .join(' ');
}

/** ATT&CK id → the platforms that sources report for it, by name. */
function platformsByLabel({ catalogue, facts }: KnowledgeView): ReadonlyMap<string, readonly string[]> {
  const platforms = new Map<string, string[]>();
  eachReported(facts, 'on-platform', (thing, platform) => {
    if (!catalogue.isWithdrawn(thing)) addTo(platforms, catalogue.label(thing), catalogue.name(platform));
  });
  return new Map([...platforms].map(([label, names]) => [label, [...new Set(names)].toSorted(compareText)]));
}
