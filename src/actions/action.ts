import type * as z from 'zod/mini';
import type { Access } from '../desk/index.ts';
import type { FoeprintError, MarkingLevel } from '../facts/index.ts';
import type { Home, Role } from '../home/index.ts';
import type { Selection } from '../knowledge/index.ts';
import type { Document } from '../render/index.ts';
import type { UseCase } from '../workbench/index.ts';

/**
 * One thing that somebody does to a home, with all that shells need to offer it and to show what came of it. Command line, library,
 * server, documentation and tests read these rows; what a change is and how it is undone is recorded beside them, by the journal.
 */
export interface Action<
  Fields extends z.core.$ZodLooseShape = z.core.$ZodLooseShape,
  Answer = unknown,
> extends Pick<UseCase, 'name' | 'summary' | 'details' | 'examples'> {
  /** Whoever may do it at least. */
  readonly role: Role;
  /** What is given: arguments and options of a command line, fields of a request. */
  readonly given: Fields;
  readonly answer: z.ZodMiniType<Answer>;
  /** Whether what it answers has tables, so that it is also written as such. */
  readonly hasTables?: true;
  /** @throws FoeprintError where it cannot be done */
  run(given: Given<Fields>, context: ActionContext): Promise<Came<Answer>>;
  /** What was done, for people. They see paths as they gave them; the answer has names of files only. */
  document(answer: Answer, given: Given<Fields>): Document;
}

/** The values of what is given, checked. */
export type Given<Fields extends z.core.$ZodLooseShape> = z.output<z.ZodMiniObject<Fields, z.core.$strict>>;

/** What came of an action. */
export interface Came<Answer> {
  readonly answer: Answer;
  /** How far the answer may go; absent where nothing marked is in it. */
  readonly level?: MarkingLevel | undefined;
  /**
   * What a script is to know of it beside the answer: that nothing came of it, that an input was refused, or what was wrong with a part
   * of it where the rest was done. Absent where all of it was done.
   */
  readonly ending?: 'nothing' | 'input' | FoeprintError | undefined;
}

/** What an action is done with. */
export interface ActionContext {
  readonly home: Home;
  /** The knowledge of the home, as far as whoever acts is cleared. */
  readonly access: Access;
  /** Which part of the knowledge is meant, where it matters. */
  readonly selection: Selection;
  readonly signs: Signs;
  /** What whoever acts may do. */
  readonly role: Role;
  /** How far whoever acts is cleared, where that also bounds what they may change; undefined at the command line, and for programs. */
  readonly bound?: MarkingLevel | undefined;
  /** Whether places are kept, and named on the way, without the folders of this machine. Default false. */
  readonly asNamed?: boolean;
}

/** Signs of life for whoever waits. */
export interface Signs {
  /** What is done now, one line in the place of the last; empty where nothing is. */
  readonly progress: (line: string) => void;
  readonly remark: (line: string) => void;
  /** Something that stays, whatever comes after. */
  readonly kept: (what: string) => void;
}

/** A row of the table, with the types of its fields. */
export function action<Fields extends z.core.$ZodLooseShape, Answer>(
  row: Action<Fields, Answer>,
): Action<Fields, Answer> {
  return row;
}
