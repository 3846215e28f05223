import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refusal } from './issues.ts';

/** A place that a source can be read from. */
export type Location =
  | { readonly kind: 'standard-input' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'web'; readonly url: URL };

// Two letters at least, so that `C:\bundles` stays a path.
const ADDRESS = /^([a-z][a-z0-9+.-]+):\/\//i;

/**
 * Reads a location as typed: `-`, an `http:`, `https:` or `file:` address, otherwise a path.
 *
 * @throws FoeprintError A420 for any other address
 */
export function parseLocation(text: string): Location {
  if (text === '-') return { kind: 'standard-input' };
  const scheme = ADDRESS.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: 'file', path: text };
  if (!URL.canParse(text)) throw refusal('unsupported-address', `\`${text}\` is not an address.`);
  const url = new URL(text);
  if (scheme === 'http' || scheme === 'https') return { kind: 'web', url };
  if (scheme === 'file') return { kind: 'file', path: fileURLToPath(url) };
  throw refusal('unsupported-address', `\`${scheme}:\` addresses cannot be fetched: ${text}`);
}

/** Whether a text is an address of the web rather than a path. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** A place without the folders of the machine: the name of a file, of one in an archive with that of the archive; an address stays as it is. */
export function placeName(location: string): string {
  if (isWebAddress(location)) return location;
  return /(?:^-|[^/\\]+\.(?:zip|tar|tgz|gz))!.+$/isu.exec(location)?.[0] ?? basename(location);
}
