import type * as z from 'zod/mini';
import type { Issue } from '../../facts/index.ts';
import { readValues, readYaml, valueAt } from '../../intake/index.ts';
import { defined } from '../../text/index.ts';
import { HOME_ISSUES, type HomeIssueName } from '../issues.ts';
import type { Config } from './config.ts';
import { CONFIG_FILE } from './config-schema.ts';
import { resolveLocation } from './resolve-location.ts';

/** One configuration file. */
export interface ConfigFile {
  readonly file: string;
  readonly issues: readonly Issue[];
  /** Whether it has a value for the setting at a path. */
  readonly sets: (path: string) => boolean;
  /** A configuration in which what this file says holds in place of what was there. */
  readonly override: (config: Config) => Config;
}

const ISSUES: Readonly<Record<string, HomeIssueName>> = {
  format: 'configuration-not-yaml',
  key: 'unknown-setting',
};

/** What a configuration file says. Never throws on what is in it. */
export function readConfigText(text: string, file: string): ConfigFile {
  const yaml = readYaml(file, text);
  const isEmpty = yaml.value === null && yaml.faults.length === 0;
  const { values: given = {}, issues } = readValues(
    isEmpty ? { ...yaml, value: {} } : yaml,
    CONFIG_FILE,
    (kind) => HOME_ISSUES[ISSUES[kind] ?? 'wrong-setting'],
  );
  return {
    file,
    issues,
    sets: (path) => valueAt(given, path.split('.')) !== undefined,
    override: (config) => overridden(config, given, file),
  };
}

function overridden(config: Config, given: z.output<typeof CONFIG_FILE>, file: string): Config {
  const at = (path: string): string => resolveLocation(path, file);
  const { sources, mirrors, clearance, rules, sightings, atomics, sigmaRules } = given;
  return {
    ...config,
    ...defined({
      mirrors: mirrors?.map(at),
      clearance,
      sightings,
      atomics: atomics && at(atomics),
      sigmaRules: sigmaRules && at(sigmaRules),
    }),
    sources:
      sources?.map((source) => defined({ ...source, location: source.location && at(source.location) })) ??
      config.sources,
    feeds: { ...config.feeds, ...given.feeds },
    taxii: { ...config.taxii, ...given.taxii },
    misp: { ...config.misp, ...given.misp },
    attack: { ...config.attack, ...defined(given.attack ?? {}) },
    galaxy: { ...config.galaxy, ...defined(given.galaxy ?? {}) },
    rules: {
      ...config.rules,
      ...defined({ packs: rules?.packs, files: rules?.files?.map(at) }),
      switches: { ...config.rules.switches, ...rules?.switches },
      weights: { ...config.rules.weights, ...rules?.weights },
    },
    score: { ...config.score, ...defined(given.score ?? {}) },
    threats: { weights: { ...config.threats.weights, ...defined(given.threats?.weights ?? {}) } },
    planning: { ...config.planning, ...defined(given.planning ?? {}) },
    limits: { ...config.limits, ...defined(given.limits ?? {}) },
    undo: { ...config.undo, ...defined(given.undo ?? {}) },
    http: { ...config.http, ...defined(given.http ?? {}) },
  };
}
