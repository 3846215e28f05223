import * as z from 'zod/mini';
import { PARAMETERS } from '../answers/index.ts';
import type { Access } from '../desk/index.ts';
import { errorOf, type MarkingLevel } from '../facts/index.ts';
import { isMapping } from '../text/index.ts';
import { WORKBENCH_ISSUES } from './issues.ts';

/** A question with the organisation that it is about. */
export interface ForWhom {
  readonly asked: unknown;
  /** Says that the organisation is the one that is kept; undefined where it is not. */
  readonly note?: string;
  /** How far what is kept may go. */
  readonly level?: MarkingLevel | undefined;
}

/**
 * Whom a question is about, for every shell. What it is given goes before: a shell may have read it from a file that is named, or that it
 * found. Given null it is about nobody, and given something else that says what it is about, it is not about an organisation. Where it is given
 * nothing, it is about the organisation that the home keeps, as far as the asker may see that one.
 *
 * @throws FoeprintError W617 where the question cannot be answered without an organisation, and none is given or kept
 */
export async function forWhom(
  { name, question }: { readonly name: string; readonly question: z.ZodMiniType },
  asked: unknown,
  access: Access,
): Promise<ForWhom> {
  const field = organisationField(question);
  // What is no question is refused as such.
  if (field === undefined || !isMapping(asked ?? {})) return { asked };
  const { [field.name]: given, ...others } = isMapping(asked) ? asked : {};
  if (given !== undefined && given !== null) return { asked };
  const isAboutOther = field.inPlaceOf.some((each) => isGiven(others[each]));
  const kept = given === null || isAboutOther ? undefined : await keptBy(access);
  if (kept !== undefined) {
    const { organisation, level } = kept;
    const note = `For ${organisation.name}, the organisation that the home keeps: nobody else was named.`;
    return { asked: { ...others, [field.name]: organisation }, note, level };
  }
  if (!field.isNeeded) return { asked: others };
  const why = given === null ? 'it is not asked for nobody' : 'the home keeps no organisation';
  throw errorOf(WORKBENCH_ISSUES.noOrganisation, `Whom \`${name}\` is for is not said, and ${why}.`);
}

/** The organisation that the home keeps, as far as the asker may see it. */
async function keptBy(access: Access) {
  const { organisation } = await access.loaded({}, await access.clearance());
  return await organisation();
}

interface OrganisationField {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly inPlaceOf: readonly string[];
}

/** The field of a question that takes an organisation. */
function organisationField(question: z.ZodMiniType): OrganisationField | undefined {
  const fields: unknown = Reflect.get(question.def, 'shape');
  for (const [name, schema] of Object.entries(isMapping(fields) ? fields : {})) {
    const parameter = schema instanceof z.ZodMiniType ? PARAMETERS.get(schema) : undefined;
    if (parameter?.holds === 'organisation')
      return { name, isNeeded: parameter.isNeeded === true, inPlaceOf: parameter.inPlaceOf ?? [] };
  }
  return undefined;
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}
