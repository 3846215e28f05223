import { hasType } from '../../facts/index.ts';
import { eachPair, type Known } from '../../desk/index.ts';
import { typesOf, type PlanKind } from '../../threat/index.ts';

/** That something helps against a technique. */
export interface Helping {
  readonly defence: number;
  readonly technique: number;
  readonly relation: HelpingRelation;
}

export type HelpingRelation = 'mitigates' | 'detects';

/** How well something helps by a mapping that scores it. */
export interface HelpingValue {
  /** In the words of the mapping. */
  readonly said: string;
  /** 0 … 1, how much of a technique it answers so. */
  readonly share: number;
}

/** What helps against techniques of itself; log sources do through analytics. */
export type HelpingKind = Exclude<PlanKind, 'log-sources' | 'data-components'>;

/**
 * The relations by which a kind helps against techniques, and the types to look for: of several lists the first of which anything helps at
 * all. In releases before 18 data components detect techniques, in later ones detection strategies.
 */
const HELPING: Readonly<
  Record<
    HelpingKind,
    { readonly relations: readonly HelpingRelation[]; readonly types: readonly (readonly string[])[] }
  >
> = {
  mitigations: { relations: ['mitigates'], types: [typesOf('mitigation')] },
  detections: { relations: ['detects'], types: [typesOf('detection-strategy'), typesOf('data-component')] },
  controls: { relations: ['mitigates', 'detects'], types: [typesOf('control')] },
};

/** What of a kind helps against which techniques; nothing that is withdrawn. */
export function helpingOf(known: Known, kind: HelpingKind): readonly Helping[] {
  const { relations, types: lists } = HELPING[kind];
  const helping: Helping[] = [];
  for (const relation of relations)
    eachPair(known, relation, (defence, technique) => helping.push({ defence, technique, relation }));
  const byType = lists.map((types) =>
    helping.filter(
      ({ defence }) => hasType(known.catalogue, defence, types) && !known.catalogue.isWithdrawn(defence),
    ),
  );
  return byType.find((found) => found.length > 0) ?? [];
}
