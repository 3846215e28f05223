/**
 * Sets of about 60 of 700 items (normal, deviation 20, 10 … 200), with the uneven popularity that techniques
 * have among groups. They come in families: each set keeps half or more of one of `count` / 20 prototypes and draws the rest anew.
 */
import { mulberry32 } from '../mulberry32.ts';
export function syntheticSets(count: number, items = 700): readonly (readonly number[])[] {
  const random = mulberry32(20_240_617);
  const draw = popularDraw(items, random);
  const prototypes = Array.from({ length: Math.max(1, count / 20) }, () => drawSet(sizeBy(random), draw));
  return Array.from({ length: count }, () => {
    const prototype = prototypes[Math.floor(random() * prototypes.length)] ?? [];
    const keep = 0.5 + random() / 2;
    return drawSet(
      prototype.length,
      draw,
      prototype.filter(() => random() < keep),
    );
  });
}

function drawSet(size: number, draw: () => number, start: readonly number[] = []): readonly number[] {
  const members = new Set(start);
  while (members.size < size) members.add(draw());
  return [...members].toSorted((left, right) => left - right);
}

function sizeBy(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(200, Math.max(10, Math.round(60 + 20 * normal)));
}

/** Items by chance proportional to 1 / (rank + 20), close to how many groups use the techniques of ATT&CK 18.1. */
function popularDraw(items: number, random: () => number): () => number {
  const sums: number[] = [];
  for (let rank = 0; rank < items; rank++) sums.push((sums.at(-1) ?? 0) + 1 / (rank + 20));
  const total = sums.at(-1) ?? 0;
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = items - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
