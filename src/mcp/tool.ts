import type * as z from 'zod/mini';
import type { Citation, Envelope, Mention } from '../answers/index.ts';
import type { EnvelopeOf, QuestionOf } from '../library/index.ts';
import type { UseCaseName } from '../workbench/index.ts';
import type { ResourceKind } from './addresses.ts';
import type { NamedThing } from './results/things.ts';

/** Asks a use case: its answer comes in its envelope. */
export type Ask<Names extends UseCaseName = UseCaseName> = <Name extends Names>(
  name: Name,
  question: QuestionOf<Name>,
) => Promise<EnvelopeOf<Name>>;

/** An action that tools can do. */
export type ActionName = 'assert' | 'report-review';

/** Does an action by its name: what it answers comes in an envelope, with the number of its entry in the journal. */
export type Act = (
  name: ActionName,
  given: Readonly<Record<string, unknown>>,
) => Promise<Envelope & { readonly journal?: number }>;

/** Fields of an object, each with what it means. */
type Fields = Readonly<Record<string, z.ZodMiniType>>;
type Valued<Described extends Fields> = z.output<z.ZodMiniObject<Described, z.core.$strict>>;

/**
 * One thing that assistants can ask for, with all that is to be known of it. Server, documentation and tests read these rows. A tool
 * analyses nothing: it asks use cases, and cuts what they answer.
 */
export interface Tool<
  Names extends UseCaseName = UseCaseName,
  Input extends Fields = Fields,
  Output extends Fields = Fields,
> {
  readonly name: string;
  readonly title: string;
  /** What it is for, when to use it and what it gives, in our own words: plain sentences. Nothing of a source stands here. */
  readonly description: string;
  /** The use cases that it asks: no others. */
  readonly asks: readonly Names[];
  readonly input: Input;
  /** The action that it does: then it changes the home, and is there only where that is allowed. */
  readonly does?: ActionName;
  /** Its own fields; those that every result has stand beside them. */
  readonly output: Output;
  /** What it is asked in tests and documentation. */
  readonly example: z.input<z.ZodMiniObject<Input, z.core.$strict>>;
  /** @throws FoeprintError where it cannot be answered as it stands */
  answer(given: Valued<Input>, context: ToolContext<Names>): Promise<ToolAnswer<Valued<Output>>>;
}

/** What tools answer from. */
export interface ToolContext<Names extends UseCaseName = UseCaseName> {
  readonly ask: Ask<Names>;
  /** By id of a thing, the sources that say what it is: whose words its description is. */
  readonly sourceOf: (thing: Pick<Mention, 'id'>) => string;
  /** Does an action, which the journal takes down. @throws FoeprintError where nothing may be changed, and whatever the action throws */
  readonly act: Act;
  /** What a list of this call depends on: arguments, and what is known. */
  readonly listKey: string;
}

/** What a tool answers. */
export interface ToolAnswer<Output> {
  readonly output: Output;
  /** One or a few sentences for people, with the most important of it. */
  readonly text: string;
  /** The answers that it is made from, the first one what it is about. */
  readonly from: readonly Envelope[];
  /** Documents that stand behind what it gives. */
  readonly cited?: readonly (Citation | undefined)[];
  /** Addresses of reasons. */
  readonly why?: readonly string[];
  /** Resources to read on. */
  readonly links?: readonly ToolLink[];
}

/** A resource that a result leads to. */
export interface ToolLink {
  readonly kind: Exclude<ResourceKind, 'why'>;
  readonly thing: Pick<NamedThing, 'id' | 'name'>;
  /** What its bytes are; default JSON. */
  readonly mimeType?: string;
}

/** A row of the table of tools. */
export function tool<Names extends UseCaseName, Input extends Fields, Output extends Fields>(
  row: Tool<Names, Input, Output>,
): Tool<Names, Input, Output> {
  return row;
}
