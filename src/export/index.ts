export {
  derivedBundle,
  derivedRelationshipId,
  type Creator,
  type DerivedBundleRequest,
} from './stix/derived-bundle.ts'; // derived facts as STIX
export {
  DERIVATION_EXTENSION_ID,
  DERIVATION_SCHEMA,
  FOEPRINT_IDENTITY,
  type StixObject,
} from './stix/derivation-extension.ts'; // the extension that says how
export { reportBundle } from './stix/report-bundle.ts'; // what a report states as STIX
export { reportEvent } from './reports/report-event.ts'; // … and as an event of MISP
export type { ReportExport, StatedThing } from './reports/report-export.ts';
export { joinMarkings } from './stix/join-markings.ts'; // markings of what is made from marked things
export { EXPORT_ISSUES } from './issues.ts'; // what can be wrong with what an export is asked for
export { layersText, writeLayer, writeLayers } from './navigator/write-layer.ts'; // layers → a Navigator file, format 4.5
export { withBasis } from './navigator/with-basis.ts'; // layers that name what they rest on
export { calderaFiles } from './caldera/caldera-files.ts'; // a plan as an adversary of Caldera and its abilities
export { ctidFiles } from './ctid/ctid-files.ts'; // as an emulation plan of CTID
export { atomicFiles } from './atomic/atomic-files.ts'; // as run lists of Atomic Red Team
export { markText, type TextForm } from './marking/mark-text.ts'; // a text that says how far it may go
export { markPng } from './marking/mark-png.ts'; // pictures whose data say so
export { markSvg } from './marking/mark-svg.ts'; // drawings that say so, to be made into pictures
export { renderMatrixXlsx, type MatrixWorkbookOptions } from './render-matrix-xlsx.ts'; // layers on their matrix → an Excel file
