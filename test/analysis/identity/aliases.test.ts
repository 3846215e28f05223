import { joinActors } from '../../../src/analysis/identity/actor-joins.ts';
import { describe, expect, test } from 'vitest';
import { aliasesOf, nameClaims } from '../../../src/analysis/index.ts';
import type { AliasesAnswer } from '../../../src/answers/index.ts';
import { readEvidence } from '../../../src/stix/index.ts';
import type { KnowledgeView } from '../../../src/knowledge/index.ts';
import { idOf, labelled, relationship } from '../../support/world/build.ts';
import { DUST_MOLE, FAR_OTTER, MOLE, MONGOOSE, NAMES, WEASEL } from '../../support/world/cast.ts';
import { worldView } from '../../support/world/desk.ts';
import { hasRealData } from '../../support/real-data.ts';
import { realDesk } from '../../support/real-home.ts';

/** `Name (label)` or `Name [series]`. */
function say(view: KnowledgeView, term: number): string {
  const { name, label, stored } = view.catalogue.entry(term);
  const series =
    stored === undefined ? '' : view.object(stored).sources[0]?.series?.replace('misp-galaxy:', '');
  return label === '' ? `${name} [${series}]` : `${name} (${label})`;
}

function sayId(view: KnowledgeView, id: string): string {
  return say(view, view.catalogue.termOf(id) ?? -1);
}

function sayLinks(view: KnowledgeView, { links }: AliasesAnswer): readonly string[] {
  return links.map(({ one, other, verdict }) => `${sayId(view, one)} – ${sayId(view, other)}: ${verdict}`);
}

describe('joins', () => {
  test('are by ATT&CK id, then by reference, then by name, each pair once', () => {
    const view = worldView([NAMES]);
    const joins = joinActors(view).map(
      ({ group, actor, by, through }) =>
        `${say(view, group)} – ${say(view, actor)}: ${by} ${through.join(', ')}`,
    );
    expect(joins.map((join) => join.trim())).toEqual([
      'Wily Weasel (G0901) – SATIN MONGOOSE [threat-actor]: attack-id G0901',
      'Shy Stoat (G0902) – SATIN MONGOOSE [threat-actor]: name Team Stoat',
      'Lone Mole (G0903) – DUST MOLE [threat-actor]: name Lone Mole',
      'Lone Mole (G0903) – Lone Mole [groups]: attack-id G0903',
      'Lone Mole (G0903) – VELVET STOAT [threat-actor]: reference',
    ]);
  });

  test('by the id of a revoked group lead to its successor', () => {
    const old = labelled('intrusion-set', 4, 'G0904', 'Old Mole', { revoked: true });
    const view = worldView(
      [NAMES],
      labelled('intrusion-set', 5, 'G0905', 'New Mole'),
      old,
      relationship(90, idOf('intrusion-set', 4), 'revoked-by', idOf('intrusion-set', 5)),
      relationship(91, FAR_OTTER, 'similar-to', idOf('intrusion-set', 5)),
    );
    const joins = joinActors(view).filter(({ actor }) => view.catalogue.id(actor) === FAR_OTTER);
    expect(joins.map(({ group, by }) => `${say(view, group)} ${by}`)).toEqual(['New Mole (G0905) reference']);
  });
});

