import { isWebAddress } from '../../acquisition/index.ts';
import { SOURCE_KINDS } from '../../facts/index.ts';
import type { MarkingLevel, SourceKind } from '../../facts/index.ts';
import { isFactorName, THREAT_FACTORS, tlpNamed } from '../../threat/index.ts';
import type { FactorWeights } from '../../threat/index.ts';
import { GALAXY } from '../loading/galaxy-clusters.ts';
import { resolveLocation } from './resolve-location.ts';
import { INTERVALS, type Interval } from './schedule.ts';

/** One setting: a row of the table in settings.ts. */
export interface Setting<Value> {
  /** Path in the file, e.g. `score.confirmed`. */
  readonly path: string;
  readonly type: SettingType<Value>;
  readonly default: Value;
  readonly meaning: string;
}

/** What a setting may be, and how it is read. */
export interface SettingType<Value> {
  /** Completes "must be …", e.g. `a number from 0 to 100`. */
  readonly says: string;
  /** The value told in a file; undefined where it is not of this type. */
  read(told: unknown, reading: Reading): Value | undefined;
  /** How values of two files become one; default: the nearer file's. */
  merge?(near: Value, far: Value): Value;
}

/** Where a value is being read. */
export interface Reading {
  /** The file that tells it; what paths in it are relative to. */
  readonly file: string;
  /** Says that a part of the value is wrong, where that is more exact than the whole. */
  reject(part: readonly (string | number)[], message: string): void;
}

/** A source under a name of the user's, or the name of an ATT&CK domain. */
export interface SourceSetting {
  /** What `foeprint sync NAME` calls it. */
  readonly name: string;
  /** File or address; absent for the domains of ATT&CK, which are looked up. */
  readonly location?: string;
  readonly kind?: SourceKind;
  /** How often `foeprint sync --due` asks for it; default `release`. */
  readonly every?: Interval;
}

export function number(minimum: number, maximum: number, unit = ''): SettingType<number> {
  const isInRange = (value: unknown): value is number =>
    typeof value === 'number' && value >= minimum && value <= maximum;
  return {
    says: `a number from ${minimum} to ${maximum}${unit}`,
    read: (told) => (isInRange(told) ? told : undefined),
  };
}

export function wholeNumber(minimum: number, maximum: number): SettingType<number> {
  return {
    says: `a whole number from ${minimum} to ${maximum}`,
    read: (told) => (Number.isInteger(told) ? number(minimum, maximum).read(told, NOWHERE) : undefined),
  };
}

const NOWHERE: Reading = { file: '', reject: () => {} };
const SIZE = /^(\d+(?:\.\d+)?)\s*(B|kB|KB|MB|GB|KiB|MiB|GiB)$/;
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

/** A number of bytes, or a text such as `256 MiB`. */
export function size(maximum: number): SettingType<number> {
  return {
    says: `a size such as 256 MiB, at most ${Math.floor(maximum / 1024 ** 2)} MiB`,
    read(told) {
      const [, amount, unit = ''] = (typeof told === 'string' ? SIZE.exec(told) : undefined) ?? [];
      const bytes = amount === undefined ? told : Number(amount) * (SIZE_OF_UNIT[unit] ?? Number.NaN);
      return typeof bytes === 'number' && bytes >= 1 && bytes <= maximum ? Math.floor(bytes) : undefined;
    },
  };
}

export const address: SettingType<string> = {
  says: 'an http: or https: address',
  read: (told) => (typeof told === 'string' && isWebAddress(told) && URL.canParse(told) ? told : undefined),
};

/** Folders, files or addresses; paths are relative to the file that names them, `~/` is the user's folder. */
export const locations: SettingType<readonly string[]> = {
  says: 'a list of paths or addresses',
  read: (told, reading) =>
    readList(told, reading, (item) => (isText(item) ? resolveLocation(item, reading.file) : undefined)),
};

