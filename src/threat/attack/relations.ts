import type { RelationDeclaration, TermDeclaration, TypeAlias } from '../../facts/index.ts';
import { OBJECT_KINDS, typesOf } from './object-kinds.ts';

const term = (name: string, ...types: string[]): TermDeclaration => ({ name, types });

const technique = typesOf('technique');
const mitigation = typesOf('mitigation');
/** Who does something: ATT&CK's groups, STIX's own threat actors, campaigns. */
const actor = [...typesOf('group'), 'threat-actor', ...typesOf('campaign')];

/**
 * The relations that sources report: STIX 2.1 relationship names (section 3.7 and appendix B of the specification, and ATT&CK's use of them), and our
 * own names, in the same style, for references that objects embed. Rules, intake, explanations, docs
 * and tests read this table. A relationship that is not here is kept under its own name, with any types.
 */
export const RELATIONS: readonly RelationDeclaration[] = [
  // Reported as STIX relationship objects.
  { name: 'uses', terms: [term('user'), term('used')], template: '{0} uses {1}' },
  {
    name: 'mitigates',
    terms: [term('mitigation', ...mitigation), term('mitigated')],
    template: '{0} mitigates {1}',
  },
  { name: 'attributed-to', terms: [term('act'), term('actor')], template: '{0} is attributed to {1}' },
  { name: 'targets', terms: [term('attacker'), term('victim')], template: '{0} targets {1}' },
  {
    name: 'subtechnique-of',
    terms: [term('subtechnique', ...technique), term('parent', ...technique)],
    template: '{0} is a sub-technique of {1}',
  },
  { name: 'detects', terms: [term('detection'), term('detected')], template: '{0} detects {1}' },
  { name: 'revoked-by', terms: [term('revoked'), term('successor')], template: '{0} is revoked by {1}' },
  { name: 'indicates', terms: [term('indicator'), term('indicated')], template: '{0} indicates {1}' },
  {
    name: 'located-at',
    terms: [term('thing'), term('location', 'location')],
    template: '{0} is located at {1}',
  },
  { name: 'impersonates', terms: [term('actor'), term('impersonated')], template: '{0} impersonates {1}' },
  { name: 'compromises', terms: [term('attacker'), term('compromised')], template: '{0} compromises {1}' },
  { name: 'originates-from', terms: [term('thing'), term('location')], template: '{0} originates from {1}' },
  { name: 'exploits', terms: [term('exploiter'), term('vulnerability')], template: '{0} exploits {1}' },
  { name: 'delivers', terms: [term('deliverer'), term('delivered')], template: '{0} delivers {1}' },
  { name: 'hosts', terms: [term('host'), term('hosted')], template: '{0} hosts {1}' },
  { name: 'owns', terms: [term('owner'), term('owned')], template: '{0} owns {1}' },
  { name: 'controls', terms: [term('controller'), term('controlled')], template: '{0} controls {1}' },
  {
    name: 'communicates-with',
    terms: [term('sender'), term('receiver')],
    template: '{0} communicates with {1}',
  },
  { name: 'beacons-to', terms: [term('malware'), term('receiver')], template: '{0} beacons to {1}' },
  { name: 'exfiltrates-to', terms: [term('malware'), term('receiver')], template: '{0} exfiltrates to {1}' },
  { name: 'downloads', terms: [term('downloader'), term('downloaded')], template: '{0} downloads {1}' },
  { name: 'drops', terms: [term('dropper'), term('dropped')], template: '{0} drops {1}' },
  { name: 'authored-by', terms: [term('work'), term('author')], template: '{0} was authored by {1}' },
  { name: 'variant-of', terms: [term('variant'), term('original')], template: '{0} is a variant of {1}' },
  { name: 'related-to', terms: [term('thing'), term('other')], template: '{0} is related to {1}' },
  { name: 'derived-from', terms: [term('thing'), term('origin')], template: '{0} is derived from {1}' },
  {
    name: 'duplicate-of',
    terms: [term('duplicate'), term('original')],
    template: '{0} is a duplicate of {1}',
  },
  // Reported by sources beside ATT&CK, by analysts, or derived from what they report.
  { name: 'known-as', terms: [term('thing'), term('name', 'string')], template: '{0} is known as {1}' },
  {
    name: 'has-attack-id',
    terms: [term('thing'), term('label', 'string')],
    template: '{0} has the ATT&CK id {1}',
  },
  {
    name: 'uses-attack-id',
    terms: [term('user'), term('label', 'string')],
    template: '{0} uses what has the ATT&CK id {1}',
  },
  { name: 'same-as', terms: [term('thing'), term('other')], template: '{0} is the same as {1}' },
  { name: 'different-from', terms: [term('thing'), term('other')], template: '{0} is not {1}' },
  { name: 'similar-to', terms: [term('thing'), term('other')], template: '{0} is similar to {1}' },
  { name: 'overlaps-with', terms: [term('thing'), term('other')], template: '{0} overlaps with {1}' },
  { name: 'named-like', terms: [term('thing'), term('other')], template: '{0} shares a name with {1}' },
  { name: 'part-of', terms: [term('part'), term('whole')], template: '{0} is part of {1}' },
  { name: 'successor-of', terms: [term('successor'), term('predecessor')], template: '{0} succeeds {1}' },
  {
    name: 'sponsored-by',
    terms: [term('actor'), term('sponsor')],
    template: '{0} is suspected to be sponsored by {1}',
  },
  {
    name: 'motivated-by',
    terms: [term('actor'), term('motive', 'string')],
    template: '{0} is motivated by {1}',
  },
  { name: 'conducts', terms: [term('actor'), term('activity', 'string')], template: '{0} conducts {1}' },
  {
    name: 'classified-as',
    terms: [term('thing'), term('class', 'string')],
    template: '{0} is classified as {1}',
  },
  { name: 'first-seen', terms: [term('thing'), term('date', 'string')], template: '{0} was first seen {1}' },
  { name: 'last-seen', terms: [term('thing'), term('date', 'string')], template: '{0} was last seen {1}' },
  { name: 'pursues', terms: [term('thing'), term('goal', 'string')], template: '{0} pursues {1}' },
  {
    name: 'has-sophistication',
    terms: [term('actor'), term('sophistication', 'string')],
    template: '{0} is of the sophistication {1}',
  },
  {
    name: 'has-resources',
    terms: [term('actor'), term('level', 'string')],
    template: '{0} has resources at the level of {1}',
  },
  { name: 'has-role', terms: [term('actor'), term('role', 'string')], template: '{0} has the role {1}' },
  // Embedded in objects.
  {
    name: 'in-tactic',
    terms: [term('technique', ...technique), term('tactic', ...typesOf('tactic'))],
    template: '{0} serves the tactic {1}',
  },
  {
    name: 'in-matrix',
    terms: [term('tactic', ...typesOf('tactic')), term('matrix', ...typesOf('matrix'))],
    template: '{0} is a tactic of {1}',
  },
  { name: 'on-platform', terms: [term('thing'), term('platform', 'string')], template: '{0} works on {1}' },
  {
    name: 'has-analytic',
    terms: [term('strategy', ...typesOf('detection-strategy')), term('analytic', ...typesOf('analytic'))],
    template: '{0} is implemented by {1}',
  },
  {
    name: 'looks-at',
    terms: [term('analytic', ...typesOf('analytic')), term('data', ...typesOf('data-component'))],
    template: '{0} looks at {1}',
  },
  {
    name: 'component-of',
    terms: [term('data', ...typesOf('data-component')), term('source', ...typesOf('data-source'))],
    template: '{0} is a component of {1}',
  },
  {
    name: 'in-phase',
    terms: [term('thing'), term('phase', 'string')],
    template: '{0} belongs to the phase {1}',
  },
  { name: 'created-by', terms: [term('object'), term('creator')], template: '{0} was created by {1}' },
  { name: 'mentions', terms: [term('report'), term('mentioned')], template: '{0} mentions {1}' },
  // Attack Flow: what was done, with which technique, to what, and in which order.
  {
    name: 'carries-out',
    terms: [term('action', 'attack-action'), term('technique', ...technique)],
    template: '{0} carries out {1}',
  },
  {
    name: 'acts-on',
    terms: [term('action', 'attack-action'), term('asset')],
    template: '{0} acts on {1}',
  },
  {
    name: 'starts-with',
    terms: [term('flow', 'attack-flow'), term('step')],
    template: '{0} starts with {1}',
  },
  { name: 'leads-to', terms: [term('step'), term('next')], template: '{0} leads to {1}' },
  {
    name: 'sights',
    terms: [term('sighting', 'sighting'), term('sighted')],
    template: '{0} is a sighting of {1}',
  },
  {
    name: 'sighted-at',
    terms: [term('sighting', 'sighting'), term('place')],
    template: '{0} was seen at {1}',
  },
];

/** Type names for rules beside the STIX types themselves: one for every kind of object, and a few sets of kinds. */
export const TYPE_ALIASES: readonly TypeAlias[] = [
  ...OBJECT_KINDS.map(({ name, types }) => ({ name, types })),
  { name: 'adversary', types: actor },
];

/** What rules and questions may speak of without declaring it. */
export const VOCABULARY = { relations: RELATIONS, typeAliases: TYPE_ALIASES } as const;
