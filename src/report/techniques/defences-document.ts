import {
  sayMention,
  type Analytic,
  type Defence,
  type Detection,
  type DetectionsAnswer,
  type MitigationsAnswer,
} from '../../answers/index.ts';
import {
  bullets,
  heading,
  item,
  paragraph,
  table,
  type Block,
  type Content,
  type Document,
} from '../../render/index.ts';
import { count, firstSentence } from '../../text/index.ts';
import { watchBlocks } from '../threats/watch-blocks.ts';
import { numberColumn, paragraphs } from '../blocks.ts';
import { labelList, logSourcesOf, thingCells, thingMentioned } from '../words.ts';

/** Mitigations of a technique, or relevant to a group. */
export function mitigationsDocument(answer: MitigationsAnswer): Document {
  const { subject, relation, mitigations } = answer;
  return {
    title: `${count(mitigations.length, 'mitigation')} ${PREPOSITIONS[relation]} ${sayMention(subject)}`,
    blocks: mitigationsBlocks(answer),
  };
}

const PREPOSITIONS = { against: 'of', relevant: 'relevant to' } as const;

/** The mitigations, as a table with what they are for. */
function mitigationsBlocks({ relation, mitigations, watch }: MitigationsAnswer): readonly Block[] {
  return [
    ...(mitigations.length === 0 ? [] : MITIGATION_BLOCKS[relation](mitigations)),
    ...watchBlocks(watch),
  ];
}

const MITIGATION_BLOCKS: Record<
  MitigationsAnswer['relation'],
  (mitigations: readonly Defence[]) => readonly Block[]
> = {
  against: (mitigations) => [howTable(mitigations)],
  relevant: (mitigations) => [
    table(
      ['Mitigation', 'Name', numberColumn('Techniques'), 'Through'],
      mitigations.map(({ defence, techniques }) => [
        ...thingCells(defence),
        String(techniques.length),
        labelList(techniques),
      ]),
    ),
  ],
};

/** Mitigations of one technique, with the words how. */
export function howTable(mitigations: readonly Defence[]): Block {
  return table(
    ['Mitigation', 'Name', 'How'],
    mitigations.map(({ defence, support }) => [...thingCells(defence), support?.sentence ?? '']),
  );
}

/** Detection strategies for a technique (with their analytics and log sources), or relevant to a group. */
export function detectionsDocument({
  subject,
  relation,
  platforms,
  covered,
  detections,
}: DetectionsAnswer): Document {
  const preposition = { against: 'for', relevant: 'relevant to' }[relation];
  const where = platforms.length === 0 ? '' : ` on ${platforms.join(', ')}`;
  return {
    title: `${count(detections.length, 'detection strategy', 'detection strategies')} ${preposition} ${sayMention(subject)}${where}`,
    blocks: [
      ...(covered.length === 0 ? [] : [paragraph([`${COVERED[relation]}: `, ...labelList(covered), '.'])]),
      ...(detections.length === 0 ? [] : DETECTION_BLOCKS[relation](detections)),
    ],
  };
}

const DETECTION_BLOCKS: Record<
  DetectionsAnswer['relation'],
  (detections: readonly Detection[]) => readonly Block[]
> = {
  against: (detections) => detections.flatMap((each) => strategyBlocks(each)),
  relevant: (detections) => [
    table(
      ['Strategy', 'Techniques', 'Analytic', 'Platforms', 'Looks for', 'Log sources'],
      detections.flatMap(analyticRows),
    ),
  ],
};

const COVERED = { against: 'Covered whole', relevant: 'Left out, as covered whole' } as const;

/** A row for each analytic of a strategy; the strategy itself stands in the first of them. */
function analyticRows({ defence, techniques, analytics }: Detection): readonly (readonly Content[])[] {
  const about: readonly Content[] = [labelList([defence]), labelList(techniques)];
  if (analytics.length === 0) return [[...about, '', '', '', '']];
  return analytics.map((analytic, index) => [
    ...(index === 0 ? about : ['', '']),
    labelList([analytic.analytic]),
    analytic.platforms.join(', '),
    firstSentence(analytic.description),
    logSourcesOf([analytic]).slice(0, 4).join(', '),
  ]);
}

/** A detection strategy with its analytics and where they look. */
export function strategyBlocks(
  { defence, analytics, support }: Detection,
  level: 2 | 3 = 2,
): readonly Block[] {
  return [
    heading(level, thingMentioned(defence)),
    ...paragraphs(support?.sentence ?? ''),
    bullets(
      analytics.map((analytic) =>
        item(
          `${sayMention(analytic.analytic)} · ${analytic.platforms.join(', ')}`,
          ...analyticBlocks(analytic),
        ),
      ),
    ),
  ];
}

function analyticBlocks({ description, logSources }: Analytic): readonly Block[] {
  return [
    paragraph(description),
    ...(logSources.length === 0
      ? []
      : [
          table(
            ['Log source', 'Channel', 'Data component'],
            logSources.map(({ name, channel, component }) => [name, channel, component]),
          ),
        ]),
  ];
}
