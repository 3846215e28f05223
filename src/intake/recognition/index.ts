export { byteFormat } from './byte-format.ts';
export { documentFormat } from './document-format.ts';
export { textFormat } from './text-format.ts';
export { HINTS, type KnownFormat } from './known-format.ts';
