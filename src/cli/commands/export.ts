import { derivedBundle } from '../../export/index.ts';
import type { DerivedFact, StixObject } from '../../export/index.ts';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import { derivedFacts } from '../../workbench/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { Call, CallOptions } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';

/** What can be exported, by name. */
const EXPORTS: Readonly<Record<string, (desk: Desk, options: CallOptions) => Outcome>> = { derived };

export async function run({ arguments: [what = ''], options, desk }: Call): Promise<Outcome> {
  const make = EXPORTS[what];
  if (make !== undefined) return make(await desk(), options);
  throw new FoeprintError([issueOf(CLI_ISSUES.unknownExport, `“${what}” cannot be exported.`)]);
}

function derived(desk: Desk, options: CallOptions): Outcome {
  const facts = derivedFacts(desk, { relations: options.texts('relation'), of: options.texts('of') });
  const at = options.text('at') ?? newestLoading(desk);
  const text = derivedBundle({ facts, at, include: markingObjects(desk, facts) });
  return { data: undefined, text, textForm: 'stix', exitCode: facts.length === 0 ? EXIT.nothing : EXIT.ok };
}

/** The definitions of the markings that the facts carry: whoever reads the bundle alone must see what they say. */
function markingObjects({ view }: Desk, facts: readonly DerivedFact[]): readonly StixObject[] {
  const ids = new Set(facts.flatMap(({ markings }) => markings));
  return [...ids].flatMap((id) => view.versions(id).slice(0, 1)).map(({ raw }) => raw);
}

/** Not the clock: the same knowledge gives the same bytes. */
function newestLoading({ view }: Desk): string {
  return (
    view.sources
      .map(({ loadedAt }) => loadedAt)
      .toSorted()
      .at(-1) ?? ''
  );
}
