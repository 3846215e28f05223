import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameFinder, type NameEntry } from '../../../src/reading/index.ts';

const ENTRIES = [
  { kind: 'group', name: 'Wily Weasel' },
  { kind: 'group', name: 'APT928' },
  { kind: 'group', name: 'Burrow' },
  { kind: 'group', name: 'Burrow Brigade' },
  { kind: 'group', name: 'Mercury' },
  { kind: 'group', name: 'Cobalt' },
  { kind: 'group', name: 'Badgerbot' },
  { kind: 'group', name: 'CHAOS' },
  { kind: 'group', name: 'Straw Team' },
  { kind: 'group', name: 'Group 8' },
  { kind: 'group', name: 'Far Panda' },
  { kind: 'software', name: 'Far Panda' },
  { kind: 'software', name: 'Badgerbot' },
  { kind: 'software', name: 'HenHouse' },
  { kind: 'software', name: 'Mosquito' },
  { kind: 'software', name: 'digdump' },
  { kind: 'software', name: 'pk' },
  { kind: 'software', name: 'XNet' },
  { kind: 'software', name: 'Net' },
  { kind: 'campaign', name: 'Operation Wet Straw' },
  { kind: 'software', name: 'Shrewlock', needsCue: true },
  { kind: 'technique', name: 'Fence Climbing' },
] as const satisfies readonly NameEntry[];

const find = nameFinder(ENTRIES);

/** `written: kinds of name` of everything found. */
function found(text: string): readonly string[] {
  return find(text).map(
    ({ written, entries, by }) =>
      `${written}: ${entries.map(({ kind, name }) => `${kind} ${name}`).join(', ')} (${by})`,
  );
}

describe('names are found', () => {
  test.for<readonly [text: string, ...names: readonly string[]]>([
    ['We saw Wily Weasel again.', 'Wily Weasel: group Wily Weasel (name)'],
    [
      'WilyWeasel’s and Wily-Weasel',
      'WilyWeasel: group Wily Weasel (name)',
      'Wily-Weasel: group Wily Weasel (name)',
    ],
    [
      'APT 928, APT-928 and apt928',
      'APT 928: group APT928 (name)',
      'APT-928: group APT928 (name)',
      'apt928: group APT928 (name)',
    ],
    [
      'The Burrow Brigade left the Burrow',
      'Burrow Brigade: group Burrow Brigade (name)',
      'Burrow: group Burrow (name)',
    ],
    ['Hen House and henhouse', 'Hen House: software HenHouse (name)', 'henhouse: software HenHouse (name)'],
    [
      'They ran digdump, then Operation Wet Straw began.',
      'digdump: software digdump (name)',
      'Operation Wet Straw: campaign Operation Wet Straw (name)',
    ],
    [
      'fence climbing, then fence climbings',
      'fence climbing: technique Fence Climbing (name)',
      'fence climbings: technique Fence Climbing (name)',
    ],
    ['a wily weasel in a burrow'],
    ['the hen house, and the pk file'],
    ['Wily\nWeasel; Wily. Weasel; Wily weasel'],
    ['Burrow brigade', 'Burrow: group Burrow (name)'],
    ['Straw team', 'Straw team: group Straw Team (name)'],
    ['https://example.org/APT928/x and APT928.example.org, apt928[.]example'],
    ['[here](/blog/new-henhouse) or henhouse-strikes-again.html'],
  ])('%s', ([text, ...names]) => {
    expect(found(text)).toEqual(names);
  });
});

describe('a plain word is a name', () => {
  test.for<readonly [why: string, text: string, ...names: readonly string[]]>([
    ['nowhere by itself', 'Mercury is a planet. Net profit. Mercury rises.'],
    ['nor where its source is a list of words', 'Shrewlock begins.'],
    ['nor as a number', 'Group 8 has two members.'],
    ['beside what it is', 'The Mercury gang came.', 'Mercury: group Mercury (cue)'],
    ['whatever its source', 'Shrewlock ransomware', 'Shrewlock: software Shrewlock (cue)'],
    ['by the last noun behind it', 'Mercury espionage group', 'Mercury: group Mercury (cue)'],
    ['where something is attributed to it', 'This is attributed to Mercury.', 'Mercury: group Mercury (cue)'],
    ['where somebody is called so', 'an actor also known as “Mercury”', 'Mercury: group Mercury (cue)'],
    [
      'beside another name',
      'Wily Weasel (Mercury, Burrow)',
      'Wily Weasel: group Wily Weasel (name)',
      'Mercury: group Mercury (list)',
      'Burrow: group Burrow (name)',
    ],
    [
      'where a cue stands elsewhere',
      'Mosquito malware. Mosquito digs, a mosquito does.',
      'Mosquito: software Mosquito (cue)',
      'Mosquito: software Mosquito (elsewhere)',
    ],
    ['not beside what it is not', 'Mercury malware'],
    ['not where a sentence goes on', 'Mercury and a group of friends'],
    ['in capitals, where its source writes it so', 'They call it CHAOS. chaos', 'CHAOS: group CHAOS (name)'],
    ['but in a line of capitals', 'WHAT CHAOS DOES'],
    ['not as part of another name', 'the Cobalt Strike group'],
    ['not as an ending', 'a .NET tool, a run.net tool'],
  ])('%s: %s', ([, text, ...names]) => {
    expect(found(text)).toEqual(names);
  });
});

describe('a name of a group and of software', () => {
  test.for<readonly [text: string, ...names: readonly string[]]>([
    ['the Badgerbot gang', 'Badgerbot: group Badgerbot (cue)'],
    ['the Badgerbot ransomware gang', 'Badgerbot: group Badgerbot (cue)'],
    ['the Badgerbot backdoor', 'Badgerbot: software Badgerbot (cue)'],
    ['the trojan Badgerbot', 'Badgerbot: software Badgerbot (cue)'],
    ['Badgerbot was seen', 'Badgerbot: group Badgerbot, software Badgerbot (name)'],
    ['APT928 or Badgerbot', 'APT928: group APT928 (name)', 'Badgerbot: group Badgerbot (list)'],
    [
      'Badgerbot dug. The Badgerbot malware',
      'Badgerbot: software Badgerbot (elsewhere)',
      'Badgerbot: software Badgerbot (cue)',
    ],
    ['Far Panda', 'Far Panda: group Far Panda (cue)'],
  ])('%s', ([text, ...names]) => {
    expect(found(text)).toEqual(names);
  });
});

/** Letters and digits, without the ending of a plural. */
const lettersOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/s$/, '');

test('what is found is in order, apart, and as the text writes it', () => {
  const words = ENTRIES.flatMap(({ name }) => [name, name.toLowerCase(), name.toUpperCase()]);
  const piece = fc.oneof(
    fc.constantFrom(...words, 'group', 'malware', 'aka', '.', ',', '\n', '-', 'https://x/'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.constantFrom('', ' ', '\n'))), (pieces) => {
      const text = pieces.flat().join('');
      let last = 0;
      for (const { start, end, written, entries } of find(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(written);
        for (const { name } of entries) expect(lettersOf(written)).toBe(lettersOf(name));
        last = end;
      }
    }),
  );
});

test('a text of a megabyte without a break is read like any other', () => {
  const long = `${'Mercury '.repeat(60_000)}${'a'.repeat(500_000)} Wily Weasel ${'https://x'.repeat(1000)}`;
  expect(find(long).map(({ written }) => written)).toEqual(['Wily Weasel']);
});
