import type { IssueDeclaration, Place } from '../../facts/index.ts';
import { closestName } from '../../text/index.ts';
import { VOCABULARIES, suggestion, type Vocabulary } from '../../threat/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { isJsonObject } from '../navigator/field-reader.ts';
import type { YamlFile } from '../yaml-file.ts';
import { CODE_KEYS, type OrganisationKey, type VocabularyName } from './organisation-keys.ts';

/** Where a value stands in the file: keys and positions from the top. */
export type Path = readonly (string | number)[];

/** A text of the file, and where it stands. */
export interface ToldText {
  readonly text: string;
  readonly path: Path;
}

/** What a word of the file was taken for. */
export interface Understood {
  /** Where it stands, e.g. `supplyChain[0].sectors`. */
  readonly field: string;
  readonly told: string;
  /** Names in the vocabulary of the field. */
  readonly meant: readonly string[];
}

/** Reads the values of a YAML file one by one; what does not fit is noted where it stands, and left out. */
export class ValueReader {
  readonly understood: Understood[] = [];
  readonly #yaml: YamlFile;
  readonly #issues: IssueList;

  constructor(yaml: YamlFile, issues: IssueList) {
    this.#yaml = yaml;
    this.#issues = issues;
  }

  /** Complains of keys that nothing reads. */
  expectKeys(path: Path, keys: Readonly<Record<string, OrganisationKey>>): void {
    const map = this.#at(path);
    if (!isJsonObject(map)) return;
    for (const key of Object.keys(map).filter((each) => !Object.hasOwn(keys, each))) {
      const meant = closestName(key, Object.keys(keys));
      const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
      const place = { ...this.#yaml.locateKey([...path, key]), field: fieldOf([...path, key]) };
      this.#issues.add(INTAKE_ISSUES.unknownOrganisationKey, `There is no key \`${key}\`.${hint}`, place);
    }
  }

  text(path: Path): string | undefined {
    const value = this.#at(path);
    if (isAbsent(value)) return undefined;
    if (isText(value)) return String(value).trim();
    this.#complainOfKind(path, 'a text');
    return undefined;
  }

  /** One text or a list of them; blank ones are left out. */
  texts(path: Path): readonly ToldText[] {
    return this.#itemsAt(path).flatMap(({ value, path: at }) => {
      if (isText(value)) return [{ text: String(value).trim(), path: at }];
      this.#complainOfKind(at, 'a text');
      return [];
    });
  }

  /** Names in a vocabulary, each once, in the order told. */
  words(path: Path, name: VocabularyName): readonly string[] {
    const vocabulary = VOCABULARIES[name];
    const told = name === 'sectors' ? this.#textsOrCodes(path) : this.texts(path);
    return unique(told.flatMap((each) => this.#understand(each, vocabulary, path)));
  }

  /** A calendar day, as told. */
  day(path: Path): string | undefined {
    const told = this.text(path);
    if (told === undefined || isDay(told)) return told;
    this.complain(INTAKE_ISSUES.wrongOrganisationDate, `\`${told}\` is not a day.`, path);
    return undefined;
  }

  /** Paths of the mappings at a path: one, or a list of them. */
  entries(path: Path): readonly Path[] {
    return this.#itemsAt(path).flatMap(({ value, path: at }) => {
      if (isJsonObject(value)) return [at];
      this.#complainOfKind(at, 'a mapping of keys to values');
      return [];
    });
  }

  /** Whether there is a mapping; complains of anything else but nothing. */
  hasMapping(path: Path): boolean {
    const value = this.#at(path);
    if (!isAbsent(value) && !isJsonObject(value)) this.#complainOfKind(path, 'a mapping of keys to values');
    return isJsonObject(value);
  }

  complain(declaration: IssueDeclaration, message: string, path: Path): void {
    this.#issues.add(declaration, message, this.#placeOf(path));
  }

  #placeOf(path: Path): Place {
    return { ...this.#yaml.locate(path), field: fieldOf(path) };
  }

  #at(path: Path): unknown {
    return path.reduce<unknown>(
      (value, key) =>
        (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined) as unknown,
      this.#yaml.value,
    );
  }

  #itemsAt(path: Path): readonly { readonly value: unknown; readonly path: Path }[] {
    const value = this.#at(path);
    const items: readonly unknown[] = Array.isArray(value) ? value : isAbsent(value) ? [] : [value];
    return items
      .map((item, index) => ({ value: item, path: Array.isArray(value) ? [...path, index] : path }))
      .filter((item) => !isAbsent(item.value));
  }

  /** As {@link texts}; `{ nace: J61 }` is `NACE J61`. */
  #textsOrCodes(path: Path): readonly ToldText[] {
    return this.#itemsAt(path).flatMap(({ value, path: at }) =>
      isJsonObject(value)
        ? Object.keys(value).flatMap((key) => this.#codes([...at, key], key))
        : this.texts(at),
    );
  }

  #codes(path: Path, key: string): readonly ToldText[] {
    const system = CODE_KEYS.get(key);
    if (system !== undefined)
      return this.texts(path).map((told) => ({ ...told, text: `${system} ${told.text}` }));
    const message = `There is no key \`${key}\`; a sector is a text, \`{ nace: … }\` or \`{ naics: … }\`.`;
    this.complain(INTAKE_ISSUES.unknownOrganisationKey, message, path);
    return [];
  }

  #understand({ text, path: at }: ToldText, vocabulary: Vocabulary, list: Path): readonly string[] {
    const meant = vocabulary.understand(text);
    if (meant.length > 0) {
      this.understood.push({ field: fieldOf(list), told: text, meant });
      return meant;
    }
    const isPlatform = vocabulary === VOCABULARIES.platforms;
    const declaration = isPlatform ? INTAKE_ISSUES.unknownPlatform : INTAKE_ISSUES.unknownOrganisationWord;
    this.complain(
      declaration,
      `\`${text}\` is no ${vocabulary.noun} that is known. ${suggestion(text, vocabulary)}`.trimEnd(),
      at,
    );
    // ATT&CK may have a new one, which techniques will name in the same way.
    return isPlatform ? [text] : [];
  }

  #complainOfKind(path: Path, says: string): void {
    this.complain(INTAKE_ISSUES.wrongOrganisationValue, `\`${fieldOf(path)}\` must be ${says}.`, path);
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** YAML reads `naics: 51` as a number. */
function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** A day that the calendar has, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** `supplyChain[0].sectors` */
function fieldOf(path: Path): string {
  return path.reduce<string>(
    (field, key) => (typeof key === 'number' ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`),
    '',
  );
}
