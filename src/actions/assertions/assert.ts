import { argument, AssertAnswer, option, options } from '../../answers/index.ts';
import { assertionDocument } from '../../report/index.ts';
import { assertionId, assertionLabel } from '../../stix/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { action } from '../action.ts';
import { assertFact } from './cases.ts';

export const assert = action({
  name: 'assert',
  role: 'analyst',
  summary: 'say something of your own, as an analyst or from a case',
  details:
    'It stands beside what others report and changes none of it. Said again by the same source, it is changed. Many at once: `foeprint load case.yaml` (or .csv).',
  given: {
    subject: argument('<subject>', 'ATT&CK id, STIX id or name'),
    relation: argument('<relation>', 'for example uses, targets, same-as'),
    object: argument(
      '<object>',
      'id, name, country, region, sector, or words where the relation takes words',
    ),
    source: option('--source <name>', 'who says so: a case number, an analyst (needed)'),
    status: option('--status <status>', 'confirmed, probable, suspected or mentioned', {
      fallback: 'suspected',
    }),
    date: option('--date <date>', 'day or timestamp', { fallback: 'now' }),
    tlp: option('--tlp <level>', 'clear, green, amber, amber+strict or red', { fallback: 'amber' }),
    sentence: option('--sentence <text>', 'in your own words'),
    firstSeen: option('--first-seen <date>', 'when the behaviour was first seen'),
    lastSeen: option('--last-seen <date>', 'when it was last seen'),
    references: options('--reference <address>', 'a document (repeatable)'),
  },
  answer: AssertAnswer,
  examples: [
    {
      line: 'assert G0007 uses T1190 --source IR-2026-14 --status confirmed --date 2026-05-02 --tlp amber',
      label: 'from an incident',
    },
    { line: 'assert G0016 targets LU --source "J. Doe"', label: 'a suspicion' },
  ],
  run: async ({ references, firstSeen = '', lastSeen = '', ...fields }, { home, bound }) => {
    const given = {
      ...fields,
      references: references.join(' '),
      // As case files spell them.
      first_seen: firstSeen,
      last_seen: lastSeen,
    };
    const assertion = await assertFact(
      home,
      new Map(Object.entries(given).map(([field, value = '']) => [field, value])),
      undefined,
      bound,
    );
    return {
      answer: { assertion: { label: assertionLabel(assertionId(assertion)), ...assertion } },
      level: tlpNamed(assertion.tlp)?.name,
    };
  },
  document: ({ assertion }) => assertionDocument('Asserted', assertion),
});
