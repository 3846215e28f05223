import type { Raw } from '../../stix/index.ts';
import { isMapping } from '../../text/index.ts';
import { fieldsOf, listOf, textIn } from '../coverage/written-lists.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { Path, WrittenFile } from '../read-values.ts';
import { readYaml } from '../yaml-file.ts';
import {
  explicitId,
  labelOf,
  namedThing,
  structuredReport,
  type Mentioned,
  type StructuredReport,
} from './structured-report.ts';

/** How a group administration file begins. */
export const GROUP_FILE = /^["']?file_type["']?:\s*["']?group-administration\b/mu;

/** Lists of ids in an entry. */
const LISTS = [
  { field: 'technique_id', kind: 'technique', type: 'attack-pattern' },
  { field: 'software_id', kind: 'software', type: 'malware' },
] as const;

/** Where the published files say what they were made of. */
const SOURCE_COMMENT = /^#\s*Source:\s*(\S+)/gimu;

/**
 * A group administration file of DeTT&CT, versions 1.0 to 1.2 (github.com/rabobank-cdc/DeTTECT/wiki): each entry of it, a group and its
 * campaign, is a report. Techniques may have weights, which are not read.
 */
export function readDettectGroups(
  text: string,
  file: string,
  issues: IssueList,
): readonly StructuredReport[] {
  const yaml = readYaml(file, text);
  for (const { message, place } of yaml.faults)
    issues.add(INTAKE_ISSUES.notAReport, `It is not YAML: ${message}`, place);
  const entries = fieldsOf(yaml.value)['groups'];
  if (yaml.faults.length === 0 && listOf(entries).length === 0)
    issues.add(INTAKE_ISSUES.noReports, 'It has no list `groups`, or an empty one.', yaml.locate(['groups']));
  const references = [...text.matchAll(SOURCE_COMMENT)].map(([, address = '']) => address);
  return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown, index) =>
    entryReport(fieldsOf(entry), ['groups', index], { yaml, issues, references }),
  );
}

interface Reading {
  readonly yaml: WrittenFile;
  readonly issues: IssueList;
  readonly references: readonly string[];
}

function entryReport(
  fields: Raw,
  at: Path,
  { yaml, issues, references }: Reading,
): readonly StructuredReport[] {
  const groupName = textIn(fields['group_name']) ?? '';
  const campaignName = textIn(fields['campaign']) ?? '';
  const title = [groupName, campaignName].filter(Boolean).join(': ');
  const group = namedThing('intrusion-set', groupName);
  const fault =
    group === undefined
      ? 'An entry has no `group_name`.'
      : fields['enabled'] === false
        ? `“${title}” is not enabled.`
        : '';
  if (group === undefined || fault !== '') {
    issues.add(
      INTAKE_ISSUES.reportLeftOut,
      fault,
      yaml.locate([...at, group === undefined ? 'group_name' : 'enabled']),
    );
    return [];
  }
  const campaign = namedThing('campaign', campaignName);
  const used = LISTS.flatMap((list) =>
    idsIn(fields[list.field]).flatMap(({ id, key }): readonly Mentioned[] => {
      const known = explicitId(list.type, id);
      if (known !== undefined) return [{ kind: list.kind, id: known, name: known }];
      const place = yaml.locate([...at, list.field, ...(key === undefined ? [] : [key])]);
      issues.add(
        INTAKE_ISSUES.mentionLeftOut,
        `\`${id}\` in \`${list.field}\` is no number of ATT&CK.`,
        place,
      );
      return [];
    }),
  );
  const attached = [...(campaign === undefined ? [] : [campaign]), ...used].map((thing) => ({
    ...thing,
    group: labelOf(group),
    sentence: '',
  }));
  const mentions = [{ ...group, sentence: '' }, ...attached];
  return [structuredReport({ title, references, paragraphs: [], mentions }, issues, yaml.locate(at))];
}

/** Ids of a list, the keys of a map of weights, or a single one. */
function idsIn(value: unknown): readonly { readonly id: string; readonly key?: string | number }[] {
  if (isMapping(value)) return Object.keys(value).map((id) => ({ id, key: id }));
  return listOf(value).map((each, key) => ({
    id: typeof each === 'string' || typeof each === 'number' ? String(each) : JSON.stringify(each),
    key,
  }));
}
