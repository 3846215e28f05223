import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { beforeAll, expect, test } from 'vitest';
import { CoverageClaims, fromFile, Organisation, question } from '../../../src/answers/index.ts';
import { callOptions, type Call } from '../../../src/cli/call/call.ts';
import { questionOf } from '../../../src/cli/use-case/read-question.ts';
import { openHome } from '../../../src/home/index.ts';
import { keptFolder } from '../../support/temporary-folder.ts';

const folder = keptFolder();
const path = (file: string): string => join(folder.path, file);

const ORG = `name: Kaltbach Telecom
sectors: telecoms
countries: lux
platforms: [Windows]
controls:
  coverage: ours.json
  mitigations: m9001
`;

const layer = (techniques: readonly object[]) =>
  JSON.stringify({ name: 'ours', versions: { layer: '4.5' }, domain: 'enterprise-attack', techniques });

beforeAll(() => {
  mkdirSync(path('rules/win'), { recursive: true });
  writeFileSync(path('rules/win/mail.yml'), 'title: Mail\ntags: [attack.t9001.001]\ndetection: {}\n');
  writeFileSync(path('org.yaml'), ORG);
  writeFileSync(path('ours.json'), layer([{ techniqueID: 'T9002', score: 50 }]));
  writeFileSync(path('notes.txt'), 'We see T9003.');
});

const ASKS = {
  question: question({
    organisation: fromFile(Organisation, 'organisation', '--org <file>', 'the organisation'),
    coverage: fromFile(z.optional(CoverageClaims), 'coverage', '--coverage <file>', 'what is covered', {
      isMany: true,
    }),
  }),
};

/** A call with these options, and what was remarked upon. */
function callOf(given: Readonly<Record<string, unknown>>): { call: Call; remarks: readonly string[] } {
  const remarks: string[] = [];
  const home = async () => await openHome({ home: path('home'), cwd: folder.path });
  const terminal = { remark: (text: string) => remarks.push(text) };
  const call: unknown = {
    arguments: [],
    options: callOptions(given),
    terminal,
    home,
    clearance: async () => (await home()).config.clearance,
    access: {
      clearance: async () => undefined,
      loaded: async () => ({ organisation: async () => undefined }),
    },
  };
  return { call: call as Call, remarks };
}

async function asked(given: Readonly<Record<string, unknown>>) {
  return ASKS.question.parse(await questionOf(ASKS, callOf(given).call));
}

test('an organisation is read from its file, in the words of the vocabularies, without places of the machine', async () => {
  const { organisation } = await asked({ org: path('org.yaml') });
  expect(organisation).toMatchObject({
    name: 'Kaltbach Telecom',
    sectors: ['telecommunications'],
    countries: ['LU'],
    controls: { coverage: ['ours.json'], mitigations: ['M9001'] },
  });
});

test('coverage is what the files named and those of the organisation say together', async () => {
  const given = { org: path('org.yaml'), coverage: [`${folder.path}/./rules/`] };
  expect((await asked(given)).coverage).toEqual({
    claims: [
      { technique: 'T9002', level: 0.5, kind: 'layer', file: 'ours.json' },
      {
        technique: 'T9001.001',
        level: 1,
        kind: 'rule',
        file: join('rules', 'win', 'mail.yml'),
        rule: 'Mail',
        title: 'Mail',
      },
    ],
  });
});

test('where no file is named, what is kept counts beside those of the organisation; `none` is no file', async () => {
  expect((await asked({ org: path('org.yaml') })).coverage).toMatchObject({ withKept: true, claims: [{}] });
  const none = { org: path('org.yaml'), coverage: ['none'] };
  expect((await asked(none)).coverage).toEqual({ claims: [expect.objectContaining({ technique: 'T9002' })] });
});

test('ids in a text of no known format count where that is asked for', async () => {
  const given = { org: path('org.yaml'), coverage: [path('notes.txt')] };
  const { coverage } = await asked({ ...given, idsInText: true });
  expect(coverage?.claims.map(({ technique }) => technique)).toEqual(['T9002', 'T9003']);
  await expect(asked(given)).rejects.toThrow(/notes\.txt/);
});

test.for<[title: string, given: Readonly<Record<string, unknown>>, refused: RegExp]>([
  ['no organisation is named', {}, /C720/],
  ['its file is not there', { org: resolve('nowhere.yaml') }, /A401/],
  ['a coverage file is not there', { org: path('org.yaml'), coverage: [path('none.json')] }, /A401/],
])('refused where %s', async ([, given, refused]) => {
  await expect(asked(given)).rejects.toThrow(refused);
});

test('what is odd is remarked upon once, however often the question is read', async () => {
  writeFileSync(path('odd.yaml'), 'name: Kaltbach\ncountries: LU\nplatforms: Abacus\n');
  const { call, remarks } = callOf({ org: path('odd.yaml') });
  await questionOf(ASKS, call);
  await questionOf(ASKS, call);
  expect(remarks).toEqual([expect.stringContaining('`Abacus`')]);
});
