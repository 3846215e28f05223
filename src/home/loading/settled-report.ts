import { FoeprintError, type Delivery, type Issue } from '../../facts/index.ts';
import { lazily } from '../../text/index.ts';
import { danglingIssues, INTAKE_ISSUES } from '../../intake/index.ts';
import type { IngestReport, KnowledgeBase, KnowledgeView } from '../../knowledge/index.ts';

/**
 * The report of an ingest whose remark on references that lead nowhere is true of all that is loaded: a delivery alone does not
 * know what other sources describe. It is made when first read, which is after everything that one command loads.
 */
export function settledReport(
  report: IngestReport,
  delivery: Delivery,
  knowledge: KnowledgeBase,
): IngestReport {
  const settled = lazily(() => settledIssues(report.issues, delivery, knowledge));
  return {
    ...report,
    get issues() {
      return settled();
    },
  };
}

function settledIssues(
  issues: readonly Issue[],
  { referredTo, source }: Delivery,
  knowledge: KnowledgeBase,
): readonly Issue[] {
  const view = issues.some(isRemark) ? viewOf(knowledge) : undefined;
  if (view === undefined || referredTo === undefined) return issues;
  const inView = new Set(view.sources.map(({ id }) => id));
  const isDescribed = (id: string): boolean =>
    view.versions(id).some(({ sources }) => sources.some((each) => inView.has(each.id)));
  const missing = new Map([...referredTo].filter(([id]) => !isDescribed(id)));
  return issues.flatMap((issue) =>
    isRemark(issue) ? danglingIssues(missing, source.location, 'in view') : [issue],
  );
}

/** Of what is closed by now, or cannot be shown, nothing better can be said than what the delivery knows. */
function viewOf(knowledge: KnowledgeBase): KnowledgeView | undefined {
  try {
    return knowledge.view();
  } catch (error) {
    if (error instanceof FoeprintError) return undefined;
    throw error;
  }
}

function isRemark({ code }: Issue): boolean {
  return code === INTAKE_ISSUES.dangling.code;
}
