import { issueOf, type Issue } from '../../facts/index.ts';
import { components, type Dependency } from '../dependencies.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import type { DerivationSet, ModelRelation, DerivedFacts } from './model.ts';
import { evaluateStratum, type CutChains, type RunningVariant } from './stratum.ts';
import type { Workspace } from './workspace.ts';

/**
 * What rules conclude, derived when it is first asked for: most questions are about a relation or two, and need only
 * those that they depend on. In whatever order they are asked for, the rows and derivations of a relation are the same.
 */
export class Strata implements DerivedFacts {
  readonly #variants: readonly RunningVariant[];
  readonly #workspace: Workspace;
  /** By relation: the relations of its stratum, and those outside that they depend on. */
  readonly #groups: ReadonlyMap<string, Stratum>;
  readonly #finished = new Set<Stratum>();
  readonly #cut: CutChains[] = [];
  readonly #mostInChains: number;
  /** Why a stratum was given up. What it left is half derived, so nothing can be asked any more. */
  #failure: Error | undefined;

  constructor(
    relations: readonly string[],
    dependencies: readonly Dependency[],
    variants: readonly RunningVariant[],
    workspace: Workspace,
    mostInChains: number,
  ) {
    this.#mostInChains = mostInChains;
    this.#variants = variants;
    this.#workspace = workspace;
    this.#groups = new Map(
      components(relations, dependencies)
        .map((group): Stratum => {
          const needed = dependencies.filter(({ from, to }) => group.includes(from) && !group.includes(to));
          return { relations: group, needs: [...new Set(needed.map(({ to }) => to))] };
        })
        .flatMap((stratum) => stratum.relations.map((name) => [name, stratum])),
    );
  }

  relation(name: string): ModelRelation | undefined {
    const stratum = this.#groups.get(name);
    if (stratum === undefined) return undefined;
    this.#finish(stratum);
    return this.#workspace.table(name);
  }

  derivationsOf(relation: string): readonly DerivationSet[] {
    this.relation(relation);
    return this.#variants.filter(
      ({ variant, derivations }) => variant.head.relation === relation && derivations.size > 0,
    );
  }

  derivations(): readonly DerivationSet[] {
    for (const stratum of this.#groups.values()) this.#finish(stratum);
    return this.#variants.filter(({ derivations }) => derivations.size > 0);
  }

  issues(): readonly Issue[] {
    return this.#cut.map(({ relations, rounds }) =>
      issueOf(
        ISSUES.chainsCut,
        `Of ${relations.map((name) => `\`${name}\``).join(' and ')} all is derived that follows in ${rounds} steps or fewer; longer chains are left out.`,
      ),
    );
  }

  #finish(stratum: Stratum): void {
    if (this.#finished.has(stratum)) return;
    if (this.#failure !== undefined) throw this.#failure;
    for (const name of stratum.needs) this.relation(name);
    const variants = this.#variants.filter(({ variant }) =>
      stratum.relations.includes(variant.head.relation),
    );
    try {
      const cut = evaluateStratum(stratum.relations, variants, this.#workspace, this.#mostInChains);
      if (cut !== undefined) this.#cut.push(cut);
    } catch (error) {
      if (error instanceof Error) this.#failure = error;
      throw error;
    }
    this.#finished.add(stratum);
  }
}

/** Relations that depend on each other. */
interface Stratum {
  readonly relations: readonly string[];
  /** Relations of other strata that they depend on. */
  readonly needs: readonly string[];
}
