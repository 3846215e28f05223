import {
  idOf,
  labelled,
  object,
  related,
  relationship,
  tactic,
  technique,
  use,
  uuid,
  value,
  type RawObject,
} from './build.ts';

/**
 * The one fictional world of tests: a farm by the shore, where animals break in. Numbers are like ATT&CK’s:
 * of groups and campaigns from 0901 on, since intake believes galaxies no others than up to 2999, of all else from 9001 on.
 *
 * - FARM, one thing of every kind: Wily Weasel (G0901, once Old Weasel) uses BADGERDROP (S9001), which uses Digging (T9001),
 *   under which Burrowing (T9001.001) stands; Sturdy Fence (M9001) is against it, Night Raid (C0901) is the Weasel’s.
 * - NAMES, who is called what, by whom. ATT&CK: Wily Weasel (G0901) and Shy Stoat (G0902), both “Team Stoat”; Lone Mole
 *   (G0903). A galaxy: SATIN MONGOOSE (G0901, too), VELVET STOAT (similar to it and to Lone Mole), DUST MOLE (also “Lone
 *   Mole”, says Barn Labs), FAR OTTER, alone. Tidal: Lone Mole.
 * - SHORE, who did what, when. Hungry Heron (G0911) opens a door (T9011, 2015), whispers (T9012.001, 2023) and travels by
 *   Ferry (S9011), which carries away (T9013); in its Low Tide (C0911) it shouted (T9012.002). Noisy Otter (G0912) shouts
 *   and opens doors. Idle Newt (G0913) does nothing that is known; nobody knocks (T9014).
 * - VICTIMS, who attacks whom. Wary Wolf (G0921): LU and FR, telecommunications, from RU. Sour Shrew (G0922): BE, energy,
 *   from CN; “Team Shrew”, as Lean Lynx (G0923) is: US, finance, for gain. Quiet Quail (G0924): no source reports whom, only
 *   a use of 2024. Far Falcon (G0925): telecommunications, in its Long Flight (C0921).
 *
 * Apart from it: the shipped sample (`samples/`), which is data for users, and where a test needs other things than
 * animals do: two releases of a pond (`releases.ts`), the layers of an office (`layers.ts`, `matrix.ts`).
 */

// The farm.
export const WEASEL = idOf('intrusion-set', 1);
export const BADGER = idOf('malware', 2);
export const DIGGING = idOf('attack-pattern', 3);
export const BURROWING = idOf('attack-pattern', 4);
export const FENCE = idOf('course-of-action', 5);
export const BREACH = idOf('x-mitre-tactic', 6);
export const RAID = idOf('campaign', 8);
export const OLD_WEASEL = idOf('intrusion-set', 10);

// Names.
export const STOAT = idOf('intrusion-set', 12);
export const MOLE = idOf('intrusion-set', 13);
export const MONGOOSE = idOf('threat-actor', 14);
export const VELVET_STOAT = idOf('threat-actor', 15);
export const DUST_MOLE = idOf('threat-actor', 16);
export const FAR_OTTER = idOf('threat-actor', 17);
export const HENHOUSE_GAZETTE = uuid(901);
export const BARN_LABS = uuid(902);

// The shore.
export const HERON = idOf('intrusion-set', 101);
export const OTTER = idOf('intrusion-set', 102);
export const NEWT = idOf('intrusion-set', 103);
export const FERRY = idOf('malware', 104);
export const LOW_TIDE = idOf('campaign', 105);
export const DOOR = idOf('attack-pattern', 111);
export const COMMANDS = idOf('attack-pattern', 112);
export const WHISPER = idOf('attack-pattern', 113);
export const SHOUT = idOf('attack-pattern', 114);
export const CARRY = idOf('attack-pattern', 115);
export const KNOCK = idOf('attack-pattern', 116);

// Victims.
export const WOLF = idOf('intrusion-set', 201);
export const QUAIL = idOf('intrusion-set', 204);
export const FALCON = idOf('intrusion-set', 205);
const LONG_FLIGHT = idOf('campaign', 231);
const WHISTLE = idOf('attack-pattern', 241);
const HOWL = idOf('attack-pattern', 242);

/** What each source reports of a part of the world. */
export interface Part {
  readonly attack?: readonly RawObject[];
  /** Entries of MISP galaxy’s threat actors. */
  readonly galaxy?: readonly RawObject[];
  /** Entries of Tidal’s groups, in MISP galaxy. */
  readonly tidal?: readonly RawObject[];
  /** Entries of MISP galaxy’s producers. */
  readonly producers?: readonly RawObject[];
  /** Objects of somebody else’s report. */
  readonly report?: readonly RawObject[];
}

const weasel = labelled('intrusion-set', 1, 'G0901', 'Wily Weasel', {
  aliases: ['Wily Weasel', 'Müstela', 'Team Stoat'],
  description: 'A group that raids [henhouses](https://farm.example/hens) at night.(Citation: Farm Gazette)',
  external_references: [
    { source_name: 'mitre-attack', external_id: 'G0901', url: 'https://attack.example/G0901' },
    { source_name: 'Team Stoat', description: '(Citation: Farm Gazette)' },
  ],
});

