import { isRaw, rawsOf, textOf, textsOf, type Raw } from '../../stix/index.ts';
import { addTo } from '../../text/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import type { IssueList } from '../issue-list.ts';
import { flowReport, type FlowNode } from './attack-flow.ts';
import {
  documentsCited,
  explicitId,
  mentionKind,
  namedThing,
  type Mentioned,
  type StructuredReport,
} from './structured-report.ts';

/** Whether a document is a file of the Attack Flow Builder (`.afb`), of version 2 or 3. */
export function isBuilderFlow(raw: Raw): boolean {
  const { schema, objects } = raw;
  if (textOf(raw, 'schema').startsWith('attack_flow')) return true;
  if (!Array.isArray(objects)) return false;
  if (isRaw(schema) && 'page_template' in schema) return true;
  if (schema !== undefined) return 'layout' in raw || 'camera' in raw;
  return rawsOf(raw, 'objects').some((one) => PAGES.has(templateOf(one)) && Array.isArray(one['properties']));
}

const PAGES: ReadonlySet<string> = new Set(['flow', 'attack_flow_page']);

/**
 * A flow as the Attack Flow Builder keeps it: blocks have anchors, which hold the ends of lines to others. Version 2 names the
 * templates of objects in `template` and what hangs on an object in `children`; version 3 in `id`, and in `anchors` and `latches`.
 */
export function readBuilderFlow(raw: Raw, issues: IssueList): readonly StructuredReport[] {
  const objects = rawsOf(raw, 'objects');
  const page = objects.find((object) => PAGES.has(templateOf(object))) ?? {};
  const fields = propertiesOf(page);
  const next = followersIn(objects);
  const nodes = objects.flatMap((object) => nodeOf(object, next.get(keyOf(object)) ?? []));
  const created = fields['created'];
  return [
    flowReport(
      {
        title: textOf(fields, 'name'),
        description: textOf(fields, 'description'),
        publisher: textOf(pairs(fields['author']), 'name'),
        date: isRaw(created) ? textOf(created, 'time') : textOf(fields, 'created'),
        tlp: tlpNamed(textOf(pairs(fields['classification']), 'marking'))?.name,
        references: documentsCited(referencesOf(fields['external_references'])),
        nodes,
        place: { field: 'objects' },
      },
      issues,
    ),
  ];
}

function templateOf(object: Raw): string {
  return textOf(object, 'template') || textOf(object, 'id');
}

function keyOf(object: Raw): string {
  return textOf(object, 'instance') || textOf(object, 'id');
}

function nodeOf(object: Raw, next: readonly string[]): readonly FlowNode[] {
  const template = templateOf(object);
  const fields = propertiesOf(object);
  const name = textOf(fields, 'name');
  const type = template.replaceAll('_', '-');
  const isStep = STEP.test(template);
  const thing = isStep ? techniqueOf(fields, name) : namedThing(type, name);
  if (!isStep && mentionKind(type) === undefined) return [];
  const shown = isStep ? name : (thing?.name ?? '');
  return [{ key: keyOf(object), name: shown, description: textOf(fields, 'description'), thing, next }];
}

/** Templates of what may stand between two techniques, and of techniques. */
const STEP = /^(?:action|condition|and|or|\w+_operator)$/iu;

function techniqueOf(fields: Raw, name: string): Mentioned | undefined {
  const written = textOf(fields, 'technique_id') || textOf(pairs(fields['ttp']), 'technique');
  const id = explicitId('attack-pattern', written);
  return id === undefined ? undefined : { kind: 'technique', id, name: name || id };
}

/** Blocks by key, and the keys of the blocks that lines lead to from them. */
function followersIn(objects: readonly Raw[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map(objects.map((object) => [keyOf(object), object]));
  const owners = new Map<string, string>();
  for (const block of objects) {
    if (PAGES.has(templateOf(block)) || isLine(block)) continue;
    for (const anchor of hangingOn(block))
      for (const end of hangingOn(named.get(anchor) ?? {})) owners.set(end, keyOf(block));
  }
  const next = new Map<string, string[]>();
  for (const line of objects.filter(isLine)) {
    const [from, to] = [endOf(line, 'source', named), endOf(line, 'target', named)].map((end) =>
      owners.get(end),
    );
    if (from !== undefined && to !== undefined) addTo(next, from, to);
  }
  return next;
}

/** Ends and handles of lines are called after lines, too. */
function isLine(object: Raw): boolean {
  return /line(?!_(?:source|target|handle))/u.test(templateOf(object));
}

function hangingOn(object: Raw): readonly string[] {
  const anchors = object['anchors'];
  const named = isRaw(anchors) ? Object.values(anchors).filter((key) => typeof key === 'string') : [];
  return [...named, ...textsOf(object, 'latches'), ...textsOf(object, 'children')];
}

function endOf(line: Raw, end: 'source' | 'target', named: ReadonlyMap<string, Raw>): string {
  const template = `line_${end}`;
  const child = textsOf(line, 'children').find((key) => templateOf(named.get(key) ?? {}).endsWith(template));
  return textOf(line, end) || (child ?? '');
}

function propertiesOf(object: Raw): Raw {
  return pairs(object['properties']);
}

/** The Builder keeps fields as a list of pairs. */
function pairs(value: unknown): Raw {
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(
    value.flatMap((pair: unknown) =>
      Array.isArray(pair) && typeof pair[0] === 'string' ? [[pair[0], pair[1]] as const] : [],
    ),
  );
}

/** References are lists of pairs; since version 2.1 each stands behind a key of its own. */
function referencesOf(value: unknown): readonly Raw[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry: unknown) =>
    pairs(Array.isArray(entry) && typeof entry[0] === 'string' ? entry[1] : entry),
  );
}
