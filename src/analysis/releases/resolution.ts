import type { Standing } from '../../answers/index.ts';
import type { Domain } from '../../threat/index.ts';

/** What an id is in another release. */
export interface Resolution {
  readonly from: string;
  /** The id to write; absent where it is to be left as it is. */
  readonly to?: string;
  readonly standing: Standing;
  /** Why, in words. */
  readonly reason: string;
  /** What it could be, where that is more than one. */
  readonly candidates: readonly string[];
}

/** A release that ids are carried to. */
export interface ReleaseTarget {
  /** Its name, `18.1`. */
  readonly release: string;
  /** Domains of which it is known; ids of others are neither carried nor given up. */
  readonly domains: ReadonlySet<Domain>;
  /** What a technique id of any release is in this one. */
  resolve(id: string): Resolution;
  /** Short names of the tactics that a technique of this release serves; none where it has no such technique. */
  tacticsOf(technique: string): readonly string[];
  /** What took the place of a tactic of Enterprise that this release does not have; undefined where it has it, or nothing is known. */
  tacticsFor(tactic: string): readonly string[] | undefined;
  /** Platforms that techniques of a domain work on in this release; none where it is not known. */
  platformsOf(domain: Domain): readonly string[];
  /**
   * Those of {@link platformsOf} that another release had already, under whatever names; undefined where that is not known.
   *
   * @param release as a layer names it, `14`; absent where it names none
   */
  platformsBefore(domain: Domain, release: string | undefined): readonly string[] | undefined;
}
