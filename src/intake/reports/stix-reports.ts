import { strictestLevel, type Place } from '../../facts/index.ts';
import { MarkingLevels, referencesIn, textOf, textsOf, type Raw } from '../../stix/index.ts';
import { addTo } from '../../text/index.ts';
import type { ReportMention } from '../../threat/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { flowReport } from './attack-flow.ts';
import { mentionsTagged, partsTagged, withoutTags } from './galaxy-tags.ts';
import { stixFlows } from './stix-flows.ts';
import {
  documentsCited,
  labelOf,
  mentionedThing,
  MOST_MENTIONS,
  MOST_SHARED,
  structuredReport,
  type Mentioned,
  type ReportParts,
  type StructuredReport,
} from './structured-report.ts';

/** Types that say what a report says: misp-stix writes events that are not published as groupings. */
const REPORT_TYPES: ReadonlySet<string> = new Set(['report', 'grouping']);

/**
 * The reports of STIX 2.0 or 2.1 (2.1, section 4.14): what each refers to, and of the relationships between that who uses what,
 * with the sentence that says so; and flows of Attack Flow.
 *
 * @param objects those of one or more bundles
 */
export function readStixReports(objects: readonly Raw[], issues: IssueList): readonly StructuredReport[] {
  const bundle = new Bundle(objects);
  const reports = bundle.newest.filter((object) => REPORT_TYPES.has(textOf(object, 'type')));
  const flows = bundle.newest.filter(({ type }) => type === 'attack-flow');
  if (flows.length === 0 && reports.length === 0)
    issues.add(
      INTAKE_ISSUES.noReports,
      'It is STIX without a report: no object of it is a `report`, `grouping` or `attack-flow`.',
    );
  const isLive = (object: Raw): boolean => {
    if (object['revoked'] !== true) return true;
    issues.add(INTAKE_ISSUES.reportLeftOut, `“${textOf(object, 'name')}” is withdrawn.`, placeOf(object));
    return false;
  };
  return [
    ...reports
      .filter(isLive)
      .map((report) => structuredReport(partsOf(report, bundle), issues, placeOf(report))),
    ...stixFlows(flows, bundle, isLive).map((flow) => flowReport(flow, issues)),
  ];
}

function placeOf(object: Raw): Place {
  return { object: textOf(object, 'id') };
}

/** The objects of a file: of several versions of one the newest. */
class Bundle {
  readonly named = new Map<string, Raw>();
  readonly levels: MarkingLevels;
  /** Notes by what they are about. */
  readonly notes = new Map<string, Raw[]>();
  readonly #relationships = new Map<string, Raw[]>();
  /** Relationships that reports may still have. */
  left = MOST_SHARED;

