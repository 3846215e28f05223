import { eachReported, hasType, type Source } from '../../facts/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { evidenceOf, reportedRowsOf, type SourcedFacts } from '../profile/sourced-facts.ts';
import { EVERYTHING, type Provenance } from './victimology.ts';

/** Names of sources that are not to be used, understood. */
export interface Hiding {
  readonly admits: (provenance: Provenance) => boolean;
  /** Names that stand for nothing in view; they hide nothing, as there is nothing to hide. */
  readonly unknown: readonly string[];
}

/** What one name hides. */
type Hides = Hiding['admits'];

/** Names for several sources at once, or for part of one: files of MISP galaxy, publishers, what is read out of prose. */
interface Family {
  readonly names: readonly string[];
  readonly hides: (provenance: Provenance, source: Source | undefined) => boolean;
}

const ofSeries =
  (...series: string[]) =>
  (_: Provenance, source: Source | undefined): boolean =>
    series.includes(source?.series ?? '');

const TIDAL = ['misp-galaxy:groups', 'misp-galaxy:campaigns'];

const isAttack = (source: Source | undefined): boolean => source?.kind === 'attack';

/** Names beside those of the sources themselves. Add a row for one more. */
const FAMILIES: readonly Family[] = [
  { names: ['tidal', 'tidal-cyber'], hides: ofSeries(...TIDAL) },
  { names: ['tidal-groups'], hides: ofSeries('misp-galaxy:groups') },
  { names: ['tidal-campaigns'], hides: ofSeries('misp-galaxy:campaigns') },
  {
    names: ['misp-galaxy', 'galaxy'],
    hides: (_, source) => source?.series?.startsWith('misp-galaxy:') === true,
  },
  {
    // Tidal's clusters are published in MISP galaxy, but are Tidal's.
    names: ['misp'],
    hides: (_, source) =>
      source?.series?.startsWith('misp-galaxy:') === true && !TIDAL.includes(source.series),
  },
  { names: ['cfr', 'council-on-foreign-relations'], hides: ({ claimant }) => claimant === CFR },
  { names: ['attack', 'mitre', 'mitre-attack'], hides: (_, source) => isAttack(source) },
  {
    names: ['descriptions', 'prose', 'text'],
    hides: ({ extractedBy = '' }) => extractedBy !== '',
  },
  {
    names: ['attack-descriptions', 'attack-text'],
    hides: ({ extractedBy = '' }, source) => extractedBy !== '' && isAttack(source),
  },
];

const CFR = 'Council on Foreign Relations';

/** Names for whatever is reported of campaigns, and for what ATT&CK reports of them. */
const CAMPAIGNS = new Set(['campaigns', 'attack-campaigns']);

/**
 * Understands names of what is not to be used: id, series, name or file of a source, its kind, a publisher, a claimant, parts of a source (`campaigns`,
 * `attack-text` …), the ATT&CK or STIX id of a campaign or entry, the name or address of a cited document.
 *
 * An ATT&CK id is that of a thing, whoever reports it: entries of other sources that have it are hidden too. And what is reported of a
 * hidden thing stays hidden where others repeat it in the same words, of whatever thing: a source that copies a text is no second source.
 *
 * @param documents names and addresses of all documents that are cited
 */
export function hidingOf(
  names: readonly string[],
  sourced: SourcedFacts,
  sources: readonly Source[],
  documents: ReadonlySet<string>,
): Hiding {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const rows: readonly (readonly [string, readonly Hides[]])[] = names.map((name) => [
    name,
    hidesOf(name, sourced, byId, documents),
  ]);
  const hides = rows.flatMap(([, found]) => found);
  return {
    admits: hides.length === 0 ? EVERYTHING : (provenance) => !hides.some((hidden) => hidden(provenance)),
    unknown: rows.filter(([, found]) => found.length === 0).map(([name]) => name),
  };
}

