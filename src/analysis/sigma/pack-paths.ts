/** Folders that a pack has at most one in another. */
const DEPTH = 8;

/** Where the files of a library stand in a pack: under the names that they have, made safe for every system, each another one. */
export function packPaths(files: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    files.map((file) => {
      const parts = file.split(/[/\\!]+/u).map(safePart);
      const base = parts
        .slice(-DEPTH)
        .join('/')
        .replace(/\.ya?ml$/iu, '');
      let path = `rules/${base}.yml`;
      // Some systems take `A.yml` and `a.yml` for one file.
      for (let next = 2; taken.has(path.toLowerCase()); next++) path = `rules/${base}-${String(next)}.yml`;
      taken.add(path.toLowerCase());
      return [file, path];
    }),
  );
}

/** Names that Windows keeps to itself, whatever follows the dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

function safePart(name: string): string {
  const safe = name
    .replaceAll(/[^\w.-]+/gu, '-')
    .replace(/^\.+|\.+$/gu, '')
    .slice(0, 150);
  return safe === '' ? '-' : safe.replace(RESERVED, '$&-');
}
