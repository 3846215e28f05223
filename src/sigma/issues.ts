import { issueTable } from '../facts/index.ts';

/** What can be wrong with Sigma rules, and with the events that they are held against. */
export const SIGMA_ISSUES = issueTable({
  notYaml: {
    code: 'G101',
    meaning: 'A file of Sigma rules is not YAML, or is YAML that cannot be read safely.',
    remedy: 'Correct it where the message says; a rule is a map of keys such as `title` and `detection`.',
  },
  tooLarge: {
    code: 'G102',
    meaning: 'A file of Sigma rules is larger than any rule that people write (1 MB).',
    remedy: 'Split it: one rule a file. A long list of indicators belongs into the list of a log system.',
  },
  tooComplex: {
    code: 'G103',
    meaning:
      'A condition is nested deeper than a hundred levels, or names more than ten thousand selections.',
    remedy: 'Write it flatter: put what belongs together into one selection.',
  },
  notARule: {
    code: 'G104',
    meaning: 'A document is not a Sigma rule: it is no map, or lacks `title`, `logsource` or `detection`.',
    remedy: 'Add what the message names. A file that holds no rules can be left out.',
  },
  selectionUnclear: {
    code: 'G105',
    meaning: 'A selection is neither a map of fields nor a list of maps or keywords.',
    remedy: 'Write `field: value`, `field: [values]`, or a list of such maps or of texts.',
  },
  unknownModifier: {
    code: 'G106',
    meaning: 'A field has a modifier that Sigma does not have.',
    remedy: 'Write one that docs/sigma.md lists.',
  },
  modifierMisused: {
    code: 'G107',
    meaning: 'A modifier cannot be applied to this value, or not together with another.',
    remedy: 'See docs/sigma.md for the values that a modifier takes.',
  },
  conditionUnclear: {
    code: 'G108',
    meaning: 'The condition of a rule is missing, or is not written as conditions are.',
    remedy: 'Write names of selections with `and`, `or`, `not`, brackets, `1 of name*`, `all of name*`.',
  },
  unknownSelection: {
    code: 'G109',
    meaning: 'The condition of a rule names a selection that its detection does not have.',
    remedy: 'Name one of those that are there.',
  },
  expressionUnsupported: {
    code: 'G110',
    meaning:
      'A regular expression is malformed, or looks around or back, which no engine does in bounded time.',
    remedy: 'Write it with the means that Sigma allows: `.`, classes, groups, `|`, quantifiers, `^` and `$`.',
  },
  expressionTooLarge: {
    code: 'G111',
    meaning: 'A regular expression repeats so much that it would take too long to match.',
    remedy: 'Repeat less: `{1,64}` instead of `{1,9999}`, and no large repetition within another.',
  },
  placeholder: {
    code: 'G112',
    severity: 'warning',
    meaning:
      'A rule has a placeholder (`expand`), which only those who know the environment can fill in. It is left out, as Sigma asks.',
    remedy: 'Copy the rule and write the values of your environment instead of the placeholder.',
  },
  correlation: {
    code: 'G113',
    severity: 'warning',
    meaning:
      'A document is a correlation, which counts or joins events. It is left out: events are looked at one by one.',
    remedy: 'Run it in your SIEM; the rules that it rests on can be tested here.',
  },
  filter: {
    code: 'G114',
    severity: 'warning',
    meaning: 'A document is a filter, which changes other rules. It is left out: rules are taken as written.',
    remedy: 'Write the exclusion into the rule, or apply filters by the converter that you deploy with.',
  },
  oldCollection: {
    code: 'G115',
    severity: 'warning',
    meaning:
      'A document is part of a collection of the first Sigma (`action:`), or aggregates with `|`. It is left out.',
    remedy: 'Write each rule as a document of its own, and aggregations as correlations.',
  },
  notOfSchema: {
    code: 'G120',
    meaning: 'A key of a rule has a value that the schema of Sigma rules does not allow.',
    remedy: 'Write it as the message says; `foeprint sigma check` looks at all keys.',
  },
  eventUnreadable: {
    code: 'G150',
    meaning: 'A line or a file of events is no JSON, no object, or has no event. It is left out.',
    remedy: 'Convert the log to JSON, an object for each event: EVTX with `evtx_dump -o jsonl`.',
  },
  idTwice: {
    code: 'G121',
    meaning:
      'Two rules have the same id. Tools keep one of them, or report matches of one as those of the other.',
    remedy: 'Give the newer one an id of its own (a random UUID).',
  },
  keyMissing: {
    code: 'G130',
    severity: 'warning',
    meaning: 'A rule lacks a key that SigmaHQ asks for.',
    remedy: 'Add it.',
  },
  titleCase: {
    code: 'G131',
    severity: 'warning',
    meaning: 'The title of a rule is not in title case, or longer than SigmaHQ takes.',
    remedy:
      'Begin its words with capitals, but for small ones such as “of” and “via”; 110 characters at most.',
  },
  descriptionStart: {
    code: 'G132',
    severity: 'warning',
    meaning: 'The description of a rule does not say at once what it detects.',
    remedy: 'Begin it with “Detects”.',
  },
  referenceToAttack: {
    code: 'G133',
    severity: 'warning',
    meaning: 'A rule refers to a page of ATT&CK.',
    remedy: 'Write it as a tag: `attack.t1059.001`.',
  },
  falsePositivesUnclear: {
    code: 'G134',
    severity: 'warning',
    meaning: 'What a rule says of false positives is no help to whoever gets its alerts.',
    remedy: 'Describe them, or write `Unknown` or `Unlikely`.',
  },
  tagUnknown: {
    code: 'G135',
    severity: 'warning',
    meaning: 'A tag of a rule is of no kind that Sigma has, or of a tactic that no release of ATT&CK has.',
    remedy:
      'See the list of tags in the specification; techniques are `attack.t1059.001`, groups `attack.g0016`.',
  },
  selectionUnused: {
    code: 'G136',
    severity: 'warning',
    meaning: 'A rule has a selection that its condition does not name.',
    remedy: 'Name it in the condition, or take it out.',
  },
  allOfThem: {
    code: 'G137',
    severity: 'warning',
    meaning: 'A condition asks for `all of them`, so that nobody can add a filter to the rule.',
    remedy: 'Write `all of selection_*`.',
  },
  allOfOne: {
    code: 'G138',
    severity: 'warning',
    meaning: 'A field has the modifier `all` with a single value, which some tools refuse.',
    remedy: 'Leave `all` out.',
  },
  fileName: {
    code: 'G139',
    severity: 'warning',
    meaning: 'A file of rules is not named as SigmaHQ names them.',
    remedy: 'Use 10 to 90 small letters, digits and `_`, and the ending `.yml`.',
  },
});
