import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { askOrganisation } from '../../src/cli/organisation/ask-organisation.ts';
import { openPrompter } from '../../src/cli/organisation/prompter.ts';
import { readOrganisationText, organisationYaml } from '../../src/intake/index.ts';
import type { OrganisationAnswers } from '../../src/intake/index.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NO_CONFIG = fileURLToPath(new URL('empty-config.yaml', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../samples/org.yaml', import.meta.url));

/** Runs `org …` with a home of the test's own. */
async function org(folder: string, ...words: readonly string[]) {
  return await runFoeprint('org', ...words, '--home', join(folder, 'home'), '--config', NO_CONFIG);
}

/** Asks for an organisation; the lines are the answers, in order. */
async function asked(lines: readonly string[], given: OrganisationAnswers = {}) {
  const said: string[] = [];
  const left = [...lines];
  const prompter = {
    ask: (prompt: string) => {
      said.push(prompt);
      return Promise.resolve(left.shift());
    },
    close: () => {},
  };
  const findFile = (text: string) => (text === 'there.json' ? '/there.json' : undefined);
  const say = (text: string) => void said.push(text);
  const answers = await askOrganisation({ prompter, say, findFile }, given);
  return { answers, said, left };
}

describe('questions', () => {
  test('every answer is taken, and every word that is understood is said back', async () => {
    const { answers, said, left } = await asked([
      'Farm',
      'telecoms, NACE K64',
      'lux, BE',
      'EU',
      'macos, Linux',
      'Exchange, IOS XE',
      'cybercrime',
      'there.json',
      'm1032, M1049',
      '2026-01-31',
    ]);
    expect(answers).toEqual({
      name: ['Farm'],
      sectors: ['telecommunications', 'financial-services'],
      countries: ['LU', 'BE'],
      regions: ['european-union'],
      platforms: ['macOS', 'Linux'],
      products: ['Exchange', 'IOS XE'],
      motives: ['financial gain'],
      coverage: ['there.json'],
      mitigations: ['M1032', 'M1049'],
      lastAudit: ['2026-01-31'],
    });
    expect(said).toContain('  telecoms → telecommunications');
    expect(said).toContain('  lux → LU (Luxembourg)');
    expect(said.join('\n')).not.toContain('Linux →');
    expect(left).toEqual([]);
  });

  test('what is wrong is said, and asked again', async () => {
    const answers = [
      '',
      'Farm',
      'telecomz, energy',
      '',
      '',
      '',
      'EU',
      '',
      '',
      'greed',
      '',
      'not.json',
      '',
      'MFA',
      '',
      'May',
      '',
    ];
    const { answers: taken, said } = await asked(answers);
    const all = said.join('\n');
    expect(all).toContain('It needs a name.');
    expect(all).toContain('Did you mean `telecoms`?');
    expect(all).toContain('name a region');
    expect(all).toContain('It is one of espionage, financial gain');
    expect(all).toContain('There is no file `not.json`.');
    expect(all).toContain('`MFA` is not an id of a mitigation');
    expect(all).toContain('`May` is not a day');
    expect(taken).toMatchObject({ name: ['Farm'], sectors: [], regions: ['european-union'], motives: [] });
  });

  test('what may be right all the same is kept when it is answered again', async () => {
    const rest = ['', '', '', '', '', ''];
    const { answers, said } = await asked(['Farm', '', 'LU', '', 'Abacus', 'Abacus', ...rest]);
    expect(said).toContain('  Answer the same again to keep it.');
    expect(answers).toMatchObject({ platforms: ['Abacus'] });
  });

  test('what is given is the default, and shown', async () => {
    const given = { name: ['Farm'], sectors: ['energy', 'water'], crownJewels: ['a', 'b'] };
    const { answers, said } = await asked(Array<string>(10).fill(''), given);
    expect(answers).toMatchObject(given);
    expect(said).toContain('  [energy, water] > ');
    // They count for nothing: nobody is asked for them, and they are kept.
    expect(said.join('\n')).not.toContain('Crown jewels');
  });

  test('nobody there any more is no answer', async () => {
    expect((await asked(['Farm'])).answers).toBeUndefined();
  });

  test('a country with commas in its name is one', async () => {
    const rest = ['', '', '', '', '', '', '', ''];
    const { answers } = await asked(['Farm', '', 'Bonaire, Sint Eustatius and Saba', ...rest]);
    expect(answers?.countries).toEqual(['BQ']);
  });
});

