import type * as z from 'zod/mini';
import type { DerivedFactsAnswer, Envelope } from '../answers/index.ts';
import type { Knowledge } from '../desk/index.ts';
import type { TextForm } from '../export/index.ts';
import type { MarkingLevel, Source } from '../facts/index.ts';
import type { DataTable, Document, TextOptions } from '../render/index.ts';
import type { Layer } from '../threat/index.ts';

/** An answer, before it is known what it rests on and how far it may go. */
export interface Answered<Answer> {
  readonly answer: Answer;
  /** What to know of how the question was understood, and of what is not known. */
  readonly notes?: readonly string[];
  /** How far it may go at most for what it was made from beside the knowledge: a marked layer, a marked coverage file. */
  readonly level?: MarkingLevel | undefined;
  /** What it rests on, where it does not name by id all that does. */
  readonly restsOn?: readonly Basis[];
}

/** A source that an answer rests on, or a batch of sightings. */
export type Basis = Pick<Source, 'id' | 'name' | 'statements'>;

/** An example as one writes it on a command line. */
export interface Example {
  /** Without the leading `foeprint`. */
  readonly line: string;
  readonly label: string;
}

/**
 * One question that users ask, with all that shells need to ask it and to show its answer. Command line, documentation, library and
 * tests read these rows; nothing about a question is said anywhere else.
 */
export interface UseCase<
  Question extends z.ZodMiniType = z.ZodMiniType,
  Answer = unknown,
  Needs extends keyof Knowledge = keyof Knowledge,
> {
  /** As it stands on a command line; with hyphens, also in an address and as the key of its schemas. */
  readonly name: string;
  /** One line, as lists of use cases show it. */
  readonly summary: string;
  /** What a reader must know beyond the summary, plain sentences. */
  readonly details?: string;
  readonly question: Question;
  readonly answer: z.ZodMiniType<Answer>;
  /**
   * What is opened to answer it: nothing, what sources report, or also what rules derive, which takes longer the first time. A
   * function where that depends on what is asked.
   */
  readonly needs: Needs | ((question: z.output<Question>) => Needs);
  /** True where an answer takes long, and much memory: whoever serves several has it made apart from the others. */
  readonly takesLong?: true;
  /** True where it has answers also where nothing is loaded. */
  readonly needsNothing?: boolean;
  /** At least one. */
  readonly examples: readonly Example[];
  /**
   * Answers at once, or when an engine has answered.
   *
   * @throws FoeprintError where the question cannot be answered as it stands
   */
  run(
    knowledge: Knowledge[Needs],
    question: z.output<Question>,
  ): Answered<Answer> | Promise<Answered<Answer>>;
  /** Whether the answer is empty or no. */
  isEmpty(answer: Answer): boolean;
  /** The answer for people. Notes and notices of the envelope are put around it. */
  document(answer: Answer, envelope: Envelope<z.output<Question>>): Document;
  /**
   * The answer as tables for spreadsheets, where those of its document are too little for them: the first is also its CSV. `tablesOf`
   * adds what else the document shows.
   */
  tables?(answer: Answer, envelope: Envelope): readonly DataTable[];
  /** Whether neither it nor its document has tables, whatever is asked. */
  readonly hasNoTables?: true;
  /** Of an answer that is a list, what is in it, as the answer has it: each a line of NDJSON. */
  rows?(answer: Answer): readonly object[];
  /** The answer as one drawing, SVG. */
  drawing?(answer: Answer, envelope: Envelope): string;
  /**
   * What it answers as marks on ATT&CK matrices: Navigator layers, which can also be drawn. They may rest on more than the answer
   * does; what they rest on is added where they are written.
   */
  layers?(
    knowledge: Knowledge[Needs],
    question: z.output<Question>,
  ): Answered<readonly Layer[]> | Promise<Answered<readonly Layer[]>>;
  /** Whether a file that ends in `json` holds the layers. Default: where the answer is printed as nothing else. */
  readonly isLayerInJson?: true;
  /** Whether a picture shows the first of several layers, with what the second says as frames around its cells. Default: which is to be chosen. */
  readonly isFramedBySecond?: true;
  /** What is asked where the answer goes into tables, layers or drawings, which have room for all of it, and nothing else is said. */
  readonly inFull?: Readonly<Partial<z.input<Question>>>;
  /** What of an answer says what it rests on, where it also lists everything that was in view. Default: all of it. */
  content?(answer: Answer): unknown;
  /** Whether an answer can be kept, so that a later one is compared with it. */
  readonly isKept?: true;
  /** The answer as facts that rules derive, which can be written as a STIX bundle. */
  derived?(answer: Answer): DerivedFactsAnswer;
  /** The answer as text in other forms, e.g. as a Mermaid diagram. */
  readonly texts?: readonly TextOf<Answer>[];
  /**
   * The answer as files of one folder, for tools that read several. `filesOf` adds the notices and says how far each may go.
   */
  files?(answer: Answer, envelope: Envelope): readonly AnswerFile[] | Promise<readonly AnswerFile[]>;
  /** The form, by its name, in which the answer is printed where none is asked for; its document where there is none. */
  readonly printedAs?: string;
  /** How a command line asks for forms, where that is not `--as <form>`. A flag, which may be one of the question, asks for the first one. */
  readonly formOption?: { readonly spelling: string; readonly label: string };
  /** How the answer reads on a terminal or in a text file, where that is not how its document does. */
  plainText?(answer: Answer, envelope: Envelope, options: TextOptions): string;
}

/** One of the files that an answer is made into. */
export interface AnswerFile {
  /** Below the folder, parts separated by `/`: letters, digits, `.`, `_` and `-`, none of them beginning with a dot. */
  readonly path: string;
  readonly text: string;
  /** How it says how far it may go; default `as-given`: it says so itself. */
  readonly form?: TextForm;
  /** Whether it is a file of somebody else, which is passed on to the byte: what would steer a screen stays in it. */
  readonly isGiven?: true;
}

/** A form of an answer that is a text of its own kind. */
export interface TextOf<Answer> {
  /** As it is asked for, e.g. `mermaid`. */
  readonly name: string;
  /** Endings of files of this form, without the dot. */
  readonly endings: readonly string[];
  /** How it says how far it may go. */
  readonly form: TextForm;
  write(answer: Answer, envelope: Envelope): string;
}

/** The same with something else made of the answer. */
export function answeredAs<Answer, Made>(
  { answer, ...answered }: Answered<Answer>,
  make: (answer: Answer) => Made,
): Answered<Made> {
  return { ...answered, answer: make(answer) };
}

/** A row of the table of use cases: what it is given and gives follows from its schemas. */
export function useCase<Question extends z.ZodMiniType, Answer, Needs extends keyof Knowledge>(
  row: UseCase<Question, Answer, Needs>,
): UseCase<Question, Answer, Needs> {
  return row;
}
