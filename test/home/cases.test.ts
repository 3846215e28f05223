import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadSource, openHome, retractAssertion, type Home } from '../../src/home/index.ts';
import { rebuildFrom } from '../../src/home/copies/rebuild.ts';
import { assertFact, loadCaseFile } from '../../src/library/index.ts';
import { MemoryKnowledgeBase, type KnowledgeBase } from '../../src/knowledge/index.ts';
import { findAssertion, listAssertions } from '../../src/workbench/knowledge/assertions.ts';
import { evaluate } from '../../src/reasoning/index.ts';
import { victimsOf } from '../../src/workbench/groups/victims.ts';
import { rulePack } from '../support/rule-pack.ts';
import { aliases } from '../../src/workbench/groups/aliases.ts';
import { bundle, cluster, release, value } from '../support/world/build.ts';
import { FARM } from '../support/world/cast.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AT = '2026-01-01T00:00:00.000Z';

/** A home with the fictional farm, and a galaxy that calls the weasel and Luxembourg by their names too. */
async function farmHome(): Promise<Home> {
  const folder = await temporaryFolder();
  const home = await openHome({ home: folder, cwd: folder });
  onTestFinished(() => home.close());
  const galaxy = cluster('threat-actor', [value(1, 'Wily Weasel', { country: 'LU' })]);
  for (const [name, content] of Object.entries({ farm: bundle(release('1.0'), ...FARM.attack), galaxy })) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
    await loadSource(home, join(folder, `${name}.json`), { loadedAt: AT });
  }
  return home;
}

const listed = (knowledge: KnowledgeBase, retracted = false): readonly string[] =>
  listAssertions({ view: knowledge.view() }, { retracted }).assertions.map(
    ({ statement, source, status, retracted: isBack }) =>
      `${source}: ${statement}, ${status}${isBack ? ', taken back' : ''}`,
  );

/** How far Luxembourg is held to be struck by the weasel, where an analyst says so with a status. */
test.for([
  ['confirmed', 1],
  ['probable', 0.8],
  ['suspected', 0.5],
  ['mentioned', 0.6],
] as const)('an assertion that is %s holds %d', async ([status, strength]) => {
  const home = await farmHome();
  const asserted = { subject: 'Wily Weasel', relation: 'targets', object: 'LU', source: 'J. Doe', status };
  await assertFact(home, fields(asserted), '2026-02-01T00:00:00.000Z');
  const view = (await home.knowledgeBase()).view();
  const { answer } = victimsOf({ view, model: evaluate(rulePack('standard'), view.facts) }, 'Wily Weasel');
  const country = answer.traits.find((trait) => trait.value === 'LU');
  expect(country?.claims.map((claim) => claim.strength)).toEqual([strength]);
});

const fields = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(values));

test('assertions are added, changed, listed, taken back, and survive a rebuild', async () => {
  const home = await farmHome();
  const knowledge = await home.knowledgeBase();
  const values = { subject: 'Wily Weasel', relation: 'uses', object: 'T9001', source: 'J. Doe' };
  await assertFact(home, fields({ ...values, status: 'suspected' }), '2026-02-01T00:00:00.000Z');
  await assertFact(home, fields({ ...values, status: 'confirmed' }), '2026-02-02T00:00:00.000Z');
  await assertFact(
    home,
    fields({ ...values, relation: 'targets', object: 'LU' }),
    '2026-02-03T00:00:00.000Z',
  );
  expect(listed(knowledge)).toEqual([
    'J. Doe: Wily Weasel targets Luxembourg, suspected',
    'J. Doe: Wily Weasel uses Digging, confirmed',
  ]);
  const [first] = listAssertions({ view: knowledge.view() }).assertions;
  const found = findAssertion({ view: knowledge.view() }, first?.label.toLowerCase() ?? '');
  if (found === undefined) throw new Error('not found');
  await retractAssertion(home, found, '2026-02-04T00:00:00.000Z');
  expect(listed(knowledge)).toEqual(['J. Doe: Wily Weasel uses Digging, confirmed']);
  expect(listed(knowledge, true)).toContain('J. Doe: Wily Weasel targets Luxembourg, suspected, taken back');
  const rebuilt = new MemoryKnowledgeBase();
  await rebuildFrom(home.paths.sources, rebuilt);
  expect(listed(rebuilt, true)).toEqual(listed(knowledge, true));
});

