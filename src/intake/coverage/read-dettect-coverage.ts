import { compareText, defined, sum } from '../../text/index.ts';
import type { CoverageClaim } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { Raw } from '../../stix/index.ts';
import { textOf } from '../navigator/field-reader.ts';
import type { Path, WrittenFile } from '../read-values.ts';
import { readYaml } from '../yaml-file.ts';
import type { CoverageReading } from './coverage-format.ts';
import { dayWritten } from './day-written.ts';
import { fieldsOf, listOf, platformsIn } from './written-lists.ts';

const FILE_TYPE = 'technique-administration';
const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/;

/** The two scores of a technique and their scales (github.com/rabobank-cdc/DeTTECT/wiki). */
const SCALES = [
  { kind: 'detection', lowest: -1, highest: 5 },
  { kind: 'visibility', lowest: 0, highest: 4 },
] as const;
type Scale = (typeof SCALES)[number];

/**
 * Reads what a DeTT&CT technique administration file (versions 1.0 to 1.2) says is covered. As in DeTT&CT the newest
 * score of a log book holds, and several entries of a technique count by the mean of their scores, those of -1 (not
 * scored) left out; here the mean is not rounded. The level is that mean over the highest score of the scale.
 *
 * @param file name of the file, for issues
 */
export function readDettectCoverage(text: string, file: string): CoverageReading {
  const issues = new IssueList(file);
  const yaml = readYaml(file, text);
  const about = { file, ...defined({ platforms: platformsIn(fieldsOf(yaml.value)['platform']) }) };
  const claims = techniquesOf(yaml, issues).flatMap((entry, index) =>
    claimsOf(fieldsOf(entry), about, (message, part) =>
      issues.add(INTAKE_ISSUES.wrongCoverageEntry, message, yaml.locate(['techniques', index, ...part])),
    ),
  );
  if (claims.length === 0 && issues.isEmpty)
    issues.add(INTAKE_ISSUES.nothingCovered, 'No technique of it has a score above 0.');
  return { claims, issues: issues.toArray() };
}

function techniquesOf(yaml: WrittenFile, issues: IssueList): readonly unknown[] {
  for (const { message, place } of yaml.faults)
    issues.add(INTAKE_ISSUES.notCoverage, `It is not YAML: ${message}`, place);
  if (yaml.faults.length > 0) return [];
  const { file_type: type, techniques } = fieldsOf(yaml.value);
  if (type !== FILE_TYPE) {
    const found = typeof type === 'string' ? `\`${type}\`` : 'missing';
    const message = `Its \`file_type\` is ${found}, not \`${FILE_TYPE}\`.`;
    issues.add(INTAKE_ISSUES.notCoverage, message, yaml.locate(['file_type']));
    return [];
  }
  if (Array.isArray(techniques)) return techniques;
  issues.add(INTAKE_ISSUES.notCoverage, 'It has no list `techniques`.', yaml.locate(['techniques']));
  return [];
}

type Complain = (message: string, part: Path) => void;

function claimsOf(
  fields: Raw,
  about: Pick<CoverageClaim, 'file' | 'platforms'>,
  complain: Complain,
): readonly CoverageClaim[] {
  const technique = fields['technique_id'];
  if (typeof technique !== 'string' || !TECHNIQUE.test(technique)) {
    const fault =
      technique === undefined ? 'A technique has no id' : `${textOf(technique)} is no technique id`;
    complain(`${fault}.`, ['technique_id']);
    return [];
  }
  return SCALES.flatMap((scale) => {
    const scores = scoresOf(fields[scale.kind], scale, complain).filter(({ score }) => score >= 0);
    const mean = sum(scores.map(({ score }) => score)) / scores.length;
    const date = scores
      .map((each) => each.date)
      .toSorted(compareText)
      .at(-1);
    return mean > 0
      ? [
          {
            technique,
            level: mean / scale.highest,
            kind: scale.kind,
            ...about,
            ...defined({ date: dayWritten(date) }),
          },
        ]
      : [];
  });
}

/** The newest score of each entry; entries differ in the systems that they apply to. */
function scoresOf(
  entries: unknown,
  scale: Scale,
  complain: Complain,
): readonly { readonly score: number; readonly date: string }[] {
  return listOf(entries).flatMap((entry, index) => {
    const { score, date } = newestScore(fieldsOf(entry));
    if (score === undefined || score === null) return [];
    if (typeof score === 'number' && score >= scale.lowest && score <= scale.highest)
      return [{ score, date }];
    const range = `${scale.lowest} to ${scale.highest}`;
    const message = `A score of ${scale.kind} is ${textOf(score)}, not a number from ${range}.`;
    complain(message, [scale.kind, ...(Array.isArray(entries) ? [index] : [])]);
    return [];
  });
}

/** Before version 1.2 an entry had one score of its own. */
function newestScore(entry: Raw): { readonly score: unknown; readonly date: string } {
  const log = entry['score_logbook'] === undefined ? [entry] : listOf(entry['score_logbook']).map(fieldsOf);
  const [newest] = log.toSorted((one, other) => compareText(dateOf(other), dateOf(one)));
  return { score: newest?.['score'], date: dateOf(newest ?? {}) };
}

/** ISO 8601 orders as text; a score without a date is older than any. */
function dateOf({ date }: Raw): string {
  return typeof date === 'string' ? date : '';
}