/** One thing of every kind. */
export const FARM = {
  attack: [
    weasel,
    labelled('malware', 2, 'S9001', 'BADGERDROP', {
      x_mitre_aliases: ['BADGERDROP', 'Brock'],
      x_mitre_platforms: ['Barn OS'],
    }),
    labelled('attack-pattern', 3, 'T9001', 'Digging', {
      description: 'Adversaries may dig under a fence.',
      kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'breach' }],
      x_mitre_platforms: ['Barn OS', 'Coop'],
    }),
    labelled('attack-pattern', 4, 'T9001.001', 'Burrowing', { x_mitre_is_subtechnique: true }),
    labelled('course-of-action', 5, 'M9001', 'Sturdy Fence'),
    tactic(6, 'TA9001', 'Breach'),
    labelled('campaign', 8, 'C0901', 'Night Raid', { first_seen: '2021-02-03T00:00:00.000Z' }),
    // A withdrawn mitigation that carries the number of a technique, as ATT&CK's old ones do.
    labelled('course-of-action', 9, 'T9001', 'Digging Mitigation', { x_mitre_deprecated: true }),
    labelled('intrusion-set', 10, 'G0909', 'Old Weasel', { revoked: true }),
    relationship(20, WEASEL, 'uses', BADGER, { description: 'Wily Weasel has used BADGERDROP.' }),
    relationship(21, BADGER, 'uses', DIGGING),
    relationship(22, FENCE, 'mitigates', DIGGING),
    relationship(23, BURROWING, 'subtechnique-of', DIGGING),
    relationship(24, RAID, 'attributed-to', WEASEL),
    relationship(25, OLD_WEASEL, 'revoked-by', WEASEL),
    relationship(26, idOf('course-of-action', 9), 'mitigates', DIGGING),
    relationship(27, WEASEL, 'uses', DIGGING, { x_mitre_deprecated: true }),
    relationship(28, WEASEL, 'uses', idOf('tool', 999)),
  ],
} satisfies Part;

/** Who is called what, by whom. */
export const NAMES = {
  attack: [
    weasel,
    labelled('intrusion-set', 12, 'G0902', 'Shy Stoat', { aliases: ['Shy Stoat', 'Team Stoat'] }),
    labelled('intrusion-set', 13, 'G0903', 'Lone Mole', { aliases: ['Lone Mole'] }),
  ],
  galaxy: [
    value(14, 'SATIN MONGOOSE', {
      synonyms: ['Team Stoat', 'G0901'],
      'name-attribution': [`Team Stoat:${BARN_LABS}`],
      country: 'LU',
    }),
    value(
      15,
      'VELVET STOAT',
      {},
      { related: [related('similar', 14, 'roughly-even-chance'), related('similar', 13)] },
    ),
    value(16, 'DUST MOLE', { synonyms: ['Lone Mole'], 'origin:Lone Mole': 'Barn Labs' }),
    value(17, 'FAR OTTER', {}),
  ],
  tidal: [value(18, 'Lone Mole', { source: 'MITRE', group_attack_id: 'G0903' })],
  producers: [{ value: 'Barn Labs', uuid: BARN_LABS }],
} satisfies Part;

