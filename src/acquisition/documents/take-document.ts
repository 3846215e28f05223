import { fetchBytes, type HttpPolicy, type HttpWorld } from '../http.ts';
import { refusal } from '../issues.ts';
import { parseLocation } from '../location.ts';
import { silent, type Progress } from '../progress.ts';
import { collect, readFileBytes } from '../read-bytes.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './document-limits.ts';

export interface TakeOptions {
  readonly limits?: DocumentLimits;
  readonly http?: HttpPolicy;
  readonly progress?: Progress;
  readonly world?: Partial<HttpWorld>;
  /** What `-` reads; default the process's standard input. */
  readonly standardInput?: AsyncIterable<unknown>;
}

/** The bytes of a document, as they came. */
export interface TakenDocument {
  readonly bytes: Buffer;
  /** `Content-Type`, of what was fetched. */
  readonly mediaType?: string;
}

const ACCEPT = 'text/html, application/pdf, text/plain, text/markdown, */*;q=0.5';
const NO_TEXT = /^(?:image|audio|video|font|model)\//iu;

/**
 * Gets a document at a path, an `http:`, `https:` or `file:` address, or `-`. Addresses lead to the internet, unless the policy allows
 * private ones; the size is looked at before the content.
 *
 * @throws FoeprintError A401 to A404, A420 to A425, A477, A478
 */
export async function takeDocument(location: string, options: TakeOptions = {}): Promise<TakenDocument> {
  const { limits = DOCUMENT_LIMITS, progress = silent } = options;
  const place = parseLocation(location);
  if (place.kind === 'file') return { bytes: await readFileBytes(place.path, limits, progress) };
  if (place.kind === 'standard-input')
    return { bytes: await collect(options.standardInput ?? process.stdin, '-', limits, progress, 'read') };
  const fetched = await fetchBytes(place.url, {
    ...options,
    limits,
    progress,
    accept: ACCEPT,
    isForeign: true,
    checkMediaType: (mediaType, file) => {
      if (NO_TEXT.test(mediaType))
        throw refusal('unreadable-format', `The server sends \`${mediaType}\`.`, { file });
    },
  });
  // Nothing was asked that could have stayed the same.
  if (fetched.unchanged) throw new Error('unchanged, though no version was named');
  return fetched;
}
