import {
  FoeprintError,
  MARKING_LEVELS,
  SOURCE_KINDS,
  issueOf,
  type DeliveredObject,
  type IssueDeclaration,
  type Source,
} from '../../facts/index.ts';
import { DUMP_FORMAT, UNLEVELLED_DUMP_FORMAT, type Digest, type DumpEnd, type DumpSource } from './dump.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';
import type { KnowledgeBase, SourceContents, NumberedObject } from '../knowledge-base.ts';

type Json = Readonly<Record<string, unknown>>;

/** Gives a source and its objects the levels that they are marked with. */
export type Remark = (contents: {
  readonly source: Source;
  readonly objects: readonly DeliveredObject[];
}) => {
  readonly source: Source;
  readonly objects: readonly DeliveredObject[];
};

/**
 * Reads a dump line by line and, when all of it has proved to be as it was written, puts it in the place of what a
 * knowledge base holds. Until then, and where anything is wrong, the knowledge base is left alone.
 */
export class DumpReading {
  readonly #digest: Digest;
  readonly #file: string | undefined;
  readonly #remark: Remark | undefined;
  #isLevelled = true;
  readonly #objects: DeliveredObject[] = [];
  readonly #sources: DumpSource[] = [];
  #end: DumpEnd['end'] | undefined;
  #lines = 0;

  /**
   * @param digest a fresh one
   * @param file name of the dump, for messages
   * @param remark reads markings anew of what an older Foeprint kept, which did not keep their levels; without it such a dump is
   * refused, since whatever is marked in it would pass for unmarked
   */
  constructor(digest: Digest, file?: string, remark?: Remark) {
    this.#digest = digest;
    this.#file = file;
    this.#remark = remark;
  }

