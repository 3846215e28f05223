import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { isWebAddress } from '../../acquisition/index.ts';
import { isFile, type Action, type ActOptions } from '../../actions/index.ts';
import { errorOf } from '../../facts/index.ts';
import { isMapping, parsedJson } from '../../text/index.ts';
import { fileNameOf } from '../http/file-name.ts';
import { SERVER_ISSUES } from '../issues.ts';

/** What a request gives an action. */
export interface GivenByRequest {
  readonly given: Readonly<Record<string, unknown>>;
  readonly uploads: NonNullable<ActOptions['uploads']>;
  /** Folder in which the files that were sent lie; to be removed when all is done. */
  readonly folder?: string;
}

/** The part of a request that has the fields, as JSON. */
const FIELDS = 'given';

/**
 * What a request gives an action: a JSON object with its fields, or a form with that as the part `given`, and files as parts that are called
 * as the field that they are for. Files are written as they come, and never held.
 *
 * @param folder where they are written to
 * @param most bytes of all files together
 * @throws FoeprintError N804, N805, N841 and N842 where that is not what an action takes
 */
export async function givenBy(
  request: FastifyRequest,
  action: Action,
  folder: () => Promise<string>,
  most: number,
): Promise<GivenByRequest> {
  if (!request.isMultipart()) {
    const given = objectIn(request.body ?? {});
    refusePlaces(action, given);
    return { given, uploads: [] };
  }
  const place = join(await folder(), randomUUID());
  await mkdir(place, { recursive: true, mode: 0o700 });
  try {
    return await formIn(request, action, place, most);
  } catch (error) {
    await rm(place, { recursive: true, force: true });
    throw error;
  }
}

async function formIn(
  request: FastifyRequest,
  action: Action,
  folder: string,
  most: number,
): Promise<GivenByRequest> {
  let given: Readonly<Record<string, unknown>> = {};
  const files = new Map<string, string[]>();
  const uploads: NonNullable<ActOptions['uploads']>[number][] = [];
  let left = most;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname !== FIELDS)
        throw errorOf(SERVER_ISSUES.unknownPart, `“${part.fieldname}” is no file, and not \`given\`.`);
      given = objectIn(parsedJson(String(part.value)));
      refusePlaces(action, given);
      continue;
    }
    if (!isFile(action.given, part.fieldname))
      throw errorOf(SERVER_ISSUES.unknownPart, `\`${action.name}\` takes no files as “${part.fieldname}”.`);
    // By its media type a part is a file also without a name, whatever its type here says.
    const sent: string | undefined = part.filename;
    const name = fileName(
      sent ?? '',
      uploads.map((each) => each.name),
    );
    const written = await writtenTo(join(folder, name), part, left);
    left -= written.bytes;
    uploads.push({ name, ...written });
    files.set(part.fieldname, [...(files.get(part.fieldname) ?? []), name]);
  }
  return { given: { ...given, ...valuesOf(action, given, files) }, uploads, folder };
}

/** Names of files beside the addresses that are given for the same field. */
function valuesOf(
  action: Action,
  given: Readonly<Record<string, unknown>>,
  files: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...files].map(([field, names]) => [
      field,
      isMany(action, field) ? [given[field] ?? [], ...names].flat() : names.at(-1),
    ]),
  );
}

/** Whether a field takes several values. */
function isMany({ given }: Action, field: string): boolean {
  const schema: unknown = given[field];
  const parsed = isSchema(schema) ? schema.safeParse(['x']) : { success: false };
  return parsed.success;
}

interface Parsing {
  safeParse(value: unknown): { readonly success: boolean };
}

function isSchema(schema: unknown): schema is Parsing {
  return typeof schema === 'object' && schema !== null && 'safeParse' in schema;
}

/** A file of this machine is never opened for whoever asks: places are addresses of the web. */
function refusePlaces(action: Action, given: Readonly<Record<string, unknown>>): void {
  for (const [field, value] of Object.entries(given))
    if (isFile(action.given, field))
      for (const place of [value].flat())
        if (typeof place === 'string' && !isWebAddress(place))
          throw errorOf(
            SERVER_ISSUES.placeOfServer,
            `\`${field}\` names a file, and no address of the web.`,
            { field },
          );
}

/** @throws FoeprintError N804 */
function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  if (isMapping(value)) return value;
  throw errorOf(SERVER_ISSUES.notAnObject, 'What the action is given is no object.');
}

/** A name that leads nowhere else, and that no other file has. */
function fileName(sent: string, others: readonly string[]): string {
  const name = fileNameOf(sent, 'file');
  if (!others.includes(name)) return name;
  return fileName(`${String(others.length + 1)}-${name}`, others);
}

async function writtenTo(
  path: string,
  { file }: MultipartFile,
  most: number,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const digest = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      digest.update(chunk);
      if (bytes > most) next(errorOf(SERVER_ISSUES.tooLarge, 'The files are larger than sources may be.'));
      else next(undefined, chunk);
    },
  });
  await pipeline(file, counting, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  if (file.truncated) throw errorOf(SERVER_ISSUES.tooLarge, 'A file is larger than sources may be.');
  return { bytes, sha256: digest.digest('hex') };
}
