import { issueTable } from '../facts/index.ts';

/** What can be wrong with a question. */
export const WORKBENCH_ISSUES = issueTable({
  unknownName: {
    code: 'W601',
    meaning: 'Nothing in view has this ATT&CK id, STIX id, name or alias.',
    remedy: 'Check the spelling, try `foeprint search`, or load a source that has it.',
  },
  ambiguousName: {
    code: 'W602',
    meaning:
      'The name or alias is claimed by several things, or leads to several by what their sources claim; Foeprint does not choose for you.',
    remedy: 'Ask again with the id of the one you mean.',
  },
  wrongKind: {
    code: 'W603',
    meaning: 'The thing exists but is not of a kind that this question is about.',
    remedy: 'Ask about one of the kinds named, or use `foeprint show` to see what it is.',
  },
  softwareHasUsers: {
    code: 'W628',
    meaning: 'The question is about adversaries, and the name is that of software.',
    remedy:
      'Ask about one of its users; `foeprint techniques` and `foeprint show` have what is known of the software.',
  },
  unknownReport: {
    code: 'W780',
    meaning: 'No report that is kept is called so, or several are.',
    remedy: 'Name it by its label, e.g. `REP-1A2B3C4D`; `foeprint report list` has them.',
  },
  notAQuestion: {
    code: 'W640',
    meaning: 'A field of the question is missing, unknown or of the wrong type.',
    remedy: 'See docs/reference/answers.md for the fields of every question.',
  },
  noGroupNamed: {
    code: 'W645',
    meaning: 'The question is about the techniques of groups, and none is named.',
    remedy:
      'Name groups, campaigns or software; `foeprint prevalence` says how many of all groups use each technique.',
  },
  noReleaseNamed: {
    code: 'W646',
    meaning: 'A migration needs the release to carry to.',
    remedy: 'Say which with `--to`, e.g. `--to 18.1`.',
  },
  nothingLoaded: {
    code: 'W604',
    meaning: 'The knowledge base is empty, or the selection of release and domain leaves nothing in view.',
    remedy:
      'Load ATT&CK with `foeprint sync`, or a bundle with `foeprint load FILE`; `foeprint status` shows what is loaded.',
  },
  unknownCatalogue: {
    code: 'W605',
    meaning: 'There is no catalogue of this name.',
    remedy: 'Use one of the names that `foeprint list --help` shows, or a STIX type.',
  },
  noKeyword: {
    code: 'W606',
    meaning: 'The question needs at least one word to look for.',
    remedy: 'Give a keyword, e.g. `-k telecom`.',
  },
  unknownRelation: {
    code: 'W607',
    meaning: 'The rules in force know no relation of this name between two things.',
    remedy: 'Use one of the relations that `foeprint rules` shows.',
  },
  notADay: {
    code: 'W608',
    meaning: 'A day was asked for, and this is none.',
    remedy: 'Write days as year, month and day: 2025-10-28.',
  },
  tooFewGroups: {
    code: 'W609',
    meaning: 'A comparison needs at least two groups.',
    remedy: 'Name another group, or use `foeprint profile` to look at one.',
  },
  tooManyColors: {
    code: 'W790',
    meaning:
      'A layer that compares groups has a colour for each, and there are only so many that can be kept apart.',
    remedy: 'Name fewer groups, or count them: `foeprint layer GROUP… --value count`.',
  },
  noMatrix: {
    code: 'W610',
    meaning: 'A layer can only be drawn on the matrix of its domain, and that is not loaded.',
    remedy: 'Load the domain with `foeprint sync`: enterprise-attack, mobile-attack or ics-attack.',
  },
  nothingInBoth: {
    code: 'W611',
    name: 'nothing-in-both-releases',
    meaning: 'Two releases can only be compared where both are loaded of the same series.',
    remedy:
      'See `foeprint status` for what is loaded; load the other with `foeprint sync enterprise-attack --release 17.1`.',
  },
  releaseNotLoaded: {
    code: 'W613',
    meaning: 'An event asks for the groups of an ATT&CK release that is not loaded.',
    remedy: 'Load it beside the others, e.g. `foeprint sync enterprise-attack --release 14.1`.',
  },
  domainNotLoaded: {
    code: 'W614',
    meaning:
      'A layer is of a domain of ATT&CK that is not loaded in the release to carry it to, so nothing can be said of its techniques.',
    remedy:
      'Load the domain, e.g. `foeprint sync ics-attack`, then migrate again; nothing was written for the file.',
  },
  unknownWord: {
    code: 'W612',
    meaning: 'The vocabulary of sectors, countries, regions or motives has no such word.',
    remedy:
      'Use one of the words in docs/reference/vocabularies.md, an ISO 3166-1 code, or a NACE or NAICS code.',
  },
  nothingToLayer: {
    code: 'W653',
    meaning: 'A layer needs groups, by name or from the recipe of a layer that `foeprint layer` made.',
    remedy: 'Name a group, or give such a layer with `--again`.',
  },
  nothingToCombine: {
    code: 'W654',
    meaning: 'A combination needs an expression and layers, or a layer that was combined before.',
    remedy: 'Write `foeprint layer combine "a and b" a=one.json b=other.json`, or `--again combined.json`.',
  },
  badMissing: {
    code: 'W655',
    name: 'bad-missing-score',
    meaning: 'What a missing score counts is skip, absent or a number.',
    remedy: 'Use `--missing skip`, `--missing absent` or `--missing 0`.',
  },
  notRanked: {
    code: 'W649',
    meaning: 'Only live groups are ranked; this one is withdrawn.',
    remedy: 'Ask for its successor, if it has one: `foeprint show` says.',
  },
  notExpected: {
    code: 'W650',
    meaning: 'A technique is to be explained that is not among those to be expected.',
    remedy: 'Ask about one that `foeprint expect` lists, let more groups count (`--top`), or add platforms.',
  },
  openSubject: {
    code: 'W735',
    meaning: 'Something that a report states is accepted, and the report leaves open whose it is.',
    remedy: 'Say whose it is: `foeprint report review REPORT --accept KEY --subject NAME`; or reject it.',
  },
  noChange: {
    code: 'W736',
    meaning: 'Something that a report states is to be changed, and nothing says to what.',
    remedy: 'Say what holds instead: `--object`, `--subject` or `--status`.',
  },
  tooFewLabels: {
    code: 'W738',
    meaning:
      'A model is to learn from decisions and labelled sentences, and there are too few to learn from and to test on.',
    remedy: 'Decide on more reports (`foeprint report review`), or name files of labelled sentences.',
  },
  noSuggestion: {
    code: 'W737',
    meaning: 'A report has no suggestion of that key.',
    remedy: 'Keys stand in `foeprint report show REPORT --json`, e.g. `uses/G0016/T1059.001`.',
  },
  noAtomics: {
    code: 'W695',
    meaning: 'A plan for an exercise needs a library of tests, and none is named.',
    remedy:
      'Fetch Atomic Red Team (github.com/redcanaryco/atomic-red-team) and name its folder or archive: `--atomics PATH`, or the setting `atomics`.',
  },
  nothingToPack: {
    code: 'W697',
    meaning: 'Sigma rules are chosen by techniques, and the question names none.',
    remedy: 'Name a group, or use `--technique` or `--org`.',
  },
  noSigmaRules: {
    code: 'W698',
    meaning: 'Rules are to be chosen from a library of Sigma rules, and none is named.',
    remedy:
      'Fetch the rules of SigmaHQ (github.com/SigmaHQ/sigma) and name their folder or archive: `--sigma-rules PATH`, or the setting `sigmaRules`.',
  },
  noPlatformOrTactic: {
    code: 'W696',
    meaning: 'A plan is asked for a platform or a tactic that ATT&CK, as loaded, does not have.',
    remedy: 'Use a platform of docs/reference/vocabularies.md, or a tactic by its name or id.',
  },
  noOrganisation: {
    code: 'W617',
    meaning:
      'The question is about an organisation; none is given, and the home keeps none, or none that the clearance lets through.',
    remedy:
      'Give `organisation`, as docs/organisation.md describes it, or keep yours: `foeprint org keep org.yaml`.',
  },
  noSightings: {
    code: 'W670',
    meaning:
      'The question is about sightings, and none were imported, or none that the clearance lets through.',
    remedy:
      'Import some with `foeprint sightings import FILE`; `foeprint sightings generate` makes some up, which are asked with `--synthetic`.',
  },
  nothingToPlanFor: {
    code: 'W720',
    meaning: 'A plan is against groups or for an organisation, and the question names neither, or both.',
    remedy: 'Name groups with `--groups G0016,G0007`, or an organisation with `--org FILE`.',
  },
  unknownPlanKind: {
    code: 'W721',
    meaning: 'A plan cannot choose from things of this kind.',
    remedy: 'Use one of the kinds that `foeprint plan --help` lists.',
  },
  outOfRange: {
    code: 'W671',
    name: 'number-out-of-range',
    meaning: 'A number of the question is none that it can be.',
    remedy: 'Use a number within the range that is named.',
  },
  severalScopes: {
    code: 'W690',
    meaning: 'Techniques are chosen in several ways at once: for an organisation, by groups, by their names.',
    remedy: 'Use one of `--org`, `--group` and `--technique`.',
  },
  unknownPlatform: {
    code: 'W691',
    meaning: 'A platform is named that ATT&CK does not have.',
    remedy:
      'Write it as ATT&CK does: Windows, Linux, macOS, ESXi, IaaS, SaaS, Office Suite, Identity Provider, Containers, Network Devices.',
  },
  unknownInventory: {
    code: 'W692',
    meaning: 'No coverage is kept under this name, or none that the clearance lets through.',
    remedy: 'See `foeprint coverage list` for the names.',
  },
  badShare: {
    code: 'W693',
    meaning: 'A share is asked for that is not from 0 to 1.',
    remedy: 'Write it as a number from 0 to 1: 0.8 for 80 %.',
  },
});
