/**
 * The closest shares that nowhere rise, with the same sum: where one is above the one before, both become their mean (pool adjacent
 * violators).
 */
export function fallingShares(shares: readonly number[]): readonly number[] {
  const pools: { total: number; size: number }[] = [];
  for (const share of shares) {
    let pool = { total: share, size: 1 };
    for (let before = pools.at(-1); before !== undefined; before = pools.at(-1)) {
      if (before.total / before.size >= pool.total / pool.size) break;
      pools.pop();
      pool = { total: before.total + pool.total, size: before.size + pool.size };
    }
    pools.push(pool);
  }
  const fallen: number[] = [];
  for (const { total, size } of pools) for (let each = 0; each < size; each++) fallen.push(total / size);
  return fallen;
}
