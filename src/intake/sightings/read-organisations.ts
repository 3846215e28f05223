import { issueOf, type Issue } from '../../facts/index.ts';
import { harmlessWord, SIGHTING_INPUT_ISSUES } from '../../sightings/index.ts';
import { plainSpelling } from '../../text/index.ts';
import { headerOf } from '../csv.ts';
import { sectorNamed } from './understood-words.ts';

/** Sectors of organisations, by the plain spelling of their names. */
export interface OrganisationSectors {
  readonly sectors: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

/** Reads which sectors organisations are of: a name and a sector on each line, as CSV. A first line that names the columns is none. */
export function readOrganisations(text: string, file: string): OrganisationSectors {
  const sectors = new Map<string, string>();
  const issues: Issue[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [name = '', word = ''] = headerOf(line).names;
    const sector = sectorNamed(word);
    if (index === 0 && sector === undefined && /^sectors?$/iu.test(word)) continue;
    const wrong = `“${harmlessWord(word)}” is no sector that is known.`;
    if (sector === undefined || name === '')
      issues.push(issueOf(SIGHTING_INPUT_ISSUES.wrongOrganisations, wrong, { file, line: index + 1 }));
    else sectors.set(plainSpelling(harmlessWord(name)), sector);
  }
  return { sectors, issues };
}
