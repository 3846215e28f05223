/**
 * Names a content by 64 bits: two runs of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 code units
 * from different starting values, in hex. Guards against mistaking one rule pack for another, not against an attacker.
 */
export function contentKey(texts: readonly string[]): string {
  const text = texts.map((part) => `${part.length}:${part}`).join('');
  let [first, second] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, PRIME);
    second = Math.imul(second ^ unit, PRIME);
  }
  return hex(first) + hex(second);
}

const PRIME = 0x01000193;

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
