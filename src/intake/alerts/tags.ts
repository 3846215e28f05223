import type { Raw } from '../../stix/index.ts';
import { textsAt } from './values-at.ts';

/** Where tools that run Sigma rules put the tags of a rule. */
const RULE_TAGS = [
  'tags',
  'Tags',
  'MitreTags',
  'MitreTactics',
  'rule.tags',
  'sigma.tags',
  'match_body.tags',
  'document.tags',
] as const;

/** The tags of the rule that an alert is of: `attack.t1059.001`; some tools write all of them in one text. */
export function ruleTags(raw: Raw): readonly string[] {
  return textsAt(raw, RULE_TAGS).flatMap((tag) => tag.split(/[\s,|¦]+/u));
}

/** Whether they name techniques, or tactics, of ATT&CK. */
export function hasRuleTags(raw: Raw): boolean {
  return ruleTags(raw).some((tag) => /^attack\.|^T\d{4}\b/iu.test(tag));
}

/** ATT&CK ids of groups (`g`) or software (`s`) among tags: `attack.g0016`. */
export function idsTagged(tags: readonly string[], kind: 'g' | 's'): readonly string[] {
  const id = new RegExp(`^attack\\.(${kind}\\d{4})$`, 'iu');
  return tags.flatMap((tag) => id.exec(tag)?.[1]?.toUpperCase() ?? []);
}

/** Tags of an event of MISP, of its attributes and of its objects, and those that its clusters stand for; each once. */
export function eventTags(event: Raw): readonly string[] {
  const parts = ['', 'Attribute.', 'Object.Attribute.'];
  return [
    ...new Set(
      textsAt(
        event,
        parts.flatMap((part) => [`${part}Tag.name`, `${part}Galaxy.GalaxyCluster.tag_name`]),
      ),
    ),
  ];
}

const CLUSTER = /^misp-galaxy:(?<galaxy>[^=]+)="(?<value>.*)"$/u;

/** Values of tags of some galaxies: `misp-galaxy:mitre-attack-pattern="PowerShell - T1059.001"` → `PowerShell - T1059.001`. */
export function clustersTagged(tags: readonly string[], galaxy: RegExp): readonly string[] {
  return tags.flatMap((tag) => {
    const cluster = CLUSTER.exec(tag)?.groups;
    return cluster !== undefined && galaxy.test(cluster['galaxy'] ?? '') ? [cluster['value'] ?? ''] : [];
  });
}

/** The ATT&CK id at the end of such a value, or all of it where there is none: `APT29 - G0016`. */
export function idOrName(value: string): string {
  return / - ([TGSC]\d{4}(?:\.\d{3})?)$/u.exec(value)?.[1] ?? value;
}
