import { sayMention } from '../../answers/index.ts';
import { ADVERSARY_TYPES, followName, identify, isNumbered, mention, sayTerm } from '../../analysis/index.ts';
import { subjectsOf, reportedIn } from '../../desk/index.ts';
import type { Identification, NameLead } from '../../analysis/index.ts';
import { errorOf, type FoeprintError } from '../../facts/index.ts';
import { readEvidence } from '../../stix/index.ts';
import type { Catalogue, KnowledgeView } from '../../knowledge/index.ts';
import { sayType, typesOf } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { describeBearer, describeLead, sayApart, sayEntry, sayForeignName, sayLead } from './say-lead.ts';

/** What a name in a question stands for. */
export interface Found {
  readonly term: number;
  /** What the reader should know of how it was found: by whose claim, forwarded from a revoked one, withdrawn. */
  readonly notes: readonly string[];
}

/**
 * The one thing that a text names. A name of an adversary that ATT&CK does not use is followed by what everybody claims of
 * the entries that bear it: to the one group or campaign of ATT&CK that they lead to, or, where they lead to none, to
 * the entry itself. A STIX id is never followed: who gives one means that entry.
 *
 * @param types STIX types that the question is about; empty: any
 * @throws FoeprintError W601 when nothing has the name, W602 when several have or it leads to several, W603 when none of
 *   them is of these types, W628 when it is software and the question is about those who use it
 */
export function findOne(view: KnowledgeView, text: string, types: readonly string[] = []): Found {
  const found = identify(view.catalogue, text, types);
  return settled(view, text, types, found, leadOf(view, found));
}

/** What a text that was looked up stands for, by what is known of where it leads. */
function settled(
  view: KnowledgeView,
  text: string,
  types: readonly string[],
  found: Identification,
  lead: NameLead | undefined,
): Found {
  const { catalogue } = view;
  const followed = follow(view, text, lead, types);
  if (followed !== undefined) return followed;
  if (found.kind === 'one') return { term: found.term, notes: notesOn(view, text, found) };
  if (found.kind === 'several') throw ambiguous(text, candidatesOf(view, text, found.terms));
  // Whoever asks about groups alone may still know one by a name that only another catalogue has.
  const other = types.length === 0 ? undefined : identify(catalogue, text);
  const elsewhere = other === undefined ? undefined : follow(view, text, leadOf(view, other), types);
  if (elsewhere !== undefined) return elsewhere;
  throw other?.kind === 'one'
    ? wrongKind(view, other.term, types)
    : unknown(catalogue, text, found.similar());
}

/**
 * The same for a question that any entry answers: of a name that leads to several things, it is the entry that bears the name,
 * and the notes say where it leads.
 *
 * @throws FoeprintError W601 when nothing has the name, W602 when several have
 */
export function findEntry(view: KnowledgeView, text: string): Found {
  const found = identify(view.catalogue, text);
  const lead = leadOf(view, found);
  if (found.kind !== 'one' || lead?.kind !== 'several') return settled(view, text, [], found, lead);
  const candidates = lead.leads.map((each) => describeLead(view, text, each));
  return {
    term: found.term,
    notes: [`“${text.trim()}” could be ${candidates.length > 1 ? 'any of ' : ''}${candidates.join('; ')}.`],
  };
}

/** Adversaries without a number of ATT&CK's: their names are followed. */
function isFollowed(view: KnowledgeView, terms: readonly number[]): boolean {
  return terms.every(
    (term) => ADVERSARY_TYPES.includes(view.catalogue.entry(term).type) && !isNumbered(view, term),
  );
}

/** Where a name leads by what is claimed of its bearers; undefined where ATT&CK gives the name itself, or no adversary has it. */
function leadOf(view: KnowledgeView, found: Identification): NameLead | undefined {
  if (found.kind === 'none' || (found.kind === 'one' && found.by === 'id')) return undefined;
  const bearers = found.kind === 'one' ? [found.term] : found.terms;
  return isFollowed(view, bearers) ? followName(view, bearers, readEvidence) : undefined;
}