describe('a prompter', () => {
  test('keeps lines that come before they are asked for, and ends with the input', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const prompter = openPrompter(input, output);
    input.write('one\ntwo\n');
    expect(await prompter.ask('first? ')).toBe('one');
    expect(await prompter.ask('second? ')).toBe('two');
    const third = prompter.ask('third? ');
    input.end();
    expect(await third).toBeUndefined();
    expect(await prompter.ask('fourth? ')).toBeUndefined();
    expect(String(output.read())).toBe('first? second? third? \n');
  });
});

describe('the file that is written', () => {
  const ANSWERS = {
    name: ['Farm: "North" #1'],
    sectors: ['telecommunications', 'legal'],
    countries: ['NO', 'LU'],
    regions: ['western-europe'],
    platforms: ['Field Controller/RTU/PLC/IED', '- odd: { one'],
    products: ['7.10', 'null', 'x # y'],
    motives: ['financial gain'],
    crownJewels: ['Seeds'],
    coverage: ['a.json'],
    mitigations: ['M1032'],
    lastAudit: ['2026-01-31'],
  };

  test('is read as what was answered', () => {
    const { organisation, issues } = readOrganisationText(organisationYaml(ANSWERS), '', (path) => path);
    const { coverage, mitigations, name, lastAudit, ...lists } = ANSWERS;
    expect(issues.map(({ code }) => code)).toEqual(['I177']);
    expect(organisation).toEqual({
      ...lists,
      name: name[0],
      lastAudit: lastAudit[0],
      controls: { coverage, mitigations },
      supplyChain: [],
      sightings: [],
    });
    expect(organisationYaml(ANSWERS)).toContain('  - LU # Luxembourg\n');
  });

  test('has an example that can be read for everything that is not given', () => {
    const text = organisationYaml({}).replaceAll(/^(\s*)# (?=\w+:)/gm, '$1');
    const { organisation, issues } = readOrganisationText(text, '', (path) => path);
    expect(issues).toEqual([]);
    expect(organisation).toMatchObject({
      name: 'Kaltbach Telecom',
      supplyChain: [{ name: 'Data centre', countries: ['NL'] }],
      controls: { coverage: ['detections.yaml'], mitigations: ['M1032', 'M1049'] },
      sightings: [{ technique: 'T1566.001' }],
    });
  });
});

type Refusal = [what: string, words: readonly string[], exitCode: number, said: readonly string[]];

describe('org init', () => {
  test('writes what the options say, and never over a file unless forced', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'org.yaml');
    const words = ['init', file, '--name', 'Farm', '--sector', 'telecoms', '--country', 'Belgium', '--yes'];
    const ran = await org(folder, ...words, '--crown-jewel', 'Seeds', '--last-audit', '2026-01-31');
    expect(ran).toMatchObject({
      exitCode: 0,
      err: 'telecoms → telecommunications\nBelgium → BE (Belgium)\n',
    });
    expect(readFileSync(file, 'utf8')).toMatch(/^sectors:\n {2}- telecommunications$/m);

    const again = await org(folder, ...words);
    expect(again).toMatchObject({ exitCode: 2, err: expect.stringMatching(/^C714/) });
    expect(readFileSync(file, 'utf8')).toContain('Seeds');

    expect(await org(folder, ...words, '--force', '--json')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('"telecommunications"'),
    });
    expect(readFileSync(file, 'utf8')).not.toContain('Seeds');
  });

  test.for<Refusal>([
    ['without a terminal it says what is missing', [], 2, ['C715', '--name', '--sector']],
    ['a name alone is not enough', ['--name', 'Farm', '--yes'], 2, ['C715', '--country']],
    [
      'everything that is not understood is said at once',
      [
        '--name',
        'Farm',
        '--sector',
        'telecomz',
        '--motive',
        'greed',
        '--last-audit',
        'May',
        '--coverage',
        'no.json',
      ],
      2,
      ['C716  --sector', 'telecoms', 'C716  --motive', 'C716  --last-audit', 'C716  --coverage'],
    ],
    ['a folder that is not there', ['--name', 'Farm', '--region', 'EU'], 2, ['C701']],
  ])('%s', async ([, words, exitCode, said]) => {
    const folder = await temporaryFolder();
    const file = join(folder, said.includes('C701') ? 'no/org.yaml' : 'org.yaml');
    const ran = await org(folder, 'init', file, ...words);
    expect(ran.exitCode).toBe(exitCode);
    for (const text of said) expect(ran.err).toContain(text);
    expect(existsSync(file)).toBe(false);
  });

  test('an unknown platform is remarked upon and kept', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'org.yaml');
    const ran = await org(folder, 'init', file, '--name', 'Farm', '--region', 'EU', '--platform', 'Abacus');
    expect(ran).toMatchObject({ exitCode: 0, err: expect.stringMatching(/^I177 {2}--platform/m) });
    expect(readFileSync(file, 'utf8')).toContain('- Abacus');
  });

  test('coverage files are looked for beside the file', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'org.yaml');
    await writeFile(join(folder, 'ours.yaml'), 'file_type: technique-administration\ntechniques: []\n');
    const words = ['init', file, '--name', 'Farm', '--region', 'EU', '--coverage', 'ours.yaml'];
    expect(await org(folder, ...words)).toMatchObject({ exitCode: 0 });
    expect(readFileSync(file, 'utf8')).toContain('    - ours.yaml');
    const checked = await org(folder, 'check', file);
    expect(checked).toMatchObject({ exitCode: 0, out: expect.stringContaining('I183') });
  });
});

