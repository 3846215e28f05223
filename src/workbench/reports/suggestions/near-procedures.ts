import { mention } from '../../../analysis/index.ts';
import type { NearProcedure, ReportSuggestion } from '../../../answers/index.ts';
import type { KnowledgeView } from '../../../knowledge/index.ts';
import { descriptionOf, endsOf } from '../../../stix/index.ts';
import { defined, oneLine, plainText } from '../../../text/index.ts';
import type { ReportReading } from '../read-report.ts';

/** Characters of a procedure that are given. */
const LONGEST = 300;
const MOST = 2;

/** Why a sentence is taken for a technique: the words that say most, and what sources report of it in like words. */
export function nearProcedures(
  view: KnowledgeView,
  { sentences, because }: ReportReading,
  place: number,
  technique: string,
): Pick<ReportSuggestion, 'words' | 'near'> {
  const { words, examples } = because(sentences[place]?.text ?? '', technique);
  return { words, near: examples.slice(0, MOST).flatMap((id) => procedureOf(view, id)) };
}

function procedureOf(view: KnowledgeView, id: string): readonly NearProcedure[] {
  const [version] = view.versions(id);
  if (version === undefined) return [];
  const { raw } = version;
  const subject = view.catalogue.termOf(endsOf(raw)?.source ?? '');
  const text = oneLine(plainText(descriptionOf(raw)));
  return [
    {
      ...defined({ who: subject === undefined ? undefined : mention(view.catalogue, subject) }),
      text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text,
      object: id,
    },
  ];
}
