import * as z from 'zod/mini';
import { DEFAULT_LIMITS, isWebAddress } from '../../acquisition/index.ts';
import { SOURCE_KINDS } from '../../facts/index.ts';
import { readClusterAddress } from '../../sightings/index.ts';
import { values } from '../../text/index.ts';
import { MAPPING_SCORES, REPORT_KINDS, THREAT_FACTORS, tlpNamed } from '../../threat/index.ts';
import { GALAXY } from '../loading/galaxy-clusters.ts';
import { INTERVALS } from './schedule.ts';

const { choice, day, eachOf, leavesOf, listOf, mapping, numberFrom, wholeNumber } = values;

const SETTINGS_BY_NAME = 'settings by name';

function setting<Schema extends z.ZodMiniType>(schema: Schema, meaning: string): z.ZodMiniOptional<Schema> {
  const optional = z.optional(schema);
  // Not by a check, which would copy the schema: every command with a configuration makes all of them.
  z.globalRegistry.add(optional, { description: meaning });
  return optional;
}

function section<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.optional(mapping(shape, SETTINGS_BY_NAME));
}

function name(expected: string): z.ZodMiniString {
  return z.string({ error: expected }).check(z.trim(), z.minLength(1));
}

const CLUSTER =
  'local, or an address such as clickhouse://user@host:8123,other:8123/database?cluster=name, without a password';

function isReadableAddress(text: string): boolean {
  if (text === 'local') return true;
  try {
    readClusterAddress(text);
    return true;
  } catch {
    return false;
  }
}

const SCORE = numberFrom(0, 100);

const LOCATION = name('a path or address');

/** Sources that are known by name, without a location. */
const KNOWN_SOURCES = ['enterprise', 'mobile', 'ics', GALAXY] as const;

const ONE_SOURCE = '`enterprise`, `mobile`, `ics`, `misp-galaxy` or `{ name, location, kind, every }`';

const SOURCE = z.union(
  [
    z.pipe(
      z.enum(KNOWN_SOURCES, { error: ONE_SOURCE }),
      z.transform((known) => ({ name: known, location: undefined })),
    ),
    mapping({
      name: name('a name'),
      location: z.optional(LOCATION),
      kind: z.optional(choice(SOURCE_KINDS)),
      every: z.optional(choice(INTERVALS)),
    }).check(
      z.refine(
        (source) => source.location !== undefined || KNOWN_SOURCES.some((known) => known === source.name),
        {
          error: 'a source with a `location`, or one that is known by name',
        },
      ),
    ),
  ],
  { error: ONE_SOURCE },
);

const ADDRESS = z
  .string({ error: 'an http: or https: address' })
  .check(z.refine((text) => isWebAddress(text) && URL.canParse(text)));

// YAML 1.2 reads `on` and `off` as text, people as a switch.
const SWITCH = z.pipe(
  z.union([z.boolean(), z.enum(['on', 'off'], { error: 'on or off' })], { error: 'on or off' }),
  z.transform((value) => value === true || value === 'on'),
);

const SCORED = Object.keys(MAPPING_SCORES);
const FACTORS = THREAT_FACTORS.map(({ name: factor }) => factor);

/** A level of the Traffic Light Protocol, in any of its spellings. */
const MARKING_LEVEL = z.pipe(
  z
    .string({ error: 'clear, green, amber, amber+strict or red' })
    .check(z.refine((text) => tlpNamed(text) !== undefined)),
  z.transform((text) => tlpNamed(text)?.name ?? 'clear'),
);

/** Of servers that are asked again and again: never with a password, which would be seen wherever the address is. */
const SERVER = z.string({ error: 'an http: or https: address without a login' }).check(
  z.refine((text) => {
    if (!isWebAddress(text) || !URL.canParse(text)) return false;
    const { username, password } = new URL(text);
    return username === '' && password === '';
  }),
);

/** What all servers that reports come from have. */
const FROM_SERVER = {
  url: SERVER,
  every: z.optional(choice(INTERVALS)),
  tlp: z.optional(MARKING_LEVEL),
  kind: z.optional(choice(REPORT_KINDS)),
};

const FEED = mapping({
  ...FROM_SERVER,
  publisher: z.optional(name('a name')),
  articles: z.optional(SWITCH),
});

const TAXII = mapping({
  ...FROM_SERVER,
  collection: z.optional(name('id, alias or title of a collection')),
  user: z.optional(name('a name')),
});

const MISP = mapping({
  ...FROM_SERVER,
  tags: z.optional(listOf(name('a tag'), 'a list of tags')),
  since: z.optional(day),
  published: z.optional(SWITCH),
});

/** Names of servers become part of names of files and variables. */
const SERVER_NAME = z.string().check(z.regex(/^[a-z\d][\w.-]{0,63}$/iu));

function servers<Setting extends z.ZodMiniType>(one: Setting): z.ZodMiniRecord<typeof SERVER_NAME, Setting> {
  return z.record(SERVER_NAME, one, {
    error: 'names (letters, digits, `-`, `_`, `.`), each with its settings',
  });
}

