import { describe, expect, test } from 'vitest';
import { candidatesOf, reportNames } from '../../../src/analysis/index.ts';
import { labelled, object, relationship, value } from '../../support/world/build.ts';
import { FARM, MOLE, NAMES } from '../../support/world/cast.ts';
import { worldView } from '../../support/world/desk.ts';

const OLD_MOLE = labelled('intrusion-set', 19, 'G0919', 'Blind Mole', { revoked: true });
// A galaxy’s longer form of a name of ATT&CK’s.
const LONGER = { galaxy: [value(20, 'Müstela Gang', {})] };
const view = worldView(
  [FARM, NAMES, LONGER],
  OLD_MOLE,
  relationship(90, String(OLD_MOLE['id']), 'revoked-by', MOLE),
  labelled('intrusion-set', 80, 'G0980', 'Puffin Group', { aliases: ['Puffin Group', 'Dust Gang of Two'] }),
  labelled('malware', 81, 'S9081', 'Puddle RAT'),
  object('malware', 87, { name: 'Straw', is_family: true }),
  object('malware', 88, { name: 'Straw Lock', is_family: true }),
  labelled('attack-pattern', 82, 'T9082', 'Fence Climbing'),
  labelled('attack-pattern', 83, 'T9083', 'Rootkit'),
  labelled('attack-pattern', 84, 'T9084', 'Nibbling'),
  labelled('attack-pattern', 85, 'T1590.005', 'Straw Addresses'),
);

const names = reportNames(view);

describe('names to look for', () => {
  test('are those of groups, software, campaigns, and of techniques that nobody means otherwise', () => {
    expect(
      names
        .map(({ kind, name, needsCue }) => `${kind} ${name}${needsCue ? ' (beside a cue)' : ''}`)
        .toSorted(),
    ).toEqual([
      'campaign Night Raid',
      'group Blind Mole',
      'group DUST MOLE',
      'group Dust Gang of Two',
      'group FAR OTTER',
      'group Lone Mole',
      'group Müstela',
      'group Old Weasel',
      'group Puffin',
      'group Puffin Group',
      'group SATIN MONGOOSE',
      'group Shy Stoat',
      'group Team Stoat',
      'group VELVET STOAT',
      'group Wily Weasel',
      'software BADGERDROP',
      'software Brock',
      'software Puddle',
      'software Puddle RAT',
      'software Straw (beside a cue)',
      'software Straw Lock',
      'technique Fence Climbing',
      'technique Rootkit',
    ]);
  });

  test.for<readonly [name: string, ...candidates: readonly string[]]>([
    ['Wily Weasel', 'Wily Weasel (G0901), sure, by Enterprise ATT&CK 1.0'],
    // Of a name that ATT&CK gives, what others call so is left out; of two that it gives it to, both stay.
    ['Lone Mole', 'Lone Mole (G0903), sure, by Enterprise ATT&CK 1.0'],
    [
      'Team Stoat',
      'Wily Weasel (G0901), unsure, by Enterprise ATT&CK 1.0',
      'Shy Stoat (G0902), unsure, by Enterprise ATT&CK 1.0',
    ],
    ['Old Weasel', 'Wily Weasel (G0901), sure, by Enterprise ATT&CK 1.0'],
    ['Puffin', 'Puffin Group (G0980), sure, by Enterprise ATT&CK 1.0'],
    ['Brock', 'BADGERDROP (S9001), sure, by Enterprise ATT&CK 1.0'],
    ['SATIN MONGOOSE', 'Wily Weasel (G0901), sure, by MISP galaxy Fictional 7'],
    ['VELVET STOAT', 'Lone Mole (G0903), unsure, by MISP galaxy Fictional 7'],
    ['DUST MOLE', 'Lone Mole (G0903), unsure, by MISP galaxy Fictional 7'],
    ['FAR OTTER', 'FAR OTTER (), sure, by MISP galaxy Fictional 7'],
  ])('%s means %s', ([asked, ...candidates]) => {
    const name = names.find((each) => each.name === asked);
    if (name === undefined) throw new Error(`No ${asked}`);
    const { catalogue } = view;
    expect(
      candidatesOf(view, name).map(
        ({ term, isSure, claimants }) =>
          `${catalogue.name(term)} (${catalogue.label(term)}), ${isSure ? 'sure' : 'unsure'}, by ${claimants.join(', ')}`,
      ),
    ).toEqual(candidates);
  });
});
