import { eachReported, originsOf, type Evidence, type FactBase } from '../../facts/index.ts';
import { addTo } from '../../text/index.ts';
import { typesOf, type KindName } from '../../threat/index.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';

/**
 * Who is reported to use what, flat, so that profiles can be made anew in milliseconds when some of it is hidden. Groups,
 * techniques and software are numbered by their places in these lists of terms. Plain data, which can be kept as JSON.
 */
export interface UseIndex {
  /** Live groups, in the order of their labels. */
  readonly groups: readonly number[];
  readonly techniques: readonly number[];
  readonly software: readonly number[];
  readonly statements: Statements;
  /** Which campaigns are attributed to which groups. */
  readonly attributions: Pairs;
  /** Techniques that groups use themselves or in campaigns attributed to them. */
  readonly uses: Pairs;
  /** Software that groups use likewise. */
  readonly tools: Pairs;
  /** Techniques that software has. */
  readonly abilities: Pairs;
}

/** Pairs of things, each with the statements that report it, in order of the left, then of the right. */
export interface Pairs {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Reports of pair `p` are those from `first[p]` to `first[p + 1]`; length: pairs + 1. */
  readonly first: readonly number[];
  readonly reports: readonly number[];
  /** For each report the attribution through which it counts for the left; -1 where it is of the left itself. */
  readonly through: readonly number[];
}

/** Stored objects that report uses and attributions, and the documents that each cites. */
export interface Statements {
  /** Number within the knowledge base of each. */
  readonly stored: readonly number[];
  /** STIX id of each; several may have one. */
  readonly ids: readonly string[];
  /** Documents of statement `s` are those from `first[s]` to `first[s + 1]`. One that cites none counts as a document of its source. */
  readonly first: readonly number[];
  readonly documents: readonly number[];
  /** Numbers of their addresses, place by place; -1 where there is none. */
  readonly addresses: readonly number[];
  /** Names of the documents, by their numbers. */
  readonly names: readonly string[];
}

/** What it is made from. */
export type UseGrounds = Pick<SourcedFacts, 'catalogue' | 'reported' | 'evidence'>;

/** Reads all evidence for uses once: seconds for a release of ATT&CK, so it is kept for as long as the view. */
export function useIndexOf({ catalogue, reported, evidence }: UseGrounds): UseIndex {
  const [groups, campaigns, software, techniques] = (
    ['group', 'campaign', 'software', 'technique'] satisfies KindName[]
  ).map((kind) => catalogue.ofType(typesOf(kind)));
  if (groups === undefined || campaigns === undefined || software === undefined || techniques === undefined)
    throw new RangeError();
  const places = [groups, campaigns, software, techniques].map(
    (terms) => new Map(terms.map((term, place) => [term, place])),
  );
  const statements = new StatementList(evidence);
  const between = (relation: string, from: number, to: number): PairList => {
    const pairs = new PairList(places[to]?.size ?? 0);
    eachReported(reported, relation, (subject, object, row) => {
      const left = places[from]?.get(subject);
      const right = places[to]?.get(object);
      if (left === undefined || right === undefined) return;
      for (const report of statements.of(reported, relation, row)) pairs.add(left, right, report);
    });
    return pairs;
  };
  const [GROUP, CAMPAIGN, SOFTWARE, TECHNIQUE] = [0, 1, 2, 3];
  const attributions = between('attributed-to', CAMPAIGN, GROUP).sorted();
  const withCampaigns = (to: number): Pairs => {
    const pairs = between('uses', GROUP, to);
    const done = between('uses', CAMPAIGN, to).byLeft();
    attributions.left.forEach((campaign, through) => {
      const group = attributions.right[through] ?? 0;
      for (const { right, report } of done.get(campaign) ?? []) pairs.add(group, right, report, through);
    });
    return pairs.sorted();
  };
  return {
    groups,
    techniques,
    software,
    attributions,
    uses: withCampaigns(TECHNIQUE),
    tools: withCampaigns(SOFTWARE),
    abilities: between('uses', SOFTWARE, TECHNIQUE).sorted(),
    statements: statements.listed(),
  };
}

interface Entry {
  readonly left: number;
  readonly right: number;
  readonly report: number;
  readonly through: number;
}

class PairList {
  readonly #rights: number;
  readonly #entries: Entry[] = [];

  constructor(rights: number) {
    this.#rights = rights;
  }

  add(left: number, right: number, report: number, through = -1): void {
    this.#entries.push({ left, right, report, through });
  }

  byLeft(): ReadonlyMap<number, readonly Entry[]> {
    const lists = new Map<number, Entry[]>();
    for (const entry of this.#entries) addTo(lists, entry.left, entry);
    return lists;
  }

  sorted(): Pairs {
    const key = ({ left, right }: Entry): number => left * this.#rights + right;
    const entries = this.#entries.toSorted((one, other) => key(one) - key(other));
    const starts = entries.flatMap((entry, index) => {
      const before = entries[index - 1];
      return before !== undefined && key(before) === key(entry) ? [] : [index];
    });
    return {
      left: starts.map((index) => entries[index]?.left ?? 0),
      right: starts.map((index) => entries[index]?.right ?? 0),
      first: [...starts, entries.length],
      reports: entries.map(({ report }) => report),
      through: entries.map(({ through }) => through),
    };
  }
}

/** Statements numbered as they come, each read once. */
class StatementList {
  readonly #evidence: (stored: number) => Evidence;
  readonly #numbers = new Map<number, number>();
  readonly #ids: string[] = [];
  readonly #first = [0];
  readonly #documents: number[] = [];
  readonly #addresses: number[] = [];
  readonly #documentOf = new Map<string, number>();
  readonly #addressOf = new Map<string, number>();

  constructor(evidence: (stored: number) => Evidence) {
    this.#evidence = evidence;
  }

  of(reported: FactBase, relation: string, row: number): readonly number[] {
    return originsOf(reported, { relation, row }).map((stored) => {
      const known = this.#numbers.get(stored);
      if (known !== undefined) return known;
      const number = this.#numbers.size;
      this.#numbers.set(stored, number);
      const { reportedIn, citations, source } = this.#evidence(stored);
      this.#ids.push(reportedIn);
      // No document is called so: their names have no space at the end.
      if (citations.length === 0) this.#cite(`${source.name} `, undefined);
      for (const { name, url } of citations) this.#cite(name, url);
      this.#first.push(this.#documents.length);
      return number;
    });
  }

  #cite(name: string, url: string | undefined): void {
    this.#documents.push(numbered(this.#documentOf, name));
    this.#addresses.push(url === undefined ? -1 : numbered(this.#addressOf, addressKey(url)));
  }

  listed(): Statements {
    return {
      stored: [...this.#numbers.keys()],
      ids: this.#ids,
      first: this.#first,
      documents: this.#documents,
      addresses: this.#addresses,
      names: [...this.#documentOf.keys()],
    };
  }
}

function numbered(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** What is the same of addresses of one page: neither scheme nor `www.`, nor what an archive puts before them, nor a part of the page. */
export function addressKey(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\//, '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}
