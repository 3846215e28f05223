/** Name of the source that stands for all clusters below. */
export const GALAXY = 'misp-galaxy';

/** Where MISP galaxy publishes its clusters. */
export const GALAXY_ADDRESS = 'https://raw.githubusercontent.com/MISP/misp-galaxy/main/clusters/';

/** Folders of a mirror that are looked in for clusters, beside its top: a copy of MISP's repository has the second. */
export const GALAXY_FOLDERS = ['misp-galaxy', 'clusters'] as const;

/** The clusters that `foeprint sync misp-galaxy` loads, by the names of their files. Any other can be loaded by file. */
export const GALAXY_CLUSTERS = [
  'threat-actor',
  'microsoft-activity-group',
  'tidal-groups',
  'tidal-campaigns',
  'producer',
  'sector',
  'target-information',
  'ransomware',
] as const;
