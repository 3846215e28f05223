/**
 * What the sample says, as tables. Everything is invented: the groups are birds, the numbers begin at 9000 where
 * ATT&CK has none, the reports are at example.org. It has the shape of ATT&CK so that every command has something to
 * show without a download.
 */

export interface Row {
  readonly label: string;
  readonly name: string;
  readonly description: string;
}

export const TACTICS = [
  { label: 'TA9001', name: 'Getting In', description: 'The adversary wants a foot in the door.' },
  { label: 'TA9002', name: 'Running', description: 'The adversary wants its programs to run.' },
  { label: 'TA9003', name: 'Staying', description: 'The adversary wants to be there tomorrow.' },
  { label: 'TA9004', name: 'Looking Around', description: 'The adversary wants to know where it is.' },
  { label: 'TA9005', name: 'Collecting', description: 'The adversary wants what it came for in one place.' },
  { label: 'TA9006', name: 'Carrying Off', description: 'The adversary wants it at home.' },
] as const satisfies readonly Row[];

export interface TechniqueRow extends Row {
  readonly tactic: string;
  readonly platforms: readonly string[];
  readonly deprecated?: true;
}

const DESKTOPS = ['Windows', 'macOS', 'Linux'];

export const TECHNIQUES: readonly TechniqueRow[] = [
  technique('T9001', 'Invented Letter', 'TA9001', 'Letters that make the reader open something.', DESKTOPS),
  technique('T9001.001', 'Letter with Attachment', 'TA9001', 'The letter carries a file.', DESKTOPS),
  technique('T9001.002', 'Letter with Link', 'TA9001', 'The letter carries an address.', DESKTOPS),
  technique('T9002', 'Borrowed Key', 'TA9001', 'Using an account that belongs to somebody else.', DESKTOPS),
  technique('T9003', 'Open Back Door', 'TA9001', 'Using a service that faces the internet.', [
    'Network Devices',
  ]),
  technique('T9004', 'Scripted Errand', 'TA9002', 'Letting an interpreter do the work.', DESKTOPS),
  technique('T9004.001', 'Shell Errand', 'TA9002', 'The interpreter is a shell.', ['macOS', 'Linux']),
  technique('T9004.002', 'Macro Errand', 'TA9002', 'The interpreter is in a document.', ['Windows']),
  technique('T9005', 'Helpful Reader', 'TA9002', 'Relying on somebody to open a file.', DESKTOPS),
  technique('T9006', 'Planned Visit', 'TA9003', 'Having a task run at set times.', DESKTOPS),
  technique('T9007', 'Second Nest', 'TA9003', 'Making an account of one’s own.', DESKTOPS),
  technique('T9008', 'Counting Windows', 'TA9004', 'Listing what runs.', DESKTOPS),
  technique('T9009', 'Reading Doorbells', 'TA9004', 'Listing other machines.', DESKTOPS),
  technique('T9010', 'Filled Basket', 'TA9005', 'Gathering files in one place.', DESKTOPS),
  technique('T9011', 'Wrapped Parcel', 'TA9005', 'Packing and encrypting what was gathered.', DESKTOPS),
  technique('T9012', 'Usual Post', 'TA9006', 'Sending it over the channel already open.', DESKTOPS),
  technique('T9013', 'Rented Shed', 'TA9006', 'Sending it to a storage service.', DESKTOPS),
  { ...technique('T9014', 'Forgotten Trick', 'TA9002', 'No longer kept up.', ['Windows']), deprecated: true },
];

export interface GroupRow extends Row {
  readonly aliases: readonly string[];
  readonly revokedBy?: string;
}

export const GROUPS: readonly GroupRow[] = [
  group('G9001', 'Example Heron', 'telecommunications companies and their suppliers', ['Patient Wader']),
  group('G9002', 'Example Kestrel', 'manufacturing, above all of telecommunications equipment', [
    'Hovering Hawk',
  ]),
  group('G9003', 'Example Magpie', 'retail and hospitality', ['Shiny Thief']),
  group('G9004', 'Example Owl', 'ministries and embassies', []),
  group('G9005', 'Example Raven', 'telecom operators and satellite providers', ['Clever Corvid']),
  group('G9006', 'Example Sparrow', 'small businesses of every kind', []),
  group('G9007', 'Example Stork', 'manufacturing, telecom and logistics', ['Long Legs']),
  group('G9008', 'Example Swift', 'banks', ['Fast Flyer']),
  group('G9009', 'Example Wren', 'universities', []),
  group('G9010', 'Example Cuckoo', 'energy utilities', ['Nest Guest']),
  group('G9011', 'Example Jay', 'newspapers and broadcasters', []),
  group('G9012', 'Example Lapwing', 'hospitals and the manufacturing of medical devices', []),
  { ...group('G9013', 'Example Grey Bird', 'telecom operators', []), revokedBy: 'G9001' },
];

