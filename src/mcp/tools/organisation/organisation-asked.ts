import { options } from '../../../answers/index.ts';
import { errorOf, FoeprintError } from '../../../facts/index.ts';
import { readOrganisationText } from '../../../intake/index.ts';
import type { Organisation } from '../../../threat/index.ts';
import { MCP_ISSUES } from '../../issues.ts';
import type { Ask } from '../../tool.ts';

/**
 * Whom a question is about, where it is about an organisation: fields of every such tool. Free spellings are understood. Where none of them is
 * given, questions are about the organisation that the home keeps.
 */
export const FOR_ORGANISATION = {
  sectors: options(
    '--sector <sector>',
    'sectors of the organisation, e.g. `telecommunications`, in any spelling; where nothing of an organisation is given, the one that the home keeps is meant',
  ),
  countries: options('--country <country>', 'countries where it is, by name or ISO 3166 code'),
  regions: options('--region <region>', 'larger parts of the world that it works in, e.g. `western-europe`'),
  platforms: options('--platform <platform>', 'what it runs, as ATT&CK spells it, e.g. `Windows`'),
  motives: options('--motive <motive>', 'motives that it fears, e.g. `espionage`'),
};

interface Given {
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly platforms: readonly string[];
  readonly motives: readonly string[];
}

/** @throws FoeprintError M102 where nobody is described, and the home keeps no organisation */
export async function refuseUnlessKept(ask: Ask<'org-show'>, tool: string, hint: string): Promise<void> {
  const { kept } = (await ask('org-show', {})).answer;
  if (kept === undefined)
    throw errorOf(
      MCP_ISSUES.wrongArguments,
      `\`${tool}\` is to be given whom it is for: the home keeps no organisation.`,
      undefined,
      hint,
    );
}

/**
 * The organisation that is described; undefined where nothing of it is.
 *
 * @throws FoeprintError I1xx where a word of it is none of its vocabulary
 */
export function organisationAsked({
  sectors,
  countries,
  regions,
  platforms,
  motives,
}: Given): Organisation | undefined {
  const given = { sectors, countries, regions, platforms, motives };
  if (Object.values(given).every(({ length }) => length === 0)) return undefined;
  // JSON is YAML: what files may say is read in one place.
  const text = JSON.stringify({ name: 'the organisation asked about', ...given });
  const { organisation, issues } = readOrganisationText(text, 'organisation', () => undefined);
  if (issues.length > 0 || organisation === undefined)
    throw new FoeprintError(issues.map(({ place: _place, ...issue }) => issue));
  return organisation;
}
