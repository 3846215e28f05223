import { take, type AcquireOptions } from '../acquire.ts';
import { refusal } from '../issues.ts';
import { silent } from '../progress.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './document-limits.ts';

/** As for what is acquired, but of a document nothing is known before. */
export interface TakeOptions extends Omit<AcquireOptions, 'limits' | 'validators'> {
  readonly limits?: DocumentLimits;
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
  const taken = await take(location, limits, progress, {
    ...options,
    accept: ACCEPT,
    isForeign: true,
    checkMediaType: (mediaType, file) => {
      if (NO_TEXT.test(mediaType))
        throw refusal('unreadable-format', `The server sends \`${mediaType}\`.`, { file });
    },
  });
  // Nothing was asked that could have stayed the same.
  if (taken.unchanged) throw new Error('unchanged, though no version was named');
  return taken;
}
