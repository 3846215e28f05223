export * from './schema.ts'; // the words that answers are described in
export * from './question.ts'; // the words that questions are described in
export * from './envelope.ts'; // an answer with its sources, markings, notes and notices
export * from './mention.ts'; // things as answers name them
export { NO_TACTIC } from './no-tactic.ts'; // where techniques stand whose tactic no source reports
export { sayMention } from './say-mention.ts'; // a thing in a sentence
export * from './say-use.ts'; // how a use is known, and since when
export * from './evidence.ts'; // what speaks for a statement
export * from './score.ts'; // how sure a use is
export * from './names.ts'; // who gives which name
export * from './seen.ts'; // when a thing was seen
export * from './traits.ts'; // whom groups attack, why, from where
export * from './use.ts'; // how a use is known
export * from './analytic.ts'; // how detection strategies are carried out
export * from './defence.ts'; // what answers techniques
export * from './organisation.ts'; // an organisation, as questions name it
export * from './coverage.ts'; // what is covered, as questions give it
export * from './loaded-source.ts'; // a source that is loaded
export * from './status.ts'; // what is loaded
export * from './sources.ts'; // the sources, and those that were forgotten
export * from './list.ts'; // catalogues
export * from './show.ts'; // one thing
export * from './search.ts'; // what words lead to
export * from './groups.ts'; // groups by what is known of them
export * from './aliases.ts'; // who goes by a name
export * from './assertions.ts'; // what analysts and cases say
export * from './explanation.ts'; // why a fact holds
export * from './say-explanation.ts'; // the same in sentences
export * from './explain.ts'; // why two things stand in relation
export * from './query.ts'; // questions in the rule language
export * from './rules.ts'; // the rules in force
export * from './derived-facts.ts'; // what rules derive
export * from './profile.ts'; // how a group works
export * from './victims.ts'; // whom a group attacks
export * from './victimology.ts'; // of how many groups that is known
export * from './techniques.ts'; // techniques that groups use
export * from './prevalence.ts'; // how many groups use each technique
export * from './mitigations.ts'; // mitigations of a technique, or for a group
export * from './detections.ts'; // detection strategies likewise
export * from './overlap.ts'; // how alike all groups are
export * from './compare.ts'; // what some groups have in common
export { LayerOperand } from './layers.ts'; // marks on a matrix
export * from './layer.ts'; // what groups use, as layers
export * from './layer-combine.ts'; // layers combined
export * from './layer-render.ts'; // layers drawn
export * from './timeline.ts'; // how a group evolved
export * from './diff.ts'; // what changed between two releases
export * from './changes/index.ts'; // what comes of changing a home
export * from './migrate.ts'; // what becomes of documents in another release
export * from './walkthrough.ts'; // the whole investigation
export * from './ranking.ts'; // whom groups are ranked for, and what counts
export * from './threats.ts'; // groups documented against organisations like one's own
export * from './what-if.ts'; // how far their order hangs on single sources and factors
export * from './expect.ts'; // how they work: what to expect
export * from './priorities.ts'; // what helps most against it
export * from './playbook-steps.ts'; // an investigation as steps, and what each answers
export * from './run-changes.ts'; // what is different between two runs
export * from './playbook.ts'; // the whole investigation
export { SCHEMAS } from './schemas.ts'; // question and answer of every use case
export {
  DEFAULT_PLAYBOOK,
  PLAYBOOK_FILE,
  PLAYBOOK_VERSION,
  STEP_FORMS,
  STEP_KEYS,
  STEP_NAMES,
  playbookOf,
  stepGiven,
  type ParameterValue,
  type StepGiven,
  type StepName,
} from './playbook-file.ts'; // an investigation as steps, as its file describes it
export { CITES_AT_MOST } from './cites-at-most.ts'; // when citations are for a statement and not for an entry as a whole
export { servesTactic } from './serves-tactic.ts'; // whether a technique stands under a tactic
export * from './navigator-layer.ts'; // a layer as the Navigator keeps it in a file
export { navigatorLayer } from './navigator-layer-of.ts'; // a layer → the same
