import type { RelationDeclaration, TermDeclaration, TypeAlias } from '../../facts/index.ts';
import { OBJECT_KINDS, typesOf } from './object-kinds.ts';

const term = (name: string, ...types: string[]): TermDeclaration => ({ name, types });

const technique = typesOf('technique');
const mitigation = typesOf('mitigation');
/** Who does something: ATT&CK's groups, STIX's own threat actors, campaigns. */
const actor = [...typesOf('group'), 'threat-actor', ...typesOf('campaign')];

type Row = readonly [name: string, terms: readonly TermDeclaration[], template: string];

const ROWS: readonly Row[] = [
  // Reported as STIX relationship objects.
  ['uses', [term('user'), term('used')], '{0} uses {1}'],
  [
    'mitigates',
    [term('mitigation', ...mitigation, ...typesOf('control')), term('mitigated')],
    '{0} mitigates {1}',
  ],
  ['attributed-to', [term('act'), term('actor')], '{0} is attributed to {1}'],
  ['targets', [term('attacker'), term('victim')], '{0} targets {1}'],
  [
    'subtechnique-of',
    [term('subtechnique', ...technique), term('parent', ...technique)],
    '{0} is a sub-technique of {1}',
  ],
  ['detects', [term('detection'), term('detected')], '{0} detects {1}'],
  ['revoked-by', [term('revoked'), term('successor')], '{0} is revoked by {1}'],
  ['indicates', [term('indicator'), term('indicated')], '{0} indicates {1}'],
  ['located-at', [term('thing'), term('location', 'location')], '{0} is located at {1}'],
  ['impersonates', [term('actor'), term('impersonated')], '{0} impersonates {1}'],
  ['compromises', [term('attacker'), term('compromised')], '{0} compromises {1}'],
  ['originates-from', [term('thing'), term('location')], '{0} originates from {1}'],
  ['exploits', [term('exploiter'), term('vulnerability')], '{0} exploits {1}'],
  ['delivers', [term('deliverer'), term('delivered')], '{0} delivers {1}'],
  ['hosts', [term('host'), term('hosted')], '{0} hosts {1}'],
  ['owns', [term('owner'), term('owned')], '{0} owns {1}'],
  ['controls', [term('controller'), term('controlled')], '{0} controls {1}'],
  ['communicates-with', [term('sender'), term('receiver')], '{0} communicates with {1}'],
  ['beacons-to', [term('malware'), term('receiver')], '{0} beacons to {1}'],
  ['exfiltrates-to', [term('malware'), term('receiver')], '{0} exfiltrates to {1}'],
  ['downloads', [term('downloader'), term('downloaded')], '{0} downloads {1}'],
  ['drops', [term('dropper'), term('dropped')], '{0} drops {1}'],
  ['authored-by', [term('work'), term('author')], '{0} was authored by {1}'],
  ['variant-of', [term('variant'), term('original')], '{0} is a variant of {1}'],
  ['related-to', [term('thing'), term('other')], '{0} is related to {1}'],
  ['derived-from', [term('thing'), term('origin')], '{0} is derived from {1}'],
  ['duplicate-of', [term('duplicate'), term('original')], '{0} is a duplicate of {1}'],
  // Reported by sources beside ATT&CK, by analysts, or derived from what they report.
  ['known-as', [term('thing'), term('name', 'string')], '{0} is known as {1}'],
  ['has-attack-id', [term('thing'), term('label', 'string')], '{0} has the ATT&CK id {1}'],
  ['uses-attack-id', [term('user'), term('label', 'string')], '{0} uses what has the ATT&CK id {1}'],
  ['same-as', [term('thing'), term('other')], '{0} is the same as {1}'],
  ['different-from', [term('thing'), term('other')], '{0} is not {1}'],
  ['similar-to', [term('thing'), term('other')], '{0} is similar to {1}'],
  ['overlaps-with', [term('thing'), term('other')], '{0} overlaps with {1}'],
  ['named-like', [term('thing'), term('other')], '{0} shares a name with {1}'],
  ['part-of', [term('part'), term('whole')], '{0} is part of {1}'],
  ['successor-of', [term('successor'), term('predecessor')], '{0} succeeds {1}'],
  ['sponsored-by', [term('actor'), term('sponsor')], '{0} is suspected to be sponsored by {1}'],
  ['motivated-by', [term('actor'), term('motive', 'string')], '{0} is motivated by {1}'],
  ['conducts', [term('actor'), term('activity', 'string')], '{0} conducts {1}'],
  ['classified-as', [term('thing'), term('class', 'string')], '{0} is classified as {1}'],
  ['first-seen', [term('thing'), term('date', 'string')], '{0} was first seen {1}'],
  ['last-seen', [term('thing'), term('date', 'string')], '{0} was last seen {1}'],
  ['pursues', [term('thing'), term('goal', 'string')], '{0} pursues {1}'],
  [
    'has-sophistication',
    [term('actor'), term('sophistication', 'string')],
    '{0} is of the sophistication {1}',
  ],
  ['has-resources', [term('actor'), term('level', 'string')], '{0} has resources at the level of {1}'],
  ['has-role', [term('actor'), term('role', 'string')], '{0} has the role {1}'],
  // Reported by mappings of frameworks to techniques.
  ['responds-to', [term('control'), term('technique', ...technique)], '{0} responds to {1}'],
  [
    'exploited-through',
    [term('vulnerability', ...typesOf('vulnerability')), term('technique', ...technique)],
    '{0} is exploited through {1}',
  ],
  [
    'enables',
    [term('vulnerability', ...typesOf('vulnerability')), term('technique', ...technique)],
    '{0} enables {1}',
  ],
  [
    'not-addressed-by',
    [term('technique', ...technique), term('framework', ...typesOf('framework'))],
    '{0} is addressed by nothing of {1}',
  ],
  // Embedded in objects.
  [
    'in-tactic',
    [term('technique', ...technique), term('tactic', ...typesOf('tactic'))],
    '{0} serves the tactic {1}',
  ],
  [
    'in-matrix',
    [term('tactic', ...typesOf('tactic')), term('matrix', ...typesOf('matrix'))],
    '{0} is a tactic of {1}',
  ],
  ['on-platform', [term('thing'), term('platform', 'string')], '{0} works on {1}'],
  [
    'has-analytic',
    [term('strategy', ...typesOf('detection-strategy')), term('analytic', ...typesOf('analytic'))],
    '{0} is implemented by {1}',
  ],
  [
    'looks-at',
    [term('analytic', ...typesOf('analytic')), term('data', ...typesOf('data-component'))],
    '{0} looks at {1}',
  ],
  [
    'component-of',
    [term('data', ...typesOf('data-component')), term('source', ...typesOf('data-source'))],
    '{0} is a component of {1}',
  ],
  ['in-phase', [term('thing'), term('phase', 'string')], '{0} belongs to the phase {1}'],
  ['created-by', [term('object'), term('creator')], '{0} was created by {1}'],
  ['mentions', [term('report'), term('mentioned')], '{0} mentions {1}'],
  // Attack Flow: what was done, with which technique, to what, and in which order.
  ['carries-out', [term('action', 'attack-action'), term('technique', ...technique)], '{0} carries out {1}'],
  ['acts-on', [term('action', 'attack-action'), term('asset')], '{0} acts on {1}'],
  ['starts-with', [term('flow', 'attack-flow'), term('step')], '{0} starts with {1}'],
  ['leads-to', [term('step'), term('next')], '{0} leads to {1}'],
  ['sights', [term('sighting', 'sighting'), term('sighted')], '{0} is a sighting of {1}'],
  ['sighted-at', [term('sighting', 'sighting'), term('place')], '{0} was seen at {1}'],
];

/**
 * The relations that sources report: STIX 2.1 relationship names (section 3.7 and appendix B of the specification, and ATT&CK's use of them), and our
 * own names, in the same style, for references that objects embed. Rules, intake, explanations, docs
 * and tests read this table. A relationship that is not here is kept under its own name, with any types.
 */
export const RELATIONS: readonly RelationDeclaration[] = ROWS.map(([name, terms, template]) => ({
  name,
  terms,
  template,
}));

/** Type names for rules beside the STIX types themselves: one for every kind of object, and a few sets of kinds. */
export const TYPE_ALIASES: readonly TypeAlias[] = [
  ...OBJECT_KINDS.map(({ name, types }) => ({ name, types })),
  { name: 'adversary', types: actor },
];

/** What rules and questions may speak of without declaring it. */
export const VOCABULARY = { relations: RELATIONS, typeAliases: TYPE_ALIASES } as const;