describe('org check', () => {
  test('says what is understood of the sample', async () => {
    const { exitCode, out, err } = await org(
      await temporaryFolder(),
      'check',
      SAMPLE,
      '--format',
      'markdown',
    );
    const text = out.replaceAll(/\S*samples\//g, 'samples/');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    await expect(text).toMatchFileSnapshot('golden/org_check.md');
  });

  test('says what is wrong with place and code, also as JSON, and exits with 3', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'org.yaml');
    await writeFile(
      file,
      'name: Farm\nsectors: [energy, telecomz]\ncontrols: { coverage: [a.yaml, b.yaml] }\n',
    );
    await writeFile(join(folder, 'b.yaml'), 'techniques: none\n');
    const ran = await org(folder, 'check', file);
    expect(ran.exitCode).toBe(3);
    expect(ran.out.replaceAll(/\s+/g, ' ')).toContain(`I175 ${file}:2:19 sectors[1] \`telecomz\``);
    const { exitCode, out } = await org(folder, 'check', file, '--json');
    expect(exitCode).toBe(3);
    expect(out).not.toContain(folder);
    expect(JSON.parse(out).answer).toMatchObject({
      organisation: { sectors: ['energy'], controls: { coverage: ['b.yaml'] } },
      coverage: [{ file: 'b.yaml', covered: 0, visible: 0 }],
      issues: [{ code: 'I175' }, { code: 'I180' }, { code: 'I181' }],
    });
  });

  test.for([
    ['a file that is not there', undefined, 3, 'A401'],
    ['a file that is no organisation', '- 1\n', 3, 'I170'],
    ['an organisation without a name', 'sectors: energy\n', 3, 'I171'],
    ['warnings alone', 'name: Farm\n', 0, 'I172'],
  ] as const)('%s', async ([, text, exitCode, code]) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'org.yaml');
    if (text !== undefined) await writeFile(file, text);
    const ran = await org(folder, 'check', file, '--json');
    expect(ran.exitCode).toBe(exitCode);
    const { issues, answer = { issues } } = JSON.parse(ran.out);
    expect(answer).toMatchObject({ issues: [{ code }] });
  });
});
