export * from './attack/object-kinds.ts'; // the kinds of object that analysts name
export * from './attack/relations.ts'; // the relations that sources report
export * from './attack/attack-names.ts'; // how sources name ATT&CK and its kill chains
export * from './palette.ts'; // the colours of everything that is drawn and written
export * from './attack/attack-number.ts'; // ATT&CK's numbers, and the keys made from them
export * from './attack/frameworks.ts'; // ids of frameworks beside ATT&CK
export { attackFiles, type AttackFile } from './attack/attack-files.ts'; // ATT&CK's files by SHA-256
export * from './attack/domain.ts'; // the technology domains of ATT&CK
export * from './layer/layer.ts'; // marks on the techniques of a domain
export * from './layer/layer-recipe.ts'; // how a layer was made, as annotations and back
export * from './layer/layer-colors.ts'; // colours for scores
export * from './layer/layer-values.ts'; // what scores stand for in layers of groups
export * from './places/countries.ts'; // countries by ISO 3166
export * from './places/demonyms.ts'; // adjectives of countries and regions
export * from './places/state-organs.ts'; // services and armed forces that stand for their state
export * from './places/regions.ts'; // regions and unions, and the countries in them
export * from './places/places.ts'; // which country or region a text names
export * from './sectors/sectors.ts'; // the one vocabulary of sectors, with NACE, NAICS and free spellings
export * from './sectors/sector-words.ts'; // how running text names sectors
export * from './motives.ts'; // why adversaries act
export * from './attack/platforms.ts'; // what techniques work on
export * from './emulation/executors.ts'; // what runs tests
export * from './emulation/destructive.ts'; // which tests may do harm
export * from './emulation/exercise.ts'; // where results of tests are noted
export * from './emulation/test-platforms.ts'; // what tests run on
export * from './sectors/industry-codes.ts'; // codes of NACE and NAICS → sectors
export * from './members.ts'; // which sectors and regions lie within others
export { EVERYDAY_WORDS, type EverydayWords } from './everyday-words.ts'; // what people write beside the spellings of sources
export * from './vocabularies.ts'; // what people write of an organisation → names in the tables above
export * from './tlp.ts'; // levels of the Traffic Light Protocol
export * from './layer/layer-marking.ts'; // how far layers say that they may go
export * from './attack/crosswalk-19.ts'; // from ATT&CK 18.1 to 19.1
export * from './attack/attack-mark.ts'; // where a text names a technique or tactic
export * from './organisation/organisation.ts'; // whom an adversary would attack
export type { KeptOrganisation } from './organisation/kept-organisation.ts'; // the one that a home keeps
export * from './layer/css-color.ts'; // colours as people write them
export * from './coverage/coverage-stage.ts'; // how far the detection of a technique has come
export * from './coverage/rule-log-sources.ts'; // log sources of Sigma rules and of ATT&CK
export * from './coverage/coverage.ts'; // which techniques an organisation covers, and how well
export * from './coverage/coverage-inventory.ts'; // what files said of it on a day
export * from './organisation/threat-factors.ts'; // what makes a group a concern to an organisation, and how much it weighs
export { MAPPING_SCORES } from './organisation/mapping-scores.ts'; // what the values of scored mappings count
export * from './organisation/expectation-words.ts'; // what is expected, and what helps: orders and kinds
export { checkLayer } from './layer/check-layer.ts'; // throws where a layer cannot be written or drawn
export { LAYER_ISSUES } from './layer/issues.ts'; // what can be wrong with layers
export * from './layer/attack-matrix.ts'; // what stands where in the matrix of a domain
export type { VictimEvent } from './organisation/victim-event.ts'; // a victim, in few words, to rank groups for
export * from './assertion-status.ts'; // how sure assertions are
export * from './reports/report-mention.ts'; // what a report names in a field
export * from './reports/report-decision.ts'; // what a reviewer decides of a report
export type { LabelledSentence } from './reports/labelled-sentence.ts'; // a sentence of which somebody knows what it states
export * from './reports/kept-report.ts'; // a report as it is kept
export type { SeenIncident } from './organisation/seen-incident.ts'; // what was seen, the same
