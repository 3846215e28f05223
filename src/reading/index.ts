export { PROSE_PATTERNS } from './patterns.ts'; // how facts are read out of descriptions
export type { ProsePattern } from './pattern.ts'; // one stated way of doing so
export { DESCRIBED_TYPES, readProse } from './read-prose.ts';
export { readMarks } from './marks/read-marks.ts'; // where a text names techniques and tactics: Sigma, DeTT&CT, any other
export { CAVEAT_RULES, readCaveat, type Caveat, type CaveatRule } from './caveats.ts'; // how far something mitigates a technique, by its own words
export { nameFinder, type FoundName, type NameEntry } from './reports/names-in-text.ts'; // names of groups, software, campaigns and techniques in reports
export type { ReportText } from './reports/report-text.ts'; // a report before it is read
