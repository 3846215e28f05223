import { fetchBytes, otherServer, type FetchOptions, type OwnRequest } from '../http.ts';
import { refusal } from '../issues.ts';
import { parseJson } from '../json/parse-json.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { silent } from '../progress.ts';

/** A server that answers questions in JSON, and what lets us in. */
export interface Server {
  /** Where the user says that it is; nothing is sent to any other. */
  readonly url: URL;
  readonly own: Omit<OwnRequest, 'body'>;
  readonly options?: Partial<Pick<FetchOptions, 'http' | 'limits' | 'progress' | 'world'>>;
}

export interface ServerAnswer {
  readonly parsed: unknown;
  readonly headers: Headers;
}

/** Most bytes of one answer, after decompression: what is large comes page by page. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * Asks a server something; with a body it is posted.
 *
 * @throws FoeprintError A404, A405, A410 to A414, A420 to A425, A480, A482, A488
 */
export async function askServer(
  { url: known, own, options = {} }: Server,
  url: URL,
  accept: string,
  body?: unknown,
): Promise<ServerAnswer> {
  if (url.origin !== known.origin) throw otherServer(known, url);
  const { limits = DEFAULT_LIMITS, progress = silent } = options;
  const fetched = await fetchBytes(url, {
    ...options,
    accept,
    progress,
    limits: { ...limits, maximumBytes: Math.min(limits.maximumBytes, MOST_BYTES) },
    own: body === undefined ? own : { ...own, body: JSON.stringify(body) },
    checkMediaType: refusePages,
  });
  // Nothing was asked that could have stayed the same.
  if (fetched.unchanged) throw new Error('unchanged, though no version was named');
  return { parsed: parseJson(fetched.bytes, url.href), headers: fetched.headers ?? new Headers() };
}

function refusePages(mediaType: string, file: string): void {
  if (/^(?:text\/html|application\/xhtml)/iu.test(mediaType))
    throw refusal('web-page', `The server sends \`${mediaType}\`.`, { file });
}
