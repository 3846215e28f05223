export { readBundle } from './stix/read-bundle.ts'; // a parsed STIX bundle → Delivery, or a refusal
export { danglingIssues } from './stix/outside-references.ts'; // what references lead nowhere, as a remark
export { remark } from './remark.ts'; // markings of what was kept before their levels were
export type { AboutDelivery } from './stix/describe-source.ts'; // what whoever read the bytes knows
export { INTAKE_ISSUES } from './issues.ts'; // what can be wrong with a delivery
export { readLayers, type LayersReading } from './navigator/read-layers.ts'; // a parsed Navigator file of any version → layers, and what was odd
export { readGalaxyCluster } from './misp/read-cluster.ts'; // a MISP galaxy cluster file → Delivery
export { readCosts } from './controls/read-costs.ts'; // what things cost in a plan
export { readDocument } from './read-document.ts'; // any parsed document that reports facts, recognised by its shape → Delivery
export { readCaseFile } from './assertions/read-case-file.ts'; // a YAML or CSV case file → case documents
export { readCaseDocument, writeCaseDocument, type CaseDocument } from './assertions/case-document.ts'; // assertions as JSON, and → Delivery
export { reportDocument, type ReportFact } from './assertions/report-document.ts'; // what a report states as a case document
export { incidentCase } from './assertions/incident-case.ts'; // the techniques of an incident as a case file
export { readSingleAssertion, retraction } from './assertions/single-assertion.ts'; // one assertion by its fields; taking one back
export { documentToMigrate } from './document-to-migrate.ts'; // a file as it is carried to another release
export { readYaml } from './yaml-file.ts'; // YAML that still knows where everything stands
export { readValues, valueAt, type Path } from './read-values.ts'; // a file of keys and values, by a schema
export { readOrganisationText, type OrganisationReading } from './organisation/read-organisation-text.ts'; // org.yaml → Organisation, and what its words were taken for
export { CONTROL_KEYS, ORGANISATION_KEYS } from './organisation/organisation-schema.ts'; // every key that can be asked for in a line
export { readCoverage as readCoverageText, type CoverageAsked } from './coverage/read-coverage.ts'; // a file of any format of coverage → which techniques are covered
export type { CoverageReading } from './coverage/coverage-format.ts';
export {
  organisationYaml,
  type AnswerKey,
  type OrganisationAnswers,
} from './organisation/organisation-yaml.ts'; // answers → a commented org.yaml
export { readEvents } from './events/read-events.ts'; // victims, one to a line → events to rank groups for
export { readHiddenSet, readIncidents } from './events/read-incidents.ts'; // what was seen in incidents, the same
export { byteFormat } from './recognition/byte-format.ts'; // what a file is that is not for loading, …
export { textFormat } from './recognition/text-format.ts';
export { HINTS, type KnownFormat } from './recognition/known-format.ts'; // … and what takes it
export { readAlertLine, readAlerts, type AlertsReading } from './alerts/read-alerts.ts'; // alerts of any tool → the techniques they name
export { alertOf, incidentOf, type Alert } from './alerts/alert.ts';
export {
  sectorNamed,
  understoodWords,
  type CarriedWord,
  type UnderstoodWords,
  type WordRules,
} from './sightings/understood-words.ts'; // words of sightings → how they are kept
export {
  SIGHTING_FORMATS,
  sightingFormatOf,
  wrappedRecords,
  type SightingFormat,
} from './sightings/sighting-formats.ts'; // what a record of sightings is, and says
export type { GivenSighting, GivenSightings } from './sightings/given-sighting.ts';
export { listedTechniques, isListOfTechniques } from './sightings/read-listed-techniques.ts'; // a text with ids of techniques
export { readAtomics, type AtomicsReading } from './atomics/read-atomics.ts'; // tests of Atomic Red Team
export { headerOf } from './csv.ts'; // names of columns
export { mappingOf, mappingTemplate, readMapping } from './sightings/read-mapping.ts'; // which columns of a table hold what
export { readOrganisations } from './sightings/read-organisations.ts'; // sectors of organisations
export { readLabelledLines } from './reports/labelled-lines.ts'; // sentences of which it is known what they state
export { readReportLines, type ReportLine } from './reports/report-lines.ts'; // reports or sentences as JSON Lines
export { readReports } from './reports/read-reports.ts'; // reports that name in fields what they speak of
export { reportsWithin } from './reports/reports-within.ts'; // of the objects of a collection those that reports rest on
export { mergeObjects, newestTime } from './stix/merge-objects.ts'; // what was there and what came, each in its newest version
export type { ReportsReading, StructuredReport } from './reports/structured-report.ts';
