import { expect, test } from 'vitest';
import { FoeprintError } from '../../src/facts/index.ts';
import { findEntry, findOne } from '../../src/workbench/names/find-one.ts';
import { typesOf } from '../../src/threat/index.ts';
import { releaseDiff } from '../../src/workbench/releases/diff.ts';
import { delivered, idOf, labelled, object, relationship, release } from '../support/world/build.ts';
import { DIGGING, FARM, FAR_OTTER, MOLE, MONGOOSE, NAMES, STOAT, WEASEL } from '../support/world/cast.ts';
import { worldKnowledge, worldView } from '../support/world/desk.ts';
import { LOADED_AT } from '../support/loaded-at.ts';

const ADVERSARIES = [...typesOf('group'), ...typesOf('actor'), ...typesOf('campaign')];

/** What a name leads to, as `label name` with the notes, or the code with the message. */
function led(text: string, more: readonly unknown[] = [], types: readonly string[] = ADVERSARIES): string {
  const view = worldView([NAMES], ...more);
  try {
    const { term, notes } = findOne(view, text, types);
    return [`${view.catalogue.label(term)} ${view.catalogue.name(term)}`.trim(), ...notes].join(' | ');
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    const [issue] = error.issues;
    return `${error.code} ${issue?.message ?? ''} ${issue?.hint ?? ''}`;
  }
}

test('a name of an entry that has an ATT&CK id leads to the group, on whose word is said', () => {
  expect(led('SATIN MONGOOSE')).toBe(
    'G0901 Wily Weasel | “SATIN MONGOOSE” is a name of Wily Weasel (G0901), by MISP galaxy Fictional 7: ' +
      'its entry SATIN MONGOOSE leads there (both have the ATT&CK id G0901, by MISP galaxy Fictional 7 and Enterprise ATT&CK 1.0).',
  );
});

test('so it does where only groups are asked for, and however it is written', () => {
  expect(led('satin-mongoose', [], typesOf('group'))).toMatch(
    /^G0901 Wily Weasel \| “satin-mongoose” is a name of/u,
  );
});

test('a name that ATT&CK gives leads to its bearer without more ado', () => {
  expect(led('Lone Mole')).toBe('G0903 Lone Mole');
});

test('what is reported to be the same as such an entry leads on', () => {
  const further = [
    object('threat-actor', 41, { name: 'Brown Egret', threat_actor_types: ['spy'] }),
    relationship(42, idOf('threat-actor', 41), 'same-as', MONGOOSE),
  ];
  expect(led('Brown Egret', further)).toMatch(
    /^G0901 Wily Weasel \| .*Brown Egret is same as SATIN MONGOOSE, by .*; both have the ATT&CK id G0901/u,
  );
});

test('but not over what somebody holds apart', () => {
  const disputed = [
    object('threat-actor', 41, { name: 'Brown Egret', threat_actor_types: ['spy'] }),
    relationship(42, idOf('threat-actor', 41), 'same-as', MONGOOSE),
    relationship(43, idOf('threat-actor', 41), 'different-from', MONGOOSE),
  ];
  expect(led('Brown Egret', disputed)).toMatch(/^Brown Egret \| No source reports which group or campaign/u);
});

