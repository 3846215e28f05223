import { deterministicId } from '../../facts/index.ts';
import { defined, oneLine } from '../../text/index.ts';
import { markingOfLevel } from '../../threat/index.ts';
import { bundleText, byId, exportTime, idOf } from './bundle-text.ts';
import { FOEPRINT_IDENTITY, identityOf, type StixObject } from './derivation-extension.ts';
import {
  addressOf,
  firstDay,
  levelOf,
  sentencesOf,
  statedOnce,
  type ReportExport,
} from '../reports/report-export.ts';

/**
 * A report as a STIX 2.1 bundle: the report, created by its publisher; `uses` of its groups and software with the sentences, and notes with those
 * that name neither, created by Foeprint, who read them. Things of ATT&CK are only referred to, by the ids that ATT&CK gives them, so that nobody takes
 * this for ATT&CK. Ids are deterministic: exporting again gives newer versions of the same objects.
 *
 * @param at time of the export, ISO 8601 UTC
 * @throws FoeprintError E804 where that is no time
 */
export function reportBundle({ report, stated }: ReportExport, at: string): string {
  const time = exportTime(at);
  const title = oneLine(report.title);
  const publisher =
    report.publisher === undefined
      ? FOEPRINT_IDENTITY
      : identityOf(oneLine(report.publisher), 'organization');
  const level = levelOf(report);
  const reference = {
    source_name: oneLine(report.publisher ?? title),
    description: title,
    ...defined({ url: addressOf(report) }),
  };
  const common = (type: string, by: StixObject, ...parts: readonly string[]): StixObject => ({
    type,
    spec_version: '2.1',
    id: deterministicId(type, 'report', report.id, ...parts),
    created_by_ref: idOf(by),
    created: time,
    modified: time,
    ...(level === undefined ? {} : { object_marking_refs: [markingOfLevel(level)] }),
    external_references: [reference],
  });
  const things = statedOnce(stated);
  const users = new Map(
    things.flatMap(({ kind, id, stixId }) => (kind === 'technique' ? [] : [[id, stixId] as const])),
  );
  const read = things.flatMap((thing): readonly StixObject[] => {
    const words = sentencesOf(thing).join('\n');
    const user = thing.kind === 'group' ? undefined : users.get(thing.group ?? '');
    const { stixId, status, confidence } = thing;
    const sure = { confidence: Math.round(confidence), labels: [status] };
    if (user !== undefined)
      return [
        {
          ...common('relationship', FOEPRINT_IDENTITY, user, 'uses', stixId),
          relationship_type: 'uses',
          source_ref: user,
          target_ref: stixId,
          ...(words === '' ? {} : { description: words }),
          ...sure,
        },
      ];
    if (words === '') return [];
    return [
      {
        ...common('note', FOEPRINT_IDENTITY, stixId, thing.group ?? ''),
        content: words,
        object_refs: [stixId],
        ...sure,
      },
    ];
  });
  const refs = [...new Set([...things.map(({ stixId }) => stixId), ...read.map(idOf)])].toSorted();
  const itself = {
    ...common('report', publisher),
    name: title,
    report_types: ['threat-report'],
    published: `${firstDay(report, time)}T00:00:00.000Z`,
    // A report has to refer to something, even where nothing is stated.
    object_refs: refs.length === 0 ? [idOf(publisher)] : refs,
    labels: [report.kind],
  };
  const identities = [...new Set([publisher, FOEPRINT_IDENTITY])].toSorted(byId);
  return bundleText([...identities, itself, ...read.toSorted(byId)], report.id, time);
}
