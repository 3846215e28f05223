import { expect, test } from 'vitest';
import { FoeprintError, type Delivery, type FactBase, type MarkingLevel } from '../../src/facts/index.ts';
import { ClearedKnowledge, MATCHES } from '../../src/knowledge/index.ts';
import type { KnowledgeBase, KnowledgeView } from '../../src/knowledge/index.ts';
import { markingOfLevel } from '../../src/threat/index.ts';
import {
  type RawObject,
  about,
  delivered,
  idOf,
  labelled,
  object,
  relationship,
  release,
} from '../support/world/build.ts';
import { BADGER, BURROWING, DIGGING, FARM, WEASEL } from '../support/world/cast.ts';

/** Later than everything on the farm. */
const NEWER = { modified: '2021-01-01T00:00:00.000Z' };

const LOADED = '2026-01-02T03:04:05.000Z';

/** Loads objects as one delivery. */
function load(
  base: KnowledgeBase,
  content: string,
  ...objects: readonly RawObject[]
): ReturnType<KnowledgeBase['ingest']> {
  return base.ingest(delivered(content, ...objects), LOADED);
}

/** The rows of a relation in words, e.g. `Wily Weasel > BADGERDROP`. */
export function rowsOf({ relations, universe }: FactBase, name: string): readonly string[] {
  const relation = relations.get(name);
  return Array.from({ length: relation?.size ?? 0 }, (_, row) =>
    (relation?.columns ?? []).map((column) => universe.name(column[row] ?? -1)).join(' > '),
  );
}

function namesOf({ catalogue }: KnowledgeView, terms: readonly number[]): readonly string[] {
  return terms.map((term) => catalogue.name(term));
}

function found(view: KnowledgeView, query: string): readonly string[] {
  return view
    .search(query, { limit: 1000 })
    .hits.map(({ id }) => id)
    .toSorted();
}

/** The id of a stored object, or the code with which it is refused. */
function idOrCode(view: KnowledgeView, stored: number): string {
  try {
    return view.object(stored).id;
  } catch (error) {
    return error instanceof FoeprintError ? error.code : String(error);
  }
}

