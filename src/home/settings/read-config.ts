import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Issue, Place } from '../../facts/index.ts';
import { append, closestName } from '../../text/index.ts';
import { issueOf } from '../../facts/index.ts';
import { declarationOf } from '../issues.ts';
import type { Setting } from './setting.ts';
import { isRecord } from './setting.ts';
import type { Config } from './settings.ts';
import { SETTINGS, arrangeConfig } from './settings.ts';
import type { YamlFile } from '../../intake/index.ts';

/** Name of the configuration of a project, looked for in the folder that a command is run in. */
export const PROJECT_CONFIG = 'foeprint.config.yaml';
/** Name of the configuration of a home. */
export const HOME_CONFIG = 'config.yaml';

/** What the configuration files say together. */
export interface Configuration {
  readonly config: Config;
  /** Files that were read, the nearest first. */
  readonly files: readonly string[];
  /** What is wrong with them; the settings concerned have their defaults. */
  readonly issues: readonly Issue[];
  /** For each setting's path, the file that tells it; no entry where the default holds. */
  readonly origins: ReadonlyMap<string, string>;
}

/**
 * Reads the configuration: `explicit` (which must be there) or else the project's `foeprint.config.yaml` in
 * `cwd`, then the home's `config.yaml`. Setting by setting the nearer file holds; switches and weights of
 * rules are taken together. Never throws on what the files say.
 */
export async function readConfiguration(
  home: string,
  cwd: string,
  explicit?: string,
): Promise<Configuration> {
  const issues: Issue[] = [];
  const near = explicit === undefined ? join(cwd, PROJECT_CONFIG) : resolve(cwd, explicit);
  const texts = await Promise.all([readText(near), readText(join(home, HOME_CONFIG))]);
  if (explicit !== undefined && texts[0] === undefined) issues.push(notFound(near));
  const files: YamlFile[] = [];
  for (const text of texts) if (text !== undefined) files.push(await parse(text, issues));
  return { ...combine(files, issues), files: files.map(({ file }) => file), issues };
}

interface Text {
  readonly file: string;
  readonly text: string;
}

async function readText(file: string): Promise<Text | undefined> {
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch {
    return undefined;
  }
}

function notFound(file: string): Issue {
  return issueOf(declarationOf('configuration-not-found'), `\`${file}\` cannot be read.`, { file });
}

async function parse({ file, text }: Text, issues: Issue[]): Promise<YamlFile> {
  // Loaded only here: many homes have no configuration, and the library is a third of a command's start.
  const { readYaml } = await import('../yaml-file.ts');
  const yaml = readYaml(file, text);
  const wrong = yaml.faults.map(({ message, place }) =>
    issueOf(declarationOf('configuration-not-yaml'), message, place),
  );
  const isMap = yaml.value === null || yaml.value === undefined || isRecord(yaml.value);
  if (wrong.length === 0 && !isMap) wrong.push(wrongSetting('The file', 'settings by name', yaml.locate([])));
  append(issues, [...wrong, ...findUnknown(yaml, yaml.value, [])]);
  return yaml;
}

const ALL_SETTINGS: readonly { readonly path: string }[] = Object.values(SETTINGS);
const PATHS: readonly string[] = ALL_SETTINGS.map(({ path }) => path);
/** Settings, and the sections they stand in. */
const NAMES: readonly string[] = [...new Set(PATHS.flatMap((path) => [path, path.split('.')[0] ?? path]))];

/** Keys that lead to no setting. */
function findUnknown(yaml: YamlFile, value: unknown, path: readonly string[]): readonly Issue[] {
  if (!isRecord(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const inner = [...path, key];
    const name = inner.join('.');
    if (PATHS.includes(name)) return [];
    if (!PATHS.some((each) => each.startsWith(`${name}.`)))
      return [unknownSetting(name, yaml.locateKey(inner))];
    const section = value[key];
    if (section === null || isRecord(section)) return findUnknown(yaml, section, inner);
    return [wrongSetting(`\`${name}\``, 'settings by name', yaml.locate(inner))];
  });
}

function unknownSetting(name: string, place: Place): Issue {
  const meant = closestName(name, NAMES) ?? PATHS.find((path) => path.split('.').at(-1) === name);
  const hint = meant === undefined ? undefined : `Did you mean \`${meant}\`?`;
  const message = `There is no setting \`${name}\`.`;
  return issueOf(declarationOf('unknown-setting'), message, { ...place, field: name }, hint);
}

function wrongSetting(what: string, says: string, place: Place, detail = ''): Issue {
  const message = `${what} must be ${says}${detail === '' ? '' : `; ${detail}`}.`;
  return issueOf(declarationOf('wrong-setting'), message, place);
}

function combine(files: readonly YamlFile[], issues: Issue[]): Pick<Configuration, 'config' | 'origins'> {
  const origins = new Map<string, string>();
  const config = arrangeConfig((setting) => {
    const values = files.flatMap((yaml) => {
      const value = readSetting(setting, yaml, issues);
      if (value === undefined) return [];
      if (!origins.has(setting.path)) origins.set(setting.path, yaml.file);
      return [value];
    });
    const [near, ...further] = values;
    if (near === undefined) return setting.default;
    return further.reduce((nearer, far) => setting.type.merge?.(nearer, far) ?? nearer, near);
  });
  return { config, origins };
}

function readSetting<Value>(setting: Setting<Value>, yaml: YamlFile, issues: Issue[]): Value | undefined {
  const path = setting.path.split('.');
  const told = path.reduce((value: unknown, key) => (isRecord(value) ? value[key] : undefined), yaml.value);
  if (told === undefined || told === null) return undefined;
  const report = (part: readonly (string | number)[], detail?: string): void => {
    const place = { ...yaml.locate([...path, ...part]), field: [setting.path, ...part].join('.') };
    issues.push(wrongSetting(`\`${setting.path}\``, setting.type.says, place, detail));
  };
  const value = setting.type.read(told, { file: yaml.file, reject: report });
  if (value === undefined) report([]);
  return value;
}
