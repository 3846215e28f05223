import type { IssueDeclaration, Place } from '../facts/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';

/** Everything that can be wrong with getting hold of a source. */
export const ACQUISITION_ISSUES = [
  {
    code: 'A401',
    name: 'not-found',
    severity: 'error',
    meaning: 'The file to read does not exist.',
    remedy: 'Check the path; relative paths start at the folder the command is run in.',
  },
  {
    code: 'A402',
    name: 'not-a-file',
    severity: 'error',
    meaning: 'The place to read is a folder.',
    remedy: 'Name a file in it; a folder of release files belongs under `mirrors` in the configuration.',
  },
  {
    code: 'A403',
    name: 'not-readable',
    severity: 'error',
    meaning: 'The file is there, but the operating system does not let us read it.',
    remedy: 'Check its permissions, and that no other program holds it.',
  },
  {
    code: 'A404',
    name: 'too-large',
    severity: 'error',
    meaning: 'The source is larger than the configured limit, before or after decompression.',
    remedy: 'Split it, or raise `limits.maximumBytes` if you trust it.',
  },
  {
    code: 'A405',
    name: 'empty',
    severity: 'error',
    meaning: 'The source holds nothing.',
    remedy: 'Fetch or write it again: an empty file is often an interrupted download.',
  },
  {
    code: 'A406',
    name: 'broken-gzip',
    severity: 'error',
    meaning: 'The source begins as gzip but cannot be decompressed: it is truncated or damaged.',
    remedy: 'Fetch it again and compare its checksum with the publisher’s.',
  },
  {
    code: 'A407',
    name: 'broken-zip',
    severity: 'error',
    meaning: 'The source begins as zip but cannot be unpacked: it is truncated, damaged or encrypted.',
    remedy: 'Fetch it again, or unpack it yourself and load the files in it.',
  },
  {
    code: 'A408',
    name: 'nothing-in-zip',
    severity: 'error',
    meaning: 'The zip archive has no `.json` file in it.',
    remedy: 'Load the file you mean from inside the archive.',
  },
  {
    code: 'A409',
    name: 'expands-too-much',
    severity: 'error',
    meaning: 'The archive grows out of all proportion when unpacked, as only a decompression bomb does.',
    remedy: 'Do not use it; if you made it yourself, load the unpacked file or raise `limits.maximumRatio`.',
  },
  {
    code: 'A410',
    name: 'not-utf8',
    severity: 'error',
    meaning: 'The text is neither UTF-8, which JSON must be (RFC 8259, section 8.1), nor UTF-16.',
    remedy: 'Convert it, e.g. `iconv -f LATIN1 -t UTF-8`.',
  },
  {
    code: 'A411',
    name: 'not-json',
    severity: 'error',
    meaning: 'The text is not JSON.',
    remedy: 'Look at the place named: STIX bundles are JSON objects that begin with `{`.',
  },
  {
    code: 'A412',
    name: 'truncated-json',
    severity: 'error',
    meaning: 'The JSON stops in the middle.',
    remedy: 'Fetch it again: the download or copy was interrupted.',
  },
  {
    code: 'A413',
    name: 'web-page',
    severity: 'error',
    meaning: 'The source is a web page, not data.',
    remedy: 'Use the address of the raw file; a login or error page also looks like this.',
  },
  {
    code: 'A414',
    name: 'too-complex',
    severity: 'error',
    meaning: 'The JSON has so many or so deeply nested values that parsing it would exhaust memory.',
    remedy: 'Split it, or give Node more memory: `NODE_OPTIONS=--max-old-space-size=8192`.',
  },
  {
    code: 'A415',
    name: 'other-format',
    severity: 'error',
    meaning: 'The source is in a format that is known, but not one that can be loaded.',
    remedy: 'Do as the message says: another command takes it, or a tool converts it.',
  },
  {
    code: 'A419',
    name: 'too-many-files',
    severity: 'error',
    meaning: 'The archive or folder holds more files than are taken from one.',
    remedy: 'Load it in parts, or raise `limits.maximumFiles` if you trust it.',
  },
  {
    code: 'A420',
    name: 'unsupported-address',
    severity: 'error',
    meaning: 'The address is not one we can fetch: only `http:`, `https:` and `file:` are.',
    remedy: 'Download it with another tool and load the file.',
  },
  {
    code: 'A421',
    name: 'unreachable',
    severity: 'error',
    meaning: 'The server could not be reached, or dropped the connection, on every attempt.',
    remedy: 'Check the network; without one, name a mirror under `mirrors` in the configuration.',
  },
  {
    code: 'A422',
    name: 'timed-out',
    severity: 'error',
    meaning:
      'The server did not answer, or stopped sending, within the time allowed, on every attempt; or it took longer than is allowed for the whole.',
    remedy: 'Try again later, or raise `http.timeoutSeconds` or `http.totalSeconds`.',
  },
  {
    code: 'A423',
    name: 'refused-by-server',
    severity: 'error',
    meaning: 'The server answered with an error.',
    remedy: 'Check the address; 401 and 403 mean that it wants a login, 5xx that the server is in trouble.',
  },
  {
    code: 'A424',
    name: 'bad-redirect',
    severity: 'error',
    meaning: 'The server sent us elsewhere too often, to no address, or from `https:` to plain `http:`.',
    remedy: 'Find out the final address and use it.',
  },
  {
    code: 'A425',
    name: 'not-on-server',
    severity: 'error',
    meaning: 'The server is there, but has nothing at this address.',
    remedy: 'Check the address for a slip of the pen; the publisher may have moved the file.',
  },
  {
    code: 'A430',
    name: 'unknown-domain',
    severity: 'error',
    meaning: 'ATT&CK has no domain of this name.',
    remedy: 'Use `enterprise`, `mobile` or `ics`.',
  },
  {
    code: 'A431',
    name: 'unknown-release',
    severity: 'error',
    meaning: 'Neither the mirrors nor the published index have this release.',
    remedy: 'Use one of the releases listed, or add a mirror that has it.',
  },
  {
    code: 'A432',
    name: 'bad-catalogue',
    severity: 'error',
    meaning: 'The index of releases is not in the format of ATT&CK’s collection index.',
    remedy: 'Check `attack.index` in the configuration.',
  },
  {
    code: 'A433',
    name: 'mirror-unusable',
    severity: 'warning',
    meaning: 'A configured mirror could not be looked into; the next place was tried.',
    remedy: 'Check the path or address under `mirrors` in the configuration.',
  },
  {
    code: 'A434',
    name: 'not-in-mirrors',
    severity: 'error',
    meaning: 'No mirror has what was asked for, and the network may not be asked.',
    remedy: 'Put the release file into a folder named under `mirrors`, or allow the network.',
  },
  {
    code: 'A440',
    name: 'broken-tar',
    severity: 'error',
    meaning: 'The source is a tar archive that cannot be unpacked: it is truncated or damaged.',
    remedy: 'Fetch it again, or unpack it yourself and name the folder.',
  },
] as const satisfies readonly IssueDeclaration[];

/** Name of an issue of {@link ACQUISITION_ISSUES}. */
export type AcquisitionIssueName = (typeof ACQUISITION_ISSUES)[number]['name'];

const DECLARATION_OF = new Map<string, IssueDeclaration>(ACQUISITION_ISSUES.map((row) => [row.name, row]));

/** The declaration of an issue by its name. */
export function declarationOf(name: AcquisitionIssueName): IssueDeclaration {
  const declaration = DECLARATION_OF.get(name);
  if (declaration === undefined) throw new RangeError(`no issue is named ${name}`);
  return declaration;
}

/** What to throw when a source cannot be had at all. */
export function refusal(
  name: AcquisitionIssueName,
  message: string,
  place?: Place,
  hint?: string,
): FoeprintError {
  return new FoeprintError([issueOf(declarationOf(name), message, place, hint)]);
}
