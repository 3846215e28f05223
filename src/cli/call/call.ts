import type { Home } from '../../home/index.ts';
import type { MarkingLevel } from '../../facts/index.ts';
import type { KnowledgeBase, Selection } from '../../knowledge/index.ts';
import type { Access, Desk, Reading } from '../../desk/index.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** One run of one command: what was asked, and what to answer from. Nothing is opened before it is asked for. */
export interface Call {
  /** Positional arguments in the order of the declaration; the last may be a list. */
  readonly arguments: readonly string[];
  readonly options: CallOptions;
  readonly terminal: Terminal;
  /** Which part of the knowledge is asked about. */
  readonly selection: Selection;
  /** The knowledge that use cases are asked about. */
  readonly access: Access;
  /** How far the answer may go at most; undefined where it may hold whatever is stored. */
  readonly clearance: () => Promise<MarkingLevel | undefined>;
  readonly home: () => Promise<Home>;
  readonly base: () => Promise<KnowledgeBase>;
  /** The knowledge selected. @throws FoeprintError W604 when there is none */
  readonly reading: () => Promise<Reading>;
  /** The knowledge selected, and what the rules derive from it. @throws FoeprintError W604 when there is none, R3xx for faulty rules */
  readonly desk: () => Promise<Desk>;
  /** When it is over. */
  readonly close: () => Promise<void>;
}

/** Options as given; a reader for each shape, so that commands need no casts. */
export interface CallOptions {
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly number: (name: string) => number | undefined;
  readonly choice: <Choice extends string>(name: string, choices: readonly Choice[]) => Choice | undefined;
}

/** Readers over what the parser collected, by camel-case option name. */
export function callOptions(given: Readonly<Record<string, unknown>>): CallOptions {
  return {
    flag: (name) => given[name] === true,
    text: (name) => (typeof given[name] === 'string' ? given[name] : undefined),
    texts: (name) => {
      const value = given[name];
      return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
    },
    number: (name) => (typeof given[name] === 'number' ? given[name] : undefined),
    choice: (name, choices) => choices.find((choice) => choice === given[name]),
  };
}
