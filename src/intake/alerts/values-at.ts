import { append, isMapping } from '../../text/index.ts';

/**
 * The values at a path of names with dots, through every item of the lists on the way: `finding_info.attacks.technique.uid`.
 * Keys that have dots themselves, as Elasticsearch flattens them, are followed too, and lists in lists some way.
 */
export function valuesAt(value: unknown, path: string, lists = MOST_LISTS): readonly unknown[] {
  if (Array.isArray(value))
    return lists === 0 ? [] : value.flatMap((item) => valuesAt(item, path, lists - 1));
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

/** Lists that stand in one another are followed so far: hundreds of thousands would end the stack, and no tool writes more than two. */
const MOST_LISTS = 8;

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
