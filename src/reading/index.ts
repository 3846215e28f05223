export { PROSE_PATTERNS } from './patterns.ts'; // how facts are read out of descriptions
export type { ProsePattern } from './pattern.ts'; // one stated way of doing so
export { DESCRIBED_TYPES, readProse, readSubject, type ProseReading } from './read-prose.ts';
export { readMarks } from './marks/read-marks.ts'; // where a text names techniques and tactics: Sigma, DeTT&CT, any other
export { CAVEAT_RULES, readCaveat, type Caveat, type CaveatRule } from './caveats.ts'; // how far something mitigates a technique, by its own words
export { nameFinder, type FoundName, type NameEntry } from './reports/names-in-text.ts'; // names of groups, software, campaigns and techniques in reports
export type { ReportText } from './reports/report-text.ts'; // a report before it is read
export { reportSentences, type ReportSentence } from './reports/sentences.ts'; // a text → its sentences
export {
  learnTechniques,
  techniqueModel,
  type ModelSample,
  type TechniqueModel,
} from './model/technique-model.ts'; // procedures → what reads techniques in sentences
export { modelBytes, modelFromBytes } from './model/model-bytes.ts'; // such a model ↔ bytes
export { techniquesStated, type StatedTechnique } from './reports/techniques-of.ts'; // what speaks for techniques in sentences → those that a report states
export type { SentenceSignals } from './reports/technique-signals.ts'; // what in a sentence speaks for techniques
export { techniquesOfSentence, type RankedTechnique } from './reports/sentence-techniques.ts'; // those that one sentence may state
export { idsInText } from './marks/ids-in-text.ts'; // ATT&CK ids wherever they stand in a text
