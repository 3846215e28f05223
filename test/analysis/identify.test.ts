import { expect, test } from 'vitest';
import { identify } from '../../src/analysis/index.ts';
import { sampleDesk } from '../support/desk.ts';
import { realDesk } from '../support/real-home.ts';
import { labelled, object } from '../support/world/build.ts';
import { NAMES } from '../support/world/cast.ts';
import { worldView } from '../support/world/desk.ts';
import { hasRealData } from '../support/real-data.ts';

const { catalogue } = sampleDesk().view;

/** What a text leads to, as `label name`, or the kind of failure with the candidates. */
function led(text: string, types: readonly string[] = [], within = catalogue): string {
  const found = identify(within, text, types);
  const say = (term: number): string => `${within.label(term)} ${within.name(term)}`;
  if (found.kind === 'one') return say(found.term);
  return `${found.kind}: ${(found.kind === 'several' ? found.terms : found.similar()).map(say).join(', ')}`;
}

test.for([
  ['G9001', 'G9001 Example Heron'],
  ['g9001', 'G9001 Example Heron'],
  [' Example Heron ', 'G9001 Example Heron'],
  ['patient wader', 'G9001 Example Heron'],
  ['T9001.001', 'T9001.001 Letter with Attachment'],
])('%s leads to %s', ([text = '', expected]) => {
  expect(led(text)).toBe(expected);
});

test.for([
  ['example-heron', 'G9001 Example Heron'],
  ['EXAMPLEHERON', 'G9001 Example Heron'],
  ['patient.wader', 'G9001 Example Heron'],
  ['T9001.1', 'T9001.001 Letter with Attachment'],
  ['t-9001/01', 'T9001.001 Letter with Attachment'],
  ['G 9001', 'G9001 Example Heron'],
])('%s is a spelling of %s', ([text = '', expected = '']) => {
  expect(led(text)).toBe(expected);
  expect(identify(catalogue, text)).toMatchObject({ by: 'spelling' });
});

test('what is written exactly so is meant before what is only spelled like it', () => {
  const within = worldView(
    [NAMES],
    labelled('intrusion-set', 4, 'G0904', 'Lone-Mole'),
    labelled('intrusion-set', 5, 'G0905', 'LoneMole 2'),
  ).catalogue;
  expect(led('Lone Mole', [], within)).toBe('G0903 Lone Mole');
  expect(led('lone-mole', [], within)).toBe('G0904 Lone-Mole');
  expect(led('Lone.Mole', [], within)).toBe('several: G0903 Lone Mole, G0904 Lone-Mole');
  expect(led('lone mole2', [], within)).toBe('G0905 LoneMole 2');
});

test('of an adversary and an identity of one name, the adversary is meant', () => {
  const within = worldView(
    [NAMES],
    object('threat-actor', 31, { name: 'Grey Egret', threat_actor_types: ['spy'] }),
    object('identity', 32, { name: 'Grey Egret', identity_class: 'group' }),
  ).catalogue;
  expect(led('Grey Egret', [], within)).toBe(' Grey Egret');
  const found = identify(within, 'grey-egret');
  expect(found.kind === 'one' && within.entry(found.term).type).toBe('threat-actor');
});

test.for([
  ['a word of three letters is no misspelt other one', 'LUV', [], 'none: '],
  ['what one name begins with', 'Sat', [], 'none:  SATIN MONGOOSE'],
  ['each name once, ATT&CK’s before others’', 'Lone Mople', [], 'none: G0903 Lone Mole,  DUST MOLE'],
  ['only of the kinds asked for', 'Lone Mople', ['malware'], 'none: '],
  ['a text of more than a hundred characters is no name', 'Lone Mole'.repeat(12), [], 'none: '],
] as const)('suggestions: %s', ([, text, types, expected]) => {
  expect(led(text, types, worldView().catalogue)).toBe(expected);
});

test('a revoked thing leads to its successor, and the answer knows what was asked', () => {
  const found = identify(catalogue, 'G9013');
  if (found.kind !== 'one') throw new Error(found.kind);
  expect(catalogue.label(found.term)).toBe('G9001');
  expect(catalogue.label(found.asked)).toBe('G9013');
});

test('a misspelt name leads to what was probably meant', () => {
  expect(led('Exampel Heron')).toMatch(/^none: G9001 Example Heron/u);
  expect(led('nothing like it at all')).toBe('none: ');
});

test('only the kinds that can be used are considered', () => {
  expect(led('G9001', ['attack-pattern'])).toMatch(/^none/u);
});

test.skipIf(!hasRealData)(
  'a technique number leads to the technique, not to the withdrawn mitigation that carries it',
  async () => {
    const { catalogue: attack } = (await realDesk()).view;
    const withdrawn = attack.named('Password Filter DLL Mitigation').map((term) => attack.entry(term));
    expect(withdrawn).toMatchObject([{ type: 'course-of-action', withdrawn: 'deprecated' }]);
    expect(led('T1174', [], attack)).toBe('T1556.002 Password Filter DLL');
    expect(led('T1105', [], attack)).toBe('T1105 Ingress Tool Transfer');
    // Two groups claim this alias; nobody chooses for the reader.
    expect(led('UAC-0056', [], attack)).toMatch(/^several: .*G1003.*G1031|^several: .*G1031.*G1003/u);
  },
);

test('a name that ATT&CK gives to one thing is that one, whoever else bears it; otherwise there are several', () => {
  const within = worldView().catalogue;
  expect(led('Lone Mole', [], within)).toBe('G0903 Lone Mole');
  expect(led('DUST MOLE', [], within)).toBe(' DUST MOLE');
  expect(led('Team Stoat', [], within)).toBe('several: G0901 Wily Weasel, G0902 Shy Stoat');
});

test('labels in lower case, as sectors and regions have, are found too', () => {
  const within = worldView().catalogue;
  expect(led('lu', [], within)).toBe('LU Luxembourg');
  expect(led('western-europe', [], within)).toBe('western-europe Western Europe');
});
