import { issueTable } from '../facts/index.ts';

/** What can be wrong with sightings and the engines that hold them. */
export const SIGHTINGS_ISSUES = issueTable({
  wordNotAskable: {
    code: 'S901',
    meaning:
      'A word has characters that not every engine writes alike: quotes, backslashes or control characters.',
    remedy: 'Leave them out, as an import does: it keeps names without them.',
  },
  noEngine: {
    code: 'S902',
    meaning:
      'Sightings on this machine are read and written by DuckDB, which is not installed, or does not run here: optional packages were left out, or there is none for this platform.',
    remedy:
      'Install it beside Foeprint: `npm install @duckdb/node-api@1.5.6-r.1` (70 MB; with `-g` where Foeprint was installed so).',
  },
  engineRefused: {
    code: 'S903',
    meaning: 'The engine that holds sightings could not do what it was asked.',
    remedy: 'See what it says; where memory ran out, ask for less at once, or for fewer columns.',
  },
  notStored: {
    code: 'S904',
    meaning: 'Sightings could not be written. What was stored before is as it was.',
    remedy: 'Check permissions and free space, then do the same again.',
  },
  manifestBroken: {
    code: 'S905',
    meaning: 'A manifest, which names the files of a store of sightings, is not legible.',
    remedy:
      'Put it back from a copy. Without it, what was imported before it is still there: move the file away, and import again what is missing.',
  },
  changedMeanwhile: {
    code: 'S906',
    meaning: 'Another process changed the store of sightings in the same moment. Nothing was stored.',
    remedy: 'Do the same again.',
  },
  fileDamaged: {
    code: 'S907',
    meaning:
      'A file of sightings is missing, or is not as it was written. Nothing is answered from the others, since totals would be wrong.',
    remedy: 'Put it back from a copy, or remove the batches named and import them again.',
  },
  unknownBatch: {
    code: 'S908',
    meaning: 'No batch of sightings is called so, or several are.',
    remedy: 'See `foeprint sightings list` for what was imported.',
  },
  notPublishable: {
    code: 'S909',
    meaning: 'Sightings cannot be published at this place: something else is there.',
    remedy: 'Name a folder that is not there yet, or one that was published before.',
  },
});
