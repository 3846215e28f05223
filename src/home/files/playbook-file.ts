import { isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import { DEFAULT_LIMITS, readFileBytes, silent, type Limits } from '../../acquisition/index.ts';
import { FoeprintError, issueOf, type Issue, type Place } from '../../facts/index.ts';
import { closestName, isMapping } from '../../text/index.ts';
import type { YamlFile } from '../../intake/index.ts';
import { isFactorName, THREAT_FACTORS } from '../../threat/index.ts';
import {
  DEFAULT_PLAYBOOK,
  PLAYBOOK_KEYS,
  PLAYBOOK_VERSION,
  RUN_TYPE,
  RUN_VERSION,
  STEP_KEYS,
  STEP_NAMES,
  STEPS,
  type Parameter,
  type ParameterValue,
  type Playbook,
  type PlaybookRun,
  type PlaybookStep,
} from '../../workbench/index.ts';
import { declarationOf, type HomeIssueName } from '../issues.ts';
import { resolveLocation } from '../settings/resolve-location.ts';

/** A playbook as its file tells it. */
export interface PlaybookFile {
  readonly playbook: Playbook;
  /** Where the organisation’s file is, from where the playbook is; absent where it names none. */
  readonly organisationFile?: string;
}

/**
 * Reads a playbook from a YAML file (docs/playbook.md). A report that lacks a step because its name was misspelt would be
 * believed to be whole, so that nothing is run before everything is mended.
 *
 * @throws FoeprintError A4xx where the file cannot be read, H55x with everything that is wrong with it, by line and column
 */
export async function readPlaybook(file: string, limits: Limits = DEFAULT_LIMITS): Promise<PlaybookFile> {
  const text = await textOf(file, limits, 'not-a-playbook');
  // Loaded only here: what needs no YAML does not pay for its reader.
  const { readYaml } = await import('../yaml-file.ts');
  const reader = new PlaybookReader(readYaml(file, text));
  const playbook = reader.playbook();
  const [first, ...others] = reader.issues;
  if (first !== undefined) throw new FoeprintError([first, ...others]);
  return {
    playbook,
    ...(playbook.organisation === undefined
      ? {}
      : { organisationFile: resolveLocation(playbook.organisation, resolve(file)) }),
  };
}

/**
 * Reads a run that was saved as JSON, to compare another with it.
 *
 * @throws FoeprintError A4xx where the file cannot be read, H556 where it is no saved run of this form
 */
export async function readPlaybookRun(file: string, limits: Limits = DEFAULT_LIMITS): Promise<PlaybookRun> {
  const text = await textOf(file, limits, 'not-a-saved-run');
  const told = parsed(text);
  if (isPlaybookRun(told)) return told;
  throw refusalOf('not-a-saved-run', `It is no run that this release of Foeprint saved.`, { file });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Looks at what a comparison reads; the rest of the file is taken at its word. */
function isPlaybookRun(told: unknown): told is PlaybookRun {
  return (
    isMapping(told) &&
    told['type'] === RUN_TYPE &&
    told['version'] === RUN_VERSION &&
    (told['foeprint'] === undefined || typeof told['foeprint'] === 'string') &&
    typeof told['asOf'] === 'string' &&
    isMapping(told['playbook']) &&
    isMapping(told['organisation']) &&
    isListOf(told['knowledge'], (source) => typeof source['id'] === 'string') &&
    isListOf(told['factors'], (factor) => typeof factor['weight'] === 'number') &&
    isListOf(told['steps'], (step) => typeof step['step'] === 'string' && 'answer' in step) &&
    isListOf(
      told['ranking'],
      (row) =>
        typeof row['rank'] === 'number' &&
        typeof row['score'] === 'number' &&
        isMapping(row['group']) &&
        isListOf(row['factors'], (factor) => Array.isArray(factor['sayings'])),
    )
  );
}

function isListOf(value: unknown, fits: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isMapping(item) && fits(item));
}

async function textOf(file: string, limits: Limits, wrong: HomeIssueName): Promise<string> {
  const bytes = await readFileBytes(file, limits, silent);
  if (!isUtf8(bytes)) throw refusalOf(wrong, 'It is not UTF-8.', { file });
  return new TextDecoder().decode(bytes);
}

function refusalOf(name: HomeIssueName, message: string, place: Place): FoeprintError {
  return new FoeprintError([issueOf(declarationOf(name), message, place)]);
}

type Path = readonly (string | number)[];

/** Reads the values of a playbook one by one; what is wrong is noted where it stands. */
class PlaybookReader {
  readonly issues: Issue[] = [];
  readonly #yaml: YamlFile;

  constructor(yaml: YamlFile) {
    this.#yaml = yaml;
  }

  playbook(): Playbook {
    const { faults, value } = this.#yaml;
    for (const { message, place } of faults)
      this.issues.push(issueOf(declarationOf('not-a-playbook'), `It is not YAML: ${message}`, place));
    if (faults.length > 0) return DEFAULT_PLAYBOOK;
    if (!isMapping(value)) {
      this.#complain('not-a-playbook', 'It is not a mapping of keys to values.', []);
      return DEFAULT_PLAYBOOK;
    }
    this.#expectKeys([], value, PLAYBOOK_KEYS);
    if (value['playbook'] !== PLAYBOOK_VERSION)
      this.#complain(
        'not-a-playbook',
        value['playbook'] === undefined
          ? `It does not say which form it has: \`playbook: ${PLAYBOOK_VERSION}\`.`
          : `\`playbook\` must be ${PLAYBOOK_KEYS.playbook.says}.`,
        ['playbook'],
      );
    const organisation = this.#text(['organisation'], value['organisation'], PLAYBOOK_KEYS.organisation.says);
    const asOf = this.#text(['asOf'], value['asOf'], PLAYBOOK_KEYS.asOf.says, isDay);
    return {
      title: this.#text(['title'], value['title'], PLAYBOOK_KEYS.title.says) ?? DEFAULT_PLAYBOOK.title,
      ...(organisation === undefined ? {} : { organisation }),
      ...(asOf === undefined ? {} : { asOf }),
      hide: this.#texts(['hide'], value['hide']),
      weights: this.#weights(value['weights']),
      steps: this.#steps(value['steps']),
    };
  }

  #steps(told: unknown): readonly PlaybookStep[] {
    if (isAbsent(told)) return DEFAULT_PLAYBOOK.steps;
    if (!Array.isArray(told)) {
      this.#complainOfKind(['steps'], PLAYBOOK_KEYS.steps.says);
      return [];
    }
    return told.flatMap((each: unknown, index) => this.#step(each, ['steps', index]));
  }

  #step(told: unknown, path: Path): readonly PlaybookStep[] {
    // `- summary` is `- step: summary`.
    const fields = typeof told === 'string' ? { step: told } : told;
    if (!isMapping(fields)) {
      this.#complainOfKind(path, 'a step: its name, or `{ step, title, notes, with }`');
      return [];
    }
    this.#expectKeys(path, fields, STEP_KEYS);
    const step = STEP_NAMES.find((name) => name === fields['step']);
    const [title, notes] = (['title', 'notes'] as const).map((key) =>
      this.#text([...path, key], fields[key], STEP_KEYS[key].says),
    );
    if (step === undefined) {
      this.#complainOfStep(fields['step'], typeof told === 'string' ? path : [...path, 'step']);
      return [];
    }
    return [
      {
        step,
        ...(title === undefined ? {} : { title }),
        ...(notes === undefined ? {} : { notes }),
        with: this.#parameters(fields['with'], [...path, 'with'], STEPS[step].parameters),
      },
    ];
  }

  #parameters(
    told: unknown,
    path: Path,
    parameters: Readonly<Record<string, Parameter<ParameterValue>>>,
  ): PlaybookStep['with'] {
    if (isAbsent(told)) return {};
    if (!isMapping(told)) {
      this.#complainOfKind(path, STEP_KEYS.with.says);
      return {};
    }
    const given = Object.entries(told).flatMap(([name, value]): [string, ParameterValue][] => {
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (parameter === undefined) {
        this.#complainOfName('unknown-step-parameter', 'The step has no parameter', name, path, parameters);
        return [];
      }
      const read = parameter.read(value);
      if (read !== undefined) return [[name, read]];
      this.#complainOfKind([...path, name], parameter.says);
      return [];
    });
    return Object.fromEntries(given);
  }

  #weights(told: unknown): Playbook['weights'] {
    if (isAbsent(told)) return {};
    if (!isMapping(told)) {
      this.#complainOfKind(['weights'], PLAYBOOK_KEYS.weights.says);
      return {};
    }
    const factors = Object.fromEntries(THREAT_FACTORS.map(({ name }) => [name, name]));
    const given = Object.entries(told).flatMap(([name, weight]): [string, number][] => {
      if (!isFactorName(name)) {
        this.#complainOfName('unknown-playbook-key', 'There is no factor', name, ['weights'], factors);
        return [];
      }
      if (typeof weight === 'number' && weight >= 0 && weight <= MOST_WEIGHT) return [[name, weight]];
      this.#complainOfKind(['weights', name], `a number from 0 to ${MOST_WEIGHT}`);
      return [];
    });
    return Object.fromEntries(given);
  }

  #texts(path: Path, told: unknown): readonly string[] {
    if (isAbsent(told)) return [];
    const list: readonly unknown[] = Array.isArray(told) ? told : [told];
    return list.flatMap((each, index) => {
      const at = Array.isArray(told) ? [...path, index] : path;
      return this.#text(at, each, 'a text') ?? [];
    });
  }

  #text(
    path: Path,
    told: unknown,
    says: string,
    fits: (text: string) => boolean = () => true,
  ): string | undefined {
    if (isAbsent(told)) return undefined;
    if (typeof told === 'string' && fits(told.trim())) return told.trim();
    this.#complainOfKind(path, says);
    return undefined;
  }

  #expectKeys(
    path: Path,
    map: Readonly<Record<string, unknown>>,
    keys: Readonly<Record<string, unknown>>,
  ): void {
    for (const key of Object.keys(map))
      if (!Object.hasOwn(keys, key))
        this.#complainOfName('unknown-playbook-key', 'There is no key', key, path, keys);
  }

  #complainOfStep(told: unknown, path: Path): void {
    if (typeof told !== 'string') {
      this.#complain('unknown-step', 'A step has no name: `step` is missing.', path);
      return;
    }
    const meant = closestName(told, STEP_NAMES);
    const hint = meant === undefined ? `Steps are: ${STEP_NAMES.join(', ')}.` : `Did you mean \`${meant}\`?`;
    this.#complain('unknown-step', `There is no step \`${told}\`.`, path, hint);
  }

  #complainOfName(
    name: HomeIssueName,
    says: string,
    key: string,
    path: Path,
    known: Readonly<Record<string, unknown>>,
  ): void {
    const names = Object.keys(known);
    const meant = closestName(key, names);
    const all = names.length === 0 ? 'It has none.' : `It may be: ${names.join(', ')}.`;
    const place = { ...this.#yaml.locateKey([...path, key]), field: fieldOf([...path, key]) };
    const hint = meant === undefined ? all : `Did you mean \`${meant}\`?`;
    this.issues.push(issueOf(declarationOf(name), `${says} \`${key}\`.`, place, hint));
  }

  #complainOfKind(path: Path, says: string): void {
    this.#complain('wrong-playbook-value', `\`${fieldOf(path)}\` must be ${says}.`, path);
  }

  #complain(name: HomeIssueName, message: string, path: Path, hint?: string): void {
    const place = { ...this.#yaml.locate(path), field: fieldOf(path) };
    this.issues.push(issueOf(declarationOf(name), message, place, hint));
  }
}

/** The same limit as for the weights of the configuration. */
const MOST_WEIGHT = 10;

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** `steps[0].with.top` */
function fieldOf(path: Path): string {
  return path.reduce<string>(
    (field, key) => (typeof key === 'number' ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`),
    '',
  );
}