/** What every knowledge base does. `open` gives a new, empty one. */
export function knowledgeBaseContract(open: () => KnowledgeBase): void {
  test('an empty knowledge base has an empty view', () => {
    const base = open();
    const view = base.view();
    expect(base.sources()).toEqual([]);
    expect(view.catalogue.size).toBe(0);
    expect(view.facts.relations.size).toBe(0);
    expect(view.census()).toEqual([]);
    expect(view.search('weasel')).toEqual({ found: 0, hits: [] });
  });

  test('hundreds of sources come in at once, and again change nothing', () => {
    const base = open();
    const deliveries = Array.from({ length: 300 }, (_, at) =>
      delivered(String(at).padStart(6, '0'), object('tool', at, { name: `Tool ${String(at)}` })),
    );
    expect(base.ingestAll(deliveries, LOADED).filter(({ isNew }) => isNew)).toHaveLength(300);
    expect(base.ingestAll(deliveries, LOADED).filter(({ isNew }) => isNew)).toHaveLength(0);
    expect([base.sources().length, base.view().catalogue.named('Tool 299').length]).toEqual([300, 1]);
  });

  test('a thing may have more names than a call has room for arguments', () => {
    const base = open();
    const aliases = Array.from({ length: 130_000 }, (_, index) => `Weasel ${index}`);
    const weasel = object('intrusion-set', 1, { name: 'Wily Weasel', aliases });
    load(base, 'many names', weasel, object('malware', 2, { name: 'BADGERDROP' }));
    const { catalogue } = base.view();
    expect(catalogue.named('Weasel 129999').map((term) => catalogue.name(term))).toEqual(['Wily Weasel']);
    expect(catalogue.named('BADGERDROP')).toHaveLength(1);
  });

  test('what is reported between live, known things becomes facts', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const { facts } = base.view();
    expect(rowsOf(facts, 'uses')).toEqual(['Wily Weasel > BADGERDROP', 'BADGERDROP > Digging']);
    expect(rowsOf(facts, 'mitigates')).toEqual(['Sturdy Fence > Digging']);
    expect(rowsOf(facts, 'subtechnique-of')).toEqual(['Burrowing > Digging']);
    expect(rowsOf(facts, 'in-tactic')).toEqual(['Digging > Breach']);
    expect(rowsOf(facts, 'on-platform')).toEqual([
      'Digging > Barn OS',
      'Digging > Coop',
      'BADGERDROP > Barn OS',
    ]);
    expect(facts.relations.has('revoked-by')).toBe(false);
  });

  test('withdrawn knowledge comes in when asked for', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const { facts } = base.view({ withdrawn: true });
    expect(rowsOf(facts, 'uses')).toContain('Wily Weasel > Digging');
    expect(rowsOf(facts, 'mitigates')).toContain('Digging Mitigation > Digging');
    expect(rowsOf(facts, 'revoked-by')).toEqual(['Old Weasel > Wily Weasel']);
  });

  test('the catalogue finds things by id, label, name and alias', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const view = base.view();
    const { catalogue } = view;
    expect(namesOf(view, catalogue.find('T9001'))).toEqual(['Digging']);
    expect(namesOf(view, catalogue.find(WEASEL))).toEqual(['Wily Weasel']);
    expect(namesOf(view, catalogue.find('Barn OS'))).toEqual(['Barn OS']);
    expect(catalogue.find('nothing')).toEqual([]);
    expect(namesOf(view, catalogue.named('  team STOAT '))).toEqual(['Wily Weasel']);
    expect(catalogue.termOf('Barn OS')).toBeUndefined();
    const [weasel = -1] = catalogue.find('G0901');
    expect(catalogue.termOf(WEASEL)).toBe(weasel);
    expect(catalogue.entry(weasel)).toMatchObject({
      id: WEASEL,
      type: 'intrusion-set',
      name: 'Wily Weasel',
      label: 'G0901',
      aliases: ['Müstela', 'Team Stoat'],
    });
    const [revoked = -1] = catalogue.find('G0909');
    expect([catalogue.isWithdrawn(revoked), catalogue.successor(revoked)]).toEqual([true, weasel]);
    expect(namesOf(view, catalogue.ofType(['attack-pattern']))).toEqual(['Digging', 'Burrowing']);
    expect(namesOf(view, catalogue.ofType(['intrusion-set'], true))).toEqual(['Wily Weasel', 'Old Weasel']);
  });

  test('terms of a type stand next to each other and rows are sorted', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const { catalogue, facts } = base.view();
    expect([...catalogue.typeOf]).toEqual([...catalogue.typeOf].toSorted((one, other) => one - other));
    for (const { columns, size, firstStatement, origins } of facts.relations.values()) {
      const rows = Array.from({ length: size }, (_, row) => columns.map((column) => column[row] ?? -1));
      const sorted = rows.toSorted(
        (one, other) => (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0),
      );
      expect(rows).toEqual(sorted);
      expect(firstStatement.length).toBe(size + 1);
      expect(firstStatement[size]).toBe(origins.length);
    }
  });

  test('a fact leads to the objects that state it and to their source', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    load(base, 'again', relationship(90, WEASEL, 'uses', BADGER, { description: 'Brock was dropped.' }));
    const view = base.view();
    const uses = view.facts.relations.get('uses');
    const origins = [...(uses?.origins ?? [])].slice(0, uses?.firstStatement[1]);
    expect(origins.map((stored) => view.object(stored).raw['description'])).toEqual([
      'Wily Weasel has used BADGERDROP.',
      'Brock was dropped.',
    ]);
    expect(origins.map((stored) => view.object(stored).sources.map(({ id }) => id))).toEqual([
      ['enterprise-attack@1.0'],
      [`sha256:${about('again').sha256.slice(0, 12)}`],
    ]);
    expect(() => view.object(1_000_000)).toThrow('K203');
  });

  test('loading the same again changes nothing', () => {
    const base = open();
    const first = load(base, 'farm', release('1.0'), ...FARM.attack);
    const key = base.view().key;
    const second = load(base, 'farm', release('1.0'), ...FARM.attack);
    expect(first).toMatchObject({ isNew: true, added: 20, known: 0, superseding: 0 });
    expect(second).toMatchObject({
      isNew: false,
      added: 0,
      known: 20,
      superseding: 0,
      source: { loadedAt: LOADED },
    });
    expect(base.sources()).toHaveLength(1);
    expect(base.view().key).toBe(key);
  });

  test('a newer version supersedes, and history stays', () => {
    const base = open();
    load(base, 'old', labelled('tool', 1, 'S9100', 'Shovel'));
    const newer = { modified: '2021-01-01T00:00:00.000Z' };
    const report = load(base, 'new', labelled('tool', 1, 'S9100', 'Spade', newer));
    expect(report).toMatchObject({ added: 1, known: 0, superseding: 1 });
    const view = base.view();
    expect(namesOf(view, view.catalogue.find('S9100'))).toEqual(['Spade']);
    expect(view.versions(idOf('tool', 1)).map(({ raw }) => raw['name'])).toEqual(['Spade', 'Shovel']);
    expect(view.versions(idOf('tool', 2))).toEqual([]);
    expect(found(view, 'shovel')).toEqual([]);
  });

  test('an older version that comes later does not supersede', () => {
    const base = open();
    load(base, 'new', labelled('tool', 1, 'S9100', 'Spade', { modified: '2021-01-01T00:00:00.000Z' }));
    expect(load(base, 'old', labelled('tool', 1, 'S9100', 'Shovel'))).toMatchObject({
      added: 1,
      superseding: 0,
    });
    const view = base.view();
    expect(namesOf(view, view.catalogue.find('S9100'))).toEqual(['Spade']);
  });

  test('several releases stand side by side; the newest is in view, by number', () => {
    const base = open();
    load(
      base,
      'ten',
      release('10.1'),
      labelled('tool', 1, 'S9100', 'Spade', { modified: '2021-01-01T00:00:00.000Z' }),
    );
    load(
      base,
      'nine',
      release('9.0'),
      labelled('tool', 1, 'S9100', 'Shovel'),
      labelled('tool', 2, 'S9101', 'Rake'),
    );
    const newest = base.view();
    expect(newest.sources.map(({ release: number }) => number)).toEqual(['10.1']);
    expect(namesOf(newest, newest.catalogue.ofType(['tool']))).toEqual(['Spade']);
    const older = base.view({ release: '9.0' });
    expect(namesOf(older, older.catalogue.ofType(['tool']))).toEqual(['Shovel', 'Rake']);
    expect(older.key).not.toBe(newest.key);
    expect(found(older, 'shovel')).toEqual([idOf('tool', 1)]);
    expect(found(older, 'spade')).toEqual([]);
    const without = newest.sources.map(({ id }) => id);
    expect(base.view({ without }).key).toBe(older.key);
    expect(base.view({ without: ['nobody@1.0'] }).key).toBe(newest.key);
    expect(() => base.view({ release: '8.0' })).toThrow('K201');
    expect(() => base.view({ series: ['mobile-attack'] })).toThrow('K202');
    expect(base.view({ series: ['enterprise-attack'] }).key).toBe(newest.key);
  });

  test('a finished release is in view, though its beta was loaded after it', () => {
    const base = open();
    load(base, 'finished', release('11.0'), ...FARM.attack);
    load(base, 'beta', release('11.0-beta'), ...FARM.attack);
    expect(base.view().sources.map(({ release: number }) => number)).toEqual(['11.0']);
  });

  test('versions that several releases have are stored once', () => {
    const base = open();
    load(base, 'one', release('1.0'), ...FARM.attack);
    const report = load(
      base,
      'two',
      { ...release('2.0'), modified: '2021-01-01T00:00:00.000Z' },
      ...FARM.attack,
    );
    expect(report).toMatchObject({ isNew: true, added: 1, known: 19, superseding: 1 });
    const view = base.view();
    const [stored = -1] = view.catalogue.find(DIGGING).map((term) => view.catalogue.entry(term).stored);
    expect(view.object(stored ?? -1).sources.map(({ release: number }) => number)).toEqual(['2.0', '1.0']);
    const older = base.view({ release: '1.0' });
    expect(older.object(stored ?? -1).sources.map(({ release: number }) => number)).toEqual(['1.0', '2.0']);
  });

  test('a release loaded anew with other content stands beside what was loaded before and takes nothing away', () => {
    const base = open();
    const first = [labelled('tool', 1, 'S9100', 'Spade'), labelled('tool', 2, 'S9101', 'Rake')];
    load(base, 'first', release('1.0'), ...first);
    const second = load(base, 'second', release('1.0'), labelled('tool', 1, 'S9100', 'Spade', NEWER));
    expect(second.issues.map(({ code }) => code)).toContain('K212');
    expect(base.sources().map(({ id, kind }) => [id, kind])).toEqual([
      ['enterprise-attack@1.0', 'attack'],
      [second.source.id, 'feed'],
    ]);
    const view = base.view();
    expect(namesOf(view, view.catalogue.ofType(['tool']))).toEqual(['Spade', 'Rake']);
    const again = load(base, 'reordered', release('1.0'), ...first.toReversed());
    expect(again.source.id).toBe('enterprise-attack@1.0');
    expect(again.issues.map(({ code }) => code)).not.toContain('K212');
    expect(base.sources()).toHaveLength(2);
  });

  test('a part that says it is a newer release does not take the place of the whole', () => {
    const base = open();
    load(base, 'whole', release('1.0'), ...FARM.attack);
    load(base, 'part', release('2.0'), labelled('tool', 1, 'S9100', 'Spade'));
    expect(base.view().sources.map(({ release: number }) => number)).toEqual(['1.0']);
    expect(base.view({ release: '2.0' }).sources.map(({ release: number }) => number)).toEqual(['2.0']);
  });

  test('what another source has under an id of ATT&CK stands beside it, however new it is', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const before = base.view();
    const [weasel = -1] = before.catalogue.find('G0901');
    load(
      base,
      'export',
      labelled('intrusion-set', 1, 'G0901', 'Changed', { ...NEWER, aliases: ['Ermine'] }),
      labelled('attack-pattern', 3, 'T9001', 'Renamed', {
        ...NEWER,
        revoked: true,
        x_mitre_platforms: ['Moon'],
      }),
      relationship(20, WEASEL, 'uses', DIGGING, { ...NEWER, description: 'Dug, too.' }),
      relationship(91, DIGGING, 'revoked-by', WEASEL, NEWER),
    );
    const { catalogue, facts } = base.view();
    const term = catalogue.termOf(WEASEL) ?? -1;
    expect(catalogue.entry(term)).toMatchObject({
      name: 'Wily Weasel',
      aliases: before.catalogue.entry(weasel).aliases,
    });
    expect(catalogue.beside(term).map(({ id, names }) => [id, names])).toEqual([
      [WEASEL, ['Changed', 'Ermine']],
    ]);
    expect(catalogue.named('ermine')).toEqual([term]);
    const digging = catalogue.termOf(DIGGING) ?? -1;
    expect([catalogue.isWithdrawn(digging), catalogue.successor(digging)]).toEqual([false, undefined]);
    expect(rowsOf(facts, 'on-platform')).toEqual(rowsOf(before.facts, 'on-platform'));
    expect(rowsOf(facts, 'uses')).toEqual([
      'Wily Weasel > Digging',
      'Wily Weasel > BADGERDROP',
      'BADGERDROP > Digging',
    ]);
    expect(base.view().census()).toEqual(
      before.census().map((row) => (row.type === 'relationship' ? { ...row, live: row.live + 1 } : row)),
    );
  });

  test('within one publisher the newest is in view, whichever file it came in', () => {
    const base = open();
    const [one, other] = [1, 2].map((number) => ({ created_by_ref: idOf('identity', number) }));
    load(base, 'one', object('malware', 1, { name: 'Coal', ...one }));
    load(base, 'two', object('malware', 1, { name: 'Cinder', ...one, ...NEWER }));
    load(
      base,
      'three',
      object('malware', 1, { name: 'Ash', ...other, modified: '2022-01-01T00:00:00.000Z' }),
    );
    const { catalogue } = base.view();
    const term = catalogue.termOf(idOf('malware', 1)) ?? -1;
    expect(catalogue.name(term)).toBe('Cinder');
    expect(catalogue.beside(term).map(({ names }) => names)).toEqual([['Ash']]);
  });

  test('objects that share a key are one thing', () => {
    const base = open();
    const own = idOf('attack-pattern', 77);
    load(
      base,
      'report',
      labelled('attack-pattern', 77, 'T9001', 'Tunnelling'),
      object('intrusion-set', 78, { name: 'Amber Heron' }),
      relationship(92, idOf('intrusion-set', 78), 'uses', own),
    );
    const alone = base.view();
    expect(rowsOf(alone.facts, 'uses')).toEqual(['Amber Heron > Tunnelling']);
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const { catalogue, facts } = base.view();
    expect(rowsOf(facts, 'uses')).toContain('Amber Heron > Digging');
    expect(catalogue.find('T9001')).toEqual([catalogue.termOf(own)]);
    expect(catalogue.termOf(own)).toBe(catalogue.termOf(DIGGING));
    expect(namesOf(base.view(), catalogue.named('tunnelling'))).toEqual(['Digging']);
    load(base, 'note', relationship(97, own, 'duplicate-of', DIGGING));
    expect(rowsOf(base.view().facts, 'duplicate-of')).toEqual([]);
    expect(
      base
        .view()
        .census()
        .find(({ type }) => type === 'attack-pattern')?.live,
    ).toBe(2);
  });

  test('ATT&CK keeps objects of one number apart where it does so itself', () => {
    const base = open();
    load(
      base,
      'farm',
      release('1.0'),
      ...FARM.attack,
      labelled('attack-pattern', 79, 'T9001', 'Digging anew'),
    );
    const { catalogue } = base.view();
    expect(catalogue.find('T9001')).toHaveLength(2);
  });

  test('what others report of a revoked thing counts for its successor', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const old = idOf('intrusion-set', 10);
    const report = load(
      base,
      'report',
      relationship(93, old, 'uses', BADGER),
      relationship(94, old, 'targets', idOf('identity', 80)),
      object('identity', 80, { name: 'Henhouse' }),
      relationship(95, idOf('course-of-action', 9), 'mitigates', DIGGING),
    );
    const view = base.view();
    expect(rowsOf(view.facts, 'targets')).toEqual(['Wily Weasel > Henhouse']);
    expect(rowsOf(view.facts, 'uses').filter((row) => row === 'Wily Weasel > BADGERDROP')).toHaveLength(1);
    expect(
      view.uncarried().map((each) => [view.object(each.stored).id, view.catalogue.name(each.about)]),
    ).toEqual([[idOf('relationship', 95), 'Digging Mitigation']]);
    expect(view.object(view.uncarried()[0]?.stored ?? -1).sources).toEqual([report.source]);
    const all = base.view({ withdrawn: true });
    expect(rowsOf(all.facts, 'targets').toSorted()).toEqual([
      'Old Weasel > Henhouse',
      'Wily Weasel > Henhouse',
    ]);
  });

  test('what is known by name alone gives way to whoever describes it, and does not stand beside', () => {
    const base = open();
    const place = { type: 'location', id: idOf('location', 98), name: 'Meadow' };
    load(base, 'farm', release('1.0'), ...FARM.attack, place);
    load(base, 'places', object('location', 98, { name: 'The Meadow' }));
    const { catalogue } = base.view();
    const term = catalogue.termOf(place.id) ?? -1;
    expect([catalogue.name(term), catalogue.beside(term)]).toEqual(['The Meadow', []]);
  });

  test('one id for several relationships keeps all of them', () => {
    const base = open();
    const uses = [BADGER, WEASEL].map((user) => relationship(96, user, 'uses', DIGGING));
    load(base, 'twice', release('1.0'), ...FARM.attack, ...uses);
    expect(rowsOf(base.view().facts, 'uses')).toContain('Wily Weasel > Digging');
  });

  test('several sources are loaded together: all of them or none', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const before = base.view();
    const good = delivered('good', labelled('tool', 1, 'S9100', 'Spade'));
    const other = delivered('other', labelled('tool', 2, 'S9101', 'Rake'));
    const [first] = other.objects;
    const bad: typeof other = {
      ...other,
      objects: [
        ...other.objects,
        {
          id: idOf('tool', 3),
          type: 'tool',
          version: '',
          text: { title: '', body: '' },
          raw: first?.raw ?? {},
          get statements(): never {
            throw new RangeError('cannot be had');
          },
        },
      ],
    };
    expect(() => base.ingestAll([good, bad], LOADED)).toThrow('cannot be had');
    expect(() => base.ingest(bad, LOADED)).toThrow('cannot be had');
    expect([base.sources().length, base.view().key, found(base.view(), 'spade')]).toEqual([
      1,
      before.key,
      [],
    ]);
    expect(base.ingestAll([good, other], LOADED)).toMatchObject([{ added: 1 }, { added: 1 }]);
    expect(base.sources().map(({ location }) => location)).toEqual(['farm.json', 'good.json', 'other.json']);
    expect(base.ingestAll([], LOADED)).toEqual([]);
  });

  test('what only a forgotten source reported is gone; what others report as well stays', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const before = base.view();
    const sharedId = idOf('malware', 60);
    const ownId = idOf('malware', 61);
    const shared = labelled('malware', 60, 'S9060', 'Hayfever');
    const own = labelled('malware', 61, 'S9061', 'Chaff');
    load(
      base,
      'one',
      shared,
      own,
      relationship(62, ownId, 'uses', DIGGING),
      relationship(63, WEASEL, 'uses', ownId),
    );
    load(
      base,
      'other',
      shared,
      relationship(64, WEASEL, 'uses', ownId),
      relationship(65, WEASEL, 'uses', sharedId),
    );
    const report = base.forget(`sha256:${about('one').sha256.slice(0, 12)}`);
    expect(report).toMatchObject({
      sources: [{ location: 'one.json' }],
      objects: 3,
      shared: 1,
      facts: 2,
      naming: [{ id: idOf('relationship', 64), type: 'relationship', label: '' }],
    });
    expect(base.sources().map(({ location }) => location)).toEqual(['farm.json', 'other.json']);
    const view = base.view();
    expect(rowsOf(view.facts, 'uses').toSorted()).toEqual(
      [...rowsOf(before.facts, 'uses'), 'Wily Weasel > Hayfever'].toSorted(),
    );
    expect([view.versions(ownId), found(view, 'chaff')]).toEqual([[], []]);
    expect(view.versions(sharedId).map(({ sources }) => sources.map(({ location }) => location))).toEqual([
      ['other.json'],
    ]);
    expect([...base.contents()].map(({ source }) => source.location)).toEqual(['farm.json', 'other.json']);
  });

  test('a base that forgot what it learnt last is as it was before, and can learn it again', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const before = base.view();
    const newerId = idOf('malware', 2);
    const newer = labelled('malware', 2, 'S9001', 'BADGERDROP 2', { modified: '2022-01-01T00:00:00.000Z' });
    const learn = (): ReturnType<typeof load> =>
      load(base, 'later', newer, relationship(70, newerId, 'uses', DIGGING));
    const learnt = learn();
    const inBetween = base.view();
    const [stored = -1] = inBetween.versions(newerId).map((version) => version.stored);
    expect(base.forget(learnt.source.id)).toMatchObject({ objects: 2, shared: 0 });
    const after = base.view();
    expect(after.key).toBe(before.key);
    expect(after.census()).toEqual(before.census());
    for (const name of before.facts.relations.keys())
      expect(rowsOf(after.facts, name)).toEqual(rowsOf(before.facts, name));
    expect(learn()).toMatchObject({ isNew: true, added: learnt.added, superseding: learnt.superseding });
    expect(base.view().key).toBe(inBetween.key);
    // Whoever still holds the number of something forgotten is never given something else by it.
    expect(['K203', newerId]).toContain(idOrCode(inBetween, stored));
  });

  test('all sources of a release are forgotten together, and what was never loaded cannot be forgotten', () => {
    const base = open();
    load(
      base,
      'first',
      release('1.0'),
      labelled('tool', 1, 'S9100', 'Spade'),
      labelled('tool', 2, 'S9101', 'Rake'),
    );
    load(
      base,
      'second',
      release('1.0'),
      labelled('tool', 2, 'S9101', 'Rake'),
      labelled('tool', 1, 'S9100', 'Spade'),
    );
    expect(base.forget('enterprise-attack@2.0')).toEqual({
      sources: [],
      objects: 0,
      shared: 0,
      facts: 0,
      naming: [],
    });
    expect(base.sources()).toHaveLength(1);
    expect(base.forget('enterprise-attack@1.0').sources.map(({ location }) => location)).toEqual([
      'first.json',
      'second.json',
    ]);
    expect([base.sources(), [...base.contents()], base.view().catalogue.size]).toEqual([[], [], 0]);
  });

  test('one load of a source is forgotten alone, and what it replaced is in its place again', () => {
    const base = open();
    const edition = (content: string, name: string): Delivery => {
      const delivery = delivered(content, labelled('tool', 1, 'S9100', name));
      const source = { ...delivery.source, series: 'case:farm', release: '1' };
      return { source, objects: delivery.objects, issues: [] };
    };
    const first = base.ingest(edition('first', 'Spade'), LOADED).source;
    const before = base.view().key;
    const second = base.ingest(edition('second', 'Shovel'), '2026-03-01T00:00:00.000Z').source;
    const only = { sha256: second.sha256, loadedAt: '2026-03-01T00:00:00.000Z' };
    expect(base.loads().map(({ location }) => location)).toEqual(['first.json', 'second.json']);
    expect(base.forget(second.id, { ...only, loadedAt: LOADED }).sources).toEqual([]);
    expect(base.forget(second.id, only)).toMatchObject({ sources: [second] });
    expect([base.sources(), base.loads(), base.view().key]).toEqual([[first], [first], before]);
    expect(namesOf(base.view(), base.view().catalogue.ofType(['tool']))).toEqual(['Spade']);
  });

  test('a view that is held does not change', () => {
    const base = open();
    load(base, 'one', labelled('tool', 1, 'S9100', 'Spade'));
    const held = base.view();
    load(base, 'two', labelled('tool', 2, 'S9101', 'Rake'));
    expect(namesOf(held, held.catalogue.ofType(['tool']))).toEqual(['Spade']);
    expect(found(held, 'rake')).toEqual([]);
    expect(found(base.view(), 'rake')).toEqual([idOf('tool', 2)]);
  });

  test('the census counts every object in view', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const census = new Map(
      base
        .view()
        .census()
        .map(({ type, live, revoked, deprecated }) => [type, [live, revoked, deprecated]]),
    );
    expect(census.get('intrusion-set')).toEqual([1, 1, 0]);
    expect(census.get('course-of-action')).toEqual([1, 0, 1]);
    expect(census.get('relationship')).toEqual([8, 0, 1]);
  });

  test.for([
    ['weasel', ['intrusion-set--1', 'relationship--20']],
    ['WEASEL', ['intrusion-set--1', 'relationship--20']],
    ['weas*', ['intrusion-set--1', 'relationship--20']],
    ['weas', []],
    ['weasel badgerdrop', ['relationship--20']],
    ['"used badgerdrop"', ['relationship--20']],
    ['"badgerdrop used"', []],
    ['mustela', ['intrusion-set--1']],
    ['MÜSTELA', ['intrusion-set--1']],
    ['"raids henhouses at night"', ['intrusion-set--1']],
    ['farm.example', []],
    ['T9001.001', ['attack-pattern--4']],
    ['t9001', ['attack-pattern--3', 'attack-pattern--4']],
    ['"farm gaz"*', ['intrusion-set--1']],
    ['under AND fence', []],
    ['dig NOT fence', []],
    ['fence (', ['attack-pattern--3', 'course-of-action--5']],
    ['title:digging', []],
    ['"', []],
    ['* - ^ :', []],
    ['', []],
  ] as const)('search %s', ([query, expected]) => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const ids = expected
      .map((short) => short.split('--'))
      .map(([type = '', number]) => idOf(type, Number(number)));
    expect(found(base.view(), query)).toEqual(ids.toSorted());
  });

  test('sources without a creator are not one publisher: what one withdraws, another may still report on', () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const base = open();
      const hole = idOf('attack-pattern', 61);
      const sources = [
        [
          object('attack-pattern', 61, { name: 'Old hole', revoked: true }),
          object('attack-pattern', 62, { name: 'New hole' }),
          object('intrusion-set', 63, { name: 'Mole' }),
          relationship(64, hole, 'revoked-by', idOf('attack-pattern', 62)),
          relationship(65, idOf('intrusion-set', 63), 'uses', hole),
        ],
        [
          object('intrusion-set', 66, { name: 'Vole' }),
          relationship(67, idOf('intrusion-set', 66), 'uses', hole),
        ],
      ];
      for (const at of order) load(base, ['mole', 'vole'][at] ?? '', ...(sources[at] ?? []));
      expect(rowsOf(base.view().facts, 'uses')).toEqual(['Vole > New hole']);
    }
  });

  test('search finds a thing once: by what leads, or by the words that only others have', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const before = base
      .view()
      .search('digging')
      .hits.map(({ stored }) => stored);
    const own = (number: number, name: string): RawObject =>
      labelled('attack-pattern', number, 'T9001', name, { description: 'Digging with a spade.' });
    load(base, 'one', own(97, 'Digging'));
    load(base, 'two', own(98, 'Digging, digging'), labelled('attack-pattern', 3, 'T9001', 'Spade', NEWER));
    const view = base.view();
    const thingsFound = (query: string, limit?: number): readonly (readonly [string | undefined, string])[] =>
      view.search(query, limit === undefined ? {} : { limit }).hits.map(({ id, stored }) => {
        const term = view.catalogue.termOf(id);
        return [term === undefined ? undefined : view.catalogue.id(term), view.object(stored).id];
      });
    expect(view.search('digging').hits.map(({ stored }) => stored)).toEqual(before);
    // Three sources describe it, each in its own words; the best match stands.
    expect(thingsFound('spade').map(([thing]) => thing)).toEqual([DIGGING]);
    expect(thingsFound('spade', 1)).toHaveLength(1);
  });

  test('search puts titles first, keeps to types and limit, and shows withdrawn things only when asked to', () => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const view = base.view();
    expect(view.search('digging').hits.map(({ id }) => id)).toEqual([DIGGING]);
    expect(view.search('fence').hits.map(({ id }) => id)[0]).toBe(idOf('course-of-action', 5));
    expect(view.search('weasel', { types: ['relationship'] }).hits.map(({ type }) => type)).toEqual([
      'relationship',
    ]);
    const { found: all, hits } = view.search('weasel');
    expect(hits).toHaveLength(all);
    expect(view.search('weasel', { limit: 1 })).toEqual({ found: all, hits: hits.slice(0, 1) });
    expect(view.search('weasel', { limit: 0 })).toEqual({ found: all, hits: [] });
    expect(found(base.view({ withdrawn: true }), 'digging')).toHaveLength(2);
    for (const { rank } of hits) expect(rank).toBeGreaterThan(0);
  });

  test.for([
    ['G0901', [WEASEL]],
    ['team stoat', [WEASEL]],
    ['Wily-Weasel', [WEASEL]],
    ['weasel', []],
    ['DIGGING', [DIGGING]],
  ] as const)('search puts first what is called %s', ([query, called]) => {
    const base = open();
    load(base, 'farm', release('1.0'), ...FARM.attack);
    const { hits } = base.view().search(query);
    expect(hits.filter(({ match }) => match === 'itself').map(({ id }) => id)).toEqual(called);
    const order = hits.map(({ match }) => MATCHES.indexOf(match));
    expect(order.length).toBeGreaterThan(0);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(base.view().search(query, { types: ['tool'] })).toEqual({ found: 0, hits: [] });
  });

  test('bytes are remembered for a view until its content changes', () => {
    const base = open();
    load(base, 'one', labelled('tool', 1, 'S9100', 'Spade'));
    expect(base.view().recall('rules')).toBeUndefined();
    base.view().remember('rules', () => Uint8Array.of(1, 2, 3));
    expect([...(base.view().recall('rules') ?? [])]).toEqual([1, 2, 3]);
    expect(base.view({ withdrawn: true }).recall('rules')).toBeUndefined();
    load(base, 'two', labelled('tool', 2, 'S9101', 'Rake'));
    expect(base.view().recall('rules')).toBeUndefined();
  });

  test('what is marked above the clearance is as if no source reported it', () => {
    const base = open();
    const marked = (level: MarkingLevel): RawObject => ({ object_marking_refs: [markingOfLevel(level)] });
    const plough = labelled('tool', 30, 'S9030', 'Plough', {
      description: 'It ploughs.',
      ...marked('amber'),
    });
    load(base, 'farm', release('1.0'), ...FARM.attack);
    load(
      base,
      'Night Shift',
      object('report', 5, { name: 'Night Shift', ...marked('red') }),
      relationship(40, WEASEL, 'uses', DIGGING, { description: 'It dug by moonlight.' }),
    );
    load(
      base,
      'Day Shift',
      object('report', 6, { name: 'Day Shift' }),
      plough,
      relationship(41, WEASEL, 'uses', String(plough['id']), { description: 'Unmarked, of a marked thing.' }),
      relationship(42, WEASEL, 'uses', BURROWING, { description: 'Burrowed.', ...marked('green') }),
    );
    const seen = (clearance?: MarkingLevel) => {
      const view = base.view(clearance === undefined ? {} : { clearance });
      const reports = view.census().find(({ type }) => type === 'report')?.live ?? 0;
      return {
        sources: view.sources.map(({ name }) => name),
        uses: rowsOf(view.facts, 'uses').filter((row) => row.startsWith('Wily')),
        found: ['ploughs', 'moonlight', 'burrowed'].filter((word) => view.search(word).found > 0),
        named: view.catalogue.named('Plough').length,
        reports,
        versions: view.versions(String(plough['id'])).length,
        leftOut: view.leftOut,
      };
    };
    const all = {
      sources: ['Enterprise ATT&CK 1.0', 'Night Shift', 'Day Shift'],
      uses: ['Digging', 'Burrowing', 'BADGERDROP', 'Plough'].map((used) => `Wily Weasel > ${used}`),
      found: ['ploughs', 'moonlight', 'burrowed'],
      named: 1,
      reports: 2,
      versions: 1,
      leftOut: 0,
    };
    const amber = {
      ...all,
      sources: ['Enterprise ATT&CK 1.0', 'Day Shift'],
      uses: all.uses.slice(1),
      found: ['ploughs', 'burrowed'],
      reports: 1,
      leftOut: 2,
    };
    expect(seen()).toEqual(all);
    expect(seen('red')).toEqual(all);
    expect(seen('amber+strict')).toEqual(amber);
    expect(seen('amber')).toEqual(amber);
    const green = {
      ...amber,
      uses: amber.uses.slice(0, 2),
      found: ['burrowed'],
      named: 0,
      versions: 0,
      leftOut: 3,
    };
    expect(seen('green')).toEqual(green);
    expect(seen('clear')).toEqual({ ...green, uses: green.uses.slice(1), found: [], leftOut: 4 });
    // Clearances that hold back the same share what was computed.
    const keys = (['amber', 'amber+strict', 'red'] as const).map((clearance) => base.view({ clearance }).key);
    expect([keys[0] === keys[1], keys[2] === base.view().key, keys[1] === keys[2]]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('an older version does not come back where the newest is marked above the clearance', () => {
    const base = open();
    const at = (modified: string, fields: RawObject) =>
      labelled('tool', 30, 'S9030', 'Plough', { modified, ...fields });
    load(base, 'once', at('2020-01-01T00:00:00.000Z', {}));
    load(base, 'now', at('2021-01-01T00:00:00.000Z', { object_marking_refs: [markingOfLevel('red')] }));
    expect(base.view({ clearance: 'amber' }).catalogue.named('Plough')).toEqual([]);
    expect(base.view().catalogue.named('Plough')).toHaveLength(1);
  });

  test('an object says its level, and a source that may not be named is not among its sources', () => {
    const base = open();
    const fence = relationship(40, WEASEL, 'uses', DIGGING);
    load(base, 'open', ...FARM.attack, fence);
    load(
      base,
      'closed',
      object('report', 5, { name: 'Closed', object_marking_refs: [markingOfLevel('red')] }),
      fence,
    );
    const sourcesOfFence = (clearance: MarkingLevel) => {
      const view = base.view({ clearance });
      const { origins = new Int32Array(0) } = view.facts.relations.get('uses') ?? {};
      const stored = [...origins]
        .map((origin) => view.object(origin))
        .find(({ id }) => id === String(fence['id']));
      return {
        sources: stored?.sources.map(({ name }) => name),
        all: view.sourcesOf(new Set([stored?.stored ?? -1])).map(({ name }) => name),
      };
    };
    expect(sourcesOfFence('red')).toEqual({ sources: ['Closed', 'open.json'], all: ['open.json', 'Closed'] });
    expect(sourcesOfFence('amber')).toEqual({ sources: ['open.json'], all: ['open.json'] });
    const [report] = base.view().versions(idOf('report', 5));
    expect(report?.level).toBe('red');
    expect(() => base.view({ clearance: 'amber' }).object(report?.stored ?? -1)).toThrow('K203');
  });

  test('a cleared knowledge base dumps what it shows', () => {
    const base = open();
    const red = { object_marking_refs: [markingOfLevel('red')] };
    load(base, 'farm', release('1.0'), ...FARM.attack);
    load(base, 'closed', object('report', 5, { name: 'Closed', ...red }));
    load(
      base,
      'mixed',
      labelled('tool', 30, 'S9030', 'Plough'),
      labelled('tool', 31, 'S9031', 'Scythe', red),
    );
    const cleared = new ClearedKnowledge(base, 'amber');
    const [all] = Array.from(base.contents(), ({ objects }) => Array.from(objects).length);
    expect(cleared.sources().map(({ name }) => name)).toEqual(['Enterprise ATT&CK 1.0', 'mixed.json']);
    expect(cleared.view({ clearance: 'red' }).catalogue.named('Scythe')).toEqual([]);
    const dumped = Array.from(cleared.contents(), ({ source, objects }) => ({
      source: `${source.name} ${source.sha256 === '' ? 'abridged' : 'whole'}`,
      objects: Array.from(objects).length,
    }));
    expect(dumped).toEqual([
      { source: 'Enterprise ATT&CK 1.0 whole', objects: all },
      { source: 'mixed.json abridged', objects: 1 },
    ]);
  });

  test('every object is kept as it came, whatever its type', () => {
    const base = open();
    const objects = [
      object(
        'x-farm-animal',
        1,
        JSON.parse('{"__proto__": {"legs": 4}, "constructor": "x", "list": [1, null, "ß"]}'),
      ),
      { type: 'ipv4-addr', id: idOf('ipv4-addr', 2), value: '192.0.2.7' },
      object('marking-definition', 3, { definition_type: 'statement', definition: { statement: '© Farm' } }),
    ];
    load(base, 'odd', ...objects);
    const view = base.view();
    for (const raw of objects) expect(view.versions(String(raw['id']))[0]?.raw).toEqual(raw);
    expect(namesOf(view, view.catalogue.ofType(['ipv4-addr']))).toEqual(['192.0.2.7']);
    expect(view.catalogue.name(view.catalogue.find(idOf('x-farm-animal', 1))[0] ?? -1)).toBe(
      idOf('x-farm-animal', 1),
    );
    expect(base.sources()[0]?.statements).toEqual(['© Farm']);
  });

  test('names that a database cannot keep as they are lose only what it cannot', () => {
    const base = open();
    const odd = object('tool', 1, {
      name: 'a\0b',
      aliases: ['c\ud800d'],
      x_mitre_platforms: ['e\0f', 'e\0g'],
    });
    load(base, 'odd', odd);
    const view = base.view();
    const [term = -1] = view.catalogue.find(idOf('tool', 1));
    expect(view.catalogue.entry(term)).toMatchObject({ name: 'a\ufffdb', aliases: ['c\ufffdd'] });
    expect(rowsOf(view.facts, 'on-platform')).toEqual(['a\ufffdb > e\ufffdf', 'a\ufffdb > e\ufffdg']);
    expect(view.versions(idOf('tool', 1))[0]?.raw).toEqual(odd);
    expect(found(view, 'b')).toEqual([idOf('tool', 1)]);
  });

  test('an id that a database cannot keep as it is loses only what it cannot, also in a dump', () => {
    const base = open();
    const odd = relationship(2, `a\0${idOf('tool', 9)}`, 'uses', idOf('tool', 1));
    load(base, 'odd', odd);
    load(base, 'again', { ...odd, ...NEWER });
    const [kept] = [...base.contents()].flatMap(({ objects }) => [...objects]);
    expect(kept?.delivered).toMatchObject({
      raw: odd,
      statements: [{ subject: `a\ufffd${idOf('tool', 9)}`, object: idOf('tool', 1) }],
    });
  });

  test('a label leads to the same thing however often labels are looked for', () => {
    const base = open();
    load(base, 'farm', ...FARM.attack);
    const { catalogue } = base.view();
    for (let again = 0; again < 10; again++) {
      expect(namesOf(base.view(), catalogue.find('G0901'))).toEqual(['Wily Weasel']);
      expect(catalogue.find('G9')).toEqual([]);
      expect(catalogue.find('')).toEqual([]);
    }
  });

  test('after closing, it says so', () => {
    const base = open();
    base.close();
    expect(() => base.sources()).toThrow('K204');
    expect(() => base.view()).toThrow('K204');
  });
}
