import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { issueOf, type Issue } from '../../facts/index.ts';
import { isClusterAddress, SIGHTINGS_ISSUES } from '../../sightings/index.ts';
import { HOME_ISSUES } from '../issues.ts';
import type { HomePlace } from '../home-folder.ts';
import { DEFAULT_CONFIG, type Config } from './config.ts';
import type { ConfigFile } from './config-file.ts';

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
  /** The nearest file that has a value for the setting at a path; undefined where the default holds. */
  readonly originOf: (path: string) => string | undefined;
}

/**
 * Reads the configuration: `explicit` (which must be there) or else the project's `foeprint.config.yaml` in
 * `cwd`, then the home's `config.yaml`. Setting by setting the nearer file holds; switches and weights of
 * rules are taken together. Never throws on what the files say.
 */
export async function readConfiguration(
  home: HomePlace,
  cwd: string,
  explicit?: string,
): Promise<Configuration> {
  const near = explicit === undefined ? join(cwd, PROJECT_CONFIG) : resolve(cwd, explicit);
  const homeConfig = join(home.folder, HOME_CONFIG);
  const [first, second] = await Promise.all([near, homeConfig].map(readConfigAt));
  const missing = explicit !== undefined && first === undefined ? [notFound(near)] : [];
  const files = [first, second].filter((file) => file !== undefined);
  const foreign = [
    ...(explicit === undefined ? sentSecrets(first) : []),
    ...(home.found === undefined ? [] : sentSecrets(second)),
  ];
  return {
    config: files.reduceRight((config, { override }) => override(config), DEFAULT_CONFIG),
    files: files.map(({ file }) => file),
    issues: [...missing, ...foreign, ...files.flatMap(({ issues }) => issues)],
    originOf: (path) => files.find(({ sets }) => sets(path))?.file,
  };
}

async function readConfigAt(file: string): Promise<ConfigFile | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
  // Loaded only here: many homes have no configuration, and the libraries are a third of a command's start.
  const { readConfigText } = await import('./config-file.ts');
  return readConfigText(text, file);
}

function notFound(file: string): Issue {
  return issueOf(HOME_ISSUES['configuration-not-found'], `\`${file}\` cannot be read.`, { file });
}

/** Whoever wrote the folder that a command is run in would be sent what lets one into the servers that they name. */
function sentSecrets(found: ConfigFile | undefined): readonly Issue[] {
  if (found === undefined) return [];
  const { file, override } = found;
  const { sightings, ...servers } = override(DEFAULT_CONFIG);
  const named = SERVERS.filter((field) => Object.keys(servers[field]).length > 0);
  const isCluster = isClusterAddress(sightings);
  return [
    ...(isCluster
      ? [issueOf(SIGHTINGS_ISSUES.clusterOfProject, standsIn('sightings'), { file, field: 'sightings' })]
      : []),
    ...named.map((field) => issueOf(HOME_ISSUES['server-of-project'], standsIn(field), { file, field })),
  ];
}

const SERVERS = ['taxii', 'misp'] as const;

function standsIn(field: string): string {
  return `The setting \`${field}\` stands in the configuration of a folder that was not named.`;
}
