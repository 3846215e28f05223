interface Named {
  readonly name: string;
  readonly id?: string;
  readonly aliases: readonly string[];
}

/** Things that are called as is typed, best first: the id or name itself, then what begins so, then what has it within. */
export function matching<Thing extends Named>(typed: string, things: readonly Thing[]): readonly Thing[] {
  const wanted = bare(typed);
  if (wanted === '') return [];
  return things
    .map((thing) => [rankOf(wanted, thing), thing] as const)
    .filter(([rank]) => rank < NOT)
    .toSorted(([a], [b]) => a - b)
    .map(([, thing]) => thing);
}

const NOT = 9;

function rankOf(wanted: string, { name, id = '', aliases }: Named): number {
  const rank = (text: string): number => {
    const given = bare(text);
    return given === wanted ? 0 : given.startsWith(wanted) ? 2 : given.includes(wanted) ? 4 : NOT;
  };
  // An alias counts as much less as is needed for the name itself to come first where both begin so.
  return Math.min(rank(id), rank(name), ...aliases.map((alias) => Math.min(NOT, rank(alias) + 1)));
}

/** Without case, spaces and marks: `apt 29` and `APT-29` are the same. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