/** Who did what, when, by which documents, and what helps. */
export const SHORE = {
  attack: [
    labelled('intrusion-set', 101, 'G0911', 'Hungry Heron', {
      aliases: ['Hungry Heron', 'Fish Thief'],
      description: 'A group that takes fish from [boats](https://shore.example/boats).',
    }),
    labelled('intrusion-set', 102, 'G0912', 'Noisy Otter'),
    labelled('intrusion-set', 103, 'G0913', 'Idle Newt'),
    labelled('malware', 104, 'S9011', 'Ferry'),
    labelled('campaign', 105, 'C0911', 'Low Tide', {
      first_seen: '2021-03-01T00:00:00.000Z',
      last_seen: '2021-06-01T00:00:00.000Z',
    }),
    // Listed in another order than their labels are in.
    labelled('x-mitre-matrix', 106, 'enterprise-attack', 'Shore', {
      tactic_refs: [109, 107, 108].map((number) => idOf('x-mitre-tactic', number)),
    }),
    tactic(107, 'TA9011', 'Doing', { x_mitre_shortname: 'execution' }),
    tactic(108, 'TA9012', 'Taking', { x_mitre_shortname: 'exfiltration' }),
    tactic(109, 'TA9013', 'Getting In', { x_mitre_shortname: 'initial-access' }),
    technique(111, 'T9011', 'Open Door', ['initial-access'], { x_mitre_platforms: ['Windows', 'Linux'] }),
    technique(112, 'T9012', 'Commands', ['execution'], { x_mitre_platforms: ['Windows', 'Linux', 'ESXi'] }),
    technique(113, 'T9012.001', 'Whisper', ['execution'], { x_mitre_platforms: ['Windows'] }),
    technique(114, 'T9012.002', 'Shout', ['execution'], { x_mitre_platforms: ['ESXi'] }),
    technique(115, 'T9013', 'Carry Away', ['exfiltration'], { x_mitre_platforms: ['IaaS', 'SaaS'] }),
    technique(116, 'T9014', 'Knock', ['initial-access'], { x_mitre_platforms: ['Windows'] }),
    relationship(120, WHISPER, 'subtechnique-of', COMMANDS),
    relationship(121, SHOUT, 'subtechnique-of', COMMANDS),
    labelled('course-of-action', 131, 'M9011', 'Lock'),
    relationship(132, idOf('course-of-action', 131), 'mitigates', DOOR),
    labelled('x-mitre-detection-strategy', 133, 'DET9011', 'Listen at the Door'),
    relationship(134, idOf('x-mitre-detection-strategy', 133), 'detects', DOOR),
    labelled('x-mitre-detection-strategy', 135, 'DET9012', 'Listen for Whispers'),
    relationship(136, idOf('x-mitre-detection-strategy', 135), 'detects', WHISPER),
    use(
      141,
      HERON,
      DOOR,
      'Hungry Heron walks in where a door is open.',
      'Lighthouse. (2015, May 4). Doors. Retrieved May 5, 2015.',
    ),
    use(
      142,
      HERON,
      WHISPER,
      'Hungry Heron whispers commands to the crew.',
      'Lighthouse. (2023, May). Whispers.',
      'Harbour Watch. (2024, January 9). Sounds at night.',
    ),
    use(143, HERON, FERRY, 'Hungry Heron travels by Ferry.', 'Harbour Watch. (2022). Ferries.'),
    use(144, FERRY, CARRY, 'Ferry carries fish to the cloud.', 'Lighthouse. (2012, July 1). Ferry.'),
    use(145, FERRY, WHISPER, 'Ferry whispers.'),
    relationship(146, LOW_TIDE, 'attributed-to', HERON),
    use(
      147,
      LOW_TIDE,
      SHOUT,
      'During Low Tide, the crew was shouted at.',
      'Harbour Watch. (2021, August 2). Low Tide.',
    ),
    use(151, OTTER, SHOUT, 'Noisy Otter shouts.', 'Lighthouse. (2024, January 10). Otters.'),
    use(152, OTTER, DOOR, 'Noisy Otter walks in.', 'Lighthouse. (n.d.). Otters at large.'),
  ],
} satisfies Part;

/** Whom groups attack, why and from where. */
export const VICTIMS = {
  attack: [
    labelled('intrusion-set', 201, 'G0921', 'Wary Wolf'),
    labelled('intrusion-set', 202, 'G0922', 'Sour Shrew', { aliases: ['Sour Shrew', 'Team Shrew'] }),
    labelled('intrusion-set', 203, 'G0923', 'Lean Lynx', { aliases: ['Lean Lynx', 'Team Shrew'] }),
    labelled('intrusion-set', 204, 'G0924', 'Quiet Quail'),
    labelled('intrusion-set', 205, 'G0925', 'Far Falcon'),
    labelled('campaign', 231, 'C0921', 'Long Flight', {
      first_seen: '2023-02-01T00:00:00Z',
      last_seen: '2023-04-01T00:00:00Z',
    }),
    object('identity', 232, {
      name: 'Phone companies',
      identity_class: 'class',
      sectors: ['telecommunications'],
    }),
    relationship(251, LONG_FLIGHT, 'attributed-to', FALCON),
    relationship(252, LONG_FLIGHT, 'targets', idOf('identity', 232)),
    labelled('attack-pattern', 241, 'T9021', 'Whistle', { x_mitre_platforms: ['Windows'] }),
    labelled('attack-pattern', 242, 'T9022', 'Howl', { x_mitre_platforms: ['Linux'] }),
    use(
      261,
      WOLF,
      WHISTLE,
      'Wary Wolf whistled at Example Mailer servers.',
      'Gazette. (2025, May 4). A report.',
    ),
    use(262, WOLF, HOWL, 'Wary Wolf howled.', 'Gazette. (2015, January 9). A report.'),
    use(264, QUAIL, WHISTLE, 'Quiet Quail whistled.', 'Gazette. (2024, March 3). A report.'),
  ],
  galaxy: [
    value(211, 'Wary Wolf', {
      'cfr-suspected-victims': ['Luxembourg', 'France'],
      'cfr-target-category': ['Telecoms'],
      country: 'RU',
      refs: ['https://gazette.example/wolf'],
    }),
    value(212, 'Sour Shrew', {
      synonyms: ['Team Shrew'],
      'cfr-suspected-victims': ['Belgium'],
      'cfr-target-category': ['Energy'],
      country: 'CN',
    }),
  ],
  tidal: [
    value(221, 'Wary Wolf', {
      source: 'MITRE',
      group_attack_id: 'G0921',
      observed_countries: ['LU'],
      target_categories: ['Telecommunications'],
    }),
    value(223, 'Lean Lynx', {
      source: 'MITRE',
      group_attack_id: 'G0923',
      observed_countries: ['US'],
      target_categories: ['Financial Services'],
      observed_motivations: ['Financial Gain'],
    }),
  ],
} satisfies Part;
