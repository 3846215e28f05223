import { issueTable } from '../facts/index.ts';

/** What intake can find wrong with a delivery. Errors name what was left out; warnings what was read with a grain of salt. */
export const INTAKE_ISSUES = issueTable({
  notStix: {
    code: 'I101',
    meaning: 'The document is not a STIX bundle, a list of STIX objects or a STIX object.',
    remedy: 'Hand over STIX 2.0 or 2.1 JSON: an object with `"type": "bundle"` and a list `objects`.',
  },
  emptyBundle: {
    code: 'I102',
    meaning: 'The bundle holds no objects.',
    remedy: 'Check that the file is complete; there is nothing to load.',
  },
  nothingUsable: {
    code: 'I103',
    meaning: 'Not one object of the bundle could be used.',
    remedy: 'See the issues listed with this one; each says what is wrong with an object.',
  },
  notAnObject: {
    code: 'I104',
    meaning: 'An entry of the bundle is not a JSON object.',
    remedy: 'Remove the entry or replace it by a STIX object; the rest was read.',
  },
  badId: {
    code: 'I105',
    meaning: 'The object has no id of the form `type--UUID`.',
    remedy: 'Give the object an id such as `malware--` followed by a UUID; the object was left out.',
  },
  badType: {
    code: 'I106',
    meaning: 'The object has no type, or its type is not the one that its id starts with.',
    remedy: 'Make `type` the part of the id before `--`; the object was left out.',
  },
  brokenRelationship: {
    code: 'I107',
    meaning: 'A relationship does not say what it relates, or how.',
    remedy: 'Give it `relationship_type`, `source_ref` and `target_ref`; the relationship was left out.',
  },
  badTimestamp: {
    code: 'I108',
    severity: 'warning',
    meaning: '`created` or `modified` is no time, so the versions of the object cannot be ordered by it.',
    remedy: 'Write it as 2024-01-31T12:00:00.000Z; the object was kept, as if the field were not there.',
  },
  badName: {
    code: 'I109',
    meaning: 'The name of the object is not text.',
    remedy: 'Make `name` a string; the object was left out.',
  },
  tooDeep: {
    code: 'I110',
    meaning: 'The object is nested deeper than any honest STIX object.',
    remedy: 'Flatten the object; it was left out.',
  },
  tooLong: {
    code: 'I111',
    meaning: 'A text of the object is longer than any honest STIX object needs.',
    remedy: 'Shorten the text; the object was left out.',
  },
  repeated: {
    code: 'I112',
    severity: 'warning',
    meaning: 'The bundle has the same version of an object twice, differently.',
    remedy: 'Give changed objects a newer `modified`; the first was kept.',
  },
  dangling: {
    code: 'I113',
    severity: 'warning',
    meaning: 'Objects refer to objects that are described nowhere: in no source that is in view.',
    remedy:
      'Load the source that describes them, if there is one; until then no fact is made of these references.',
  },
  bareObjects: {
    code: 'I114',
    severity: 'warning',
    meaning:
      'The document is a list of STIX objects or bundles, the answer of a TAXII server, or a single object, without one bundle around it.',
    remedy: 'Nothing to do: it was read as a bundle.',
  },
  ignoredField: {
    code: 'I115',
    severity: 'warning',
    meaning: 'A field has a shape that it should not have.',
    remedy: 'Correct the field; the object is kept as it is, but nothing is read from that field.',
  },
  andMore: {
    code: 'I116',
    severity: 'warning',
    meaning: 'There are more issues of one code than are listed one by one.',
    remedy: 'Correct the listed ones first; they are most likely alike.',
  },
  sharedId: {
    code: 'I120',
    severity: 'warning',
    meaning: 'Several relationships of the bundle have one id and version, but relate different things.',
    remedy: 'Nothing to do: each was taken as a statement of its own. The publisher should give each an id.',
  },
  oddTimestamp: {
    code: 'I121',
    severity: 'warning',
    meaning:
      'A time is not written as STIX wants it, as `2026-05-02T10:00:00Z`: it has an offset, no zone, or no time of day.',
    remedy: 'Nothing to do: it was carried to UTC; a time without a zone was taken for UTC.',
  },
  morePages: {
    code: 'I122',
    severity: 'warning',
    meaning: 'The document is one page of the answer of a TAXII server, which has more.',
    remedy: 'Ask the server for the rest (`next`) and load it too; what is here was read.',
  },
  notGalaxy: {
    code: 'I130',
    name: 'not-a-galaxy-cluster',
    meaning: 'The document is not a MISP galaxy cluster file.',
    remedy: 'Hand over a file of `clusters/` of MISP galaxy: an object with `type` and a list `values`.',
  },
  noValues: {
    code: 'I131',
    meaning: 'Not one value of the cluster could be used.',
    remedy: 'Check that the file is complete; there is nothing to load.',
  },
  badValue: {
    code: 'I132',
    meaning: 'A value of the cluster has no name or no UUID, so nothing can refer to it.',
    remedy: 'Give it a text `value` and a `uuid`; the value was left out, the rest was read.',
  },
  repeatedValue: {
    code: 'I133',
    severity: 'warning',
    meaning: 'Two values of the cluster have the same UUID.',
    remedy: 'Give one of them a UUID of its own; the first was kept.',
  },
  badReference: {
    code: 'I134',
    severity: 'warning',
    meaning: 'A `related` of a value does not say what it refers to, or how.',
    remedy: 'Give it `dest-uuid` and `type`; the value is kept as it is, without this reference.',
  },
  ignoredMeta: {
    code: 'I135',
    severity: 'warning',
    meaning: 'A field of a value is neither text nor a list of texts.',
    remedy: 'Correct the field; the value is kept as it is, but nothing is read from that field.',
  },
  notACase: {
    code: 'I140',
    meaning:
      'The document is no case file: not YAML or CSV that can be read, or without a list of assertions.',
    remedy: 'Write it as docs/reference/cases.md says.',
  },
  badAssertion: {
    code: 'I141',
    meaning: 'An assertion has a shape that it should not have.',
    remedy:
      'Write it as a mapping of fields to texts, as docs/reference/cases.md says; the others were read.',
  },
  missingCaseField: {
    code: 'I142',
    meaning: 'An assertion lacks a field that it needs.',
    remedy: 'Give it `subject`, `relation`, `object` and `date`, and in CSV `source`; it was left out.',
  },
  unknownCaseField: {
    code: 'I143',
    severity: 'warning',
    meaning: 'A case file has a field that nothing reads.',
    remedy: 'Correct its name or remove it; docs/reference/cases.md lists the fields.',
  },
  unknownName: {
    code: 'I144',
    meaning: 'An assertion names something that nothing loaded describes.',
    remedy: 'Use an ATT&CK id, a STIX id or a name that `foeprint show` finds; the assertion was left out.',
  },
  ambiguousName: {
    code: 'I145',
    meaning: 'An assertion names something by a name that several things go by.',
    remedy: 'Use the id of the one that is meant; the assertion was left out.',
  },
  unknownRelation: {
    code: 'I146',
    meaning: 'An assertion uses a relation that does not exist.',
    remedy: 'Use a relation of docs/reference/cases.md, for example `uses`; the assertion was left out.',
  },
  badDate: {
    code: 'I147',
    meaning: 'A date is neither a day nor a time.',
    remedy: 'Write it as 2026-05-02 or 2026-05-02T10:00:00Z; the assertion was left out.',
  },
  badChoice: {
    code: 'I148',
    meaning: 'A field has a value that it cannot have.',
    remedy: 'Use one of the values listed; what the value was for was left out.',
  },
  repeatedAssertion: {
    code: 'I149',
    severity: 'warning',
    meaning: 'A case says the same twice.',
    remedy: 'Remove one of the two; the first was kept.',
  },
  noAssertions: {
    code: 'I136',
    meaning: 'The document holds no assertion that can be used.',
    remedy: 'See the issues listed with this one; there is nothing to load.',
  },
  notAnOrganisation: {
    code: 'I170',
    meaning: 'The file does not describe an organisation: it is not UTF-8, not YAML, or not a mapping.',
    remedy: 'Write it as docs/organisation.md says, or let `foeprint org init` ask for it.',
  },
  unnamedOrganisation: {
    code: 'I171',
    meaning: 'The organisation has no name.',
    remedy: 'Add a line such as `name: Kaltbach Telecom`.',
  },
  nothingToCompareBy: {
    code: 'I172',
    severity: 'warning',
    meaning:
      'The organisation has no sector, country or region, so no adversary can be compared by its victims.',
    remedy: 'Add at least one of `sectors`, `countries` and `regions`.',
  },
  unknownOrganisationKey: {
    code: 'I173',
    meaning: 'The description of an organisation has a key that nothing reads.',
    remedy: 'Correct its name or remove it; docs/organisation.md lists the keys.',
  },
  wrongOrganisationValue: {
    code: 'I174',
    meaning: 'A value of the description of an organisation is not of the kind that it must be.',
    remedy: 'See docs/organisation.md for what it may be; it was left out.',
  },
  unknownOrganisationWord: {
    code: 'I175',
    meaning:
      'A sector, country, region or motive is none that is known, or a code means no sector as a whole.',
    remedy: 'Use a name or spelling of docs/reference/vocabularies.md; it was left out.',
  },
  wrongOrganisationDate: {
    code: 'I176',
    meaning: 'A date is not a day of the calendar.',
    remedy: 'Write it as 2026-05-02; it was left out.',
  },
  unknownPlatform: {
    code: 'I177',
    severity: 'warning',
    meaning: 'ATT&CK has no such platform: Enterprise up to release 19, Mobile and ICS up to 18.',
    remedy:
      'Use one of docs/reference/vocabularies.md; it was kept as given, in case a newer release has it.',
  },
  oddMitigation: {
    code: 'I178',
    meaning: 'A mitigation in place is not named by an ATT&CK id.',
    remedy: 'Use an id that `foeprint list mitigations` shows, such as M1032; it was left out.',
  },
  emptySighting: {
    code: 'I179',
    meaning: 'A sighting does not say what was seen.',
    remedy: 'Give it a `group`, a `software` or a `technique`; it was left out.',
  },
  organisationFileNotFound: {
    code: 'I180',
    meaning: 'A file that the description of an organisation names does not exist.',
    remedy: 'Check the path: it is relative to the file that names it. It was left out.',
  },
  notCoverage: {
    code: 'I181',
    meaning: 'A coverage file is of none of the formats that say what is covered.',
    remedy:
      'Hand over a Navigator layer, a DeTT&CT technique administration, Sigma rules, a CSV file or a list of ids (docs/coverage.md); with --ids-in-text every technique id of any text counts.',
  },
  wrongCoverageEntry: {
    code: 'I182',
    meaning: 'An entry of a coverage file has no usable technique id, or a score that is not on its scale.',
    remedy:
      'Ids are T1234 or T1234.567. DeTT&CT scores detection from -1 to 5, visibility from 0 to 4; tables say yes or no, or a number from 0 to 100. It was left out.',
  },
  nothingCovered: {
    code: 'I183',
    severity: 'warning',
    meaning: 'A coverage file, folder or archive says of no technique that it is covered.',
    remedy:
      'Score the techniques that are covered above 0 and leave them enabled: a colour alone does not say how well. docs/coverage.md has every format.',
  },
  notMapping: {
    code: 'I520',
    name: 'not-a-control-mapping',
    meaning: 'The document is not a mapping of a framework to ATT&CK.',
    remedy:
      'Hand over a mapping in the schema of the Mappings Explorer: `metadata` with `mapping_framework` and `attack_version`, and a list `mapping_objects`.',
  },
  noMappings: {
    code: 'I521',
    meaning: 'Not one entry of the mapping could be used.',
    remedy: 'Check that the file is complete; there is nothing to load.',
  },
  badMapping: {
    code: 'I522',
    meaning: 'An entry of a mapping does not say which capability it maps to which technique.',
    remedy:
      'Give it a `capability_id` and an `attack_object_id` such as T1548.001; it was left out, the rest was read.',
  },
  unfinishedMapping: {
    code: 'I523',
    severity: 'warning',
    meaning: 'An entry of a mapping is neither complete nor non-mappable.',
    remedy: 'Load the mapping again when it is finished; the entry was left out.',
  },
  numberForId: {
    code: 'I524',
    severity: 'warning',
    meaning: 'The id of a capability is written as a number, so that 3.10 and 3.1 are one.',
    remedy: 'Write it as text, in quotation marks; it was used as it is.',
  },
  notCosts: {
    code: 'I526',
    meaning: 'A file is no list of costs.',
    remedy:
      'Write ids or names with numbers behind them in YAML (`M1032: 3`), or a CSV file with the columns `id` and `cost`.',
  },
  wrongCost: {
    code: 'I527',
    meaning: 'A list of costs has something that is no cost.',
    remedy: 'Costs are numbers above 0 and at most 1000000, each for an id or name that stands there once.',
  },
  badEvent: {
    code: 'I190',
    meaning: 'A line of a file of events is no event.',
    remedy:
      'Write one JSON object to a line, with an `id`, `countries` and `sectors`; the other lines were used.',
  },
  ignoredInEvent: {
    code: 'I191',
    severity: 'warning',
    meaning: 'A value of an event says nothing that can be used.',
    remedy:
      'Use a word of docs/reference/vocabularies.md, an ISO code or a day; the rest of the event was used.',
  },
  badIncident: {
    code: 'I480',
    meaning: 'A line of a file of incidents is none.',
    remedy:
      'Write one JSON object to a line, with an `id` and lists of texts, e.g. `{"id": "a", "techniques": ["T1059.001"]}`; the other lines were used.',
  },
  ignoredInIncident: {
    code: 'I481',
    severity: 'warning',
    meaning: 'A field of an incident says nothing that can be used.',
    remedy: 'Write days as 2023-11-14 and techniques by their ATT&CK ids; the rest of the line was used.',
  },
  noHiddenSet: {
    code: 'I482',
    meaning: 'An incident names a file of what is to be hidden from it, which cannot be found by that name.',
    remedy:
      'Name the folder with `--hidden-dir`; a set called `a` is its file `a.txt.gz`. The line was not answered, as the answer would use what it must not.',
  },
  notAtomics: {
    code: 'I500',
    meaning: 'A file of a library of tests is no such file.',
    remedy:
      'Files of Atomic Red Team are YAML with `attack_technique` and `atomic_tests`; the other files were used.',
  },
  badAtomicTest: {
    code: 'I501',
    meaning: 'A test of a library cannot be used.',
    remedy:
      'A test has a name, an executor (powershell, command_prompt, sh, bash or manual) and a command, each text of at most 100,000 characters; the other tests were used.',
  },
  oddAtomicTest: {
    code: 'I502',
    severity: 'warning',
    meaning: 'A part of a test of a library says nothing that can be used, or is not there.',
    remedy: 'Mend the file, or take the test from its publisher anew; the rest of the test was used.',
  },
  sameAtomicTest: {
    code: 'I503',
    severity: 'warning',
    meaning: 'Two tests of a library have one UUID.',
    remedy: 'Give each its own; the first was used.',
  },
  badAlert: {
    code: 'I193',
    meaning: 'An alert is of no kind that is known, or its file has none.',
    remedy:
      'Give OCSF findings, ECS alerts, alerts with Sigma tags, MISP events, STIX bundles, Navigator layers, objects with `techniques`, or ids of techniques. What else is there was used.',
  },
  publishedOtherwise: {
    code: 'I192',
    severity: 'warning',
    meaning: 'A file that MITRE published as one release of ATT&CK was to be taken for another.',
    remedy:
      'It was read as the release that it is; leave `--as-release` out, or load the file of the other release.',
  },
  brokenJson: {
    code: 'I161',
    meaning: 'A file that is named as JSON cannot be read as it.',
    remedy: 'Correct it, or name it as the text that it is; until then its ids are left as they are.',
  },
  notAReport: {
    code: 'I300',
    meaning: 'A file of structured data is no report: of no format that is read as one, or broken.',
    remedy:
      'Give a report as STIX, an event of MISP, groups of DeTT&CT, a flow of Attack Flow, or a document in words (PDF, Word, HTML, Markdown, text).',
  },
  noReports: {
    code: 'I301',
    meaning: 'A file of a format of reports holds none.',
    remedy:
      'STIX without a report is knowledge, which `foeprint load` takes; of everything else check that the file is complete.',
  },
  reportLeftOut: {
    code: 'I302',
    severity: 'warning',
    meaning: 'A report of a file was left out: it is withdrawn, not enabled, or says not whom it is about.',
    remedy: 'Correct it there if it should count; the others were read.',
  },
  mentionLeftOut: {
    code: 'I303',
    severity: 'warning',
    meaning: 'A report lists a technique or software by something that is no number of ATT&CK.',
    remedy: 'Write it as T1059.001 or S0154; the rest of the report was read.',
  },
  reportCut: {
    code: 'I304',
    severity: 'warning',
    meaning: 'A report has a longer text, or names more, than any honest one.',
    remedy: 'Split it; its beginning was read.',
  },
  badLabelledLine: {
    code: 'I306',
    meaning:
      'A line of a file of labelled sentences is no JSON object with `doc_id`, `text` and a list `techniques` of ATT&CK ids.',
    remedy:
      'Write one JSON object to a line, with an empty list where a sentence states nothing; the other lines were read.',
  },
  badReportLine: {
    code: 'I305',
    meaning:
      'A line of a file of reports is no JSON object with `doc_id` and `text`, or, of sentences, `sent_id` beside them.',
    remedy: 'Write one JSON object to a line; the other lines were read.',
  },
});
