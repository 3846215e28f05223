import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Issue } from '../../../src/facts/index.ts';
import {
  ASSERTION_TYPE,
  assertionId,
  assertionLabel,
  countryId,
  readAssertion,
  readEvidence,
} from '../../../src/stix/index.ts';
import { isCaseDocument } from '../../../src/intake/assertions/case-document.ts';
import {
  readBundle,
  readCaseFile,
  readDocument,
  readSingleAssertion,
  reportDocument,
  retraction,
  writeCaseDocument,
  type CaseDocument,
} from '../../../src/intake/index.ts';
import type { NameResolver } from '../../../src/facts/index.ts';
import { MemoryKnowledgeBase, type KnowledgeView } from '../../../src/knowledge/index.ts';
import { tlpNamed } from '../../../src/threat/index.ts';
import { about, bundle, release } from '../../support/world/build.ts';
import { BADGER, DIGGING, FARM, WEASEL } from '../../support/world/cast.ts';
import { DUG, RAID_REPORT } from '../../support/world/raid-report.ts';

const NAMES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['wily weasel', [WEASEL, 'Wily Weasel']],
  ['g0901', [WEASEL, 'Wily Weasel']],
  ['badgerdrop', [BADGER, 'BADGERDROP']],
  ['t9001', [DIGGING, 'Digging']],
  ['digging', [DIGGING, 'Digging']],
]);

const resolve: NameResolver = (text) => {
  if (text === 'Weasel')
    return { kind: 'several', candidates: ['Wily Weasel (G0901)', 'Old Weasel (G0909)'] };
  const [id, name] = NAMES.get(text.toLowerCase()) ?? [];
  if (id !== undefined && name !== undefined) return { kind: 'one', id, name };
  return { kind: 'none', similar: text.startsWith('Wily') ? ['Wily Weasel (G0901)'] : [] };
};

const codes = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);

const CASE = `case: IR-1
title: Fence
date: 2026-05-02
assertions:
`;

function documentOf(text: string, file = 'case.yaml'): CaseDocument {
  const { documents, issues } = readCaseFile(text, file, resolve);
  const [document] = documents;
  if (document === undefined) throw new Error(JSON.stringify(issues));
  return document;
}

/** The farm, and case documents loaded one after the other. */
function farmWith(...documents: readonly CaseDocument[]): KnowledgeView {
  const knowledge = new MemoryKnowledgeBase();
  knowledge.ingest(
    readBundle(bundle(release('1.0'), ...FARM.attack), about('farm')),
    '2026-01-01T00:00:00.000Z',
  );
  for (const [index, document] of documents.entries())
    knowledge.ingest(
      readDocument(writeCaseDocument(document), about(`case${index}`)),
      `2026-06-0${index + 1}T00:00:00Z`,
    );
  return knowledge.view();
}

/** `subject relation object: status (source)` of the facts that assertions report. */
function asserted(view: KnowledgeView): readonly string[] {
  const { catalogue, facts } = view;
  return [...facts.relations.values()].flatMap((relation) =>
    Array.from({ length: relation.size }, (_, row) => row).flatMap((row) =>
      [...relation.origins.subarray(relation.firstStatement[row], relation.firstStatement[row + 1])]
        .map((origin) => view.object(origin))
        .filter(({ type }) => type === ASSERTION_TYPE)
        .map((assertion) => {
          const names = relation.columns.map((column) => catalogue.name(column[row] ?? 0));
          const { status, claimant } = readEvidence(assertion);
          return `${names.join(` ${relation.name} `)}: ${status} (${claimant})`;
        }),
    ),
  );
}

describe('the reference page', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/reference/cases.md'), 'utf8');
  const block = (language: string): string => page.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';

  test('has a YAML case that can be read and fits the schema', () => {
    const { documents, issues } = readCaseFile(block('yaml'), 'case.yaml', resolve);
    expect(issues).toEqual([]);
    expect(documents[0]?.assertions.map(({ statement, status }) => `${statement}: ${status}`)).toEqual([
      'Wily Weasel uses Digging: confirmed',
      'Wily Weasel targets Luxembourg: suspected',
      'Wily Weasel is motivated by financial gain: confirmed',
    ]);
    const schema: object = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../schemas/case.schema.json'), 'utf8'),
    );
    const validate = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(schema);
    expect(validate(parse(block('yaml'))) || validate.errors).toBe(true);
    expect(validate({ assertions: [{ subject: 'x' }] })).toBe(false);
  });

  test('has a CSV case that can be read, with one document a source', () => {
    const { documents, issues } = readCaseFile(block('csv'), 'case.csv', resolve);
    expect(issues).toEqual([]);
    expect(documents.map((document) => [document.case, document.assertions.length])).toEqual([
      ['IR-2026-15', 1],
      ['IR-2026-16', 1],
    ]);
    expect(documents[0]?.assertions[0]).toMatchObject({
      sentence: 'Dug, again.',
      tlp: 'green',
      status: 'confirmed',
    });
    expect(documents[1]?.assertions[0]).toMatchObject({ sentence: '', tlp: 'amber', status: 'suspected' });
  });
});

