import * as z from 'zod/mini';
import { isMapping } from '../../text/index.ts';
import {
  MARKING_LEVELS,
  SOURCE_KINDS,
  errorOf,
  type DeliveredObject,
  type IssueDeclaration,
  type Source,
} from '../../facts/index.ts';
import { DUMP_FORMAT, UNLEVELLED_DUMP_FORMAT, type Digest, type DumpEnd, type DumpSource } from './dump.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';
import type { KnowledgeBase, SourceContents, NumberedObject } from '../knowledge-base.ts';

interface Contents {
  readonly source: Source;
  readonly objects: readonly DeliveredObject[];
}

/** Gives a source and its objects the levels that they are marked with. */
export type Remark = (contents: Contents) => Contents;

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
    else if (isMapping(value) && isEnd(value['end'])) this.#end = value['end'];
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
    if (!isMapping(value) || value['foeprint'] !== 'dump')
      this.#refuse(KNOWLEDGE_ISSUES.notADump, 'Its first line is not the one that dumps begin with.');
    this.#isLevelled = value['format'] !== UNLEVELLED_DUMP_FORMAT;
    if (value['format'] !== DUMP_FORMAT && (this.#isLevelled || this.#remark === undefined))
      this.#refuse(
        KNOWLEDGE_ISSUES.newerDump,
        `Its format is ${JSON.stringify(value['format'])}; this Foeprint reads ${DUMP_FORMAT}.`,
      );
  }

  #takeRow(value: unknown): void {
    if (!isMapping(value)) this.#refuse(KNOWLEDGE_ISSUES.damagedDump, 'The line is no object.');
    if (isDelivered(value['object'])) this.#objects.push(value['object']);
    else if (isSourceRow(value)) this.#sources.push({ source: value.source, told: value.told });
    else this.#refuse(KNOWLEDGE_ISSUES.damagedDump, 'The line is neither an object nor a source.');
  }

  #refuse(declaration: IssueDeclaration, message: string): never {
    const file = this.#file === undefined ? {} : { file: this.#file };
    throw errorOf(declaration, message, { ...file, line: Math.max(1, this.#lines) });
  }
}

const text = z.string();
const count = z.int().check(z.nonnegative());
const level = z.enum(MARKING_LEVELS);

const END = z.object({ objects: count, sources: count, sha256: text });

const OBJECT = z.object({
  id: text,
  type: text,
  version: text,
  raw: z.custom(isMapping),
  entity: z.optional(z.object({ name: text, label: text, aliases: z.array(text) })),
  statements: z.array(
    z.object({ relation: text, subject: text, object: z.union([text, z.object({ literal: text })]) }),
  ),
  withdrawn: z.optional(z.enum(['revoked', 'deprecated'])),
  level: z.optional(level),
  text: z.object({ title: text, body: text }),
});

const SOURCE_ROW = z.object({
  source: z.object({
    kind: z.enum(SOURCE_KINDS),
    id: text,
    name: text,
    series: z.optional(text),
    release: z.optional(text),
    location: text,
    sha256: text,
    bytes: count,
    objects: count,
    loadedAt: text,
    statements: z.array(text),
    level: z.optional(level),
    levels: z.optional(z.array(level)),
  }),
  told: z.array(z.int().check(z.positive())),
});

function isEnd(value: unknown): value is DumpEnd['end'] {
  return END.safeParse(value).success;
}

function isDelivered(value: unknown): value is DeliveredObject {
  return OBJECT.safeParse(value).success;
}

function isSourceRow(value: unknown): value is DumpSource {
  return SOURCE_ROW.safeParse(value).success;
}
