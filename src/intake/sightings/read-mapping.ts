import * as z from 'zod/mini';
import type { Issue } from '../../facts/index.ts';
import {
  SIGHTING_INPUT_ISSUES,
  SIGHTING_PARTS,
  type ColumnMapping,
  type SightingPart,
} from '../../sightings/index.ts';
import { defined, values } from '../../text/index.ts';
import { readValues } from '../read-values.ts';
import { readYaml } from '../yaml-file.ts';

const { about, choice, eachOf, mapping, text } = values;

/** What a mapping file may say (docs/sightings.md). */
export const MAPPING_FILE = mapping({
  columns: about(
    z.optional(eachOf(SIGHTING_PARTS, text, 'a mapping of parts of a sighting to names of columns')),
    'columns by what they hold; `technique` is needed, all else is not',
    { time: 'when', technique: 'attack_id' },
  ),
  constants: about(
    z.optional(eachOf(SIGHTING_PARTS, text, 'a mapping of parts of a sighting to texts')),
    'what holds for every row',
    { source: 'Barn Watch' },
  ),
  time: about(
    z.optional(text),
    'form of the times; without it, ISO 8601 or numbers since 1970',
    '%d/%m/%Y %H:%M',
  ),
  timezone: about(
    z.optional(text),
    'time zone of times without an offset; without it, UTC',
    'Europe/Luxembourg',
  ),
  delimiter: about(
    z.optional(z.string({ error: 'one character' }).check(z.length(1))),
    'what stands between cells; without it, whichever of `,`, `;`, tab and `|` the first line has most of',
    ';',
  ),
  encoding: about(z.optional(choice(['utf-8', 'latin-1', 'utf-16'])), 'without it, UTF-8', 'latin-1'),
  separator: about(
    z.optional(z.string({ error: 'a text' })),
    'what stands between several techniques of one cell',
    ' ',
  ),
});

/** Reads a mapping from YAML 1.2; undefined where it is none. */
export function readMapping(
  written: string,
  file: string,
): { readonly mapping?: ColumnMapping; readonly issues: readonly Issue[] } {
  const { values: said, issues } = readValues(
    readYaml(file, written),
    MAPPING_FILE,
    () => SIGHTING_INPUT_ISSUES.wrongMapping,
  );
  if (said === undefined) return { issues };
  const { columns = {}, constants = {}, time, timezone, delimiter, encoding, separator } = said;
  return {
    mapping: {
      columns: defined(columns),
      constants: defined(constants),
      ...defined({ timeForm: time, timeZone: timezone, delimiter, separator }),
      ...(encoding === undefined || encoding === 'utf-8' ? {} : { encoding }),
    },
    issues,
  };
}

/** Names by which columns are known that no mapping names, without case and what is no letter or digit. */
const KNOWN_NAMES: Readonly<Record<SightingPart, readonly string[]>> = {
  time: [
    'time',
    'timestamp',
    'datetime',
    'when',
    'date',
    'day',
    'eventtime',
    'utctime',
    'firstseen',
    'starttime',
  ],
  technique: [
    'technique',
    'techniqueid',
    'techniques',
    'attackid',
    'attacktechnique',
    'mitreid',
    'mitretechnique',
    'tid',
    'ttp',
  ],
  sector: ['sector', 'industry', 'vertical'],
  organisation: ['organisation', 'organization', 'org', 'orgid', 'customer', 'tenant', 'victim'],
  group: ['group', 'groupid', 'actor', 'threatactor', 'threatgroup'],
  source: ['source', 'product', 'feed', 'sensor'],
  detector: ['detector', 'rule', 'rulename', 'analytic', 'detection', 'alertname'],
  count: ['count', 'n', 'sightings', 'hits'],
  id: ['id', 'uid', 'uuid', 'eventid', 'alertid', 'findingid'],
};

/** The columns of a table by its names for them: what a mapping would say. */
export function mappingOf(names: readonly string[]): ColumnMapping {
  const plain = names.map((name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  const columns = SIGHTING_PARTS.map((part) => {
    const found = KNOWN_NAMES[part].find((known) => plain.includes(known));
    return [part, found === undefined ? undefined : names[plain.indexOf(found)]];
  });
  return { columns: defined(Object.fromEntries(columns)), constants: {} };
}

/** A mapping to start from, for the columns of a table where they are given. */
export function mappingTemplate(names: readonly string[] = []): string {
  const { columns } = mappingOf(names);
  const lines = SIGHTING_PARTS.map((part) => {
    const name = columns[part];
    if (name !== undefined) return `  ${part}: ${JSON.stringify(name)}`;
    return part === 'technique' ? '  technique: technique' : `  # ${part}:`;
  });
  return [
    '# Which columns of a table hold what of a sighting: `foeprint sightings import --mapping FILE`.',
    'columns:',
    ...lines,
    'constants:',
    '  # source: Barn Watch',
    '  # sector: energy',
    '# time: "%d/%m/%Y %H:%M"      # else ISO 8601, or numbers since 1970',
    '# timezone: Europe/Luxembourg # else UTC',
    '# delimiter: ";"              # else found out',
    '# encoding: latin-1           # else UTF-8',
    '# separator: " "              # between several techniques of one cell, else found out',
    '',
  ].join('\n');
}
