import { issueTable } from '../facts/index.ts';

/** What can be wrong with a request, beyond the question in it, and with a server that is to start. */
export const SERVER_ISSUES = issueTable({
  badRequest: {
    code: 'N801',
    meaning: 'A request is not one of HTTP, or what it brings is not JSON.',
    remedy: 'Send a question as a query, or as a JSON object with `Content-Type: application/json`.',
  },
  tooLongAddress: {
    code: 'N817',
    meaning: 'Address and headers of a request are longer than 16 kB together.',
    remedy: 'Send the question as a JSON object by `POST`, in place of a query.',
  },
  noSuchAddress: {
    code: 'N802',
    meaning: 'There is nothing at this address.',
    remedy: '`GET /api/` lists what there is.',
  },
  wrongMethod: {
    code: 'N803',
    meaning: 'There is something at this address, and it does not answer to this method.',
    remedy: 'Use one of the methods that the header `Allow` names.',
  },
  notAnObject: {
    code: 'N804',
    meaning: 'The body of a request is JSON, and no object with the fields of a question.',
    remedy: 'Send `{"group": "APT28"}`; `/api/openapi.json` has the fields of every question.',
  },
  wrongMediaType: {
    code: 'N815',
    meaning: 'The body of a request is not called JSON, and is nothing else that is taken there.',
    remedy:
      'Send it with `Content-Type: application/json`; a file that a question takes also as what it is, e.g. `application/yaml`.',
  },
  noPage: {
    code: 'N816',
    meaning: 'A request asks for a page of a list by something that is no number of rows.',
    remedy: 'Use whole numbers: `?limit=50&offset=100`.',
  },
  tooLarge: {
    code: 'N805',
    meaning: 'The body of a request is larger than the server takes.',
    remedy: 'Ask with less: the largest body is 32 MB.',
  },
  unknownForm: {
    code: 'N806',
    meaning: 'An answer is asked for in a form that it does not have.',
    remedy: 'Use one of the forms that are named.',
  },
  shippedPacksOnly: {
    code: 'N807',
    meaning: 'A request asks for rules by something else than the name of a pack that comes with Foeprint.',
    remedy:
      'Use `rules=standard` or `rules=reference`; rules of one’s own stand in the settings of the home.',
  },
  notReadable: {
    code: 'N808',
    meaning: 'Something that a question takes as JSON is none.',
    remedy: 'Send the question as the JSON body of a POST; `/api/openapi.json` has the shape of every field.',
  },
  badDrawing: {
    code: 'N812',
    meaning: 'A request says how a matrix is to be drawn in a way that there is not.',
    remedy: 'Use one of the values that are named.',
  },
  noFile: {
    code: 'N813',
    meaning: 'A file is to be read, and none was sent.',
    remedy: 'Send the file itself as the body of a POST, and its name as `file=` in the query.',
  },
  markedAbove: {
    code: 'N814',
    meaning: 'A file that was sent is marked above what this server may show.',
    remedy: 'Ask somebody who may see it, or start the server with a higher clearance.',
  },
  unknownLevel: {
    code: 'N809',
    meaning: 'A request names a marking that is no level of the Traffic Light Protocol.',
    remedy: 'Use clear, green, amber, amber+strict or red.',
  },
  foreignHost: {
    code: 'N810',
    meaning:
      'A request was sent to this server under a name that is not its own, as a page of another site does that has its name lead here.',
    remedy: 'Use the address that `foeprint serve` printed.',
  },
  foreignOrigin: {
    code: 'N811',
    meaning: 'A request comes from a page of another site.',
    remedy: 'Use the web application at the address that `foeprint serve` printed, or a program.',
  },
  notLetIn: {
    code: 'N820',
    name: 'not-let-in',
    meaning: 'A request has no token that lets somebody in, and no session that was opened with one.',
    remedy:
      'Send a token as `Authorization: Bearer TOKEN`, or open a session with it; `foeprint token add` makes one.',
  },
  notAllowed: {
    code: 'N821',
    meaning: 'The role of whoever asks does not allow it.',
    remedy: 'Ask an admin for a token of the role that is named.',
  },
  noCsrfToken: {
    code: 'N822',
    name: 'no-csrf-token',
    meaning: 'A browser sent something by its session, without what it was given beside the cookie.',
    remedy: 'Send `csrf` of `GET /api/session` in the header `x-csrf-token`.',
  },
  tooMany: {
    code: 'N830',
    name: 'too-many-requests',
    meaning: 'There were more requests from one address within a minute than the server takes.',
    remedy: 'Wait for as many seconds as the header `Retry-After` says.',
  },
  tookTooLong: {
    code: 'N831',
    meaning: 'A question took longer to answer than the server lets one take.',
    remedy: 'Ask for less: a part of the knowledge, fewer groups, a smaller limit.',
  },
  busy: {
    code: 'N832',
    meaning: 'More questions wait to be answered, or changes to be made, than the server lets wait.',
    remedy: 'Ask again in a while.',
  },
  writerEnded: {
    code: 'N840',
    meaning:
      'The process that writes into the home ended before an action was done, as when memory is short.',
    remedy: '`GET /api/journal` shows whether anything was changed; try again.',
  },
  placeOfServer: {
    code: 'N841',
    meaning: 'A request names a file of the server’s machine.',
    remedy:
      'Send the file as a part of `multipart/form-data` that is called as the field is, or name an address of the web.',
  },
  unknownPart: {
    code: 'N842',
    meaning: 'A form has a part that is neither the fields nor a file that the action takes.',
    remedy: 'Send the fields as JSON in the part `given`, and files in parts that are called as their field.',
  },
  fault: {
    code: 'N899',
    meaning: 'A fault of Foeprint’s own; the log of the server has it, by the id of the request.',
    remedy: 'Report it with what was asked and what the log says.',
  },
  noTokens: {
    code: 'N851',
    name: 'no-tokens',
    meaning: 'A server that others may reach, or that demands tokens, lets nobody in where there are none.',
    remedy: 'Make one with `foeprint token add NAME`; or leave out `--host` and `--auth`.',
  },
  cannotListen: {
    code: 'N850',
    meaning: 'The server cannot listen on the address and port.',
    remedy: 'Choose another port with `--port`, or end what uses this one.',
  },
});