export const names: SettingType<readonly string[]> = {
  says: 'a list of names',
  read: (told, reading) => readList(told, reading, (item) => (isText(item) ? item : undefined)),
};

/** A name → true or false; those of several files are taken together. */
export const switches: SettingType<Readonly<Record<string, boolean>>> = {
  says: 'names, each with on or off',
  read: (told, reading) => readMap(told, reading, (value) => ON_OFF.get(value)),
  merge: (near, far) => ({ ...far, ...near }),
};

// YAML 1.2 reads `on` and `off` as text, people as a switch.
const ON_OFF = new Map<unknown, boolean>([
  [true, true],
  ['on', true],
  [false, false],
  ['off', false],
]);

/** A level of the Traffic Light Protocol, in any of its spellings. */
export const markingLevel: SettingType<MarkingLevel> = {
  says: 'clear, green, amber, amber+strict or red',
  read: (told) => (typeof told === 'string' ? tlpNamed(told)?.name : undefined),
};

/** A name → number from 0 to 1; those of several files are taken together. */
export const weights: SettingType<Readonly<Record<string, number>>> = {
  says: 'names, each with a number from 0 to 1',
  read: (told, reading) => readMap(told, reading, (value) => number(0, 1).read(value, reading)),
  merge: (near, far) => ({ ...far, ...near }),
};

/** A factor of the ranking → number from 0 to 10; those of several files are taken together. */
export const factorWeights: SettingType<FactorWeights> = {
  says: `names of factors (${THREAT_FACTORS.map(({ name }) => name).join(', ')}), each with a number from 0 to 10`,
  read: (told, reading) =>
    readMap(told, reading, (value, name) =>
      isFactorName(name) ? number(0, 10).read(value, reading) : undefined,
    ),
  merge: (near, far) => ({ ...far, ...near }),
};

export const sources: SettingType<readonly SourceSetting[]> = {
  says: 'a list of `enterprise`, `mobile`, `ics`, `misp-galaxy`, or of `{ name, location, kind, every }`',
  read: (told, reading) => readList(told, reading, (item) => readSource(item, reading.file)),
};

/** Sources that are known by name, without a location. */
const KNOWN_SOURCES: ReadonlySet<unknown> = new Set(['enterprise', 'mobile', 'ics', GALAXY]);

function readSource(told: unknown, file: string): SourceSetting | undefined {
  const { name, location, kind, every, ...others } = isRecord(told) ? told : { name: told };
  const knownKind = SOURCE_KINDS.find((each) => each === kind);
  const interval = INTERVALS.find((each) => each === every);
  const isWrong =
    !isText(name) ||
    (kind !== undefined && knownKind === undefined) ||
    (every !== undefined && interval === undefined) ||
    Object.keys(others).length > 0;
  if (isWrong || (location === undefined ? !KNOWN_SOURCES.has(name) : !isText(location))) return undefined;
  return {
    name,
    ...(isText(location) ? { location: resolveLocation(location, file) } : {}),
    ...(knownKind === undefined ? {} : { kind: knownKind }),
    ...(interval === undefined ? {} : { every: interval }),
  };
}

function readList<Item>(
  told: unknown,
  reading: Reading,
  readItem: (item: unknown) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(told)) return undefined;
  return told.flatMap((item: unknown, index) => {
    const value = readItem(item);
    if (value !== undefined) return [value];
    reading.reject([index], `item ${index + 1} is not one`);
    return [];
  });
}

function readMap<Value>(
  told: unknown,
  reading: Reading,
  readValue: (value: unknown, name: string) => Value | undefined,
): Readonly<Record<string, Value>> | undefined {
  if (!isRecord(told)) return undefined;
  const entries = Object.entries(told).flatMap(([name, item]): [string, Value][] => {
    const value = readValue(item, name);
    if (value !== undefined) return [[name, value]];
    reading.reject([name], `\`${name}\` is not one`);
    return [];
  });
  return Object.fromEntries(entries);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Whether a value is a YAML map. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
