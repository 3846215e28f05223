import type { Claimant } from '../../answers/index.ts';
import { mention, nameClaims, sayTerm, type Lead } from '../../analysis/index.ts';
import { objectsOf, reportedIn } from '../../desk/index.ts';
import { readEvidence } from '../../stix/index.ts';
import { spellingOf, type KnowledgeView } from '../../knowledge/index.ts';
import { sayType } from '../../threat/index.ts';
import { listed } from '../explanation/count-things.ts';

/** By whose claims a name leads to a thing: `“Fighting Ursa” is Palo Alto’s name for APT28 (G0007), by MISP galaxy Threat Actor 349: …`. */
export function sayLead(view: KnowledgeView, text: string, lead: Lead): string {
  const { bearer, target } = lead;
  const entry = view.catalogue.name(bearer);
  return (
    `“${text.trim()}” is ${nameBy(view, text, bearer)} ${sayTerm(view.catalogue, target)}, by ${sourceOf(view, bearer)}: ` +
    `its entry ${entry} leads there (${sayGrounds(lead)}).`
  );
}

/** Whose name it is, where a source gives it to a thing of another: `“Barn Cat” is Farm Report’s name for Wily Weasel (G0901).` */
export function sayForeignName(view: KnowledgeView, text: string, term: number): readonly string[] {
  const wanted = spellingOf(text);
  const { name, aliases, label } = view.catalogue.entry(term);
  if (wanted === '' || [name, ...aliases, label].some((each) => spellingOf(each) === wanted)) return [];
  const names = [...new Set(claimantsOf(view, text, term).map((claimant) => claimant.name))];
  return names.length === 0
    ? []
    : [`“${text.trim()}” is ${listed(names.map(possessive))} name for ${sayTerm(view.catalogue, term)}.`];
}

/** A candidate that a name leads to, with who claims it. */
export function describeLead(view: KnowledgeView, text: string, lead: Lead): string {
  const { label, id, name, type } = mention(view.catalogue, lead.target);
  return (
    `${label || id} ${name} (${sayType(type)}; “${text.trim()}” is ${nameBy(view, text, lead.bearer)} ` +
    `${view.catalogue.name(lead.bearer)} in ${sourceOf(view, lead.bearer)}, ${lead.isSure ? 'held to be the same' : 'related to it'}: ${sayGrounds(lead)})`
  );
}

/** A bearer of a name as a candidate: its id, kind and whose entry it is. */
export function describeBearer(view: KnowledgeView, text: string, term: number): string {
  const { label, id, name, type, withdrawn } = mention(view.catalogue, term);
  const claimants = claimantsOf(view, text, term).map((claimant) => claimant.name);
  const source = sourceOf(view, term);
  const others = claimants.filter((claimant) => claimant !== source);
  const calls = others.length === 0 ? '' : `, so called by ${listed(others)}`;
  const from = source === '' ? '' : `, ${source}${calls}`;
  return `${label || id} ${name} (${sayType(type)}${withdrawn === undefined ? '' : `, ${withdrawn}`}${from})`;
}

/** That no source reports some bearers of the name to be what it leads to. */
export function sayApart(view: KnowledgeView, apart: readonly number[]): readonly string[] {
  return apart.length === 0
    ? []
    : [`No source reports it of ${listed(apart.map((term) => sayEntryOf(view, term)))}, called so as well.`];
}

/**
 * That a name leads to nothing that ATT&CK describes, and whose entry is answered for. Of an entry that is reported to use
 * something nobody expects that it is another's.
 */
export function sayEntry(
  view: KnowledgeView,
  text: string,
  entry: number,
  others: readonly number[],
): readonly string[] {
  return [
    ...(objectsOf(reportedIn({ view }), 'uses', entry).length > 0
      ? []
      : [
          `No source reports which group or campaign of ATT&CK “${text.trim()}” is; this is what is reported of ${sayTerm(view.catalogue, entry)}, an entry of ${sourceOf(view, entry)}.`,
        ]),
    ...(others.length === 0
      ? []
      : [`Also called so: ${listed(others.map((term) => sayEntryOf(view, term)))}.`]),
  ];
}

/** The name of the source that has a thing; empty where none does. */
function sourceOf(view: KnowledgeView, term: number): string {
  const { stored } = view.catalogue.entry(term);
  return stored === undefined ? '' : (view.object(stored).sources[0]?.name ?? '');
}

function sayEntryOf(view: KnowledgeView, term: number): string {
  return `${view.catalogue.name(term)} of ${sourceOf(view, term)} (${view.catalogue.id(term)})`;
}

function sayGrounds({ steps }: Lead): string {
  return steps
    .map(({ reasons, verdict }) => {
      const speaking = reasons.find(({ speaksFor }) => speaksFor === 'same') ?? reasons[0];
      const against = reasons.find(({ speaksFor }) => speaksFor === 'apart');
      return [
        ...(speaking === undefined ? [] : [sayReason(speaking)]),
        ...(verdict === 'disputed' && against !== undefined ? [`but ${sayReason(against)}`] : []),
      ].join(', ');
    })
    .join('; ');
}

function sayReason({ statement, claimants }: Lead['steps'][number]['reasons'][number]): string {
  const names = [...new Set(claimants.map(({ name }) => name))].filter((name) => name !== '');
  return `${statement.replace(/\.$/u, '').replace(/^(?:Both|Their)/u, (word) => word.toLowerCase())}${names.length === 0 ? '' : `, by ${listed(names)}`}`;
}

/** `Palo Alto’s name for`; `a name of` where the source does not say whose name it is. */
function nameBy(view: KnowledgeView, text: string, bearer: number): string {
  const source = sourceOf(view, bearer);
  const names = [...new Set(claimantsOf(view, text, bearer).map(({ name }) => name))].filter(
    (name) => name !== '' && name !== source,
  );
  return names.length === 0 ? 'a name of' : `${listed(names.map(possessive))} name for`;
}

/** Who gives the entry the name asked for, however that is written. */
function claimantsOf(view: KnowledgeView, text: string, term: number): readonly Claimant[] {
  const claims = nameClaims(view, term, readEvidence);
  return claims
    .filter(({ name }) => spellingOf(name) === spellingOf(text))
    .flatMap(({ claimants }) => claimants);
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}
