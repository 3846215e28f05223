import {
  sayMention,
  type LeftOut,
  type LoadedReport,
  type ReportExportAnswer,
  type ReportLoadAnswer,
} from '../../answers/index.ts';
import { heading, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count, tally } from '../../text/index.ts';
import { listed } from '../words.ts';

/** What came of loading reports, or what would. */
export function reportLoadDocument({ isTrial, reports }: ReportLoadAnswer): Document {
  return {
    title: isTrial ? 'What reports would add' : 'Reports loaded',
    blocks: reports.flatMap((report) => [
      heading(2, `${report.label}: ${report.title}`),
      paragraph(sayOutcome(report, isTrial)),
      ...factBlocks(report),
      ...leftOutBlocks(report),
    ]),
  };
}

const OUTCOMES: Readonly<Record<LoadedReport['outcome'], readonly [done: string, trial: string]>> = {
  loaded: ['Loaded', 'Would be loaded'],
  changed: [
    'Loaded in place of what was loaded of it before',
    'Would take the place of what is loaded of it',
  ],
  unchanged: ['Loaded already, the same', 'Loaded already, the same'],
  removed: [
    'Nothing of it is a fact any more: taken out',
    'Nothing of it is a fact any more: it would be taken out',
  ],
  nothing: ['Nothing of it is a fact yet', 'Nothing of it is a fact yet'],
};

function sayOutcome({ outcome, facts, new: fresh }: LoadedReport, isTrial: boolean): string {
  const said = OUTCOMES[outcome][isTrial ? 1 : 0];
  if (facts.length === 0) return `${said}.`;
  return `${said}: ${count(facts.length, 'fact')}, ${fresh} of them new.`;
}

/** Sentences of a fact that are shown. */
const SHOWN = 1;

/** What a report states, as it is exported. */
export function reportExportDocument({ label, title, facts }: ReportExportAnswer): Document {
  return { title: `${label}: ${title}`, blocks: factBlocks({ facts }) };
}

function factBlocks({ facts }: Pick<LoadedReport, 'facts'>): readonly Block[] {
  if (facts.length === 0) return [];
  return [
    table(
      ['Of', 'Relation', 'What', 'Status', 'Known from', 'Sentence'],
      facts.map(({ subject, relation, object, status, knownFrom, sentences }) => [
        sayMention(subject),
        relation,
        sayMention(object),
        status,
        knownFrom.length === 0 ? 'new' : listed(knownFrom),
        sentences.slice(0, SHOWN).join(' '),
      ]),
    ),
  ];
}

const REASONS: Readonly<Record<LeftOut['why'], string>> = {
  undecided: 'nobody has decided on it',
  rejected: 'rejected',
  open: 'it is open whose it is',
  unknown: 'what was decided names nothing in view',
};

function leftOutBlocks({ label, leftOut }: LoadedReport): readonly Block[] {
  if (leftOut.length === 0) return [];
  const reasons = [...tally(leftOut.map(({ why }) => why))].map(([why, many]) => `${many}: ${REASONS[why]}`);
  return [
    heading(3, `Left out (${leftOut.length})`),
    paragraph(`${reasons.join('; ')}. To decide: foeprint report review ${label}`),
    table(
      ['What', 'Why'],
      leftOut.map(({ statement, why }) => [statement, REASONS[why]]),
    ),
  ];
}
