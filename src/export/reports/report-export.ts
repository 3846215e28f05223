import type { MarkingLevel } from '../../facts/index.ts';
import { tlpNamed, type AssertionStatus } from '../../threat/index.ts';
import { oneLine, webAddress } from '../../text/index.ts';

/** A report, and what is stated in it, to be written for other tools. */
export interface ReportExport {
  readonly report: {
    /** What distinguishes it from other reports, in whatever way. */
    readonly id: string;
    readonly title: string;
    readonly publisher?: string;
    /** `2026`, `2026-05` or `2026-05-02`. */
    readonly date?: string;
    /** Level of the Traffic Light Protocol: `amber`. */
    readonly tlp?: string;
    readonly url?: string;
    /** Kind of its source: `vendor-report`, `feed`, `incident`. */
    readonly kind: string;
  };
  readonly stated: readonly StatedThing[];
}

/** Something that a report states. */
export interface StatedThing {
  readonly kind: 'technique' | 'group' | 'software';
  /** Number in ATT&CK; the STIX id where it has none. */
  readonly id: string;
  /** STIX id that its source gives it. */
  readonly stixId: string;
  readonly name: string;
  readonly status: AssertionStatus;
  /** 0 … 100, as STIX has it. */
  readonly confidence: number;
  /** {@link id} of the group, or of the software, that uses it, where the report says so; it is stated, too. */
  readonly group?: string;
  readonly sentences: readonly { readonly text: string }[];
}

/** How far it may go; a level that nobody can read holds it back. */
export function levelOf({ tlp }: ReportExport['report']): MarkingLevel | undefined {
  return tlp === undefined ? undefined : (tlpNamed(tlp)?.name ?? 'red');
}

/** The first day that the date of a report may mean, else that of the export. */
export function firstDay({ date }: ReportExport['report'], at: string): string {
  return date === undefined ? at.slice(0, 10) : `${date}-01-01`.slice(0, 10);
}

/** Where it can be read, if that may become a link. */
export function addressOf({ url }: ReportExport['report']): string | undefined {
  return url === undefined ? undefined : webAddress(url);
}

/** Each sentence once, as one line. */
export function sentencesOf({ sentences }: Pick<StatedThing, 'sentences'>): readonly string[] {
  return [...new Set(sentences.map(({ text }) => oneLine(text)).filter(Boolean))];
}

/** What is stated, each thing once for each group: the surest, with all sentences. */
export function statedOnce(stated: readonly StatedThing[]): readonly StatedThing[] {
  const merged = new Map<string, StatedThing>();
  for (const thing of stated) {
    const key = JSON.stringify([thing.stixId, thing.group]);
    const known = merged.get(key);
    const surest = known === undefined || thing.confidence > known.confidence ? thing : known;
    merged.set(key, { ...surest, sentences: [...(known?.sentences ?? []), ...thing.sentences] });
  }
  return [...merged.values()];
}