describe('aliases', () => {
  test('of a name: one ATT&CK id is the same, two entries of one source are disputed', () => {
    const view = worldView();
    const found = aliasesOf(view, ' team STOAT ', readEvidence);
    expect(found.bearers.map(({ thing }) => sayId(view, thing.id))).toEqual([
      'Wily Weasel (G0901)',
      'Shy Stoat (G0902)',
      'SATIN MONGOOSE [threat-actor]',
    ]);
    expect(sayLinks(view, found)).toEqual([
      'Wily Weasel (G0901) – SATIN MONGOOSE [threat-actor]: same',
      'Wily Weasel (G0901) – Shy Stoat (G0902): disputed',
      'Shy Stoat (G0902) – SATIN MONGOOSE [threat-actor]: disputed',
      'SATIN MONGOOSE [threat-actor] – VELVET STOAT [threat-actor]: overlaps',
    ]);
  });

  test('of an ATT&CK id take one step to what shares other names or is referred to', () => {
    const view = worldView();
    const found = aliasesOf(view, 'g0903', readEvidence);
    expect(found.bearers.map(({ thing }) => sayId(view, thing.id))).toEqual(['Lone Mole (G0903)']);
    expect(sayLinks(view, found)).toEqual([
      'Lone Mole (G0903) – Lone Mole [groups]: same',
      'Lone Mole (G0903) – DUST MOLE [threat-actor]: overlaps',
      'Lone Mole (G0903) – VELVET STOAT [threat-actor]: overlaps',
    ]);
  });

  test('give every reason with who claims it and how sure they are', () => {
    const view = worldView();
    const { links } = aliasesOf(view, 'VELVET STOAT', readEvidence);
    const reasons = links.flatMap((each) => each.reasons);
    expect(reasons.map(({ statement, confidence }) => `${statement} ${confidence ?? ''}`.trim())).toEqual([
      'VELVET STOAT is similar to Lone Mole. likely',
      'VELVET STOAT is similar to SATIN MONGOOSE. roughly-even-chance',
    ]);
  });

  test('a source that holds two apart disputes an id in common', () => {
    const view = worldView(
      [NAMES],
      relationship(90, MOLE, 'different-from', DUST_MOLE),
      relationship(91, MOLE, 'same-as', FAR_OTTER),
    );
    expect(sayLinks(view, aliasesOf(view, 'G0903', readEvidence))).toEqual([
      'Lone Mole (G0903) – FAR OTTER [threat-actor]: same',
      'Lone Mole (G0903) – Lone Mole [groups]: same',
      'Lone Mole (G0903) – DUST MOLE [threat-actor]: disputed',
      'Lone Mole (G0903) – VELVET STOAT [threat-actor]: overlaps',
    ]);
  });

  test('name their claimants: producers by name, ATT&CK with the documents it cites', () => {
    const view = worldView();
    const names = (id: string): readonly string[] =>
      nameClaims(view, view.catalogue.termOf(id) ?? -1, readEvidence).map(
        ({ name, claimants }) =>
          `${name}: ${claimants.map((by) => [by.name, ...by.cites].join(' citing ')).join(', ')}`,
      );
    expect(names(MONGOOSE)).toEqual(['SATIN MONGOOSE: MISP galaxy Fictional 7', 'Team Stoat: Barn Labs']);
    expect(names(DUST_MOLE)).toEqual(['DUST MOLE: MISP galaxy Fictional 7', 'Lone Mole: Barn Labs']);
    expect(names(WEASEL)).toEqual([
      'Wily Weasel: Enterprise ATT&CK 1.0',
      'Müstela: Enterprise ATT&CK 1.0',
      'Team Stoat: Enterprise ATT&CK 1.0 citing Farm Gazette',
    ]);
  });

  test('of an unknown name are none, of a thing that is no adversary neither', () => {
    const view = worldView();
    for (const text of ['', 'Nobody', 'Luxembourg', 'LU'])
      expect(aliasesOf(view, text, readEvidence)).toEqual({
        asked: text,
        bearers: [],
        related: [],
        links: [],
      });
  });
});

describe.skipIf(!hasRealData)('published names', async () => {
  const { view } = hasRealData ? await realDesk({ galaxies: true }) : { view: worldView() };

  test('join at least 166 of the 172 live groups by id, with sectors, victims and origins known for most', () => {
    const joins = joinActors(view);
    const live = view.catalogue.ofType(['intrusion-set']).length;
    const byId = joins.filter(({ by }) => by !== 'name');
    expect(live).toBe(172);
    expect(new Set(byId.map(({ group }) => group)).size).toBeGreaterThanOrEqual(166);
    const known = (relation: string, type: string): number => {
      const rows = view.facts.relations.get(relation);
      const actors = new Set<number>();
      for (let row = 0; row < (rows?.size ?? 0); row++)
        if (view.catalogue.entry(rows?.columns[1]?.[row] ?? 0).type === type)
          actors.add(rows?.columns[0]?.[row] ?? 0);
      return new Set(joins.filter(({ actor }) => actors.has(actor)).map(({ group }) => group)).size;
    };
    expect(known('targets', 'identity')).toBeGreaterThanOrEqual(139);
    expect(known('targets', 'location')).toBeGreaterThanOrEqual(137);
    expect(known('originates-from', 'location')).toBeGreaterThanOrEqual(122);
  });

  test.for([
    ['Salt Typhoon', 'Salt Typhoon (G1045) – Salt Typhoon [groups]: same'],
    ['Salt Typhoon', 'Salt Typhoon (G1045) – GhostEmperor [threat-actor]: overlaps'],
    ['Salt Typhoon', 'GhostEmperor [threat-actor] – Earth Estries [threat-actor]: overlaps'],
    ['UAC-0056', 'Ember Bear (G1003) – Saint Bear (G1031): disputed'],
    ['Thrip', 'Lotus Blossom (G0030) – Thrip (G0076): disputed'],
    ['Thrip', 'Thrip (G0076) – Thrip [threat-actor]: same'],
    ['APT28', 'APT28 (G0007) – APT28 [threat-actor]: same'],
    ['G0034', 'Sandworm Team (G0034) – Sandworm [threat-actor]: same'],
    ['Sandworm Team', 'Sandworm Team (G0034) – IRIDIUM [threat-actor]: overlaps'],
  ] as const)('%s: %s', ([name, expected]) => {
    expect(sayLinks(view, aliasesOf(view, name, readEvidence))).toContain(expected);
  });
});

test.for(['far-otter', 'FarOtter', 'FAR  OTTER'])('%s is who goes by FAR OTTER', (name) => {
  const view = worldView();
  expect(aliasesOf(view, name, readEvidence).bearers.map(({ thing }) => thing.name)).toEqual(['FAR OTTER']);
});