export interface SoftwareRow extends Row {
  readonly type: 'malware' | 'tool';
  readonly platforms: readonly string[];
}

export const SOFTWARE: readonly SoftwareRow[] = [
  {
    label: 'S9001',
    name: 'REEDBED',
    type: 'malware',
    description: 'A remote control.',
    platforms: ['Windows'],
  },
  {
    label: 'S9002',
    name: 'PEBBLE',
    type: 'malware',
    description: 'Fetches others.',
    platforms: ['Windows', 'Linux'],
  },
  {
    label: 'S9003',
    name: 'TWIGBUNDLE',
    type: 'malware',
    description: 'Gathers and packs.',
    platforms: ['Windows'],
  },
  {
    label: 'S9004',
    name: 'EGGSHELL',
    type: 'malware',
    description: 'Runs documents.',
    platforms: ['Windows'],
  },
  { label: 'S9005', name: 'Birdwatch', type: 'tool', description: 'Lists a network.', platforms: ['Linux'] },
  { label: 'S9006', name: 'Nestbox', type: 'tool', description: 'Makes accounts.', platforms: ['Windows'] },
];

export interface CampaignRow extends Row {
  readonly by: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export const CAMPAIGNS: readonly CampaignRow[] = [
  {
    label: 'C9001',
    name: 'Operation Morning Mist',
    by: 'G9001',
    description: 'Example Heron at three telecommunications companies that do not exist.',
    firstSeen: '2023-02-01T00:00:00.000Z',
    lastSeen: '2023-06-01T00:00:00.000Z',
  },
  {
    label: 'C9002',
    name: 'Operation Iron Beak',
    by: 'G9002',
    description: 'Example Kestrel at an imaginary maker of lathes.',
    firstSeen: '2024-01-01T00:00:00.000Z',
    lastSeen: '2024-03-01T00:00:00.000Z',
  },
];

export const MITIGATIONS: readonly Row[] = [
  {
    label: 'M9001',
    name: 'Read Twice',
    description: 'Teach people to look at letters again before they open them.',
  },
  { label: 'M9002', name: 'Two Locks', description: 'Ask for a second factor.' },
  {
    label: 'M9003',
    name: 'Closed Shutters',
    description: 'Do not let services face the internet that need not.',
  },
  { label: 'M9004', name: 'Quiet Documents', description: 'Switch macros off.' },
  { label: 'M9005', name: 'Tidy Rota', description: 'Let few people plan tasks.' },
  { label: 'M9006', name: 'Postal Scale', description: 'Watch how much leaves the house.' },
];

export interface DetectionRow {
  readonly strategy: Row;
  readonly analytic: Row;
  readonly detects: string;
  readonly component: string;
  readonly log: { readonly name: string; readonly channel: string };
}

export const COMPONENTS: readonly Row[] = [
  { label: 'DC9001', name: 'Letter Contents', description: 'What a letter holds.' },
  { label: 'DC9002', name: 'Program Start', description: 'That a program starts, and which.' },
  { label: 'DC9003', name: 'Account Creation', description: 'That an account is made, and by whom.' },
  { label: 'DC9004', name: 'Network Volume', description: 'How much goes where.' },
];

export const DETECTIONS: readonly DetectionRow[] = [
  detection(1, 'Letters with unusual files', 'T9001.001', 'DC9001', 'mail:gateway', 'attachment'),
  detection(2, 'Documents that start shells', 'T9004.002', 'DC9002', 'process:events', 'start'),
  detection(3, 'Tasks planned at night', 'T9006', 'DC9002', 'scheduler:log', 'new task'),
  detection(4, 'Accounts made outside the rota', 'T9007', 'DC9003', 'directory:log', 'new account'),
  detection(5, 'More post than usual', 'T9012', 'DC9004', 'flow:records', 'volume'),
];

/** Documents that do not exist, by the short name that sentences cite. */
export const CITATIONS: Readonly<Record<string, string>> = {
  'Example CERT Wader 2024':
    'Example CERT. (2024, March 3). The patient wader: an invented intrusion. Retrieved May 1, 2024.',
  'Example Vendor Hawk 2024':
    'Doe, J. and Roe, R. (2024, February). Hawks over the workshop. Retrieved May 1, 2024.',
  'Example Times 2016':
    'The Example Times. (2016). Thieves that like shiny things. Retrieved January 9, 2017.',
  'Example Labs Corvids 2025':
    'Example Labs. (2025, January 15). Corvids on the line. Retrieved February 2, 2025.',
};

/** user, used, sentence, citation. */
export const USES: readonly (readonly [user: string, used: string, sentence: string, citation: string])[] = [
  ['G9001', 'T9001.001', 'sent letters with attached price lists', 'Example CERT Wader 2024'],
  ['G9001', 'T9006', 'planned a visit for every Sunday', 'Example CERT Wader 2024'],
  ['G9001', 'S9001', 'installed REEDBED', 'Example CERT Wader 2024'],
  ['G9001', 'T9012', 'sent everything through the usual post', 'Example CERT Wader 2024'],
  ['G9002', 'T9001.001', 'sent letters with attached drawings', 'Example Vendor Hawk 2024'],
  ['G9002', 'S9004', 'used EGGSHELL in spreadsheets', 'Example Vendor Hawk 2024'],
  ['G9002', 'T9010', 'gathered drawings in one folder', 'Example Vendor Hawk 2024'],
  ['G9003', 'T9002', 'borrowed keys of shop assistants', 'Example Times 2016'],
  ['G9003', 'T9013', 'rented a shed', 'Example Times 2016'],
  ['G9004', 'T9001.002', 'sent letters with links to invitations', 'Example Times 2016'],
  ['G9005', 'S9002', 'dropped PEBBLE first', 'Example Labs Corvids 2025'],
  ['G9005', 'T9003', 'came in by an open back door', 'Example Labs Corvids 2025'],
  ['G9005', 'T9001.001', 'sent letters with attached tariffs', 'Example Labs Corvids 2025'],
  ['G9006', 'T9005', 'relied on helpful readers', 'Example Times 2016'],
  ['G9007', 'T9001.001', 'sent letters with attached freight papers', 'Example Vendor Hawk 2024'],
  ['G9007', 'S9003', 'packed with TWIGBUNDLE', 'Example Vendor Hawk 2024'],
  ['G9008', 'T9002', 'borrowed the keys of a clerk', 'Example Times 2016'],
  ['G9009', 'S9005', 'listed networks with Birdwatch', 'Example Labs Corvids 2025'],
  ['G9010', 'S9006', 'made accounts with Nestbox', 'Example Labs Corvids 2025'],
  ['G9011', 'T9004.001', 'ran errands in a shell', 'Example Times 2016'],
  ['G9012', 'T9004.002', 'ran errands in macros', 'Example Vendor Hawk 2024'],
  ['G9012', 'T9001.001', 'sent letters with attached forms', 'Example Vendor Hawk 2024'],
  ['C9001', 'T9011', 'wrapped parcels before posting them', 'Example CERT Wader 2024'],
  ['C9001', 'S9002', 'began with PEBBLE', 'Example CERT Wader 2024'],
  ['C9002', 'T9008', 'counted windows on every machine', 'Example Vendor Hawk 2024'],
  ['S9001', 'T9004', 'takes errands as scripts', 'Example CERT Wader 2024'],
  ['S9001', 'T9008', 'lists what runs', 'Example CERT Wader 2024'],
  ['S9002', 'T9012', 'fetches over the usual post', 'Example Labs Corvids 2025'],
  ['S9003', 'T9010', 'fills a basket', 'Example Vendor Hawk 2024'],
  ['S9003', 'T9011', 'wraps it', 'Example Vendor Hawk 2024'],
  ['S9004', 'T9004.002', 'is a macro', 'Example Vendor Hawk 2024'],
  ['S9005', 'T9009', 'reads doorbells', 'Example Labs Corvids 2025'],
  ['S9006', 'T9007', 'builds a second nest', 'Example Labs Corvids 2025'],
];

/** mitigation, technique, how. */
export const MITIGATES: readonly (readonly [mitigation: string, technique: string, sentence: string])[] = [
  ['M9001', 'T9001', 'People who read twice open fewer letters.'],
  ['M9001', 'T9001.001', 'People who read twice leave attachments alone.'],
  ['M9001', 'T9005', 'People who read twice are less helpful.'],
  ['M9002', 'T9002', 'A borrowed key opens only one lock.'],
  ['M9003', 'T9003', 'What is shut cannot be walked through.'],
  ['M9004', 'T9004.002', 'Macros that are off run no errands.'],
  ['M9005', 'T9006', 'Few people can plan a visit.'],
  ['M9006', 'T9012', 'Heavy post is noticed.'],
  ['M9006', 'T9013', 'Heavy post is noticed, also when it goes to a shed.'],
];

function technique(
  label: string,
  name: string,
  tactic: string,
  description: string,
  platforms: readonly string[],
): TechniqueRow {
  return { label, name, tactic, description, platforms };
}

function group(label: string, name: string, interest: string, aliases: readonly string[]): GroupRow {
  return {
    label,
    name,
    aliases,
    description: `[${name}](https://example.org/groups/${label}) is an invented group with an interest in ${interest}.`,
  };
}

function detection(
  number: number,
  name: string,
  detects: string,
  component: string,
  log: string,
  channel: string,
): DetectionRow {
  return {
    strategy: { label: `DET900${number}`, name, description: '' },
    analytic: {
      label: `AN900${number}`,
      name: `Analytic 900${number}`,
      description: `${name}, counted by the hour.`,
    },
    detects,
    component,
    log: { name: log, channel },
  };
}