  constructor(objects: readonly Raw[]) {
    this.levels = new MarkingLevels(objects);
    for (const [index, object] of objects.entries()) {
      const id = textOf(object, 'id') || String(index);
      const known = this.named.get(id);
      if (known === undefined || textOf(object, 'modified') > textOf(known, 'modified'))
        this.named.set(id, object);
    }
    for (const note of this.newest.filter(isNote))
      for (const about of textsOf(note, 'object_refs')) addTo(this.notes, about, note);
    for (const one of this.newest.filter(isRelationship))
      addTo(this.#relationships, textOf(one, 'source_ref'), one);
  }

  get newest(): readonly Raw[] {
    return [...this.named.values()];
  }

  /** Those of some ids that are there. */
  all(ids: Iterable<string>): readonly Raw[] {
    return Array.from(ids, (id) => this.named.get(id)).filter((one) => one !== undefined);
  }

  /** The relationships that a report refers to, and those between what it refers to. */
  relationshipsOf(refs: ReadonlySet<string>): readonly Raw[] {
    const found = new Set(this.all(refs).filter(isRelationship));
    for (const ref of refs)
      for (const one of this.#relationships.get(ref) ?? []) {
        if (this.left === 0) return [...found];
        if (!refs.has(textOf(one, 'target_ref')) || found.has(one)) continue;
        found.add(one);
        this.left -= 1;
      }
    return [...found];
  }
}

function isNote({ type, revoked }: Raw): boolean {
  return type === 'note' && revoked !== true;
}

function isRelationship({ type, revoked }: Raw): boolean {
  return type === 'relationship' && revoked !== true;
}

function partsOf(report: Raw, bundle: Bundle): ReportParts {
  const refs = new Set(textsOf(report, 'object_refs'));
  const relationships = bundle.relationshipsOf(refs);
  const ids = new Set([
    ...refs,
    ...relationships.flatMap((one) => [textOf(one, 'source_ref'), textOf(one, 'target_ref')]),
  ]);
  const objects = bundle.all([...ids, ...relationships.map((one) => textOf(one, 'id'))]);
  const notes = [...(bundle.notes.get(textOf(report, 'id')) ?? []), ...objects.filter(isNote)];
  return {
    title: textOf(report, 'name'),
    publisher: textOf(bundle.named.get(textOf(report, 'created_by_ref')) ?? {}, 'name'),
    date: textOf(report, 'published'),
    language: textOf(report, 'lang'),
    isCut: bundle.left === 0,
    tlp: strictestLevel([report, ...objects].map((object) => bundle.levels.of(object))),
    references: documentsCited(referencesIn(report)),
    paragraphs: [
      textOf(report, 'description'),
      ...new Set(notes.map((note) => withoutTags(textOf(note, 'content')))),
      ...new Set([...objects.filter(isOwn), ...relationships].map((one) => textOf(one, 'description'))),
    ],
    mentions: [
      ...mentionsIn(ids, relationships, bundle.named),
      ...notes.flatMap((note) => noted(note, bundle)),
      // As misp-stix writes tags of MISP.
      ...mentionsTagged([
        ...[report, ...objects].map((object) => ({ tags: textsOf(object, 'labels'), sentence: '' })),
        ...notes.flatMap((note) => partsTagged(textOf(note, 'content'))),
      ]),
    ],
  };
}

/** What a note that is about one thing says of it. */
function noted(note: Raw, { named }: Bundle): readonly ReportMention[] {
  const [about, another] = textsOf(note, 'object_refs').flatMap(
    (id) => mentionedThing(id, named.get(id)) ?? [],
  );
  return about === undefined || another !== undefined
    ? []
    : [{ ...about, sentence: textOf(note, 'content') }];
}

/** Whether what an object says of itself are words of the report, and not those of ATT&CK. */
function isOwn(object: Raw): boolean {
  const thing = mentionedThing(textOf(object, 'id'), object);
  return thing !== undefined && thing.id === undefined;
}

function mentionsIn(
  ids: ReadonlySet<string>,
  relationships: readonly Raw[],
  named: ReadonlyMap<string, Raw>,
): readonly ReportMention[] {
  const thing = (id: string): Mentioned | undefined => mentionedThing(id, named.get(id));
  const ends = relationships.map((one) => ({
    relation: textOf(one, 'relationship_type'),
    user: thing(textOf(one, 'source_ref')),
    used: thing(textOf(one, 'target_ref')),
    sentence: textOf(one, 'description'),
  }));
  const behind = new Map<string, string[]>();
  const mentions: ReportMention[] = [];
  for (const { relation, user, used, sentence } of ends) {
    if (relation !== 'attributed-to' || user?.kind !== 'campaign' || used?.kind !== 'group') continue;
    addTo(behind, labelOf(user), labelOf(used));
    mentions.push({ ...user, group: labelOf(used), sentence });
  }
  for (const { relation, user, used, sentence } of ends) {
    // A campaign that many are behind has what it uses as often.
    if (mentions.length > MOST_MENTIONS) break;
    if (relation !== 'uses' || user === undefined || used === undefined) continue;
    for (const group of groupsOf(user, behind))
      mentions.push({ ...used, ...(group === undefined ? {} : { group }), sentence });
  }
  const alone = [...ids].flatMap((id) => {
    const object = named.get(id);
    const one = thing(id);
    // What a numbered object says of itself is what ATT&CK says of it.
    const sentence = one?.id === undefined && object !== undefined ? textOf(object, 'description') : '';
    return one === undefined ? [] : [{ ...one, sentence }];
  });
  return [...alone, ...mentions];
}

/** Whom what a group, campaign or software uses is put down to: of software, to nobody. */
function groupsOf(
  user: Mentioned,
  behind: ReadonlyMap<string, readonly string[]>,
): readonly (string | undefined)[] {
  if (user.kind === 'campaign') return behind.get(labelOf(user)) ?? [labelOf(user)];
  return [user.kind === 'group' ? labelOf(user) : undefined];
}
