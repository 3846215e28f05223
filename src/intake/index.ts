export { readBundle } from './stix/read-bundle.ts'; // a parsed STIX bundle → Delivery, or a refusal
export { danglingIssues } from './stix/outside-references.ts'; // what references lead nowhere, as a remark
export { remark } from './remark.ts'; // markings of what was kept before their levels were
export type { AboutDelivery } from './stix/describe-source.ts'; // what whoever read the bytes knows
export { INTAKE_ISSUES } from './issues.ts'; // what can be wrong with a delivery
export { readLayers, type LayersReading } from './navigator/read-layers.ts'; // a parsed Navigator file of any version → layers, and what was odd
export { NAVIGATOR_ISSUES } from './navigator/issues.ts'; // what can be wrong with a layer file
export { isGalaxyCluster, readGalaxyCluster } from './misp/read-cluster.ts'; // a MISP galaxy cluster file → Delivery
export { readDocument } from './read-document.ts'; // any parsed document that reports facts, recognised by its shape → Delivery
export { ASSERTION, CASE_FILE, CASE_HEAD } from './assertions/case-schema.ts'; // what a case file may say
export { readCaseFile, type CaseReading } from './assertions/read-case-file.ts'; // a YAML or CSV case file → case documents
export {
  readCaseDocument,
  isCaseDocument,
  writeCaseDocument,
  type CaseDocument,
} from './assertions/case-document.ts'; // assertions as JSON, and → Delivery
export { readSingleAssertion, retraction, type SingleReading } from './assertions/single-assertion.ts'; // one assertion by its fields; taking one back
export { documentToMigrate } from './document-to-migrate.ts'; // a file as it is carried to another release
export { readYaml, type YamlFile } from './yaml-file.ts'; // YAML that still knows where everything stands
export { readValues, valueAt, type Declare, type Path } from './read-values.ts'; // a file of keys and values, by a schema
export { readOrganisationText, type OrganisationReading } from './organisation/read-organisation-text.ts'; // org.yaml → Organisation, and what its words were taken for
export {
  CONTROLS,
  CONTROL_KEYS,
  ORGANISATION_FILE,
  ORGANISATION_KEYS,
  PARTNER,
  SIGHTING,
} from './organisation/organisation-schema.ts'; // every key that it may have
export {
  COVERAGE_FORMATS,
  readCoverage as readCoverageText,
  readDettectCoverage,
  readLayerCoverage,
  type CoverageAsked,
  type CoverageReading,
  type CoverageText,
} from './coverage/index.ts'; // files of any format of coverage → which techniques are covered
export {
  organisationYaml,
  type AnswerKey,
  type OrganisationAnswers,
} from './organisation/organisation-yaml.ts'; // answers → a commented org.yaml
export { readEvents } from './events/read-events.ts'; // victims, one to a line → events to rank groups for
export { byteFormat, documentFormat, HINTS, textFormat, type KnownFormat } from './recognition/index.ts'; // what a file is that is not for loading, and what takes it
