import { strictestLevel } from '../../facts/index.ts';
import { referencesIn, textOf, textsOf, type MarkingLevels, type Raw } from '../../stix/index.ts';
import type { Flow, FlowNode } from './attack-flow.ts';
import {
  documentsCited,
  explicitId,
  mentionedThing,
  MOST_SHARED,
  type Mentioned,
} from './structured-report.ts';

/** Fields that lead from a step to what follows it. */
const NEXT = ['start_refs', 'effect_refs', 'on_true_refs', 'on_false_refs'] as const;

/** Objects of a file, of several versions of one the newest. */
interface Objects {
  readonly newest: readonly Raw[];
  readonly named: ReadonlyMap<string, Raw>;
  readonly levels: MarkingLevels;
}

/**
 * What flows of Attack Flow describe (center-for-threat-informed-defense.github.io/attack-flow/language).
 *
 * @param flows all that the file has
 * @param isMeant asked of each, whether it is to be read
 */
export function stixFlows(
  flows: readonly Raw[],
  { newest, named, levels }: Objects,
  isMeant: (flow: Raw) => boolean,
): readonly Flow[] {
  let left = MOST_SHARED;
  return flows.filter(isMeant).map((flow) => {
    const steps = flows.length === 1 ? newest : stepsFrom(flow, named, left);
    left = Math.max(0, left - steps.length);
    return {
      title: textOf(flow, 'name'),
      description: textOf(flow, 'description'),
      publisher: textOf(named.get(textOf(flow, 'created_by_ref')) ?? {}, 'name'),
      date: textOf(flow, 'created'),
      language: textOf(flow, 'lang'),
      tlp: strictestLevel([flow, ...steps].map((object) => levels.of(object))),
      references: documentsCited(referencesIn(flow)),
      nodes: steps.flatMap((object) => nodeOf(object, named)),
      place: { object: textOf(flow, 'id') },
      isCut: left === 0,
    };
  });
}

/** What a flow leads to, where a bundle has several. */
function stepsFrom(flow: Raw, named: ReadonlyMap<string, Raw>, most: number): readonly Raw[] {
  const reached = new Set([flow]);
  for (const object of reached) {
    if (reached.size > most) break;
    for (const id of followers(object)) {
      const next = named.get(id);
      if (next !== undefined) reached.add(next);
    }
  }
  return [...reached];
}

function followers(object: Raw): readonly string[] {
  return NEXT.flatMap((field) => textsOf(object, field));
}

function nodeOf(object: Raw, named: ReadonlyMap<string, Raw>): readonly FlowNode[] {
  const isStep = /^attack-(?:action|condition|operator)$/u.test(textOf(object, 'type'));
  const thing = isStep ? techniqueOf(object, named) : mentionedThing(textOf(object, 'id'), object);
  if (!isStep && (thing === undefined || thing.kind === 'technique')) return [];
  return [
    {
      key: textOf(object, 'id'),
      name: textOf(object, 'name'),
      description: textOf(object, 'description'),
      thing,
      next: followers(object),
    },
  ];
}

/** The technique of an action: by its number, or the object that it refers to. */
function techniqueOf(action: Raw, named: ReadonlyMap<string, Raw>): Mentioned | undefined {
  const ref = textOf(action, 'technique_ref');
  const id = explicitId('attack-pattern', textOf(action, 'technique_id'));
  const referred = mentionedThing(ref, named.get(ref));
  if (id === undefined) return referred?.kind === 'technique' ? referred : undefined;
  return { kind: 'technique', id, name: textOf(action, 'name') || id };
}
