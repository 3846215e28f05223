import { stringify } from 'yaml';
import { sayMention, type Mention, type TriageAnswer } from '../../answers/index.ts';
import { strictestLevel, type MarkingLevel } from '../../facts/index.ts';

/** Stands for the subject where nobody knows yet whose the techniques are: no name that anything goes by. */
const UNKNOWN = '?';

/**
 * The techniques of an incident as a case file: each is asserted of one group, as suspected. Where none is named, whose they are is
 * left to be filled in, and the file cannot be loaded until it is.
 *
 * @param level how far the answer may go: the case goes no farther, nor beyond `amber`
 * @param group whom they are asserted of
 */
export function incidentCase(
  { incident, date, techniques }: Pick<TriageAnswer, 'incident' | 'date' | 'techniques'>,
  level: MarkingLevel | undefined,
  group?: Mention,
): string {
  const subject = group === undefined ? UNKNOWN : group.label || group.name;
  const head =
    group === undefined
      ? `# Whose these techniques are is not known yet: put a group, threat actor or campaign in place of each “${UNKNOWN}”.`
      : `# Suspected of ${sayMention(group)}: change the status when it is known better.`;
  const content = {
    case: incident ?? 'INCIDENT',
    kind: 'incident',
    ...(date === '' ? {} : { date }),
    tlp: strictestLevel([level, 'amber']),
    status: 'suspected',
    assertions: techniques.map(({ technique }) => ({
      subject,
      relation: 'uses',
      object: technique.label || technique.id,
      ...(date === '' ? {} : { first_seen: date }),
    })),
  };
  return `${head.replaceAll(/[\r\n]+/gu, ' ')}\n${stringify(content)}`;
}