test('a case file is loaded as a whole, and again after editing', async () => {
  const home = await farmHome();
  const path = join(home.paths.folder, 'case.yaml');
  const head = 'case: IR-1\ndate: 2026-02-01\nassertions:\n';
  const uses = '  - { subject: G0901, relation: uses, object: BADGERDROP }\n';
  const wrong = '  - { subject: Wily Wessel, relation: uses, object: BADGERDROP }\n';
  await writeFile(path, head + uses + wrong);
  const report = await loadCaseFile(home, path, AT);
  expect(report.ingested.flatMap(({ issues }) => issues)).toMatchObject([
    { code: 'I144', place: { file: path, line: 5, column: 16 } },
  ]);
  expect(report.ingested[0]?.issues[0]?.message).toContain('Wily Weasel (G0901)');
  await writeFile(path, `${head}  - { subject: G0901, relation: targets, object: energy }\n`);
  await loadCaseFile(home, path, '2026-02-02T00:00:00.000Z');
  expect(listed(await home.knowledgeBase())).toEqual(['IR-1: Wily Weasel targets energy, suspected']);
  await writeFile(path, head + wrong);
  await expect(loadCaseFile(home, path, AT)).rejects.toMatchObject({ code: 'I144' });
  await expect(loadCaseFile(home, `${path}.none.yaml`, AT)).rejects.toMatchObject({ code: 'A401' });
  expect(listed(await home.knowledgeBase())).toEqual(['IR-1: Wily Weasel targets energy, suspected']);
});

test.for([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-16, as PowerShell writes it', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
] as const)('a case file may be in %s', async ([, bytesOf]) => {
  const home = await farmHome();
  const path = join(home.paths.folder, 'cases.csv');
  await writeFile(
    path,
    bytesOf('subject,relation,object,source,date\nG0901,uses,BADGERDROP,J. Müller,2026-05-02\n'),
  );
  await loadCaseFile(home, path, AT);
  expect(listed(await home.knowledgeBase())).toEqual(['J. Müller: Wily Weasel uses BADGERDROP, suspected']);
});

test('a case file in another encoding is refused, and no name is stored with its letters lost', async () => {
  const home = await farmHome();
  const path = join(home.paths.folder, 'cases.csv');
  const text = 'subject,relation,object,source,date\nG0901,uses,BADGERDROP,J. Müller,2026-05-02\n';
  await writeFile(path, Buffer.from(text, 'latin1'));
  await expect(loadCaseFile(home, path, AT)).rejects.toMatchObject({ code: 'I140' });
  expect(listed(await home.knowledgeBase())).toEqual([]);
});

test('a case file of several sources is stored as a whole or not at all', async () => {
  const home = await farmHome();
  const knowledge = await home.knowledgeBase();
  const path = join(home.paths.folder, 'cases.csv');
  const rows = ['IR-1', 'IR-2', 'IR-3'].map(
    (source) => `G0901,uses,BADGERDROP,${source},confirmed,2026-05-02`,
  );
  await writeFile(path, ['subject,relation,object,source,status,date', ...rows].join('\n'));
  const before = (await readdir(home.paths.sources)).length;
  const ingestAll = vi.spyOn(knowledge, 'ingestAll');
  await loadCaseFile(home, path, AT);
  expect(ingestAll.mock.calls.map(([deliveries]) => deliveries.length)).toEqual([3]);
  expect(listed(knowledge)).toHaveLength(3);
  expect(await readdir(home.paths.sources)).toHaveLength(before + 6);
});

test('a wrong assertion is refused with everything that is wrong with it, and nothing is stored', async () => {
  const home = await farmHome();
  const wrong = fields({ subject: 'Nobody', relation: 'usess', object: 'T9001', tlp: 'purple' });
  await expect(assertFact(home, wrong, AT)).rejects.toMatchObject({
    issues: [{ code: 'I146' }, { code: 'I148' }, { code: 'I142' }],
  });
  expect(listed(await home.knowledgeBase(), true)).toEqual([]);
});

test('aliases name the entries of all sources, and say so where there is none', async () => {
  const home = await farmHome();
  const view = (await home.knowledgeBase()).view();
  const answer = aliases({ view }, 'wily weasel');
  expect(answer.bearers.map(({ thing, source }) => `${thing.label || thing.type}: ${source}`)).toEqual([
    'G0901: Enterprise ATT&CK 1.0',
    'threat-actor: MISP galaxy Fictional 7',
  ]);
  expect(answer.links).toMatchObject([{ verdict: 'overlaps', one: answer.bearers[0]?.thing.id }]);
  expect(() => aliases({ view }, 'Wily Wessel')).toThrow(expect.objectContaining({ code: 'W601' }));
});
