import type { CallToolResult } from '@modelcontextprotocol/server';
import { list, text, type Envelope } from '../../answers/index.ts';
import { dayOrLastChange } from '../../workbench/index.ts';
import type { Reading } from '../../desk/index.ts';
import { sayLevel, strictestLevel, type FoeprintError } from '../../facts/index.ts';
import { compareText } from '../../text/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { addressOf } from '../addresses.ts';
import type { ToolAnswer } from '../tool.ts';
import { harmless } from './harmless.ts';
import { CitedDocument, citedDocuments, Quote, quoted } from './quotes.ts';

/** What every result has beside what its tool gives. */
export const FRAME = {
  release: text(
    'releases of ATT&CK that it is answered from: `enterprise 18.1`; empty where none is in view',
  ),
  as_of: text('day that ages count from: the last change of what is known, or the day asked about'),
  tlp: text('how far it may go, by the Traffic Light Protocol: `TLP:CLEAR`'),
  sources: list(text('name of a source'), 'the sources that it rests on, the first 20'),
  citations: list(CitedDocument, 'documents that sources cite for it, the first 50'),
  why: list(text('address of a resource'), 'where the reasons for it can be read, the first 10'),
  notes: list(text('a sentence'), 'how the question was understood, and what is not known'),
  notices: list(Quote, 'copyright and licence statements: to be shown with what the result gives'),
} as const;

/** How much of what goes with a result is given. */
const MOST = { sources: 20, citations: 50, why: 10, links: 6, issues: 10 } as const;

/** What a tool answers, as the protocol has it: every text goes through {@link harmless}. */
export function resultOf(
  { output, text: summary, from, cited = [], why = [], links = [] }: ToolAnswer<object>,
  reading: Reading,
): CallToolResult {
  const [first] = from;
  const sources = [...new Set(from.flatMap(({ sources: each }) => each.map(({ name }) => name)))];
  return {
    content: [
      { type: 'text', text: harmless({ text: summary }).text },
      ...links.slice(0, MOST.links).map(({ kind, thing, mimeType = 'application/json' }) => ({
        type: 'resource_link' as const,
        uri: addressOf(kind, thing),
        name: harmless(thing).id,
        title: harmless(thing).name,
        mimeType,
      })),
    ],
    structuredContent: harmless({
      ...output,
      release: releasesOf(reading),
      as_of: dayOf(first) ?? dayOrLastChange(reading, undefined),
      tlp: strictest(from),
      sources: sources.slice(0, MOST.sources),
      citations: citedDocuments(cited).slice(0, MOST.citations),
      why: why.slice(0, MOST.why),
      notes: [...new Set(from.flatMap(({ notes }) => notes))],
      notices: [...new Set(from.flatMap(({ notices }) => notices))].flatMap(
        (notice) => quoted(notice, 'the sources above') ?? [],
      ),
    }),
  };
}

/** What went wrong, for whoever asked: issues by their codes, with the next step. */
export function refusalOf({ issues, level }: FoeprintError): CallToolResult {
  const said = issues
    .slice(0, MOST.issues)
    .map(({ code, message, hint, place }) =>
      harmless({ code, message, hint: hint ?? '', field: place?.field ?? '' }),
    );
  const lines = said.map(({ code, message, hint }) => `${code}: ${message}${hint === '' ? '' : ` ${hint}`}`);
  return {
    isError: true,
    content: [{ type: 'text', text: [...(level === undefined ? [] : [level]), ...lines].join('\n') }],
    _meta: { 'foeprint/issues': said, ...(level === undefined ? {} : { 'foeprint/tlp': level }) },
  };
}

/** `enterprise 18.1, mobile 18.1`: releases of ATT&CK in view. */
function releasesOf({ view }: Reading): string {
  return view.sources
    .filter(({ kind }) => kind === 'attack')
    .flatMap(({ series, release }) =>
      series === undefined || release === undefined ? [] : `${series.replace(/-attack$/u, '')} ${release}`,
    )
    .toSorted(compareText)
    .join(', ');
}

function dayOf(envelope: Envelope | undefined): string | undefined {
  const { answer } = envelope ?? {};
  const day = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'asOf') : undefined;
  return typeof day === 'string' ? day : undefined;
}

function strictest(envelopes: readonly Envelope[]): string {
  const levels = envelopes.map(({ markings }) => tlpNamed(markings.level ?? '')?.name);
  return sayLevel(strictestLevel([...levels, 'clear']) ?? 'clear');
}
