import { take } from '../../acquire.ts';
import type { Validators } from '../../http.ts';
import { silent } from '../../progress.ts';
import { DOCUMENT_LIMITS } from '../document-limits.ts';
import type { TakeOptions } from '../take-document.ts';
import { defined } from '../../../text/index.ts';
import { readFeed, type Feed } from './read-feed.ts';

/** A feed, and what its server said about the version. */
export interface TakenFeed {
  readonly feed: Feed;
  readonly validators: Validators;
}

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5';

/**
 * Gets a feed at an address of the web, which leads to the internet unless the policy allows private ones.
 *
 * @param validators what the server said when it was taken last
 * @returns undefined where it has not changed since
 * @throws FoeprintError A404 to A414, A420 to A425, A473, A474, A477, A478
 */
export async function takeFeed(
  address: string,
  options: TakeOptions = {},
  validators: Validators = {},
): Promise<TakenFeed | undefined> {
  const { limits = DOCUMENT_LIMITS, progress = silent } = options;
  const taken = await take(address, limits, progress, {
    ...options,
    accept: ACCEPT,
    isForeign: true,
    validators,
  });
  if (taken.unchanged) return undefined;
  const about = { name: address, limits, ...defined({ mediaType: taken.mediaType }) };
  return { feed: readFeed(taken.bytes, about), validators: taken.validators };
}
