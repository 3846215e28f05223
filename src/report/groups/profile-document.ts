import type { Claimant, Defence, Envelope, ProfileAnswer, ProfiledTechnique } from '../../answers/index.ts';
import { bullets, details, heading, paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import { sayKnown, sayMention, sayPeriod } from '../../answers/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { briefBlocks, isWholeInBrief } from './profile-brief.ts';
import { citationLink, dayOf, sayLabels, thingNamed } from '../words.ts';
import { saySeen } from './say-seen.ts';

/** What else a profile is shown by. */
interface ProfileView extends Pick<Envelope, 'sources'> {
  /** Whether to leave out what does not fit on one screen or page. Default false. */
  readonly isBrief?: boolean;
}

/** A profile as a report: what fits on one screen or page and, where not only that is asked for, all of it behind. */
export function profileDocument(profile: ProfileAnswer, { sources, isBrief = false }: ProfileView): Document {
  const { group, techniques } = profile;
  const title = `Profile of ${sayMention(group)}`;
  const brief = briefBlocks(profile);
  if (isBrief)
    return { title, lead: sayLead(profile, sources, 1), blocks: brief, hasContents: false, isWide: true };
  return {
    title,
    lead: sayLead(profile, sources),
    contentsAt: brief.length,
    blocks: [
      ...brief,
      ...(isWholeInBrief(profile)
        ? []
        : [heading(2, 'As its source describes it'), paragraph(profile.description)]),
      ...aliases(profile),
      ...(profile.seen.length === 0 ? [] : [paragraph(saySeen(profile.seen))]),
      heading(2, 'Techniques by tactic'),
      ...(techniques.length === 0 ? [paragraph('No technique is known.')] : tactics(profile)),
      ...software(profile),
      ...campaigns(profile),
      ...defences('Mitigations', 'Mitigation', profile.mitigations),
      ...defences('Detection strategies', 'Detection strategy', profile.detections),
      heading(2, 'How to read the scores'),
      ...scoreNotes(profile),
    ],
  };
}

function sayLead(
  { techniques, statuses, direct, derived, asOf }: ProfileAnswer,
  sources: Envelope['sources'],
  named: number = sources.length,
): string {
  return [
    `${count(techniques.length, 'technique')}: ${statuses.confirmed} confirmed, ${statuses.mentioned} mentioned, ${statuses.legacy} legacy as of ${asOf};`,
    `${direct} reported of the group, ${derived} derived.`,
    ...(sources.length === 0
      ? []
      : [
          `From ${sources
            .slice(0, named)
            .map(({ name }) => name)
            .join(
              ', ',
            )}${sources.length > named ? ` and ${count(sources.length - named, 'more source')}` : ''}.`,
        ]),
  ].join(' ');
}

/** Names, and who gives them. */
function aliases({ aliases: names }: ProfileAnswer): readonly Block[] {
  if (names.length === 0) return [];
  return [
    details(
      `${count(names.length, 'other name')}, and who gives them`,
      table(
        ['Name', 'Claimed by'],
        names.map(({ name, claimants }) => [name, claimants.map(sayClaimant).join('; ')]),
      ),
    ),
  ];
}

function sayClaimant({ name, cites }: Claimant): string {
  return cites.length === 0 ? name : `${name}, citing ${cites.join(', ')}`;
}

function tactics({ tactics: served, techniques }: ProfileAnswer): readonly Block[] {
  const byId = new Map(techniques.map((each) => [each.technique.id, each]));
  return served.flatMap(({ tactic, techniques: ids }) => [
    heading(3, thingNamed(tactic)),
    table(
      [numberColumn('Score'), 'Technique', 'Known', 'Evidence', numberColumn('Sources'), 'Read first'],
      ids.flatMap((id) => {
        const found = byId.get(id);
        return found === undefined ? [] : [techniqueRow(found)];
      }),
    ),
  ]);
}

function techniqueRow(each: ProfiledTechnique) {
  return [
    String(each.score),
    thingNamed(each.technique),
    sayKnown(each),
    sayPeriod(each.first, each.last),
    String(each.publishers.length),
    citationLink(each.citation),
  ];
}

function software({ software: used }: ProfileAnswer): readonly Block[] {
  return tableSection(
    'Software',
    ['Software', 'Evidence', numberColumn('Sources'), 'Read first'],
    used.map((each) => [
      thingNamed(each.software),
      sayPeriod(each.first, each.last),
      String(each.publishers.length),
      citationLink(each.citation),
    ]),
  );
}

function campaigns({ campaigns: attributed }: ProfileAnswer): readonly Block[] {
  return tableSection(
    'Campaigns attributed to it',
    ['Campaign', 'First seen', 'Last seen', 'Read first'],
    attributed.map(({ campaign, firstSeen, lastSeen, citation }) => [
      thingNamed(campaign),
      dayOf(firstSeen),
      dayOf(lastSeen),
      citationLink(citation),
    ]),
  );
}

function defences(title: string, singular: string, found: readonly Defence[]): readonly Block[] {
  if (found.length === 0) return [];
  return [
    heading(2, title),
    details(
      `${count(found.length, 'entry', 'entries')}, those for the most techniques first`,
      table(
        [singular, numberColumn('Techniques'), 'For'],
        found.map(({ defence, techniques }) => [
          thingNamed(defence),
          String(techniques.length),
          sayLabels(techniques),
        ]),
      ),
    ),
  ];
}

function scoreNotes({ policy, asOf, dating }: ProfileAnswer): readonly Block[] {
  return [
    bullets([
      `${policy.confirmed}, confirmed: a curated source, a case of one's own or a reviewer of a report holds it of the group.`,
      `${policy.mentioned}, mentioned: only rules derive it, or only sources report it that nobody curates, or it is only mentioned.`,
      `${policy.legacy}, legacy: its newest evidence is more than ${count(policy.legacyAfterYears, 'year')} older than ${asOf}, or the technique is withdrawn.`,
    ]),
    paragraph(
      `Of ${count(dating.relations, 'reported use')} of techniques, ${dating.dated} (${sayShare(dating.dated, dating.relations)}) cite a dated document: ` +
        `${dating.day} to the day, ${dating.month} to the month, ${dating.year} to the year. ` +
        'Dates are those of publication: when it was written down, not when it was first done. ' +
        'Sources are counted by publisher.',
    ),
  ];
}

/** A share as a percentage with at most one decimal: `98.5 %`; of nothing, `0 %`. */
function sayShare(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Number(((100 * part) / whole).toFixed(1))} %`;
}