/** The thing of these types that a name leads to. */
function follow(
  view: KnowledgeView,
  text: string,
  lead: NameLead | undefined,
  types: readonly string[],
): Found | undefined {
  if (lead === undefined) return undefined;
  const isWanted = (term: number): boolean =>
    types.length === 0 || types.includes(view.catalogue.entry(term).type);
  if (lead.kind === 'several')
    throw ambiguous(text, [
      ...lead.leads.map((each) => describeLead(view, text, each)),
      ...lead.bearers.map((term) => describeBearer(view, text, term)),
    ]);
  const term = lead.kind === 'one' ? lead.lead.target : lead.entry;
  if (!isWanted(term)) return undefined;
  return {
    term,
    notes:
      lead.kind === 'one'
        ? [sayLead(view, text, lead.lead), ...sayApart(view, lead.apart)]
        : sayEntry(view, text, lead.entry, lead.others),
  };
}

function notesOn(view: KnowledgeView, text: string, { term, asked, by }: FoundOne): readonly string[] {
  const { catalogue } = view;
  const read = sayTerm(catalogue, asked);
  const claim = by === 'name' || by === 'spelling' ? sayForeignName(view, text, asked) : [];
  return [
    ...(by === 'spelling' && claim.length === 0 ? [`“${text.trim()}” is read as ${read}.`] : claim),
    ...withdrawalOf(catalogue, term, asked),
  ];
}

type FoundOne = Extract<Identification, { readonly kind: 'one' }>;

function withdrawalOf(catalogue: Catalogue, term: number, asked: number): readonly string[] {
  if (asked !== term) {
    const [from, to] = [mention(catalogue, asked), mention(catalogue, term)];
    return [`${sayMention(from)} is revoked; this is its successor ${sayMention(to)}.`];
  }
  const { withdrawn } = catalogue.entry(term);
  return withdrawn === undefined
    ? []
    : [`${sayTerm(catalogue, term)} is ${withdrawn}: its source has withdrawn it.`];
}

function candidatesOf(view: KnowledgeView, text: string, terms: readonly number[]): readonly string[] {
  return terms.map((term) => describeBearer(view, text, term));
}

function ambiguous(text: string, candidates: readonly string[]): FoeprintError {
  return errorOf(
    WORKBENCH_ISSUES.ambiguousName,
    `“${text}” could be any of ${candidates.length}: ${candidates.join('; ')}.`,
  );
}

function wrongKind(view: KnowledgeView, term: number, types: readonly string[]): FoeprintError {
  const thing = mention(view.catalogue, term);
  if (typesOf('software').includes(thing.type) && types.some((type) => ADVERSARY_TYPES.includes(type)))
    return isSoftware(view, term);
  const wanted = [...new Set(types.map(sayType))].join(', ');
  return errorOf(
    WORKBENCH_ISSUES.wrongKind,
    `${sayMention(thing)} is of the kind ${sayType(thing.type)}; this question is about: ${wanted}.`,
  );
}

/** Who asks about adversaries by the name of software is led to those who use it. */
function isSoftware(view: KnowledgeView, software: number): FoeprintError {
  const users = subjectsOf(reportedIn({ view }), 'uses', software)
    .filter((user) => ADVERSARY_TYPES.includes(view.catalogue.entry(user).type))
    .map((user) => sayTerm(view.catalogue, user));
  const named = sayTerm(view.catalogue, software);
  const [first] = users;
  return errorOf(
    WORKBENCH_ISSUES.softwareHasUsers,
    first === undefined
      ? `${named} is software, and nobody is reported to use it.`
      : `${named} is software; it is reported to be used by ${users.length}: ${users.join(', ')}.`,
    undefined,
    first === undefined ? 'Ask `foeprint techniques` or `foeprint show` for what is known of it.' : undefined,
  );
}

function unknown(catalogue: Catalogue, text: string, similar: readonly number[]): FoeprintError {
  const suggestions = [...new Set(similar.map((term) => sayTerm(catalogue, term)))].join(', ');
  return errorOf(
    WORKBENCH_ISSUES.unknownName,
    `Nothing in view is called “${text}”.`,
    undefined,
    suggestions === '' ? undefined : `Did you mean ${suggestions}?`,
  );
}
