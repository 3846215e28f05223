import type { Evidence } from '../../facts/index.ts';
import type { Model } from '../../reasoning/index.ts';
import { typesOf } from '../../threat/index.ts';
import { DERIVED } from '../known-facts.ts';
import type { Testimony, ToldFact } from '../profile/testimony.ts';
import { termsOf } from '../profile/testimony.ts';
import { actsAmong, campaignTerms, toldUses, typeOf } from '../profile/uses.ts';
import { latestDay } from '../score/evidence-date.ts';
import type { UseKind } from '../technique-use.ts';
import type { Hearing } from '../victims/victimology.ts';
import { heardEvidence, hearsAll } from './heard-evidence.ts';
import { newestDate } from './newest-date.ts';
import { strongestProofs, type StrongestProof } from './strongest-proofs.ts';

/** A technique that a group is told or held to use, and how far that is believed. */
export interface HeardUse {
  readonly technique: number;
  readonly use: UseKind;
  /** 1 where it is told of the group itself, else the credibility of what derives it, below or equal to 1. */
  readonly credibility: number;
  /** What the group and its campaigns were told to do. */
  readonly evidence: readonly Evidence[];
  /** Of a derived use, what stands between the group and the technique. */
  readonly through: readonly number[];
}

/** What uses are found in. */
export interface UseGrounds {
  readonly testimony: Testimony;
  readonly model: Model;
  /** Default: everything is heard. */
  readonly hearing?: Hearing;
}

/**
 * The live techniques that groups use, from what is heard. What is told of a group's campaigns is evidence for its own
 * uses too. Of several equally credible ways to a derived use, that with the newest evidence counts.
 *
 * @returns the uses of a group among those asked about
 */
export function heardUses(
  { testimony, model, hearing = {} }: UseGrounds,
  groups: readonly number[],
): ReadonlyMap<number, readonly HeardUse[]> {
  const evidence = (fact: ToldFact): readonly Evidence[] => heardEvidence(testimony, fact, hearing);
  const derived = new Map(groups.map((group) => [group, derivedFacts(testimony, model, group)]));
  const proofs = strongestProofs(
    model,
    [...derived.values()].flat(),
    (fact) => hearsAll(hearing) || evidence(fact).length > 0,
  );
  return new Map(
    groups.map((group) => {
      const told = toldOf(testimony, group, evidence);
      const acts = actsOfCampaigns(testimony, group, evidence);
      const uses = [
        ...told,
        ...(derived.get(group) ?? []).flatMap((fact) =>
          newestWay(testimony, group, fact.technique, proofs(fact), evidence),
        ),
      ];
      return [
        group,
        uses.map((use) => ({
          ...use,
          evidence: [...new Set([...use.evidence, ...(acts.get(use.technique) ?? [])])],
        })),
      ];
    }),
  );
}

type EvidenceReader = (fact: ToldFact) => readonly Evidence[];

function isLiveTechnique(testimony: Testimony, term: number): boolean {
  const types: readonly string[] = typesOf('technique');
  return types.includes(typeOf(testimony, term)) && !testimony.catalogue.isWithdrawn(term);
}

function toldOf(testimony: Testimony, group: number, evidence: EvidenceReader): readonly HeardUse[] {
  return toldUses(testimony, group, typesOf('technique')).flatMap(({ fact, used }) => {
    const told = testimony.catalogue.isWithdrawn(used) ? [] : evidence(fact);
    return told.length === 0
      ? []
      : [{ technique: used, use: 'direct', credibility: 1, evidence: told, through: [] }];
  });
}

/** technique → what is told of its use by campaigns of the group. */
function actsOfCampaigns(
  testimony: Testimony,
  group: number,
  evidence: EvidenceReader,
): ReadonlyMap<number, readonly Evidence[]> {
  const acts = new Map<number, Evidence[]>();
  for (const campaign of campaignTerms(testimony, group))
    for (const { fact, used } of toldUses(testimony, campaign, typesOf('technique')))
      acts.set(used, [...(acts.get(used) ?? []), ...evidence(fact)]);
  return acts;
}

interface DerivedUse extends ToldFact {
  readonly technique: number;
}

function derivedFacts(testimony: Testimony, model: Model, group: number): readonly DerivedUse[] {
  const used = model.relation(DERIVED.use).columns[1];
  return [...model.rowsWith(DERIVED.use, 0, group)].flatMap((row) => {
    const technique = used?.[row] ?? -1;
    return isLiveTechnique(testimony, technique) ? [{ relation: DERIVED.use, row, technique }] : [];
  });
}

function newestWay(
  testimony: Testimony,
  group: number,
  technique: number,
  proofs: readonly StrongestProof[],
  evidence: EvidenceReader,
): readonly HeardUse[] {
  const [first, ...others] = proofs.map(({ credibility, leaves }) => ({
    credibility,
    leaves,
    acts: actsAmong(testimony, leaves).flatMap(evidence),
  }));
  if (first === undefined) return [];
  const best = others.reduce(
    (newer, way) => (newestDay(way.acts) > newestDay(newer.acts) ? way : newer),
    first,
  );
  const between = best.leaves.flatMap((leaf) => termsOf(testimony, leaf));
  return [
    {
      technique,
      use: 'derived',
      credibility: best.credibility,
      evidence: best.acts,
      through: [...new Set(between)].filter((term) => term !== group && term !== technique),
    },
  ];
}

function newestDay(evidence: readonly Evidence[]): string {
  const newest = newestDate(evidence);
  return newest === undefined ? '' : latestDay(newest.date);
}
