import type { KindName } from '../../threat/index.ts';

/** What a framework is whose capabilities are mapped to techniques. */
export interface MappedFramework {
  /** As `mapping_framework` has it, in lower case with `_`. */
  readonly id: string;
  readonly name: string;
  /** What its capabilities are. */
  readonly kind: Extract<KindName, 'control' | 'vulnerability'>;
}

/** The frameworks that are mapped in the schema of the Mappings Explorer, by their ids there; any other one is of controls, by its own name. */
const FRAMEWORKS: readonly MappedFramework[] = [
  { id: 'nist_800_53', name: 'NIST SP 800-53', kind: 'control' },
  { id: 'cis', name: 'CIS Controls', kind: 'control' },
  { id: 'csa_ccm', name: 'CSA Cloud Controls Matrix', kind: 'control' },
  { id: 'cri_profile', name: 'CRI Profile', kind: 'control' },
  { id: 'aws', name: 'Amazon Web Services', kind: 'control' },
  { id: 'azure', name: 'Microsoft Azure', kind: 'control' },
  { id: 'gcp', name: 'Google Cloud', kind: 'control' },
  { id: 'm365', name: 'Microsoft 365', kind: 'control' },
  { id: 'intel_vpro', name: 'Intel vPro', kind: 'control' },
  { id: 'veris', name: 'VERIS', kind: 'control' },
  { id: 'kev', name: 'Known Exploited Vulnerabilities', kind: 'vulnerability' },
];

/** The framework that a mapping is of. */
export function mappedFramework(named: string): MappedFramework {
  const id = named
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return FRAMEWORKS.find((row) => row.id === id) ?? { id, name: named.trim(), kind: 'control' };
}
