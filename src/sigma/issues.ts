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
});
