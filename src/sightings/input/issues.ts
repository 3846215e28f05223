import { issueTable } from '../../facts/index.ts';

/** What can be wrong with an input of sightings, and for which reasons records of it are rejected. */
export const SIGHTING_INPUT_ISSUES = issueTable({
  notReadable: {
    code: 'S930',
    meaning:
      'A record is not legible: no JSON, no object, not UTF-8, or a row whose cells are not those of its table.',
    remedy: 'Look at the line named in the rejects file; correct it there, and import that file.',
  },
  otherRecord: {
    code: 'S931',
    meaning:
      'A record is none of the kind that the format is read for, e.g. an event of OCSF that is no finding.',
    remedy: 'Nothing needs to be done where it is no alert; else name the format by `--read-as`.',
  },
  noTechnique: {
    code: 'S932',
    meaning: 'A record names no technique by an id of ATT&CK: none at all, or only tactics.',
    remedy: 'Let its rule name techniques; a tactic alone cannot be counted.',
  },
  tooManyTechniques: {
    code: 'S933',
    meaning: 'A record names more than 1,000 techniques, which no detection does.',
    remedy: 'Look at what wrote it; lists of techniques are imported as such.',
  },
  noTime: {
    code: 'S934',
    meaning: 'A record has no time, or one that is not understood.',
    remedy:
      'Times are ISO 8601, or seconds, milliseconds, microseconds or nanoseconds since 1970; a mapping names any other form. `--date` dates what has no time.',
  },
  unlikelyTime: {
    code: 'S935',
    meaning: 'A record is dated before the year 2000, or in the future.',
    remedy: 'Check the clock of what wrote it, and the form of times in the mapping.',
  },
  unlikelyCount: {
    code: 'S936',
    meaning: 'A record says that it was seen less than once, or more than 4,000,000,000 times.',
    remedy: 'Correct the count, or leave it out: it is 1 then.',
  },
  recordTooLong: {
    code: 'S937',
    meaning:
      'A record has more than 1 MiB, or stands more than 500 lists and objects deep. It was left out without being read.',
    remedy: 'Let the producer leave out raw data and evidence; techniques and times are all that is read.',
  },
  formatNotKnown: {
    code: 'S938',
    meaning: 'The input is of no format that sightings are read from, or it is not clear which.',
    remedy: 'Name the format by `--read-as`, or describe a table by `--mapping`.',
  },
  needsMapping: {
    code: 'S939',
    meaning: 'A table has no column that is known to hold techniques.',
    remedy:
      'Describe its columns by `--mapping FILE`; `foeprint sightings import TABLE --mapping-template FILE` writes one to start from.',
  },
  wrongMapping: {
    code: 'S940',
    meaning:
      'A mapping has a key that nothing reads, a value of the wrong kind, or a column that the table does not have.',
    remedy: 'See docs/sightings.md for what a mapping may say.',
  },
  needsDate: {
    code: 'S941',
    meaning: 'The input has no times of its own.',
    remedy: 'Say by `--date YYYY-MM-DD` when it was seen.',
  },
  nothingUnderstood: {
    code: 'S942',
    meaning: 'Not one record of the input could be used. Nothing was stored of it.',
    remedy:
      'The rejects file says of each record why; most often it is another format than the one it was read as.',
  },
  someRejected: {
    code: 'S943',
    severity: 'warning',
    meaning: 'Some records of the input could not be used. The others were stored.',
    remedy: 'The rejects file says of each why.',
  },
  unknownTechniques: {
    code: 'S944',
    severity: 'warning',
    meaning: 'Some ids of techniques are in no release that is loaded. Their sightings are kept under them.',
    remedy:
      'Load the domain or release that they are of, and import the input again after removing its batch.',
  },
  uncertainTechniques: {
    code: 'S945',
    severity: 'warning',
    meaning:
      'Some techniques were withdrawn, and several or none took their place. Their sightings are kept under the old ids.',
    remedy: '`foeprint migrate` lists what each could be.',
  },
  unknownSectors: {
    code: 'S946',
    severity: 'warning',
    meaning:
      'Some words for sectors are not understood. Their sightings are kept without a sector of their own.',
    remedy:
      'docs/reference/vocabularies.md lists the words; `--organisations` gives organisations their sectors.',
  },
  unknownGroups: {
    code: 'S947',
    severity: 'warning',
    meaning:
      'Some names of groups lead to no group of ATT&CK, or to several. Their sightings are kept without a group, or under the id that was given.',
    remedy: 'Name groups by their ids; `foeprint aliases NAME` says who is called so.',
  },
  allKnown: {
    code: 'S948',
    severity: 'warning',
    meaning: 'All sightings of the input are stored already, from other batches.',
    remedy: 'To read the input in another way, remove those batches first: `foeprint sightings list`.',
  },
  wrongKey: {
    code: 'S949',
    meaning: 'The file with the key for pseudonyms cannot be read, or holds fewer than 16 bytes.',
    remedy: 'Name another, or leave the name out: a key is then made in the home.',
  },
  wrongOrganisations: {
    code: 'S950',
    meaning: 'A line of the file of organisations does not say which sector an organisation is of.',
    remedy: 'Write two columns, the name and the sector: `Northwind Bank,financial-services`.',
  },
  rejectsNotWritten: {
    code: 'S951',
    meaning: 'The file of rejects cannot be written. Nothing was stored of the input.',
    remedy: 'Name another by `--rejects FILE`.',
  },
  mappingExists: {
    code: 'S952',
    meaning: 'The file for a mapping to start from is there already.',
    remedy: 'Name another file, or move it away.',
  },
  noInput: {
    code: 'S953',
    meaning: 'No input is named.',
    remedy: 'Name files or folders, or `-` for standard input.',
  },
});
export type SightingInputIssueName = keyof typeof SIGHTING_INPUT_ISSUES;