function hidesOf(
  given: string,
  sourced: SourcedFacts,
  sources: ReadonlyMap<string, Source>,
  documents: ReadonlySet<string>,
): readonly Hides[] {
  const { catalogue } = sourced;
  const name = given.trim();
  const plain = plainName(name);
  const found: Hides[] = FAMILIES.filter(({ names }) => names.includes(plain)).map(
    ({ hides }) =>
      (provenance: Provenance) =>
        hides(provenance, sources.get(provenance.source)),
  );
  const ids = new Set([...sources.values()].filter((source) => isCalled(source, plain)).map(({ id }) => id));
  if (ids.size > 0) found.push(({ source }) => ids.has(source));
  const named = catalogue.termOf(name);
  const terms = new Set([
    ...withId(sourced, [...catalogue.find(attackId(name)), ...campaignsNamed(catalogue, name)]),
    ...(named === undefined ? [] : [named]),
  ]);
  if (terms.size > 0) {
    const texts = textsOf(sourced, terms);
    found.push(
      ({ subject, sentence = '' }) =>
        (subject !== undefined && terms.has(subject)) || texts.has(wordsOf(sentence)),
    );
  }
  if (documents.has(name)) found.push(({ documents: cited }) => cited?.includes(name) === true);
  if (CAMPAIGNS.has(plain)) found.push(campaignsOf(catalogue, plain === 'campaigns' ? undefined : sources));
  return found;
}

/** `misp-galaxy/tidal-groups.json.gz` → `tidal-groups`, `ATT&CK campaigns` → `attack-campaigns`. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/\.json(?:\.gz)?$/, '')
    .replaceAll('att&ck', 'attack')
    .replace(/[^a-z0-9]+/g, '-');
}

function isCalled({ id, series = '', name, kind, sha256 }: Source, plain: string): boolean {
  const cluster = series.startsWith('misp-galaxy:') ? series.slice('misp-galaxy:'.length) : '';
  return [id, series, cluster, name, kind, sha256].some((each) => each !== '' && plainName(each) === plain);
}

/** Hides what is reported of any campaign; with sources given, only what ATT&CK reports. */
function campaignsOf(catalogue: Catalogue, sources: ReadonlyMap<string, Source> | undefined): Hides {
  return ({ subject, source }) =>
    subject !== undefined &&
    catalogue.entry(subject).type === 'campaign' &&
    (sources === undefined || isAttack(sources.get(source)));
}

/** ATT&CK ids are written in capitals. */
function attackId(name: string): string {
  return /^[a-z]{1,3}\d{4}$/iu.test(name) ? name.toUpperCase() : name;
}

/** Campaigns may be named; of groups and software, names are claims that lead to several. */
function campaignsNamed(catalogue: Catalogue, name: string): readonly number[] {
  return catalogue.named(name).filter((term) => hasType(catalogue, term, typesOf('campaign')));
}

/** Things, and the entries of other sources that have the ATT&CK id of one. */
function withId({ catalogue, reported }: SourcedFacts, terms: readonly number[]): readonly number[] {
  const labels = new Set(terms.map((term) => catalogue.label(term)).filter((label) => label !== ''));
  const entries: number[] = [];
  if (labels.size > 0)
    eachReported(reported, 'has-attack-id', (entry, literal) => {
      if (labels.has(catalogue.id(literal))) entries.push(entry);
    });
  return [...terms, ...entries];
}

/** Fewer words than these may be the same by chance. */
const FEWEST_WORDS = 5;

/** The sentences in which anything is reported of things. */
function textsOf(sourced: SourcedFacts, terms: ReadonlySet<number>): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const relation of sourced.reported.relations.keys())
    for (const term of terms)
      for (const row of reportedRowsOf(sourced, relation, term))
        for (const { sentence } of evidenceOf(sourced, { relation, row })) texts.add(wordsOf(sentence));
  return new Set([...texts].filter((text) => text.split(' ').length >= FEWEST_WORDS));
}

/** A text without what sources write differently: case, punctuation, line ends. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
