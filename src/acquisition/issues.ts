import { FoeprintError, issueOf, issueTable, type Place } from '../facts/index.ts';

/** Everything that can be wrong with getting hold of a source. */
export const ACQUISITION_ISSUES = issueTable({
  'not-found': {
    code: 'A401',
    meaning: 'The file to read does not exist.',
    remedy: 'Check the path; relative paths start at the folder the command is run in.',
  },
  'not-a-file': {
    code: 'A402',
    meaning: 'The place to read is a folder.',
    remedy: 'Name a file in it; a folder of release files belongs under `mirrors` in the configuration.',
  },
  'not-readable': {
    code: 'A403',
    meaning: 'The file is there, but the operating system does not let us read it.',
    remedy: 'Check its permissions, and that no other program holds it.',
  },
  'too-large': {
    code: 'A404',
    meaning: 'The source is larger than the configured limit, before or after decompression.',
    remedy: 'Split it, or raise `limits.maximumBytes` if you trust it.',
  },
  empty: {
    code: 'A405',
    meaning: 'The source holds nothing.',
    remedy: 'Fetch or write it again: an empty file is often an interrupted download.',
  },
  'broken-gzip': {
    code: 'A406',
    meaning: 'The source begins as gzip but cannot be decompressed: it is truncated or damaged.',
    remedy: 'Fetch it again and compare its checksum with the publisher’s.',
  },
  'broken-zip': {
    code: 'A407',
    meaning:
      'The source begins as zip but cannot be unpacked: it is truncated, damaged or encrypted, or names of files lead out of it.',
    remedy: 'Fetch it again, or unpack it yourself and load the files in it.',
  },
  'nothing-in-zip': {
    code: 'A408',
    meaning: 'The zip archive has no `.json` file in it.',
    remedy: 'Load the file you mean from inside the archive.',
  },
  'expands-too-much': {
    code: 'A409',
    meaning: 'The archive grows out of all proportion when unpacked, as only a decompression bomb does.',
    remedy: 'Do not use it; if you made it yourself, load the unpacked file or raise `limits.maximumRatio`.',
  },
  'not-utf8': {
    code: 'A410',
    meaning: 'The text is neither UTF-8, which JSON must be (RFC 8259, section 8.1), nor UTF-16.',
    remedy: 'Convert it, e.g. `iconv -f LATIN1 -t UTF-8`.',
  },
  'not-json': {
    code: 'A411',
    meaning: 'The text is not JSON.',
    remedy: 'Look at the place named: STIX bundles are JSON objects that begin with `{`.',
  },
  'truncated-json': {
    code: 'A412',
    meaning: 'The JSON stops in the middle.',
    remedy: 'Fetch it again: the download or copy was interrupted.',
  },
  'web-page': {
    code: 'A413',
    meaning: 'The source is a web page, not data.',
    remedy:
      'Use the address of the raw file; a login or error page also looks like this. `foeprint report add` keeps a report.',
  },
  'too-complex': {
    code: 'A414',
    meaning: 'The JSON has so many or so deeply nested values that parsing it would exhaust memory.',
    remedy: 'Split it, or give Node more memory: `NODE_OPTIONS=--max-old-space-size=8192`.',
  },
  'other-format': {
    code: 'A415',
    meaning: 'The source is in a format that is known, but not one that can be loaded.',
    remedy: 'Do as the message says: another command takes it, or a tool converts it.',
  },
  'too-many-files': {
    code: 'A419',
    meaning: 'The archive or folder holds more files than are taken from one.',
    remedy: 'Load it in parts, or raise `limits.maximumFiles` if you trust it.',
  },
  'unsupported-address': {
    code: 'A420',
    meaning: 'The address is not one we can fetch: only `http:`, `https:` and `file:` are.',
    remedy: 'Download it with another tool and load the file.',
  },
  unreachable: {
    code: 'A421',
    meaning: 'The server could not be reached, or dropped the connection, on every attempt.',
    remedy: 'Check the network; without one, name a mirror under `mirrors` in the configuration.',
  },
  'timed-out': {
    code: 'A422',
    meaning:
      'The server did not answer, or stopped sending, within the time allowed, on every attempt; or it took longer than is allowed for the whole.',
    remedy: 'Try again later, or raise `http.timeoutSeconds` or `http.totalSeconds`.',
  },
  'refused-by-server': {
    code: 'A423',
    meaning: 'The server answered with an error.',
    remedy: 'Check the address; 401 and 403 mean that it wants a login, 5xx that the server is in trouble.',
  },
  'bad-redirect': {
    code: 'A424',
    meaning: 'The server sent us elsewhere too often, to no address, or from `https:` to plain `http:`.',
    remedy: 'Find out the final address and use it.',
  },
  'not-on-server': {
    code: 'A425',
    meaning: 'The server is there, but has nothing at this address.',
    remedy: 'Check the address for a slip of the pen; the publisher may have moved the file.',
  },
  'unknown-domain': {
    code: 'A430',
    meaning: 'ATT&CK has no domain of this name.',
    remedy: 'Use `enterprise`, `mobile` or `ics`.',
  },
  'unknown-release': {
    code: 'A431',
    meaning: 'Neither the mirrors nor the published index have this release.',
    remedy: 'Use one of the releases listed, or add a mirror that has it.',
  },
  'bad-catalogue': {
    code: 'A432',
    meaning: 'The index of releases is not in the format of ATT&CK’s collection index.',
    remedy: 'Check `attack.index` in the configuration.',
  },
  'mirror-unusable': {
    code: 'A433',
    severity: 'warning',
    meaning: 'A configured mirror could not be looked into; the next place was tried.',
    remedy: 'Check the path or address under `mirrors` in the configuration.',
  },
  'not-in-mirrors': {
    code: 'A434',
    meaning: 'No mirror has what was asked for, and the network may not be asked.',
    remedy: 'Put the release file into a folder named under `mirrors`, or allow the network.',
  },
  'broken-tar': {
    code: 'A440',
    meaning:
      'The source is a tar archive that cannot be unpacked: it is truncated or damaged, or names of files lead out of it.',
    remedy: 'Fetch it again, or unpack it yourself and name the folder.',
  },
  'no-document-reader': {
    code: 'A470',
    meaning: 'The package that reads documents of this kind is not installed, or does not run here.',
    remedy:
      'Install the optional dependencies: unpdf for PDF, mammoth and linkedom for Word, linkedom and @mozilla/readability for HTML.',
  },
  'no-text': {
    code: 'A471',
    meaning: 'The document has no text: its pages are pictures, or empty.',
    remedy: 'Recognise its text first (OCR), e.g. `ocrmypdf in.pdf out.pdf`, and hand over the result.',
  },
  'encrypted-document': {
    code: 'A472',
    meaning: 'The document opens only with a password.',
    remedy: 'Save it without one, e.g. `qpdf --password=… --decrypt in.pdf out.pdf`.',
  },
  'broken-document': {
    code: 'A473',
    meaning: 'The document begins as what it is, but cannot be read: it is truncated or damaged.',
    remedy: 'Fetch it again, or open it in a program for it and save it anew.',
  },
  'too-much-document': {
    code: 'A474',
    meaning: 'The document has more pages, text, tags or levels than any report, or takes longer to read.',
    remedy: 'Hand over the part that matters, or its text in a file of its own.',
  },
  'named-otherwise': {
    code: 'A475',
    severity: 'warning',
    meaning: 'The document is something else than its name or the server says; it was read as what it is.',
    remedy: 'Look whether it is what you meant: a page for logging in often comes in place of a file.',
  },
  'guessed-encoding': {
    code: 'A476',
    severity: 'warning',
    meaning: 'The encoding of the text is not stated; it was guessed.',
    remedy: 'If letters are wrong, convert it, e.g. `iconv -f LATIN2 -t UTF-8`.',
  },
  'unreadable-format': {
    code: 'A477',
    meaning: 'The file is in none of the formats that reports are read from.',
    remedy: 'Save it as PDF, .docx, HTML, Markdown or plain text.',
  },
  'private-address': {
    code: 'A478',
    meaning: 'The address, or one that it redirects to, is of this machine or of a private network.',
    remedy: 'Download it yourself, or set `http.allowPrivate` if you trust where the address comes from.',
  },
  'pages-without-text': {
    code: 'A479',
    severity: 'warning',
    meaning: 'Most pages of the document are pictures without text; only the others were read.',
    remedy: 'Recognise their text first (OCR), e.g. `ocrmypdf --skip-text in.pdf out.pdf`.',
  },
  'login-refused': {
    code: 'A480',
    meaning: 'The server wants a login, or does not take the one that it was given.',
    remedy:
      'Set the environment variable that the message names, and see whether what it holds is still good.',
  },
  'login-unusable': {
    code: 'A481',
    meaning: 'The environment variable with the login holds something that cannot be sent.',
    remedy: 'Set it to the key, token or password alone: visible characters without spaces or line ends.',
  },
  'other-server': {
    code: 'A482',
    meaning: 'The server leads to another one, which is not sent what is meant for the first.',
    remedy: 'Set the address that it leads to as the `url` of the source, if you trust it.',
  },
  'not-taxii': {
    code: 'A483',
    meaning: 'The server does not answer as TAXII 2.1 has it.',
    remedy: 'Set `url` to its discovery (it mostly ends in `/taxii2/`) or to an API root.',
  },
  'unknown-collection': {
    code: 'A484',
    meaning: 'The server has no collection of this name that may be read.',
    remedy:
      'Set `collection` to an id, alias or title of those that the message lists, or leave it out for all.',
  },
  'repeats-itself': {
    code: 'A485',
    meaning: 'The server says that it has more, and sends nothing new.',
    remedy: 'What it sent before is kept. Report it to whoever runs the server, and try again later.',
  },
  'more-next-time': {
    code: 'A486',
    meaning: 'The server has more than is taken at once. What was taken is kept.',
    remedy: 'Run `foeprint sync` again: it goes on where it stopped.',
  },
  'not-understood': {
    code: 'A488',
    meaning: 'The server does not understand, or does not take, what it is asked.',
    remedy: 'Check the settings of the server; it may also be one of another kind or of an older version.',
  },
  'entries-left': {
    code: 'A489',
    severity: 'warning',
    meaning:
      'Entries of a feed were not kept: there are more than are taken at once, or they have no words of their own.',
    remedy:
      'Run `foeprint sync` again for what is left; `articles: on` of the feed fetches the pages of entries.',
  },
  'not-misp': {
    code: 'A487',
    meaning: 'The server does not answer as MISP does.',
    remedy:
      'Set `url` to the address that MISP is opened at in a browser, without what follows the host or folder.',
  },
});

/** Name of an issue of {@link ACQUISITION_ISSUES}. */
export type AcquisitionIssueName = keyof typeof ACQUISITION_ISSUES;

/** What to throw when a source cannot be had at all. */
export function refusal(
  name: AcquisitionIssueName,
  message: string,
  place?: Place,
  hint?: string,
): FoeprintError {
  return new FoeprintError([issueOf(ACQUISITION_ISSUES[name], message, place, hint)]);
}
