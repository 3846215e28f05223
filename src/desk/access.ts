import type { RuleLibrary, ScorePolicy, TestLibrary } from '../answers/index.ts';
import type { MarkingLevel, Source } from '../facts/index.ts';
import type { KnowledgeBase, Selection } from '../knowledge/index.ts';
import type {
  CoverageInventory,
  FactorWeights,
  KeptOrganisation,
  KeptReport,
  LabelledSentence,
} from '../threat/index.ts';
import type { SightingsKind, SightingStore } from '../sightings/index.ts';
import type { Desk, Reading } from './desk.ts';
import type { RuleSet } from './rule-set.ts';
import type { Solver } from './solver.ts';

/** How a shell gets at the knowledge that questions are answered from. Nothing is opened before it is asked for. */
export interface Access {
  /** How far answers may go at most; undefined where they may hold whatever is stored. */
  readonly clearance: () => Promise<MarkingLevel | undefined>;
  /** What is loaded, without opening any of it. */
  readonly loaded: (selection: Selection, level: MarkingLevel | undefined) => Promise<Knowledge['loaded']>;
  /**
   * Opens a part of what is stored; it may be empty.
   *
   * @param level how far the answer may go; at most {@link clearance}
   */
  readonly view: (selection: Selection, level: MarkingLevel | undefined) => Promise<Knowledge['view']>;
  /**
   * The same with what rules derive from it.
   *
   * @throws FoeprintError R3xx where the rules are faulty
   */
  readonly desk: (selection: Selection, level: MarkingLevel | undefined) => Promise<Knowledge['desk']>;
}

/** What questions are answered from: what is loaded, a view of it, or that with what rules derive from it. */
export interface Knowledge {
  readonly loaded: Loaded & Beside;
  readonly view: Reading & Beside;
  readonly desk: Desk & Beside;
}

/** What is known of what is loaded, also where no view of it can be built. */
export interface Loaded {
  /** Which part of it the question is about. */
  readonly selection: Selection;
  /** Sources that were forgotten and can be taken back. */
  readonly forgotten: readonly ForgottenSource[];
}

/** A source that was forgotten, and can be taken back from the copy that was kept. */
export interface ForgottenSource extends Pick<
  Source,
  'id' | 'name' | 'location' | 'sha256' | 'loadedAt' | 'level'
> {}

/** What stands beside the view: for questions that compare releases, those that score, and those about own sightings. */
export interface Beside {
  /** Everything stored that the asker may see, with the releases that are not in view. */
  readonly base: KnowledgeBase;
  readonly settings: Settings;
  /**
   * Another part of what is stored, with what rules derive from it, to compare with.
   *
   * @throws FoeprintError R3xx where the rules are faulty
   */
  readonly other: (selection: Selection) => Promise<Desk>;
  /**
   * Sightings that the asker may see, opened when first asked for; undefined where none were ever imported.
   *
   * @param which those made up for demonstrations, which stand in a store of their own; default: what was imported
   * @throws FoeprintError S9xx where they are there, and cannot be opened
   */
  readonly sightings: (which?: SightingsKind) => Promise<SightingStore | undefined>;
  /**
   * The library of tests that do what adversaries do, read when first asked for; undefined where none is named.
   *
   * @throws FoeprintError A4xx where it cannot be read
   */
  readonly atomics: () => Promise<TestLibrary | undefined>;
  /**
   * The library of Sigma rules, read when first asked for; undefined where none is named.
   *
   * @throws FoeprintError A4xx where it cannot be read
   */
  readonly sigmaRules: () => Promise<RuleLibrary | undefined>;
  /** Coverage that was imported and that the asker may see, by name and day. */
  readonly coverage: () => Promise<readonly CoverageInventory[]>;
  /** The organisation that the home keeps, where there is one that the asker may see. */
  readonly organisation: () => Promise<KeptOrganisation | undefined>;
  /** Reports that were added and that the asker may see, in the order in which they were. */
  readonly reports: () => Promise<readonly KeptReport[]>;
  /** Sentences of which somebody knows what they state, beside the procedures in view. */
  readonly labelled: () => Promise<readonly LabelledSentence[]>;
  /**
   * What takes seconds to be learnt from what is in view, kept for later.
   *
   * @param key what it is learnt from: of the same key it is the same
   */
  readonly learnt: (name: string, key: string, learn: () => Uint8Array) => Promise<Uint8Array>;
  /**
   * The rules in force as they are written, read when first asked for.
   *
   * @throws FoeprintError H530 where a pack or file is not there
   */
  readonly ruleSet: () => Promise<RuleSet>;
  /**
   * What may improve a plan, loaded when first asked for.
   *
   * @throws FoeprintError P101 where it is not installed, or does not run here
   */
  readonly solver: () => Promise<Solver>;
}

/** Settings that answers depend on. */
export interface Settings {
  readonly score: ScorePolicy;
  readonly weights: FactorWeights;
  readonly planning: PlanningSettings;
  /** Version of Foeprint that answers. */
  readonly foeprint: string;
}

/** How plans are made where a question does not say. */
export interface PlanningSettings {
  /** Most that all of it may cost. */
  readonly budget: number;
  /** How long a solver may look for something better than the greedy plan; 0: it is not asked. */
  readonly seconds: number;
  /** Exponent with which the rarity of the techniques of groups counts; 0: not at all. */
  readonly rarity: number;
  /** 0 … 1, what a technique keeps of its weight where a mitigation or mapped control in place answers it. */
  readonly mitigated: number;
  /** 0 … 1, how much of a technique a control answers by the value of its mapping, for values that shall not count what they do by default. */
  readonly scored: Readonly<Partial<Record<string, number>>>;
}
