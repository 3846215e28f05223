import { addTo, groupedBy } from '../../text/index.ts';
import { isOfSource, type EventSource, type LogEvent } from '../events/log-event.ts';
import type { LogSource } from '../rule/rule.ts';
import type { Atom } from './atoms.ts';
import type { RuleMatcher } from './compile-rule.ts';
import { TextIndex } from './text-index.ts';

/**
 * Many rules, of which an event meets few: it is held against those that are for its log, and of them against those of which it has
 * a text that they need. What is found is what holding it against each rule would find.
 */
export class RuleSet {
  private readonly groups: readonly Group[];
  private readonly bySource = new Map<string, readonly Group[]>();

  constructor(matchers: readonly RuleMatcher[]) {
    const byLog = groupedBy(matchers.entries(), ([, { rule }]) =>
      JSON.stringify([rule.logSource.product, rule.logSource.category, rule.logSource.service]),
    );
    this.groups = [...byLog.values()].map((of) => new Group(of));
  }

  /** The rules that are for the log of an event and match it, in the order in which they were given. */
  matching(event: LogEvent): readonly RuleMatcher[] {
    const found = this.groupsFor(event.source).flatMap((group) => group.matching(event));
    return found.toSorted(([one], [other]) => one - other).map(([, matcher]) => matcher);
  }

  private groupsFor(source: EventSource): readonly Group[] {
    const key = JSON.stringify([source.product, source.services, source.categories]);
    let groups = this.bySource.get(key);
    if (groups === undefined) {
      groups = this.groups.filter(({ logSource }) => isOfSource(source, logSource));
      if (this.bySource.size < MOST_SOURCES) this.bySource.set(key, groups);
    }
    return groups;
  }
}

/** More kinds of log than any events are of, unless they are made up. */
const MOST_SOURCES = 1000;

type Placed = readonly [position: number, matcher: RuleMatcher];

/** The rules for one log. */
class Group {
  readonly logSource: LogSource;
  private readonly rules: readonly Placed[];
  /** Rules that need nothing that could be looked for. */
  private readonly always: readonly number[];
  private readonly fields: readonly (readonly [field: string | undefined, index: TextIndex])[];
  /** For each rule the number of the event that it was last a candidate for. */
  private readonly seen: Uint32Array;
  private event = 0;

  constructor(rules: readonly Placed[]) {
    this.rules = rules;
    this.logSource = rules[0]?.[1].rule.logSource ?? {};
    this.seen = new Uint32Array(rules.length);
    const atoms = new Map<string | undefined, (readonly [number, Atom])[]>();
    const always: number[] = [];
    for (const [number, [, { necessary }]] of rules.entries()) {
      if (necessary === undefined) always.push(number);
      for (const atom of necessary ?? []) addTo(atoms, atom.field, [number, atom]);
    }
    this.always = always;
    this.fields = [...atoms].map(([field, of]) => [field, new TextIndex(of)]);
  }

  matching(event: LogEvent): readonly Placed[] {
    const candidates = [...this.always];
    this.event = (this.event + 1) >>> 0;
    const add = (number: number): void => {
      if (this.seen[number] === this.event) return;
      this.seen[number] = this.event;
      candidates.push(number);
    };
    for (const [field, index] of this.fields)
      for (const text of field === undefined ? event.keywords() : event.field(field).texts)
        index.look(text.form('folded'), add);
    return candidates.flatMap((number) => {
      const placed = this.rules[number];
      return placed?.[1].matches(event) === true ? [placed] : [];
    });
  }
}
