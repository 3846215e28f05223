import { basename } from 'node:path';
import { REPORT_SERIES } from '../../facts/index.ts';
import { closestName } from '../../text/index.ts';
import { refusal } from '../issues.ts';

/** What a source can be called by. */
export interface NamedSource {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly sha256: string;
}

/** Fewer digits of a checksum name nothing. */
const FEWEST_DIGITS = 6;

/**
 * The sources that someone calls by a number as `foeprint sources` counts, an id, a name, the label of a report, a file or a checksum: the first of these
 * that any has. A name or a file can be that of several.
 *
 * @throws FoeprintError H513 where there is none
 */
export function sourcesCalled<Named extends NamedSource>(
  sources: readonly Named[],
  call: string,
): readonly Named[] {
  const numbered = /^\d{1,6}$/u.test(call) ? sources[Number(call) - 1] : undefined;
  if (numbered !== undefined) return [numbered];
  for (const isCalled of CALLS) {
    const found = sources.filter((source) => isCalled(source, call.trim()));
    if (found.length > 0) return found;
  }
  const known = sources.flatMap(({ id, name, location }) => [id, name, basename(location)]);
  const similar = closestName(call, known);
  throw refusal(
    'source-not-loaded',
    `No source is called “${call}”.`,
    undefined,
    similar === undefined ? undefined : `Did you mean “${similar}”? \`foeprint sources\` lists them.`,
  );
}

/** Ways to call a source, the most exact first. */
const CALLS: readonly ((source: NamedSource, call: string) => boolean)[] = [
  ({ id }, call) => id === call,
  ({ sha256 }, call) => sha256 === call.toLowerCase().replace(/^sha256:/u, ''),
  ({ name }, call) => name === call,
  ({ id }, call) => id === `${REPORT_SERIES}${call.toUpperCase()}@1`,
  ({ location }, call) => location === call,
  ({ location }, call) => basename(location) === call,
  ({ sha256 }, call) => {
    const digits = call.toLowerCase().replace(/^sha256:/u, '');
    return digits.length >= FEWEST_DIGITS && /^[0-9a-f]+$/u.test(digits) && sha256.startsWith(digits);
  },
  ({ name, id }, call) => [name, id].some((each) => each.toLowerCase() === call.toLowerCase()),
];
