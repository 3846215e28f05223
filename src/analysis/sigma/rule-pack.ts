import type { RuleLeftReason, RuleLibrary, SigmaAnswer } from '../../answers/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { readRules, type SigmaRule } from '../../sigma/index.ts';
import { addTo, append, compareText, defined } from '../../text/index.ts';
import { parentNumber, platformsOfRule } from '../../threat/index.ts';
import { compareMentions, mention } from '../mention.ts';
import type { ReleaseTarget, Resolution } from '../releases/resolution.ts';
import { packPaths } from './pack-paths.ts';

/** What a pack is for. */
export interface Packing {
  readonly catalogue: Catalogue;
  /** technique → how much it counts. */
  readonly weights: ReadonlyMap<number, number>;
  /** What rules have to see; none: anything. */
  readonly platforms: readonly string[];
  readonly target: ReleaseTarget;
}

/** The rules of a library that are tagged with techniques, by what these tags are in the release in view. */
export function rulePack(
  { name, files, refused, licence }: RuleLibrary,
  { catalogue, weights, platforms, target }: Packing,
): Omit<SigmaAnswer, 'of' | 'names' | 'platforms' | 'drafts' | 'undrafted' | 'testsLicence'> {
  const asked = new Set([...weights.keys()].map((term) => catalogue.label(term)).filter((id) => id !== ''));
  const tags = new CarriedTags(target);
  const rules: Omit<SigmaAnswer['rules'][number], 'path'>[] = [];
  const left: SigmaAnswer['left'][number][] = [];
  const issues: SigmaAnswer['issues'][number][] = [];
  const texts = new Map<string, string>();
  for (const { file, text } of files) {
    // Reading YAML takes most of the time, and most files are for other techniques.
    if (!tags.ofText(text).some((id) => asked.has(id))) continue;
    const found = readRules(file, text);
    append(issues, found.issues);
    for (const rule of found.rules) {
      const techniques = tags.ofRule(rule).filter((id) => asked.has(id));
      if (techniques.length === 0) continue;
      const { id, title, status, level, logSource } = rule;
      const reason = reasonToLeave(rule, platforms);
      const about = { ...defined({ id }), title, file, techniques };
      if (reason !== undefined) left.push({ ...about, reason });
      else rules.push({ ...about, ...defined({ status, level }), looksIn: logSource });
      if (reason === undefined) texts.set(file, text);
    }
  }
  const paths = packPaths([...texts.keys()]);
  const byTechnique = new Map<string, number>();
  for (const { techniques } of rules)
    for (const id of techniques) byTechnique.set(id, (byTechnique.get(id) ?? 0) + 1);
  const techniques = [...weights]
    .map(([term, weight]) => {
      const id = catalogue.label(term);
      const own = byTechnique.get(id) ?? 0;
      return { technique: mention(catalogue, term), weight, rules: own, near: own > 0 ? [] : tags.near(id) };
    })
    .toSorted((one, other) => other.weight - one.weight || compareMentions(one.technique, other.technique));
  const covered = techniques.filter((each) => each.rules > 0).length;
  return {
    release: target.release,
    library: {
      name,
      files: files.length,
      refused,
      ids: tags.ids,
      unchanged: tags.unchanged,
      ...defined({ licence }),
    },
    techniques,
    covered,
    share: techniques.length === 0 ? 0 : covered / techniques.length,
    rules: rules.map((rule) => ({ ...rule, path: paths.get(rule.file) ?? '' })),
    left,
    carried: tags.carriedTo((id) => asked.has(id)),
    issues,
    files: [...texts].map(([file, text]) => ({ path: paths.get(file) ?? '', text })),
  };
}

function reasonToLeave(
  { status, logSource }: SigmaRule,
  platforms: readonly string[],
): RuleLeftReason | undefined {
  if (status === 'deprecated' || status === 'unsupported') return status;
  const seen = platformsOfRule(logSource);
  if (platforms.length === 0 || seen === undefined) return undefined;
  return seen.some((platform) => platforms.includes(platform)) ? undefined : 'other-platform';
}

/** A tag of a technique, as Sigma writes it. */
const TAG = /(?<![\w.])attack\.(t\d{4}(?:\.\d{3})?)(?![\w.])/giu;

/** The techniques of tags, in another release. */
class CarriedTags {
  readonly #target: ReleaseTarget;
  readonly #resolved = new Map<string, Resolution>();
  /** id as tagged → how many files. */
  readonly #files = new Map<string, number>();

  constructor(target: ReleaseTarget) {
    this.#target = target;
  }

  /** Those that the text of a file gives, without reading it. */
  ofText(text: string): readonly string[] {
    const ids = new Set([...text.matchAll(TAG)].map(([, id = '']) => id.toUpperCase()));
    for (const id of ids) this.#files.set(id, (this.#files.get(id) ?? 0) + 1);
    return [...ids].flatMap((id) => this.#becomes(id));
  }

  ofRule({ tags }: SigmaRule): readonly string[] {
    const ids = tags.flatMap((tag) => [...tag.matchAll(TAG)].map(([, id = '']) => id.toUpperCase()));
    return [...new Set(ids.flatMap((id) => this.#becomes(id)))];
  }

  get ids(): number {
    return this.#files.size;
  }

  get unchanged(): number {
    return [...this.#files.keys()].filter((id) => this.#resolve(id).standing === 'unchanged').length;
  }

  /** Of the same technique, or sub-techniques of one: those that files are tagged with. */
  near(id: string): readonly string[] {
    this.#byParent ??= this.#groupByParent();
    const same = this.#byParent.get(parentNumber(id)) ?? [];
    const isTechnique = parentNumber(id) === id;
    return [
      ...new Set(same.filter((each) => each !== id && (isTechnique || each === parentNumber(id)))),
    ].toSorted(compareText);
  }
  #byParent: ReadonlyMap<string, readonly string[]> | undefined;

  #groupByParent(): ReadonlyMap<string, readonly string[]> {
    const groups = new Map<string, string[]>();
    for (const id of this.#files.keys())
      for (const there of this.#becomes(id)) addTo(groups, parentNumber(there), there);
    return groups;
  }

  /** Those that are others in the release, of techniques asked about, and those that it does not have. */
  carriedTo(isAsked: (id: string) => boolean): SigmaAnswer['carried'] {
    return [...this.#files]
      .toSorted(([one], [other]) => compareText(one, other))
      .flatMap(([from, files]) => {
        const { standing, reason } = this.#resolve(from);
        const to = this.#becomes(from);
        if (standing === 'unchanged' || (to.length > 0 && !to.some(isAsked))) return [];
        return [{ from, to, standing, reason, files }];
      });
  }

  /** One that could be several is each. */
  #becomes(id: string): readonly string[] {
    const { to, candidates } = this.#resolve(id);
    return candidates.length > 1 ? candidates : to === undefined ? [] : [to];
  }

  #resolve(id: string): Resolution {
    const known = this.#resolved.get(id) ?? this.#target.resolve(id);
    this.#resolved.set(id, known);
    return known;
  }
}
