// A door of its own, so that a question without such files does not load what reads them: YAML and its schemas.
export {
  readCostsFile,
  readCoverage,
  readOrganisation,
  readPlaybook,
  readPlaybookRun,
  withNames,
} from '../../home/index.ts';
export { combinationIn, layersOf, operandsOf, refuseMarked } from '../files/layer-files.ts';
export { incidentIn } from '../files/alert-files.ts';
export { ruleTextsIn } from '../files/rule-texts.ts';
export { documentsOf } from '../files/migrated-files.ts';
export { withFileNames } from '../organisation/organisation.ts';
export { baselineIn, earlierDashboardIn } from '../files/earlier-answers.ts';
