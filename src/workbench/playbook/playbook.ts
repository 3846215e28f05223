import type { FactorWeights } from '../../threat/index.ts';
import type { ParameterValue } from './parameter.ts';
import type { StepName } from './steps.ts';

/** Which form of playbook file this is; written as `playbook: 1`. */
export const PLAYBOOK_VERSION = 1;

/** An investigation as steps that can be edited, saved and run again. Written in a YAML file (docs/playbook.md). */
export interface Playbook {
  readonly title: string;
  /** Path of the organisation's file, as told; absent where whoever runs the playbook names it. */
  readonly organisation?: string;
  /** Day from which ages count, and after which nothing published is used. Default: when what is in view was last changed. */
  readonly asOf?: string;
  /** What is not to be used; see `hidingOf`. */
  readonly hide: readonly string[];
  /** factor → weight; those not named keep theirs. */
  readonly weights: FactorWeights;
  readonly steps: readonly PlaybookStep[];
}

/** One step of a playbook. */
export interface PlaybookStep {
  readonly step: StepName;
  /** Heading in the report. Default: that of the step. */
  readonly title?: string;
  /** What the analyst has to say about it; stands under the heading. */
  readonly notes?: string;
  /** Its parameters; those not named have their defaults. */
  readonly with: Readonly<Record<string, ParameterValue>>;
}

/** A key of a playbook file, or of a step in it. Reader, schema and documentation agree with these tables. */
export interface PlaybookKey {
  /** Completes `key: …`. */
  readonly meaning: string;
  /** Completes "must be …". */
  readonly says: string;
}

/** Keys of the file. */
export const PLAYBOOK_KEYS: Readonly<Record<'playbook' | keyof Playbook, PlaybookKey>> = {
  playbook: { meaning: 'which form of playbook file this is', says: `the number ${PLAYBOOK_VERSION}` },
  title: { meaning: 'title of the report', says: 'a text' },
  organisation: {
    meaning: 'file of the organisation, from this file; `--org` goes before it',
    says: 'the path of a file',
  },
  asOf: {
    meaning:
      'day from which ages count, and after which nothing published is used; without it, when the knowledge was last changed',
    says: 'a day such as 2025-10-28',
  },
  hide: {
    meaning: 'sources, claimants, campaigns or documents that are not to be used',
    says: 'a list of names',
  },
  weights: {
    meaning: 'factor and weight; those not named keep theirs, 0 leaves one out',
    says: 'names of factors, each with a number from 0 to 10',
  },
  steps: { meaning: 'what the report answers, in order', says: 'a list of steps' },
};

/** Keys of a step. */
export const STEP_KEYS: Readonly<Record<keyof PlaybookStep, PlaybookKey>> = {
  step: { meaning: 'its name', says: 'the name of a step' },
  title: { meaning: 'heading in the report, in place of the usual one', says: 'a text' },
  notes: { meaning: 'your own words, which stand under the heading', says: 'a text' },
  with: { meaning: 'its parameters', says: 'parameters by name' },
};
