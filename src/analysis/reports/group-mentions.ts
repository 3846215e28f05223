import type { KnowledgeView } from '../../knowledge/index.ts';
import { candidatesOf, type NameCandidate, type ReportName } from './names-of.ts';

/** A group as a report names it at one place. */
export interface GroupMention {
  readonly start: number;
  /** As the text writes it. */
  readonly written: string;
  /** Whom the name may mean; several where claims do not decide. */
  readonly candidates: readonly NameCandidate[];
  /** Whether the name may be software as well, and nothing beside it shows which is meant. */
  readonly isUnclear: boolean;
}

/** The groups among names that were found in a report. */
export function groupMentions(
  view: KnowledgeView,
  found: readonly {
    readonly start: number;
    readonly written: string;
    readonly entries: readonly ReportName[];
  }[],
): readonly GroupMention[] {
  return found.flatMap(({ start, written, entries }) => {
    const groups = entries.filter(({ kind }) => kind === 'group');
    if (groups.length === 0) return [];
    const candidates = groups.flatMap((name) => candidatesOf(view, name));
    return [{ start, written, candidates, isUnclear: groups.length < entries.length }];
  });
}