  /**
   * Takes the next line, with or without its line feed.
   *
   * @throws FoeprintError K221 where the first line is none of a dump, K222 where a newer Foeprint wrote it, K223 where a
   * line is not as it was written
   */
  take(text: string): void {
    const line = text.endsWith('\n') ? text.slice(0, -1) : text;
    this.#lines++;
    if (this.#end !== undefined)
      this.#refuse(KNOWLEDGE_ISSUES.damagedDump, 'Something follows the last line.');
    const value = this.#parse(line);
    if (this.#lines === 1) this.#checkHeader(value);
    else if (isObject(value) && isEnd(value['end'])) this.#end = value['end'];
    else this.#takeRow(value);
    if (this.#end === undefined) this.#digest.update(`${line}\n`);
  }

  /**
   * Ends the reading and restores.
   *
   * @throws FoeprintError K221 where there was no line, K223 where the dump is cut off or was changed
   */
  restoreInto(base: KnowledgeBase): { readonly sources: number; readonly objects: number } {
    if (this.#lines === 0) this.#refuse(KNOWLEDGE_ISSUES.notADump, 'It is empty.');
    if (this.#end === undefined)
      this.#refuse(KNOWLEDGE_ISSUES.damagedDump, `It is cut off after line ${this.#lines}.`);
    const { objects, sources, sha256 } = this.#end;
    if (objects !== this.#objects.length || sources !== this.#sources.length)
      this.#refuse(
        KNOWLEDGE_ISSUES.damagedDump,
        `It should hold ${objects} objects of ${sources} sources; it holds ${this.#objects.length} of ${this.#sources.length}.`,
      );
    if (this.#digest.digest('hex') !== sha256)
      this.#refuse(
        KNOWLEDGE_ISSUES.damagedDump,
        'Its content does not have the SHA-256 that its last line says.',
      );
    base.replaceWith(this.#sources.map((row) => this.#contents(row)));
    return { sources, objects };
  }

  #contents({ source, told: members }: DumpSource): SourceContents {
    const kept = { source, objects: members.map((stored) => this.#objectOf(stored)) };
    const { source: described, objects } =
      this.#isLevelled || this.#remark === undefined ? kept : this.#remark(kept);
    return {
      source: described,
      objects: objects.map((object, index): NumberedObject => ({
        stored: members[index] ?? 0,
        delivered: object,
      })),
    };
  }

  #objectOf(number: number): DeliveredObject {
    return (
      this.#objects[number - 1] ??
      this.#refuse(KNOWLEDGE_ISSUES.damagedDump, `A source has object ${number}, which is missing.`)
    );
  }

  #parse(line: string): unknown {
    try {
      return JSON.parse(line);
    } catch {
      return this.#lines === 1
        ? this.#refuse(KNOWLEDGE_ISSUES.notADump, 'Its first line is not JSON.')
        : this.#refuse(KNOWLEDGE_ISSUES.damagedDump, 'The line is not JSON.');
    }
  }

  #checkHeader(value: unknown): void {
    if (!isObject(value) || value['foeprint'] !== 'dump')
      this.#refuse(KNOWLEDGE_ISSUES.notADump, 'Its first line is not the one that dumps begin with.');
    this.#isLevelled = value['format'] !== UNLEVELLED_DUMP_FORMAT;
    if (value['format'] !== DUMP_FORMAT && (this.#isLevelled || this.#remark === undefined))
      this.#refuse(
        KNOWLEDGE_ISSUES.newerDump,
        `Its format is ${JSON.stringify(value['format'])}; this Foeprint reads ${DUMP_FORMAT}.`,
      );
  }

  #takeRow(value: unknown): void {
    if (!isObject(value)) this.#refuse(KNOWLEDGE_ISSUES.damagedDump, 'The line is no object.');
    if (isDelivered(value['object'])) this.#objects.push(value['object']);
    else if (isSourceRow(value)) this.#sources.push({ source: value.source, told: value.told });
    else this.#refuse(KNOWLEDGE_ISSUES.damagedDump, 'The line is neither an object nor a source.');
  }

  #refuse(declaration: IssueDeclaration, message: string): never {
    const file = this.#file === undefined ? {} : { file: this.#file };
    throw new FoeprintError([issueOf(declaration, message, { ...file, line: Math.max(1, this.#lines) })]);
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOf(value: unknown, check: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(check);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isEnd(value: unknown): value is DumpEnd['end'] {
  return isObject(value) && isCount(value['objects']) && isCount(value['sources']) && isText(value['sha256']);
}

function isDelivered(value: unknown): value is DeliveredObject {
  return (
    isObject(value) &&
    [value['id'], value['type'], value['version']].every(isText) &&
    isObject(value['raw']) &&
    (value['entity'] === undefined || isEntity(value['entity'])) &&
    isListOf(value['statements'], isStatement) &&
    [undefined, 'revoked', 'deprecated'].some((withdrawn) => withdrawn === value['withdrawn']) &&
    isLevel(value['level']) &&
    isObject(value['text']) &&
    [value['text']['title'], value['text']['body']].every(isText)
  );
}

function isLevel(value: unknown): boolean {
  return value === undefined || MARKING_LEVELS.some((level) => level === value);
}

function isEntity(value: unknown): boolean {
  return (
    isObject(value) && isText(value['name']) && isText(value['label']) && isListOf(value['aliases'], isText)
  );
}

function isStatement(value: unknown): boolean {
  if (!isObject(value) || !isText(value['relation']) || !isText(value['subject'])) return false;
  return isText(value['object']) || (isObject(value['object']) && isText(value['object']['literal']));
}

function isSourceRow(value: Json): value is Json & DumpSource {
  return isSource(value['source']) && isListOf(value['told'], (number) => isCount(number) && number !== 0);
}

function isSource(value: unknown): value is Source {
  return (
    isObject(value) &&
    SOURCE_KINDS.some((kind) => kind === value['kind']) &&
    ['id', 'name', 'location', 'sha256', 'loadedAt'].every((field) => isText(value[field])) &&
    ['series', 'release'].every((field) => value[field] === undefined || isText(value[field])) &&
    isCount(value['bytes']) &&
    isCount(value['objects']) &&
    isListOf(value['statements'], isText) &&
    isLevel(value['level']) &&
    (value['levels'] === undefined ||
      isListOf(value['levels'], (level) => level !== undefined && isLevel(level)))
  );
}
