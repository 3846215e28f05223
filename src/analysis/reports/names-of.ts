import { spellingOf, type Catalogue, type KnowledgeView } from '../../knowledge/index.ts';
import { groupedBy, keptFor } from '../../text/index.ts';
import { readEvidence } from '../../stix/index.ts';
import { typesOf } from '../../threat/index.ts';
import { labelFits, liveTerm } from '../identity/actor-joins.ts';
import { nameClaims } from '../identity/name-claims.ts';
import { followName, isNumbered, type NameLead } from '../identity/name-leads.ts';

/** A name of something in view, to look for in a report. */
export interface ReportName {
  readonly name: string;
  /** As its sources give it, where it is looked for in a shorter form: `Otter Group` as `Otter`. */
  readonly given: string;
  readonly kind: 'group' | 'software' | 'campaign' | 'technique';
  /** Whether only the words beside it show that it is meant: a word that only a list of others’ has for software. */
  readonly needsCue: boolean;
  /** Terms of the entries that bear it, one for each live thing: ATT&CK’s alone where ATT&CK has the name. */
  readonly bearers: readonly number[];
}

/** What a name in a report may mean. */
export interface NameCandidate {
  /** Term of the thing. */
  readonly term: number;
  /** Term of the entry that has the name: the thing itself, or the one whose claims lead to it. */
  readonly bearer: number;
  /** Who gives the bearer the name. */
  readonly claimants: readonly string[];
  /** Whether the name is the thing’s own, or somebody claims that the bearer is the same and nobody contradicts it. */
  readonly isSure: boolean;
}

/** Kinds of name, and the types of what bears them. */
const KINDS: readonly (readonly [kind: ReportName['kind'], types: readonly string[]])[] = [
  ['group', [...typesOf('group'), ...typesOf('actor')]],
  ['software', typesOf('software')],
  ['campaign', typesOf('campaign')],
  ['technique', typesOf('technique')],
];

/** Techniques of one word that people mean when they write it. */
const DISTINCT_TECHNIQUES = new Set(
  `bootkit dcsync defacement kerberoasting keylogging masquerading ntds phishing powershell regsvr32 rootkit rundll32 steganography
  timestomp`.split(/\s+/u),
);

/** Techniques of several words that are things everybody writes of. */
const COMMON_TECHNIQUES = new Set([
  'cloud account',
  'cloud accounts',
  'cloud services',
  'control panel',
  'email account',
  'local account',
  'local accounts',
  'system services',
]);

/** Techniques of preparation, whose sub-techniques are called by the thing that is acquired or looked up: `IP Addresses`. */
const NAMED_FOR_THINGS = /^T(?:158[3-8]|159[0-36-8])\./u;

/** Every name in view that can be looked for in a report; of those that differ only in spelling one. */
export const reportNames = keptFor((view: KnowledgeView): readonly ReportName[] =>
  KINDS.flatMap(([kind, types]) => {
    const named = view.catalogue
      .ofType(types, true)
      .flatMap((term) => namesIn(view, kind, term))
      .filter((borne) => canBeFound(view.catalogue, kind, borne));
    const owned = new Set(named.filter(({ isOwn }) => isOwn).map(keyOf));
    const bySpelling = groupedBy(
      named.filter((borne) => borne.isOwn || !isLonger(kind, borne, owned)),
      keyOf,
    );
    return [...bySpelling.values()].map((alike) => {
      const own = alike.filter(({ isOwn }) => isOwn);
      const meant = own.length > 0 ? own : alike;
      const { name = '', given = '' } = meant[0] ?? {};
      // Of a thing and what was revoked for it, the thing itself.
      const bearers = new Map(meant.toReversed().map(({ term, bearer }) => [term, bearer]));
      for (const { term, bearer } of meant) if (term === bearer) bearers.set(term, bearer);
      const needsCue = kind === 'software' && own.length === 0 && !/\P{L}/u.test(name);
      return { name, given, kind, needsCue, bearers: [...bearers.values()].toReversed() };
    });
  }),
);

function keyOf({ name }: Pick<BorneName, 'name'>): string {
  return spellingOf(name) || name;
}

/** Whether a name is one of ATT&CK’s with a noun behind it: by `Otter gang` ATT&CK’s `Otter` is meant. */
function isLonger(kind: ReportName['kind'], { name }: BorneName, owned: ReadonlySet<string>): boolean {
  const short = shortOf(kind, name);
  return short !== undefined && owned.has(keyOf({ name: short }));
}

interface BorneName {
  readonly name: string;
  readonly given: string;
  /** The live thing, and the entry that has the name: the thing itself, or what was revoked for it. */
  readonly term: number;
  readonly bearer: number;
  /** Whether ATT&CK itself gives it. */
  readonly isOwn: boolean;
}

