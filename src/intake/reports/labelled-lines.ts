import type { Issue } from '../../facts/index.ts';
import { textOf } from '../../stix/index.ts';
import { isMapping } from '../../text/index.ts';
import { attackNumber, type LabelledSentence } from '../../threat/index.ts';
import { identifiedLines } from '../events/identified-lines.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';

/** Characters of a sentence that are learnt from. */
const LONGEST = 4000;

/** Reads labelled sentences from JSON Lines: `{doc_id, text, techniques[]}`, none of them for one that states nothing. Lines that are none are reported. */
export function readLabelledLines(
  text: string,
  file: string,
): { readonly sentences: readonly LabelledSentence[]; readonly issues: readonly Issue[] } {
  const issues = new IssueList(file);
  const sentences = identifiedLines(text, issues, INTAKE_ISSUES.badLabelledLine, 'doc_id').flatMap(
    ({ id: doc, line, raw }): readonly LabelledSentence[] => {
      const labels = raw['techniques'];
      const ids = Array.isArray(labels) ? labels.map(techniqueId) : ['?'];
      const written = textOf(raw, 'text').trim();
      const wrong =
        ids.includes('') || !Array.isArray(labels) ? 'techniques' : written === '' ? 'text' : undefined;
      if (wrong === undefined)
        return [{ text: written.slice(0, LONGEST), techniques: [...new Set(ids)], doc }];
      issues.add(INTAKE_ISSUES.badLabelledLine, `Its \`${wrong}\` cannot be used.`, { line, field: wrong });
      return [];
    },
  );
  return { sentences, issues: issues.toArray() };
}

/** An id, or an object that has it as `id`; empty for what is none. */
function techniqueId(label: unknown): string {
  const id = isMapping(label) ? label['id'] : label;
  return typeof id === 'string' ? attackNumber('attack-pattern', id) : '';
}
