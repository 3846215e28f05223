import type { IssueList } from '../issue-list.ts';
import { oneLine } from '../../text/index.ts';
import {
  labelOf,
  structuredReport,
  type Mentioned,
  type ReportParts,
  type StructuredReport,
} from './structured-report.ts';

/** A step, or something that steps act on, of a flow of Attack Flow, however it is written. */
export interface FlowNode {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** What of ATT&CK it is; of an action, its technique. */
  readonly thing?: Mentioned | undefined;
  /** Keys of what follows. */
  readonly next: readonly string[];
}

/** A flow of Attack Flow 2 or 3. */
export interface Flow extends Omit<ReportParts, 'paragraphs' | 'mentions'> {
  readonly description: string;
  readonly nodes: readonly FlowNode[];
  /** STIX id, or field, that is the place of what is wrong with it. */
  readonly place: { readonly object?: string; readonly field?: string };
}

/** A flow as a report: its steps in the order of the attack; they are those of the only group that it names. */
export function flowReport(flow: Flow, issues: IssueList): StructuredReport {
  const nodes = inOrder(flow.nodes);
  const groups = new Set(nodes.flatMap(({ thing }) => (thing?.kind === 'group' ? [labelOf(thing)] : [])));
  const [group] = groups.size === 1 ? groups : [];
  const mentions = nodes.flatMap(({ thing, description }) => {
    if (thing === undefined) return [];
    const attached = group === undefined || thing.kind === 'group' ? {} : { group };
    return [{ ...thing, ...attached, sentence: description }];
  });
  const sentences = nodes.map(({ name, description }) =>
    [oneLine(name), description].filter(Boolean).join(': '),
  );
  return structuredReport(
    { ...flow, paragraphs: [flow.description, ...sentences], mentions },
    issues,
    flow.place,
  );
}

/** What comes before something stands before it; what goes round in circles stands at the end, as in the file. */
function inOrder(nodes: readonly FlowNode[]): readonly FlowNode[] {
  const known = new Map(nodes.map((node) => [node.key, node]));
  const before = new Map(nodes.map(({ key }) => [key, 0]));
  for (const { next } of nodes)
    for (const key of new Set(next)) if (before.has(key)) before.set(key, (before.get(key) ?? 0) + 1);
  const ordered = new Set(nodes.filter(({ key }) => before.get(key) === 0));
  for (const { next } of ordered)
    for (const key of new Set(next)) {
      const left = (before.get(key) ?? 0) - 1;
      before.set(key, left);
      const follower = known.get(key);
      if (left === 0 && follower !== undefined) ordered.add(follower);
    }
  return [...ordered, ...nodes.filter((node) => !ordered.has(node))];
}
