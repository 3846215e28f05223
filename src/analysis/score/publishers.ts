import { compareText } from '../../text/index.ts';
import type { Citation, Evidence } from '../../facts/index.ts';

/** Hosts where many publish: there the author named in the reference is the publisher, not the host. */
const SHARED_HOSTS = new Set([
  'amazonaws.com',
  'archive.org',
  'blogspot.com',
  'box.com',
  'cloudfront.net',
  'documentcloud.org',
  'dropbox.com',
  'github.com',
  'github.io',
  'githubusercontent.com',
  'google.com',
  'googleapis.com',
  'hubspot.net',
  'linkedin.com',
  'medium.com',
  'pastebin.com',
  'scribd.com',
  'slideshare.net',
  'twitter.com',
  'windows.net',
  'wordpress.com',
  'x.com',
  'youtube.com',
]);

/** Second-level parts under which country registries give out names: `co.uk`, `com.au`, `go.jp`. */
const REGISTRY_LABELS = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'go',
  'gob',
  'gov',
  'gv',
  'ne',
  'net',
  'or',
  'org',
]);

/**
 * Who published a cited document, as a key to count by: the registered domain of its address (an archived copy counts
 * as its original), or, without an address or on a host that many share, the authors that the reference begins with,
 * or else the citation's name.
 *
 * It is an approximation: a firm with two domains counts as two, a firm's post on somebody else's domain as theirs.
 */
export function publisherOf({ name, description, url }: Citation): string {
  const domain = url === undefined ? undefined : registeredDomain(url);
  if (domain !== undefined && !SHARED_HOSTS.has(domain)) return domain;
  return authorsOf(description) ?? domain ?? name.toLowerCase();
}

/** Publishers of all that evidence cites, in order; a source that cites nothing counts as itself. */
export function publishersOf(evidence: readonly Evidence[]): readonly string[] {
  const publishers = evidence.flatMap(({ citations, source }) =>
    citations.length > 0 ? citations.map(publisherOf) : [source.name],
  );
  return [...new Set(publishers)].toSorted(compareText);
}

function registeredDomain(url: string): string | undefined {
  const original = /^https?:\/\/web\.archive\.org\/(?:web\/)?\d+[a-z_]*\/(.+)$/i.exec(url)?.[1] ?? url;
  const host = /^(?:https?:\/\/)?(?:[^/@]*@)?([a-z0-9.-]+\.[a-z]{2,})(?=[:/?#]|$)/i.exec(original)?.[1];
  if (host === undefined) return undefined;
  const labels = host.toLowerCase().split('.');
  const isRegistry = labels.at(-1)?.length === 2 && REGISTRY_LABELS.has(labels.at(-2) ?? '');
  return labels.slice(isRegistry ? -3 : -2).join('.');
}

/** `ESET. (2020, June 17). …` → `eset`. */
function authorsOf(description: string | undefined): string | undefined {
  const authors = /^([^(]{2,120}?)[.,\s]*\((?:\d{4}|n\.\s?d\.)/.exec(description ?? '')?.[1];
  return authors?.toLowerCase();
}
