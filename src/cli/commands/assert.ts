import { assertFact } from '../../home/index.ts';
import { assertionId, assertionLabel } from '../../stix/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { assertionReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

/** Options that are fields of the assertion, by their names there. */
const FIELDS = [
  ['source', 'source'],
  ['status', 'status'],
  ['date', 'date'],
  ['tlp', 'tlp'],
  ['sentence', 'sentence'],
  ['firstSeen', 'first_seen'],
  ['lastSeen', 'last_seen'],
] as const;

export async function run({ arguments: words, options, home }: Call): Promise<Outcome> {
  const [subject = '', relation = '', object = ''] = words;
  const fields = new Map([
    ['subject', subject],
    ['relation', relation],
    ['object', object],
    ['references', options.texts('reference').join(' ')],
    ...FIELDS.map(([option, field]) => [field, options.text(option) ?? ''] as const),
  ]);
  const assertion = await assertFact(await home(), fields);
  const told = { label: assertionLabel(assertionId(assertion)), ...assertion };
  return {
    data: { assertion: told },
    document: () => assertionReport('Asserted', told),
    level: tlpNamed(assertion.tlp)?.name,
  };
}