test('an assertion takes over from its case what it does not say itself', () => {
  const document = documentOf(`${CASE}  - { subject: G0901, relation: uses, object: T9001 }
  - { subject: BADGERDROP, relation: Uses, object: Digging, source: J. Doe, tlp: TLP:RED, date: 2026-05-03T10:00:00Z }
`);
  expect(document.assertions[0]).toEqual({
    subject: WEASEL,
    relation: 'uses',
    object: DIGGING,
    source: 'IR-1',
    status: 'suspected',
    created: '2026-05-02T00:00:00.000Z',
    modified: '2026-05-02T00:00:00.000Z',
    tlp: 'amber',
    statement: 'Wily Weasel uses Digging',
    sentence: '',
    references: [],
    retracted: false,
  });
});

describe('mistakes are left out and listed with line and column', () => {
  const cases: readonly (readonly [label: string, entry: string, issues: readonly string[]])[] = [
    ['a name that nothing has', '{ subject: Wily Wessel, relation: uses, object: T9001 }', ['I144 5:16']],
    ['a name that several have', '{ subject: Weasel, relation: uses, object: T9001 }', ['I145 5:16']],
    ['a relation that there is not', '{ subject: G0901, relation: used, object: T9001 }', ['I146 5:33']],
    ['missing fields', '{ subject: G0901 }', ['I142 5:5', 'I142 5:5']],
    ['an unknown field', '{ subject: G0901, relation: uses, object: T9001, sentense: x }', ['I143 5:54']],
    [
      'a date that is none',
      '{ subject: G0901, relation: uses, object: T9001, date: yesterday }',
      ['I147 5:60'],
    ],
    [
      'a month that is none',
      '{ subject: G0901, relation: uses, object: T9001, first_seen: 2026-13-01 }',
      ['I147 5:66'],
    ],
    ['an unknown status', '{ subject: G0901, relation: uses, object: T9001, status: sure }', ['I148 5:62']],
    ['an unknown level', '{ subject: G0901, relation: uses, object: T9001, tlp: purple }', ['I148 5:59']],
    ['an entry that is no mapping', 'G0901 uses T9001', ['I141 5:5']],
    ['a field that is a mapping', '{ subject: { a: 1 }, relation: uses, object: T9001 }', ['I141 5:16']],
  ];
  test.for(cases)('%s', ([, entry, expected]) => {
    const good = '  - { subject: BADGERDROP, relation: uses, object: Digging }\n';
    const { documents, issues } = readCaseFile(`${CASE}  - ${entry}\n${good}`, 'case.yaml', resolve);
    expect(codes(issues)).toEqual(expected);
    expect(documents[0]?.assertions.at(-1)?.statement).toBe('BADGERDROP uses Digging');
  });

  test.for([
    ['tlp', 'purple', 'I148'],
    ['status', 'sure', 'I148'],
    ['date', 'yesterday', 'I147'],
  ] as const)('%s: %s of the case is named once; only what says another is kept', ([field, wrong, code]) => {
    const good = field === 'date' ? '2026-05-02' : field === 'tlp' ? 'green' : 'probable';
    const date = field === 'date' ? '' : 'date: 2026-05-02\n';
    const { documents, issues } = readCaseFile(
      `case: IR-1\n${date}${field}: ${wrong}\nassertions:
  - { subject: G0901, relation: uses, object: T9001 }
  - { subject: BADGERDROP, relation: uses, object: T9001 }
  - { subject: BADGERDROP, relation: uses, object: Digging, ${field}: ${good} }\n`,
      'case.yaml',
      resolve,
    );
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(documents[0]?.assertions.map(({ statement }) => statement)).toEqual(['BADGERDROP uses Digging']);
  });

  test('scalars stay as they are written', () => {
    const { documents } = readCaseFile(
      'case: 0042\ndate: 2026-05-02\nassertions:\n  - { subject: G0901, relation: uses, object: T9001, sentence: 1.50 }\n',
      'case.yaml',
      resolve,
    );
    expect([documents[0]?.case, documents[0]?.assertions[0]?.sentence]).toEqual(['0042', '1.50']);
  });

  test('what is said twice', () => {
    const entry = '  - { subject: G0901, relation: uses, object: T9001 }\n';
    const { documents, issues } = readCaseFile(CASE + entry + entry, 'case.yaml', resolve);
    expect(documents[0]?.assertions).toHaveLength(1);
    expect(codes(issues)).toEqual(['I149 6:5']);
  });

  test.for([
    ['broken YAML', 'case: [', 'case.yaml', 'I140'],
    ['an empty file', '', 'case.yaml', 'I140'],
    ['a list', '- a', 'case.yaml', 'I140'],
    ['no list of assertions', 'case: IR-1\n', 'case.yaml', 'I141'],
    ['an empty list', 'case: IR-1\nassertions: []\n', 'case.yaml', 'I136'],
    ['an empty CSV', '', 'case.csv', 'I136'],
    ['an open quote', 'subject,object\n"G0901,x', 'case.csv', 'I140'],
    [
      'an unknown kind',
      `kind: rumour\n${CASE}  - { subject: G0901, relation: uses, object: T9001 }`,
      'x.yml',
      'I148',
    ],
    [
      'an unknown head',
      `colour: red\n${CASE}  - { subject: G0901, relation: uses, object: T9001 }`,
      'x.yml',
      'I143',
    ],
  ] as const)('%s', ([, text, file, code]) => {
    expect(readCaseFile(text, file, resolve).issues[0]?.code).toBe(code);
  });
});

