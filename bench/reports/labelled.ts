import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parentNumber } from '../../src/threat/index.ts';

const FOLDER = '../shared/data/reports-bench';

/** A report, and what experts say that it states. */
export interface LabelledReport {
  readonly doc_id: string;
  readonly title: string;
  readonly url: string;
  readonly text: string;
  /** ATT&CK ids of the release that all is measured on. */
  readonly techniques: readonly string[];
  readonly groups: readonly string[];
  /** Groups that it names and that may be left out. */
  readonly groups_optional?: readonly string[];
  readonly software: readonly string[] | null;
}

export interface LabelledSentence {
  readonly doc_id: string;
  readonly text: string;
  readonly techniques: readonly string[];
}

/** Labelled reports, with what their labels are. */
export interface LabelledSet {
  readonly short: string;
  /** With what its labels are. */
  readonly name: string;
  readonly reports: readonly LabelledReport[];
  readonly sentences: readonly LabelledSentence[];
  /** What a technique counts as: the label that stands for it, undefined where nobody labelled it. */
  readonly fold: (technique: string) => string | undefined;
}

/** Whether the labelled reports are at hand. */
export const hasLabelledReports: boolean = existsSync(FOLDER);

/** TRAM 2, labelled with fifty techniques. */
export function tram(): LabelledSet {
  const labels = new Set(JSON.parse(readFileSync(`${FOLDER}/tram50_v18.json`, 'utf8')) as readonly string[]);
  const fold = (technique: string): string | undefined =>
    [technique, parentNumber(technique)].find((each) => labels.has(each));
  return labelled('tram2', 'TRAM', '50 techniques', fold);
}

/** AnnoCTR, whose labels are techniques without their parts. */
export function annoctr(): LabelledSet {
  return labelled('annoctr', 'AnnoCTR', 'without parts', parentNumber);
}

function labelled(file: string, short: string, labels: string, fold: LabelledSet['fold']): LabelledSet {
  const [reports, sentences] = [lines(`${file}.docs`), lines(`${file}.sents`)];
  return {
    short,
    name: `${short}, ${labels}`,
    reports: reports as readonly LabelledReport[],
    sentences: sentences as readonly LabelledSentence[],
    fold,
  };
}

function lines(name: string): readonly unknown[] {
  const text = gunzipSync(readFileSync(`${FOLDER}/${name}.jsonl.gz`)).toString();
  return text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/** Techniques as labels, each once. */
export function foldedBy(fold: LabelledSet['fold'], techniques: Iterable<string>): ReadonlySet<string> {
  return new Set([...techniques].flatMap((technique) => fold(technique) ?? []));
}
