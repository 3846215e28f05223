import * as z from 'zod/mini';
import { placeName } from '../acquisition/index.ts';
import { ANSWER_VERSION, PARAMETERS, type Envelope } from '../answers/index.ts';
import { errorOf, FoeprintError, issueOf, sayLevel, strictness, type MarkingLevel } from '../facts/index.ts';
import { recorded, ROLES, type Deed, type JournalEntry, type Role } from '../home/index.ts';
import { defined } from '../text/index.ts';
import type { Action, ActionContext, Came, Given } from './action.ts';
import { ACTION_ISSUES } from './issues.ts';

/** Who acts, and through what. */
export type Actor = Pick<Deed, 'who' | 'role' | 'through'> & Partial<Pick<Deed, 'uploads'>>;

/** What came of an action, and what the journal has of it. */
export interface Acted<Answer> extends Came<Answer> {
  /** Absent where nothing was changed. */
  readonly entry?: JournalEntry;
}

/**
 * Does something to a home, and records it.
 *
 * @param run does it in place of the row, for a shell that asks on the way
 * @throws FoeprintError C862 where the actor’s role does not reach, and whatever the action throws
 */
export async function perform<Fields extends z.core.$ZodLooseShape, Answer>(
  action: Action<Fields, Answer>,
  given: Given<Fields>,
  context: ActionContext,
  actor: Actor,
  run: () => Promise<Came<Answer>> = async () => await action.run(given, context),
): Promise<Acted<Answer>> {
  refuseBelow(action.role, actor.role, action.name);
  const { uploads = [], who, role, through } = actor;
  const deed: Deed = {
    who,
    role,
    through,
    action: action.name,
    given: withoutFolders(action.given, given, true),
    uploads,
  };
  const { value, entry } = await recorded(context.home, deed, run, ({ level }) => level);
  return { ...value, ...defined({ entry }) };
}

/** @throws FoeprintError C862 where a role does not reach */
export function refuseBelow(needed: Role, role: Role, name: string): void {
  if (ROLES.indexOf(role) < ROLES.indexOf(needed))
    throw errorOf(ACTION_ISSUES.notAllowed, `\`${name}\` takes the role ${needed}; yours is ${role}.`);
}

/** What is given, checked. @throws FoeprintError C861 with all that is wrong */
export function givenFor(
  { name, given: fields }: Pick<Action, 'name' | 'given'>,
  given: object,
): Given<Action['given']> {
  const { data, error } = z.strictObject(fields).safeParse(given);
  if (data !== undefined) return data;
  const issues = (error?.issues ?? []).map(({ path, message }) =>
    issueOf(ACTION_ISSUES.notGiven, `What \`${name}\` is given: ${message}.`, { field: path.join('.') }),
  );
  throw new FoeprintError(issues);
}

/** The answer in the form of all answers. */
export function actedEnvelope<Fields extends z.core.$ZodLooseShape, Answer>(
  { name, given: fields }: Pick<Action<Fields>, 'name' | 'given'>,
  given: Given<Fields>,
  { answer, level }: Pick<Came<Answer>, 'answer' | 'level'>,
): Envelope<unknown, Answer> {
  return {
    version: ANSWER_VERSION,
    useCase: name.replaceAll(' ', '-'),
    question: withoutFolders(fields, given),
    answer,
    sources: [],
    markings: markingsOf(level),
    notes: [],
    notices: [],
  };
}

function markingsOf(level: MarkingLevel | undefined): Envelope['markings'] {
  return level === undefined || strictness(level) <= strictness('clear') ? {} : { level: sayLevel(level) };
}

/**
 * What was given, with files by their names only.
 *
 * @param isShort without what says nothing: flags that are not set, empty lists. Default false.
 */
export function withoutFolders<Fields extends z.core.$ZodLooseShape>(
  fields: Fields,
  given: Given<Fields>,
  isShort = false,
): Record<string, unknown> {
  const named = Object.entries<unknown>(given).map(([field, value]) => [
    field,
    isFile(fields, field) ? nameOnly(value) : value,
  ]);
  return Object.fromEntries(isShort ? named.filter(([, value]) => !isNothing(value)) : named);
}

/** Whether a field of what is given names files. */
export function isFile(fields: z.core.$ZodLooseShape, field: string): boolean {
  const schema: unknown = fields[field];
  return schema instanceof z.ZodMiniType && PARAMETERS.get(schema)?.kind === 'file';
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}

function nameOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameOnly);
  return typeof value === 'string' ? placeName(value) : value;
}