describe('CSV', () => {
  test('places count lines within quoted cells, whatever the line ends', () => {
    const text =
      '\ufeffSubject;Relation;Object;Source;Date;Sentence\r\n' +
      'G0901;uses;T9001;IR-1;2026-05-02;"two ""lines"";\r\nof text"\r\n' +
      '\r\n' +
      'Nobody;uses;T9001;IR-1;2026-05-02;\r\n';
    const { documents, issues } = readCaseFile(text, 'case.csv', resolve);
    expect(documents[0]?.assertions[0]?.sentence).toBe('two "lines";\r\nof text');
    expect(codes(issues)).toEqual(['I144 5:1']);
  });

  test('text after a quoted cell, and cells that the first line does not name, are listed', () => {
    const text = 'subject,relation\n"G0901"x,uses\nG0901,uses,T9001\n';
    const { issues } = readCaseFile(text, 'case.csv', resolve);
    expect(codes(issues).filter((issue) => issue.startsWith('I141'))).toEqual(['I141 2:8', 'I141 3:12']);
  });
});

describe('loaded', () => {
  const entry = '  - { subject: G0901, relation: uses, object: BADGERDROP, status: confirmed }\n';
  const second = '  - { subject: G0901, relation: targets, object: Luxembourg }\n';

  test('assertions are facts with their evidence, beside what others report', () => {
    const view = farmWith(documentOf(CASE + entry + second));
    expect(asserted(view)).toEqual([
      'Wily Weasel targets Luxembourg: suspected (IR-1)',
      'Wily Weasel uses BADGERDROP: confirmed (IR-1)',
    ]);
    const uses = view.facts.relations.get('uses');
    const origins = uses === undefined ? [] : [...uses.origins].map((origin) => view.object(origin).type);
    expect(origins.filter((type) => type === 'relationship')).toHaveLength(2);
    expect(view.catalogue.termOf(countryId('LU'))).toBeDefined();
  });

  test('an assertion has a short name, keeps its level, and is listed as a thing', () => {
    const view = farmWith(documentOf(CASE + entry));
    const [term = -1] = view.catalogue.ofType([ASSERTION_TYPE]);
    const { id, name, label, stored = -1 } = view.catalogue.entry(term);
    expect(label).toMatch(/^AS-[0-9A-F]{8}$/);
    expect(label).toBe(assertionLabel(id));
    expect(name).toBe('Wily Weasel uses BADGERDROP (IR-1)');
    expect(readEvidence(view.object(stored)).markings).toEqual([tlpNamed('amber')?.markings[0]]);
  });

  test('an edited case takes the place of what it said before', () => {
    const view = farmWith(documentOf(CASE + entry + second), documentOf(CASE + second));
    expect(asserted(view)).toEqual(['Wily Weasel targets Luxembourg: suspected (IR-1)']);
  });

  test('single assertions add up; said again they change; taken back they stay as history only', () => {
    const say = (status: string, at: string): CaseDocument => {
      const fields = new Map(
        Object.entries({ subject: 'G0901', relation: 'uses', object: 'T9001', source: 'J. Doe', status }),
      );
      const { document } = readSingleAssertion(fields, resolve, at);
      if (document === undefined) throw new Error('unread');
      return document;
    };
    const first = say('suspected', '2026-05-01T08:00:00.000Z');
    const changed = say('confirmed', '2026-05-02T08:00:00.000Z');
    const [assertion] = changed.assertions;
    if (assertion === undefined) throw new Error('no assertion');
    const back = retraction(assertion, '2026-05-03T08:00:00.000Z');
    expect(asserted(farmWith(first))).toEqual(['Wily Weasel uses Digging: suspected (J. Doe)']);
    expect(asserted(farmWith(first, changed))).toEqual(['Wily Weasel uses Digging: confirmed (J. Doe)']);
    const view = farmWith(first, changed, back);
    expect(asserted(view)).toEqual([]);
    expect(view.catalogue.ofType([ASSERTION_TYPE])).toEqual([]);
    expect(view.catalogue.ofType([ASSERTION_TYPE], true)).toHaveLength(1);
    expect(view.versions(assertionId(assertion)).map(({ raw }) => raw['revoked'] ?? raw['status'])).toEqual([
      true,
      'confirmed',
      'suspected',
    ]);
  });

  test('a case that was loaded again does not bring back what was taken back since', () => {
    const document = documentOf(CASE + entry);
    const [assertion] = document.assertions;
    if (assertion === undefined) throw new Error('no assertion');
    const back = retraction(assertion, '2026-05-03T08:00:00.000Z');
    expect(asserted(farmWith(document, back, document))).toEqual([]);
  });

  test('what is written is read back', () => {
    const { assertions } = documentOf(CASE + entry + second);
    const raws: unknown = JSON.parse(JSON.stringify(writeCaseDocument(documentOf(CASE + entry + second))));
    expect(isCaseDocument(raws)).toBe(true);
    const read = readDocument(raws, about('again'));
    const back = read.objects
      .filter(({ type }) => type === ASSERTION_TYPE)
      .map(({ raw }) => readAssertion(raw));
    expect(back).toEqual(assertions);
  });

  test.for([
    ['an assertion that is none', { type: 'foeprint-case', case: 'x', assertions: [1] }, 'I136'],
    ['no list', { type: 'foeprint-case', case: 'x' }, 'I140'],
    ['no case', { type: 'foeprint-case', assertions: [] }, 'I140'],
  ] as const)('%s is refused', ([, document, code]) => {
    expect(() => readDocument(document, about('x'))).toThrow(expect.objectContaining({ code }));
  });
});

