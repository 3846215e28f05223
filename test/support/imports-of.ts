import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a file imports or re-exports, also lazily, as written. */
export function importsOf(file: string): readonly string[] {
  const pattern =
    /(?:^|[\s;])(?:import|export)\b[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

/** A file and every other of the project that it imports, directly or not. */
export function importedBy(file: string): readonly string[] {
  const found = new Set([file]);
  for (const each of found)
    for (const specifier of importsOf(each))
      if (specifier.startsWith('.')) found.add(join(dirname(each), specifier));
  return [...found].toSorted();
}