test.for([
  ['is only similar', 'VELVET STOAT', 'related to it: VELVET STOAT is similar to Lone Mole'],
  ['shares a name', 'DUST MOLE', 'related to it: both go by “Lone Mole”'],
])('what %s is a candidate beside the entry itself, with who claims it', ([, name = '', why = '']) => {
  const answer = led(name);
  expect(answer).toMatch(/^W602 .* could be any of 2: G0903 Lone Mole \(adversary group; /u);
  expect(answer).toContain(why);
  expect(answer).toContain(`${name} (threat actor, MISP galaxy Fictional 7`);
});

test('a name of two entries that lead to different groups leads to neither', () => {
  const two = [
    object('threat-actor', 41, { name: 'Far Otter', threat_actor_types: ['spy'] }),
    relationship(42, idOf('threat-actor', 41), 'same-as', WEASEL),
    relationship(43, FAR_OTTER, 'same-as', STOAT),
  ];
  const answer = led('FAR OTTER', two);
  expect(answer).toMatch(/^W602 .* could be any of 4: G0901 Wily Weasel .*; G0902 Shy Stoat /u);
});

test('where one of two entries leads to a group, it is meant, and the other is named', () => {
  const two = [
    object('threat-actor', 41, { name: 'Far Otter', threat_actor_types: ['spy'] }),
    relationship(42, idOf('threat-actor', 41), 'same-as', WEASEL),
  ];
  expect(led('FAR OTTER', two)).toMatch(
    /^G0901 Wily Weasel \| .* \| No source reports it of FAR OTTER of MISP galaxy Fictional 7 \(threat-actor--/u,
  );
});

test('a name that leads to nothing of ATT&CK is that of the entry', () => {
  expect(led('FAR OTTER')).toBe(
    'FAR OTTER | No source reports which group or campaign of ATT&CK “FAR OTTER” is; this is what is reported of FAR OTTER, ' +
      'an entry of MISP galaxy Fictional 7.',
  );
});

test('of several such entries the one of which most is reported, and the others are named', () => {
  const two = [
    object('threat-actor', 41, { name: 'Far Otter', threat_actor_types: ['spy'] }),
    object('tool', 42, { name: 'Otter Trap' }),
    ...[43, 44, 45].map((number) =>
      relationship(
        number,
        idOf('threat-actor', 41),
        ['uses', 'targets', 'hosts'][number - 43] ?? '',
        idOf('tool', 42),
      ),
    ),
  ];
  expect(led('far otter', two)).toMatch(/^Far Otter \| Also called so: FAR OTTER of MISP galaxy/u);
});

test('a source with two entries of one name means two', () => {
  const two = [41, 42].map((number) =>
    object('threat-actor', number, { name: 'Grey Egret', threat_actor_types: ['spy'] }),
  );
  expect(led('Grey Egret', two)).toMatch(/^W602 “Grey Egret” could be any of 2: threat-actor--/u);
});

test('a STIX id means that entry, wherever its name would lead', () => {
  expect(led(MONGOOSE)).toBe('SATIN MONGOOSE');
});

test('a campaign that is reported to be a duplicate of ATT&CK’s leads to that', () => {
  const raid = [
    labelled('campaign', 51, 'C9001', 'Henhouse Raid'),
    object('campaign', 52, { name: 'Operation Feather' }),
    relationship(53, idOf('campaign', 52), 'duplicate-of', idOf('campaign', 51)),
  ];
  expect(led('Operation Feather', raid)).toMatch(/^C9001 Henhouse Raid \| .*duplicate of Henhouse Raid/u);
});

test('the name of software where an adversary is asked for leads to its users', () => {
  const tool = [
    labelled('tool', 61, 'S0901', 'Crowbar'),
    relationship(62, WEASEL, 'uses', idOf('tool', 61)),
    relationship(63, MOLE, 'uses', idOf('tool', 61)),
    labelled('tool', 64, 'S0902', 'Feather'),
  ];
  expect(led('Crowbar', tool)).toBe(
    'W628 Crowbar (S0901) is software; it is reported to be used by 2: Wily Weasel (G0901), Lone Mole (G0903). ' +
      'Ask about one of its users; `foeprint techniques` and `foeprint show` have what is known of the software.',
  );
  expect(led('Feather', tool)).toMatch(
    /^W628 Feather \(S0902\) is software, and nobody is reported to use it\./u,
  );
});

test('who asks for any entry gets the one that bears the name, and where it leads', () => {
  const view = worldView();
  const { term, notes } = findEntry(view, 'VELVET STOAT');
  expect(view.catalogue.name(term)).toBe('VELVET STOAT');
  expect(notes).toEqual([expect.stringMatching(/^“VELVET STOAT” could be G0903 Lone Mole/u)]);
});

/** A report that has a group of ATT&CK under its number, by a name of its own and by one that ATT&CK gives to another. */
const REPORT = object('intrusion-set', 71, {
  name: 'Barn Cat',
  aliases: ['Barn Cat', 'Lone-Mole'],
  external_references: [{ source_name: 'mitre-attack', external_id: 'G0901' }],
});

test('a name that a report gives to a group of ATT&CK leads to it, and a note says whose name it is', () => {
  const view = worldView([NAMES, { report: [REPORT] }]);
  const { term, notes } = findOne(view, 'barn-cat', ADVERSARIES);
  expect(view.catalogue.label(term)).toBe('G0901');
  expect(notes).toEqual([expect.stringMatching(/^“barn-cat” is .* name for Wily Weasel \(G0901\)\.$/u)]);
});

test.for(['Lone Mole', 'lone-mole', 'Lone.Mole'])('%s stays ATT&CK’s, whatever a report calls so', (name) => {
  const view = worldView([NAMES, { report: [REPORT] }]);
  expect(view.catalogue.label(findOne(view, name, ADVERSARIES).term)).toBe('G0903');
});

test('releases are compared for a group by a name that only a galaxy gives', () => {
  const base = worldKnowledge([NAMES]);
  const digs = relationship(30, WEASEL, 'uses', DIGGING);
  base.ingest(delivered('two', release('2.0'), ...NAMES.attack, ...FARM.attack, digs), LOADED_AT);
  const {
    answer: { groups },
    notes,
  } = releaseDiff(base, '1.0', '2.0', { groups: ['Satin-Mongoose'] });
  expect(groups.map(({ group }) => group.label)).toEqual(['G0901']);
  expect(notes).toEqual([expect.stringMatching(/^“Satin-Mongoose” is a name of Wily Weasel \(G0901\)/u)]);
});