test('a single assertion says what is wrong without a place', () => {
  const { document, issues } = readSingleAssertion(
    new Map([['subject', 'Wily Wessel']]),
    resolve,
    '2026-05-01T08:00:00.000Z',
  );
  expect(document).toBeUndefined();
  expect(issues.map(({ code, place }) => [code, place])).toContainEqual(['I142', undefined]);
});

test('whatever words a report has, what it states is kept and read back as it is, with a name, a day and its sentences', () => {
  const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      fc.record(
        {
          title: words,
          publisher: words,
          url: fc.webUrl(),
          date: fc.constantFrom('2026', '2026-02', '2026-02-03'),
          level: fc.constantFrom('clear' as const, 'amber' as const, 'red' as const),
        },
        { requiredKeys: ['title'] },
      ),
      fc.array(words, { maxLength: 4 }),
      (stated, sentences) => {
        const { publisher: _, url: __, date: ___, level: ____, ...bare } = RAID_REPORT;
        const document = reportDocument({ ...bare, ...stated }, [{ ...DUG, sentences }]);
        const raws: unknown = JSON.parse(JSON.stringify(writeCaseDocument(document)));
        const { source, objects, issues } = readDocument(raws, about('again'));
        expect([issues, source.series, source.level]).toEqual([[], 'report:REP-AB12CD34', stated.level]);
        expect(objects.map(({ raw }) => readAssertion(raw))).toEqual(document.assertions);
        expect(document.assertions[0]?.created.slice(0, 4)).toBe('2026');
      },
    ),
  );
});
