import { reportLayer } from '../../analysis/index.ts';
import type { Mention, ReportExportAnswer, ReportExportQuestion, StatedFact } from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import type { ReportExport, StatedThing } from '../../export/index.ts';
import { highest, groupedBy } from '../../text/index.ts';
import { kindOfType, reportLabel, STATUS_CONFIDENCE, tlpNamed, type Layer } from '../../threat/index.ts';
import { layersByDomain } from '../layers/layers-by-domain.ts';
import { answeredAs, type Answered } from '../use-case.ts';
import { findReport } from './find-report.ts';
import { reportFacts } from './report-facts.ts';
import { givenReport } from './show.ts';

/** What a kept report states, as it is loaded. @throws FoeprintError W780 where none is called so */
export async function exportReport(
  desk: Knowledge['view'],
  { report: asked, onlyAccepted }: ReportExportQuestion,
): Promise<Answered<ReportExportAnswer>> {
  const kept = findReport(await desk.reports(), asked);
  const { facts, leftOut } = await reportFacts(desk, kept, { onlyAccepted });
  const { text: _text, full: _full, mentions: _mentions, ...head } = givenReport(kept);
  const [last = kept.addedAt] = kept.decisions
    .map(({ decidedAt }) => decidedAt)
    .toSorted()
    .toReversed();
  const besides = facts.filter((fact) => thingsOf(fact).length === 0).length;
  return {
    answer: {
      ...head,
      label: reportLabel(kept.id),
      id: kept.id,
      changedAt: last > kept.addedAt ? last : kept.addedAt,
      facts,
      leftOut: leftOut.length,
    },
    level: kept.level,
    notes: [
      ...(leftOut.length === 0
        ? []
        : [
            `${leftOut.length} more that it is read to state are left out: \`report load --dry-run\` says why.`,
          ]),
      ...(besides === 0
        ? []
        : [
            `${besides} of the facts are no uses of techniques or software: STIX, MISP and layers written here leave them out.`,
          ]),
    ],
  };
}

/** The techniques of a kept report as Navigator layers. */
export async function exportedLayers(
  desk: Knowledge['view'],
  question: ReportExportQuestion,
): Promise<Answered<readonly Layer[]>> {
  return answeredAs(await exportReport(desk, question), (answer) =>
    layersByDomain(desk, (options) => reportLayer(answer, options)),
  );
}

/** The same as formats of other tools have it. @param level how far it may go, in any spelling */
export function toExport(answer: ReportExportAnswer, level: string | undefined): ReportExport {
  const { id, title, publisher, date, url, kind, facts } = answer;
  const uses = facts.flatMap(thingsOf);
  const users = [
    ...groupedBy(
      facts.filter((fact) => thingsOf(fact).length > 0),
      (fact) => fact.subject.id,
    ),
  ];
  return {
    report: {
      id,
      title,
      kind,
      ...(publisher === undefined ? {} : { publisher }),
      ...(date === undefined ? {} : { date }),
      ...(url === undefined ? {} : { url }),
      ...(level === undefined ? {} : { tlp: tlpNamed(level)?.name ?? level }),
    },
    stated: [...users.flatMap(([, of]) => userOf(of)), ...uses],
  };
}

/** Whose they are: as sure as the surest of what it uses. */
function userOf(facts: readonly StatedFact[]): readonly StatedThing[] {
  const surest = highest(facts.map(({ status }) => STATUS_CONFIDENCE[status]));
  const [fact] = facts.filter(({ status }) => STATUS_CONFIDENCE[status] === surest);
  if (fact === undefined) return [];
  const kind = kindOfType(fact.subject.type)?.name === 'software' ? 'software' : 'group';
  return [{ kind, ...named(fact.subject), status: fact.status, confidence: surest, sentences: [] }];
}

function thingsOf(fact: StatedFact): readonly StatedThing[] {
  const kind = kindOfType(fact.object.type)?.name;
  if (fact.relation !== 'uses' || (kind !== 'technique' && kind !== 'software')) return [];
  return [
    {
      kind,
      ...named(fact.object),
      status: fact.status,
      confidence: STATUS_CONFIDENCE[fact.status],
      group: fact.subject.label || fact.subject.id,
      sentences: fact.sentences.map((text) => ({ text })),
    },
  ];
}

function named({ id, label, name }: Mention): Pick<StatedThing, 'id' | 'stixId' | 'name'> {
  return { id: label || id, stixId: id, name };
}
