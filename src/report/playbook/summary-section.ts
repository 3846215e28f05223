import type { SummaryAnswer, SummaryGroup } from '../../answers/index.ts';
import { item, numbered, paragraph, strong, table, type Block } from '../../render/index.ts';
import { VOCABULARIES, type Organisation } from '../../threat/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayNewest } from '../say-newest.ts';
import { listed, stressed, thingMentioned } from '../words.ts';
import type { Section } from './section.ts';
import { inWords, percent } from './words.ts';

/** The answers on one page, for whoever reads no further. */
export const summarySection: Section<'summary'> = (answer, run) => [
  paragraph(strong('Who. '), sayWho(answer, run.organisation)),
  firstGroups(answer.first, run.asOf),
  ...howBlocks(answer),
  ...whatToDo(answer),
  paragraph(strong('How sure. '), saySureness(answer)),
];

function sayWho(
  { of, byCountry, bySector, byBoth, first }: SummaryAnswer,
  organisation: Organisation,
): string {
  const countries = organisation.countries.map(VOCABULARIES.countries.say);
  const sectors = organisation.sectors.map(VOCABULARIES.sectors.say);
  const parts = [
    ...(countries.length === 0 ? [] : [`${byCountry} are documented against ${listed(countries, 'or')}`]),
    ...(sectors.length === 0 ? [] : [`${bySector} against ${listed(sectors, 'or')}`]),
    ...(countries.length === 0 || sectors.length === 0 ? [] : [`${byBoth} against both`]),
  ];
  const counted = parts.length === 0 ? '' : `Of ${count(of, 'group')} in view, ${listed(parts)}. `;
  return `${counted}${first.length === 1 ? 'The first' : `The first ${inWords(first.length)}`}, in order of concern:`;
}

function firstGroups(first: readonly SummaryGroup[], asOf: string): Block {
  return table(
    [numberColumn('#'), 'Group', 'Documented against', 'Reported by', 'Last report'],
    first.map(({ rank, group, countries, sectors, by, lastReport, recent }) => [
      String(rank),
      thingMentioned(group),
      [...countries, ...sectors].join(', ') || 'neither country nor sector',
      [...new Set(by.map(claimantOf))].join(', ') || '–',
      `${lastReport === '' ? 'none dated' : sayNewest(lastReport, asOf)}${recent === 0 ? '' : `; ${recent} in three years`}`,
    ]),
  );
}

/** Whoever says it, without the source that passes it on. */
function claimantOf(by: string): string {
  return by.replace(/ \([^()]*\)$/, '');
}

function howBlocks({ techniques, counted }: SummaryAnswer): readonly Block[] {
  if (techniques.length === 0)
    return [paragraph(strong('How. '), 'No source reports a technique that these groups use.')];
  const uses = techniques.map(({ technique, usedBy }, place) => [
    place === 0 ? '' : place === techniques.length - 1 ? ' and ' : ', ',
    ...thingMentioned(technique),
    ` by ${usedBy}`,
  ]);
  return [
    paragraph(
      strong('How. '),
      `What the first ${counted} groups share most, weighed by their place, by how well it is documented and by how lately: `,
      uses.flat(),
      ' of them.',
    ),
  ];
}

function whatToDo({ measures, answered }: SummaryAnswer): readonly Block[] {
  if (measures.length === 0) return [];
  return [
    paragraph(
      strong('What to do first. '),
      `${measures.length === 1 ? 'This mitigation answers' : `These ${inWords(measures.length)} mitigations together answer`} ${percent(answered)} of what is to be expected and not yet covered:`,
    ),
    numbered(
      measures.map(({ defence, adds, techniques }) =>
        item([
          ...stressed(thingMentioned(defence)),
          ` adds ${percent(adds)}: ${count(techniques.length, 'technique')}, above all ${listed(techniques.slice(0, 3).map(({ technique }) => technique.name))}`,
        ]),
      ),
    ),
  ];
}

function saySureness({ sureness, of, unknownCountry, unknownSector }: SummaryAnswer): string {
  const { stay, source, oneClaimant } = sureness;
  const steady =
    source === ''
      ? `The first ${inWords(sureness.of)} stay the first whichever source is left out.`
      : `Without ${source}, the source that matters most, ${stay === 0 ? 'none' : `only ${inWords(stay)}`} of the first ${inWords(sureness.of)} would stay.`;
  const thin =
    oneClaimant === 0
      ? ''
      : ` By country and sector ${inWords(oneClaimant)} of them ${oneClaimant === 1 ? 'is' : 'are'} tied to the organisation by a single claimant.`;
  return `${steady}${thin} No source reports a country for ${unknownCountry} of ${of} groups, or a sector for ${unknownSector}: they may be of concern and not stand high here.`;
}
