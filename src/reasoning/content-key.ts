/**
 * Names a content by 64 bits: two runs of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 code units
 * from different starting values, in hex. Guards against mistaking one rule pack for another, not against an attacker.
 */
export function contentKey(...texts: readonly string[]): string {
  const text = texts.map((part) => `${String(part.length)}:${part}`).join('');
  return [0x811c9dc5, 0x9e3779b9].map((start) => hex(fnv1a(text, start))).join('');
}

function fnv1a(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
