import { append, isMapping } from '../../text/index.ts';

/**
 * The values at a path of names with dots, through every item of the lists on the way: `finding_info.attacks.technique.uid`.
 * Keys that have dots themselves, as Elasticsearch flattens them, are followed too.
 */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  if (path === '') return value === undefined || value === null ? [] : [value];
  if (!isMapping(value)) return [];
  if (Object.hasOwn(value, path)) return valuesAt(value[path], '');
  const found: unknown[] = [];
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const key = path.slice(0, dot);
    if (Object.hasOwn(value, key)) append(found, valuesAt(value[key], path.slice(dot + 1)));
  }
  return found;
}

/** The texts among them, numbers as texts; empty ones left out. */
export function textsAt(
  value: unknown,
  ...paths: readonly (string | readonly string[])[]
): readonly string[] {
  return paths
    .flat()
    .flatMap((path) => valuesAt(value, path))
    .flatMap((each) =>
      typeof each === 'string' ? [each.trim()] : typeof each === 'number' ? [String(each)] : [],
    )
    .filter((text) => text !== '');
}
