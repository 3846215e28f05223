export { acquire, type AcquiredDocument, type Acquisition } from './acquire.ts'; // a file, address or standard input → parsed JSON documents, or a refusal
export {
  ATTACK_DOMAINS,
  ATTACK_INDEX,
  chooseRelease,
  parseDomain,
  readAttackIndex,
  seriesOf,
  type AttackDomain,
  type AttackRelease,
} from './attack-index.ts'; // what ATT&CK publishes, and where
export { findFileInMirror, findInMirror } from './mirror.ts'; // where a mirror has a release, or a file
export {
  DEFAULT_HTTP,
  isNotThere,
  type HttpPolicy,
  type HttpWorld,
  type OwnRequest,
  type Validators,
} from './http.ts'; // how patient we are with servers
export { DEFAULT_LIMITS, mostUnpacked, type Limits } from './limits.ts'; // how much we take in
export { isWebAddress, placeName } from './location.ts';
export { silent, type Progress, type ProgressEvent, type Step } from './progress.ts'; // signs of life
export { ACQUISITION_ISSUES, refusal } from './issues.ts'; // everything that can be wrong
export { collect, notOpened, readFileBytes, tooManyFiles } from './read-bytes.ts'; // a stream or a file, whole, within limits
export { filesUnder } from './files-under.ts'; // what a folder has
export { readFiles } from './read-files.ts'; // a file, a folder or an archive, within limits
export { isArchive, isGzip, isOfOffice, unpackFiles } from './unpack/unpack.ts'; // an archive → its files
export { inUtf8 } from './json/in-utf8.ts'; // UTF-16 as UTF-8
export { parseJson } from './json/parse-json.ts'; // bytes → value, or where it goes wrong
export { depthOf, type Framing, type RawRecord } from './records/raw-record.ts'; // inputs of any size, record by record
export { lineRecords } from './records/line-records.ts';
export { jsonRecords } from './records/json-records.ts';
export { tableRecords } from './records/table-records.ts';
export { type Server } from './servers/ask-server.ts'; // a server that answers questions
export { mispPages, type MispEvent, type MispFilter, type MispPage } from './servers/misp.ts'; // events of a MISP server
export {
  taxiiCollections,
  taxiiPages,
  type TaxiiCollection,
  type TaxiiPage,
  type TaxiiPlace,
} from './servers/taxii.ts'; // objects of a TAXII server
