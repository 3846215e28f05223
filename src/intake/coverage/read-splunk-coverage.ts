import { defined } from '../../text/index.ts';
import type { CoverageClaim } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { readYaml } from '../yaml-file.ts';
import type { CoverageReading, CoverageText } from './coverage-format.ts';
import { dayWritten } from './day-written.ts';
import { techniqueIdsIn } from './technique-ids.ts';
import { fieldsOf, platformsIn, textIn, textsIn } from './written-lists.ts';

/** Whether it looks like a detection of Splunk's security content. */
export function isSplunkDetection(text: string): boolean {
  return /^search\s*:/mu.test(text) && /^\s+mitre_attack_id\s*:/mu.test(text);
}

/** States of a detection in which it is not to be run. */
const NOT_IN_USE: ReadonlySet<string | undefined> = new Set([
  'deprecated',
  'removed',
  'experimental-deprecated',
]);

/**
 * Reads which techniques a detection of Splunk's security content (YAML of splunk/security_content) names under `tags`. It is to hand,
 * whether or not it is deployed.
 */
export function readSplunkCoverage({ text, file }: CoverageText): CoverageReading {
  const issues = new IssueList(file);
  const yaml = readYaml(file, text);
  for (const { message, place } of yaml.faults)
    issues.add(INTAKE_ISSUES.notCoverage, `It is not YAML: ${message}`, place);
  const { id, name, date, status, tags } = fieldsOf(yaml.value);
  const { mitre_attack_id: ids, asset_type: asset, security_domain: domain } = fieldsOf(tags);
  const techniques = NOT_IN_USE.has(textIn(status))
    ? []
    : textsIn(ids).flatMap((each) => techniqueIdsIn(each));
  const about = defined({
    rule: textIn(id),
    title: textIn(name),
    date: dayWritten(date),
    platforms: platformsIn([...textsIn(asset), ...textsIn(domain)]) ?? platformsOfName(textIn(name)),
  });
  const claims = [...new Set(techniques)].map((technique): CoverageClaim => ({
    technique,
    level: 1,
    kind: 'rule',
    file,
    ...about,
  }));
  if (claims.length === 0 && issues.isEmpty)
    issues.add(
      INTAKE_ISSUES.nothingCovered,
      'It names no technique under `mitre_attack_id`, or is not in use.',
    );
  return { claims, issues: issues.toArray() };
}

/** Names of detections begin with what they are for: `Windows …`, `Linux …`, `AWS …`. */
function platformsOfName(name: string | undefined): readonly string[] | undefined {
  const [first = ''] = name?.split(' ', 1) ?? [];
  return platformsIn(first);
}
