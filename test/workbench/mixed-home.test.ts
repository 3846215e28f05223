import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readBundle } from '../../src/intake/index.ts';
import type { Catalogue, KnowledgeView } from '../../src/knowledge/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { detectionsOf } from '../../src/workbench/techniques/detections.ts';
import { mitigationsOf } from '../../src/workbench/techniques/mitigations.ts';
import { explain } from '../../src/workbench/explanation/explain.ts';
import { findGroups } from '../../src/workbench/groups/find-groups.ts';
import { show } from '../../src/workbench/knowledge/show.ts';
import { techniquesUsedBy } from '../../src/workbench/techniques/techniques.ts';
import { groupProfile } from '../../src/workbench/groups/profile.ts';
import { type Desk } from '../../src/desk/index.ts';
import { deskOver } from '../support/desk.ts';
import { LOADED_AT } from '../support/loaded-at.ts';
import { hasRealData } from '../support/real-data.ts';
import { copyRealHome, realDesk } from '../support/real-home.ts';
import { readReal } from '../support/read-real.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { vendorReports, type Numbered } from '../support/vendor-reports.ts';

/*
 * A home as people have it: two releases of Enterprise, Mobile, ICS, MISP galaxy, and reports of a vendor that gives everything ids of
 * its own. It answers as the plain home does, and what the reports add.
 */

/** What a release calls its live objects of a type. */
function numbered(catalogue: Catalogue, type: string): readonly Numbered[] {
  return catalogue
    .ofType([type])
    .map((term) => catalogue.entry(term))
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map(({ id, label, name }) => ({ id, type, number: label, name }));
}

/** The facts of a relation, by ids. */
function factsOf({ facts }: KnowledgeView, relation: string): ReadonlySet<string> {
  const { columns = [], size = 0 } = facts.relations.get(relation) ?? {};
  return new Set(
    Array.from({ length: size }, (_, row) =>
      columns.map((column) => facts.universe.id(column[row] ?? -1)).join(' '),
    ),
  );
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((each) => whole.has(each));
}

test.skipIf(!hasRealData)('a home of many sources answers as the plain one, and what was added', async () => {
  const plain = await realDesk({ galaxies: true });
  const { catalogue: attack } = (await realDesk()).view;
  const reports = vendorReports(87, numbered(attack, 'intrusion-set'), numbered(attack, 'attack-pattern'));
  const home = await temporaryFolder();
  await copyRealHome(home);
  const base = openSqliteKnowledgeBase(join(home, 'knowledge.db'));
  onTestFinished(() => base.close());
  base.ingestAll(
    [
      readReal('attack/mobile-attack-18.1.json.gz'),
      readReal('attack/ics-attack-18.1.json.gz'),
      ...reports.map(({ bundle }, index) => {
        const text = JSON.stringify(bundle);
        const sha256 = createHash('sha256').update(text).digest('hex');
        return readBundle(bundle, { location: `report-${index}.json`, sha256, bytes: text.length });
      }),
    ],
    LOADED_AT,
  );
  const mixed = deskOver(base);

  // Nothing that was reported is gone; what the reports add is all there, under the numbers that they give.
  for (const relation of plain.view.facts.relations.keys())
    expect([relation, isWithin(factsOf(plain.view, relation), factsOf(mixed.view, relation))]).toEqual([
      relation,
      true,
    ]);
  const { catalogue } = mixed.view;
  const termOf = (text: string): number => {
    const [term = -1, ...others] = text.startsWith('Harbour')
      ? catalogue.named(text)
      : catalogue.find(text).filter((found) => catalogue.label(found) === text);
    expect([text, others]).toEqual([text, []]);
    return term;
  };
  const uses = factsOf(mixed.view, 'uses');
  const reported = reports.flatMap((report) =>
    report.uses.map(([user, used]) => `${catalogue.id(termOf(user))} ${catalogue.id(termOf(used))}`),
  );
  expect(reported.length).toBeGreaterThan(400);
  expect(reported.filter((use) => !uses.has(use))).toEqual([]);

  // The questions of the README: the same answers, and more where the reports have more.
  const reportedOf = new Set(reports.flatMap((report) => report.uses.map(([user]) => user)));
  expect(reportedOf.has('G0073')).toBe(false);
  const namesIn = (found: readonly { readonly label: string; readonly id: string }[]): ReadonlySet<string> =>
    new Set(found.map(({ label, id }) => label || id));
  for (const question of [
    (desk: Desk) => namesIn(findGroups(desk, { keywords: ['telecom'] }).groups.map(({ group }) => group)),
    (desk: Desk) =>
      namesIn(
        techniquesUsedBy(desk, ['G0016', 'G0007'], { shared: true }).answer.techniques.map(
          ({ technique }) => technique,
        ),
      ),
    (desk: Desk) => namesIn(mitigationsOf(desk, 'G0073').answer.mitigations.map(({ defence }) => defence)),
    (desk: Desk) => namesIn(detectionsOf(desk, 'T1059.003').answer.detections.map(({ defence }) => defence)),
    (desk: Desk) =>
      new Set(explain(desk, 'G0071', 'T1059.003').answer.explanations.map(({ proofCount }) => proofCount)),
  ])
    expect(isWithin(question(plain), question(mixed))).toBe(true);
  const profiled = (desk: Desk): unknown => {
    const { answer } = groupProfile(desk, 'G0073', { asOf: '2026-01-01' });
    const { techniques, software, tactics, aliases } = answer;
    return { techniques, software, tactics, aliases };
  };
  expect(profiled(mixed)).toEqual(profiled(plain));
  const { thing, aliases, relations } = show(plain, 'G0073').answer;
  expect(show(mixed, 'G0073').answer).toMatchObject({ thing, aliases, relations });
});