/** Every name of a thing; a revoked thing’s belong to its successor. */
function namesIn(
  { catalogue }: KnowledgeView,
  kind: ReportName['kind'],
  bearer: number,
): readonly BorneName[] {
  const term = liveTerm(catalogue, bearer);
  if (term === undefined) return [];
  const { name, aliases } = catalogue.entry(bearer);
  const isOwn = labelFits(catalogue, term);
  const own = isOwn ? formsOf(kind, [name, ...aliases]) : [name, ...aliases].map(asGiven);
  const others = catalogue.beside(bearer).flatMap(({ names }) => names.map(asGiven));
  return [
    ...own.map((form) => ({ ...form, term, bearer, isOwn })),
    ...others.map((form) => ({ ...form, term, bearer, isOwn: false })),
  ];
}

function asGiven(name: string): { readonly name: string; readonly given: string } {
  return { name, given: name };
}

/** Nouns that a name of a kind is used without as well: `Otter Group` is called `Otter`, `Newt RAT` `Newt`. */
const SHORTENED: Readonly<Partial<Record<ReportName['kind'], RegExp>>> = {
  group: /^(?<short>\p{L}{4,}) (?:apt|crew|framework|gang|group|team)$/iu,
  software: /^(?<short>\p{L}[\p{L}\p{N}]{3,}) (?:rat|ransomware|stealer)$/iu,
};

function shortOf(kind: ReportName['kind'], name: string): string | undefined {
  return SHORTENED[kind]?.exec(name)?.groups?.['short'];
}

/** Names of ATT&CK’s as they are given, and without the noun that they may be used without. */
function formsOf(
  kind: ReportName['kind'],
  names: readonly string[],
): readonly { readonly name: string; readonly given: string }[] {
  return names.flatMap((given) => {
    const short = shortOf(kind, given);
    return [asGiven(given), ...(short === undefined ? [] : [{ name: short, given }])];
  });
}

/** What any malware is called, and a list of ransomware somewhere has as the name of one. */
const GENERIC = new Set(
  'backdoor botnet downloader dropper implant keylogger loader payload ransomware rootkit spyware stealer trojan wiper worm'.split(
    ' ',
  ),
);

function canBeFound(catalogue: Catalogue, kind: ReportName['kind'], { name, term }: BorneName): boolean {
  if (GENERIC.has(name.toLowerCase())) return kind === 'technique';
  if (kind !== 'technique') return true;
  const lower = name.toLowerCase();
  if (!/\p{L}[ /-]+\p{L}/u.test(name)) return DISTINCT_TECHNIQUES.has(lower);
  return !COMMON_TECHNIQUES.has(lower) && !NAMED_FOR_THINGS.test(catalogue.label(term));
}

/** What a name may mean, by whose claims: one thing, or each of those between which the claims do not decide. */
export function candidatesOf(view: KnowledgeView, name: ReportName): readonly NameCandidate[] {
  return candidatesIn(view)(name);
}

/** Following a name costs milliseconds, and a report repeats its names. */
const candidatesIn = keptFor((view: KnowledgeView) =>
  keptFor(({ given, kind, bearers }: ReportName): readonly NameCandidate[] => {
    const isDirect = (bearer: number): boolean => kind !== 'group' || isNumbered(view, bearer);
    const direct = bearers.filter(isDirect).map((bearer) => ({
      term: liveTerm(view.catalogue, bearer) ?? bearer,
      bearer,
      isSure: true,
    }));
    const others = bearers.filter((bearer) => !isDirect(bearer));
    const all = [...direct, ...(others.length === 0 ? [] : led(followName(view, others, readEvidence)))];
    const terms = new Map(all.toReversed().map((candidate) => [candidate.term, candidate]));
    return [...terms.values()].toReversed().map(({ term, bearer, isSure }) => ({
      term,
      bearer,
      claimants: claimantsOf(view, given, bearer),
      isSure: isSure && terms.size === 1,
    }));
  }),
);

/** Where a name leads that ATT&CK does not give. */
function led(lead: NameLead): readonly Omit<NameCandidate, 'claimants'>[] {
  if (lead.kind === 'one') return [{ term: lead.lead.target, bearer: lead.lead.bearer, isSure: true }];
  if (lead.kind === 'entry')
    return [{ term: lead.entry, bearer: lead.entry, isSure: lead.others.length === 0 }];
  return lead.leads.length > 0
    ? lead.leads.map(({ target, bearer }) => ({ term: target, bearer, isSure: false }))
    : lead.bearers.map((bearer) => ({ term: bearer, bearer, isSure: false }));
}

function claimantsOf(view: KnowledgeView, name: string, bearer: number): readonly string[] {
  const wanted = spellingOf(name);
  const claims = nameClaims(view, bearer, readEvidence).filter((claim) => spellingOf(claim.name) === wanted);
  return [...new Set(claims.flatMap(({ claimants }) => claimants.map((claimant) => claimant.name)))];
}
