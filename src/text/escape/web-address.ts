/** Every character that RFC 3986 lets stand in an address, less those that Markdown or HTML could misread. */
const MUST_BE_ENCODED = /[^A-Za-z0-9\-._~:/?#@!$&*+,;=%]/gu;

/**
 * An address that may become a link: `http` or `https` with a host, other characters percent-encoded.
 *
 * @returns undefined for any other scheme (`javascript:`, `data:`, `file:` …) and for what is no address: show the text instead.
 */
export function webAddress(address: string): string | undefined {
  const trimmed = address.trim().replace(/\p{Surrogate}/gu, '\ufffd');
  if (!/^https?:\/\/[^\s/?#]/iu.test(trimmed)) return undefined;
  return trimmed.replace(MUST_BE_ENCODED, percentEncode);
}

/** `encodeURIComponent` leaves `'()` alone; they end attributes and link targets. */
function percentEncode(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