const WRITTEN_SIZE = /^(\d+(?:\.\d+)?)\s*(B|kB|KB|MB|GB|KiB|MiB|GiB)$/;
const SIZE_OF_UNIT: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
};

/** A number of bytes, or a text such as `256 MiB`. @param most bytes */
function sizeUpTo(most: number) {
  return z.pipe(
    z
      .union([z.number(), z.string()], {
        error: `a size such as 256 MiB, at most ${Math.floor(most / 1024 ** 2)} MiB`,
      })
      .check(z.refine((size) => bytesIn(size) >= 1 && bytesIn(size) <= most)),
    z.transform((size) => Math.floor(bytesIn(size))),
  );
}

const SIZE = sizeUpTo(DEFAULT_LIMITS.maximumBytes);
function bytesIn(size: string | number): number {
  if (typeof size === 'number') return size;
  const [, amount = '', unit = ''] = WRITTEN_SIZE.exec(size) ?? [];
  return Number(amount) * (SIZE_OF_UNIT[unit] ?? Number.NaN);
}

/**
 * Every setting there is. Reader, JSON Schema, docs/reference/config.md and what `foeprint config` shows are made from it.
 * Paths are as written.
 */
export const CONFIG_FILE = mapping(
  {
    sources: setting(
      listOf(
        SOURCE,
        'a list of `enterprise`, `mobile`, `ics`, `misp-galaxy`, or of `{ name, location, kind, every }`',
      ),
      'What `foeprint sync` loads when no source is named. A source of your own has a `name`, a `location` (file or address) and, if you like, a `kind` (`attack`, `galaxy`, `vendor-report`, `feed`, `incident`, `analyst`). `every` (`release`, `day`, `week`, `month`) says how often `foeprint sync --due` asks for it; `{ name: misp-galaxy, every: week }` gives it to one that is known by name.',
    ),
    feeds: setting(
      servers(FEED),
      'Feeds (RSS, Atom, JSON Feed) whose entries `foeprint sync feed:NAME` keeps as reports, by name: `{ url, articles, publisher, tlp, kind, every }`. With `articles: on` the page of each entry is fetched, else its own words are kept. `publisher` and `kind` (`feed`, `vendor-report`, `incident`) hold for all of them, `tlp` for those that bear no marking. See [servers](../servers.md).',
    ),
    taxii: setting(
      servers(TAXII),
      'Servers of TAXII 2.1 whose collections `foeprint sync taxii:NAME` loads, by name: `{ url, collection, user, tlp, kind, every }`. `url` is that of the discovery or of an API root; without `collection` (id, alias or title) all that may be read are loaded. The password of `user` stands in the environment variable `FOEPRINT_TAXII_NAME_PASSWORD`, or a token in `FOEPRINT_TAXII_NAME_TOKEN`. `tlp` and `kind` hold for the reports among the objects; objects go as far as their own markings.',
    ),
    misp: setting(
      servers(MISP),
      'MISP servers whose events `foeprint sync misp:NAME` keeps as reports, by name: `{ url, tags, since, published, tlp, kind, every }`. The key stands in the environment variable `FOEPRINT_MISP_NAME_KEY`. `tags` asks for events with one of them (`!tag`: without it), `since` for those of that day or later, `published: on` for those that are (`off`: that are not). `taxii` and `misp` hold only in the home’s own configuration, or in a file that is named: a folder may be somebody else’s, who would be sent what lets one in.',
    ),
    mirrors: setting(
      listOf(LOCATION, 'a list of paths or addresses'),
      'Folders or addresses looked in, in this order and before the internet, for release files such as `enterprise-attack-18.1.json`, plain or `.gz`.',
    ),
    attack: section({
      index: setting(
        ADDRESS,
        'Index of published ATT&CK releases, in the format of MITRE’s collection index.',
      ),
    }),
    galaxy: section({
      address: setting(
        ADDRESS,
        'Where the cluster files of MISP galaxy are, up to and including the last `/`.',
      ),
    }),
    rules: section({
      packs: setting(listOf(name('a name'), 'a list of names'), 'Shipped rule packs to reason with.'),
      files: setting(
        listOf(LOCATION, 'a list of paths or addresses'),
        'Rule files of your own, added to the packs.',
      ),
      switches: setting(
        z.record(z.string(), SWITCH, { error: 'names, each with on or off' }),
        'Rules to switch on or off, by name, whatever the rule file says.',
      ),
      weights: setting(
        z.record(z.string(), numberFrom(0, 1), { error: 'names, each with a number from 0 to 1' }),
        'Weight of rules, by name, instead of the one in the rule file.',
      ),
    }),
    score: section({
      confirmed: setting(
        SCORE,
        'Score of a technique that a curated source, an incident or a reviewer of a report holds of a group.',
      ),
      mentioned: setting(
        SCORE,
        'Score of a technique that is only derived or mentioned, or reported by an uncurated source.',
      ),
      legacy: setting(
        SCORE,
        'Score of a technique whose newest evidence is old, or that has been withdrawn.',
      ),
      legacyAfterYears: setting(
        numberFrom(0, 100, ' years'),
        'Age of the newest evidence from which a technique counts as legacy, in years.',
      ),
    }),
    threats: section({
      weights: setting(
        eachOf(
          FACTORS,
          numberFrom(0, 10),
          `names of factors (${FACTORS.join(', ')}), each with a number from 0 to 10`,
        ),
        `What factors weigh in the ranking of groups for an organisation (\`foeprint threats\`), by name, where they shall not weigh what they do by default: ${THREAT_FACTORS.map(({ name: factor, weight }) => `${factor} ${weight}`).join(', ')}. 0 leaves a factor out.`,
      ),
    }),
    planning: section({
      budget: setting(
        numberFrom(0, 1_000_000),
        'Most that a plan may cost (`foeprint plan`), where `--budget` does not say.',
      ),
      seconds: setting(
        numberFrom(0, 3600, ' seconds'),
        'How long a solver may look for a better plan than the greedy one; 0: it is not asked.',
      ),
      rarity: setting(
        numberFrom(0, 10),
        'How much it counts in a plan against groups how rare a technique is: the exponent of its rarity; 0 leaves it out.',
      ),
      mitigated: setting(
        numberFrom(0, 1),
        'What a technique keeps of its weight in a plan where a mitigation or mapped control in place answers it.',
      ),
      scored: setting(
        eachOf(SCORED, numberFrom(0, 1), `${SCORED.join(', ')}, each with a number from 0 to 1`),
        `How much of a technique a control answers in a plan, by the value that its mapping scores it with, where that shall not be what it is by default: ${Object.entries(
          MAPPING_SCORES,
        )
          .map(([value, share]) => `${value} ${share}`)
          .join(', ')}. 0 leaves a value out.`,
      ),
    }),
    clearance: setting(
      MARKING_LEVEL,
      'Strictest level of the Traffic Light Protocol that answers may rest on (`clear`, `green`, `amber`, `amber+strict`, `red`); what is marked above it is left out and counted. `--tlp` says otherwise for one answer. With `red` nothing is left out.',
    ),
    sightings: setting(
      z.string({ error: CLUSTER }).check(z.refine((text) => isReadableAddress(text), { error: CLUSTER })),
      'Where sightings are kept: `local`, on this machine, or the address of a cluster of ClickHouse, `clickhouse://user@host:8123,other:8123/database?cluster=name` (`clickhouses://` for TLS). Its password stands in the environment variable `FOEPRINT_CLICKHOUSE_PASSWORD`. An address holds only in the home’s own configuration, or in a file that is named: a folder may be somebody else’s, who would be sent the password.',
    ),
    atomics: setting(
      z.string({ error: 'a path, or empty' }),
      'Library of tests that `foeprint emulate` makes plans from: Atomic Red Team, or one of its form, as a folder or an archive (zip, tar.gz); empty for none.',
    ),
    sigmaRules: setting(
      z.string({ error: 'a path, or empty' }),
      'Library of Sigma rules that `foeprint sigma` chooses from: that of SigmaHQ, or rules of your own, as a folder or an archive (zip, tar.gz); empty for none.',
    ),
    limits: section({
      maximumBytes: setting(
        SIZE,
        'Largest source taken in, before and after decompression, in bytes or as `256 MiB`.',
      ),
      maximumRatio: setting(
        numberFrom(1, 100_000),
        'How many times its packed size a source may grow when unpacked; not applied to results under 16 MiB.',
      ),
      maximumFiles: setting(wholeNumber(1, 1_000_000), 'Most files taken from one archive.'),
    }),
    undo: section({
      entries: setting(
        wholeNumber(0, 1_000_000),
        'How many of the newest entries of the journal can be undone. With `days` and `keptBytes`, whichever comes first counts.',
      ),
      days: setting(wholeNumber(0, 36_500), 'How many days after it was made a change can be undone.'),
      keptBytes: setting(
        sizeUpTo(2 ** 40),
        'How large all that is kept in `undo/` of the home to undo changes may be, in bytes or as `1 GiB`; what is older goes first.',
      ),
    }),
    http: section({
      timeoutSeconds: setting(
        numberFrom(0.01, 3600, ' seconds'),
        'Longest wait for a server to answer, and for its next bytes.',
      ),
      totalSeconds: setting(
        numberFrom(0.01, 86_400, ' seconds'),
        'Longest time that a server may take to send all of a file.',
      ),
      attempts: setting(
        wholeNumber(1, 20),
        'Attempts in all where a server cannot be reached or is overloaded.',
      ),
      backoffSeconds: setting(
        numberFrom(0, 60, ' seconds'),
        'Wait before the second attempt; it doubles for each further one, and varies by half at random.',
      ),
      maximumRedirects: setting(wholeNumber(0, 20), 'Most redirects followed.'),
      allowPrivate: setting(
        SWITCH,
        'Whether addresses of reports and feeds may lead to this machine or a private network, at once or by a redirect.',
      ),
    }),
  },
  SETTINGS_BY_NAME,
);

/** Every setting there is: its path, what it means and what it must be. */
export const SETTINGS = leavesOf(CONFIG_FILE);
