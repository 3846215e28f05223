/** Parameters of PowerShell that have no value. */
const SWITCHES =
  /^-(?:force|passthru|verbose|whatif|append|noclobber|nonewline|recurse|usebasicparsing|confirm(?::\S+)?|\w+:\S+)$/iu;

/** The words behind a command of PowerShell: those that stand behind a name, by it in lower case, and the others. */
export function namedParameters(words: readonly string[]): {
  readonly named: ReadonlyMap<string, string>;
  readonly others: readonly string[];
} {
  const named = new Map<string, string>();
  const others: string[] = [];
  let name: string | undefined;
  for (const word of words) {
    if (SWITCHES.test(word)) continue;
    if (name !== undefined) {
      named.set(name, word);
      name = undefined;
    } else if (/^-[a-z]+$/iu.test(word)) name = word.slice(1).toLowerCase();
    else others.push(word);
  }
  return { named, others };
}
