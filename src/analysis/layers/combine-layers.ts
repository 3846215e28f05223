import { type Issue, issueOf } from '../../facts/index.ts';
import { compareReleases, addTo, defined } from '../../text/index.ts';
import {
  type Layer,
  type LayerCell,
  MADE_DISPLAY,
  cellFinder,
  cellKey,
  domainTitle,
  gradientOver,
  isMarked,
  layerOf,
  LAYER_ISSUES,
} from '../../threat/index.ts';
import { attributeCell, attributeLayer, labelsOf, type Contribution } from './attribute.ts';
import { evaluateExpression, type CellValue, type MissingPolicy } from './evaluate-expression.ts';
import { everyPart, layerNames, partsOf, type Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { combinationRecipe } from './combination-recipe.ts';

/** A layer under the name that the expression calls it by. */
export interface LayerOperand {
  readonly name: string;
  readonly layer: Layer;
  /** Where it came from, e.g. a file name; goes into the recipe. */
  readonly from?: string;
}

/** How layers are combined. */
export interface CombinationOptions {
  /** What a missing score counts in arithmetic; default `skip`. */
  readonly missing?: MissingPolicy;
  /** Name of the new layer; default: the expression. */
  readonly name?: string;
  /**
   * Short names of the tactics that a technique serves, none where it is not known; from the matrix in view. Without it, marks for all
   * tactics cannot be distinguished from marks for each of them.
   */
  readonly tacticsOf?: (technique: string) => readonly string[];
}

/** The new layer, unless an error stands in the way; and what to mind. */
export interface Combination {
  readonly layer: Layer | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Combines layers by an expression: `a or b`, `a and b`, `a and not b` for sets, `a + 2*b`, `max(a, b)`,
 * `average(a, b, c)`, `count(a, b, c)` for scores, `a >= 60` to choose, `a - (b else 0)` to say what a
 * missing score counts. docs/reference/layers.md explains the language.
 *
 * - A layer holds a technique where its cell is enabled and marked. A score that is missing is never taken
 *   for 0 or 1 unasked: see {@link MissingPolicy}.
 * - A cell for one tactic wins over the cell for every tactic, in operands and in the result. Where an operand has marks for single
 *   tactics of a technique, it is calculated under each tactic that it serves, and the marks are joined again where all agree; where its
 *   tactics are not known, a warning says so (W615).
 * - Comments, annotations, links and colours of the operands that hold a technique are kept, each under the
 *   name of its layer; the recipe says how the layer was made.
 * - Layers of different domains are refused (W683); of different releases, warned about (W684).
 */
export function combineLayers(
  operands: readonly LayerOperand[],
  expression: string,
  options: CombinationOptions = {},
): Combination {
  const parsed = parseExpression(
    expression,
    operands.map(({ name }) => name),
  );
  const errors = [...('kind' in parsed ? [] : parsed), ...repeatedNames(operands)];
  if (!('kind' in parsed) || errors.length > 0) return { layer: undefined, issues: errors };
  const used = layerNames(parsed).flatMap((name) => operands.find((operand) => operand.name === name) ?? []);
  const mixed = mixedDomains(used);
  if (mixed !== undefined) return { layer: undefined, issues: [mixed] };
  const missing = options.missing ?? 'skip';
  const { cells, badDivisions, unreported } = combineCells(used, parsed, missing, options.tacticsOf);
  return {
    layer: combinedLayer(used, cells, {
      expression: expression.trim(),
      missing,
      name: options.name,
      scale: keptScale(used, parsed),
    }),
    issues: [
      ...unusedLayers(operands, used),
      ...mixedReleases(used),
      ...unscoredLayers(used, parsed),
      ...divisions(badDivisions),
      ...unknownTactics(unreported),
    ],
  };
}

interface Recipe {
  readonly expression: string;
  readonly missing: MissingPolicy;
  readonly name: string | undefined;
  readonly scale: Scale | undefined;
}

function combinedLayer(
  used: readonly LayerOperand[],
  cells: readonly LayerCell[],
  { expression, missing, name = expression, scale }: Recipe,
): Layer {
  const domain = used[0]?.layer.domain ?? 'enterprise-attack';
  const release = newestRelease(used);
  const scores = cells.flatMap((cell) => cell.score ?? []);
  const { gradient = gradientOver(scores), legend = [] } = scores.length === 0 ? {} : (scale ?? {});
  return layerOf({
    name,
    domain,
    description: describe(used, expression),
    ...defined({ release }),
    cells,
    display: MADE_DISPLAY,
    ...defined({ gradient }),
    legend,
    ...attributeLayer(used),
    recipe: combinationRecipe(used, expression, missing),
  });
}

function describe(used: readonly LayerOperand[], expression: string): string {
  return [expression, ...used.map(({ name, layer }) => `${name} = ${layer.name}`)].join('\n');
}

type Scale = Pick<Layer, 'gradient' | 'legend'>;

/** Colours and legend of the layers whose scores the expression keeps as they are, where these agree: the same number looks the same. */
function keptScale(used: readonly LayerOperand[], expression: Expression): Scale | undefined {
  const names = scoring(expression);
  const [first, ...others] = used.filter(({ name }) => names?.includes(name)).map(({ layer }) => layer);
  if (first?.gradient === undefined) return undefined;
  const { gradient, legend } = first;
  if (!others.every((other) => isSame(other.gradient, gradient))) return undefined;
  return others.every((other) => isSame(other.legend, legend))
    ? { gradient, legend }
    : { gradient, legend: [] };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Names of the layers whose own scores the result has; undefined where it calculates others. */
function scoring(expression: Expression): readonly string[] | undefined {
  if (expression.kind === 'layer') return [expression.name];
  if (expression.kind === 'comparison') return scoring(expression.left);
  if (expression.kind !== 'set') return undefined;
  const left = scoring(expression.left);
  if (expression.operator === 'and not') return left;
  const right = scoring(expression.right);
  return left === undefined || right === undefined ? undefined : [...left, ...right];
}

interface CombinedCells {
  readonly cells: readonly LayerCell[];
  readonly badDivisions: number;
  /** Techniques that are marked for all tactics and for single ones, of which it is not known which there are. */
  readonly unreported: readonly string[];
}

function combineCells(
  used: readonly LayerOperand[],
  expression: Expression,
  missing: MissingPolicy,
  tacticsOf: (technique: string) => readonly string[] = () => [],
): CombinedCells {
  const heldAt = holders(used);
  let badDivisions = 0;
  const cellAt = (technique: string, tactic: string | undefined): LayerCell | undefined => {
    const held = heldAt(technique, tactic);
    const value = evaluateHeld(expression, held, missing, () => (badDivisions += 1));
    return value && attributeCell(technique, tactic, value.score, [...held.values()]);
  };
  const unreported: string[] = [];
  const cells = [...tacticsMentioned(used)].flatMap(([technique, mentioned]) => {
    const single = mentioned.filter((tactic) => tactic !== undefined);
    if (single.length === 0) return cellAt(technique, undefined) ?? [];
    const served = tacticsOf(technique);
    if (served.length > 0) return joined(served, single, (tactic) => cellAt(technique, tactic));
    if (single.length < mentioned.length) unreported.push(technique);
    return shadowed(technique, mentioned, cellAt);
  });
  return { cells, badDivisions, unreported };
}

/** Under each tactic that a technique serves, and those that only a layer knows; one cell for all where they all say the same. */
function joined(
  served: readonly string[],
  mentioned: readonly string[],
  cellAt: (tactic: string) => LayerCell | undefined,
): readonly LayerCell[] {
  const found = [...new Set([...served, ...mentioned])].map(cellAt);
  const cells = found.filter((cell) => cell !== undefined);
  const [everywhere, ...others] = cells.map(withoutTactic);
  if (everywhere === undefined || cells.length < found.length) return cells;
  const mark = JSON.stringify(everywhere);
  return others.every((other) => JSON.stringify(other) === mark) ? [everywhere] : cells;
}

function withoutTactic(cell: LayerCell): LayerCell {
  const { tactic: _, ...everywhere } = cell;
  return everywhere;
}

/** Where the tactics are not known: without a cell of its own, a tactic would show what holds for every other one. */
function shadowed(
  technique: string,
  mentioned: readonly (string | undefined)[],
  cellAt: (technique: string, tactic: string | undefined) => LayerCell | undefined,
): readonly LayerCell[] {
  const cells = mentioned.map((tactic) => cellAt(technique, tactic));
  const isOverAll = cells.some((cell) => cell !== undefined && cell.tactic === undefined);
  return mentioned.flatMap((tactic, index) => {
    const bare =
      isOverAll && tactic !== undefined ? attributeCell(technique, tactic, undefined, []) : undefined;
    return cells[index] ?? bare ?? [];
  });
}

type Held = ReadonlyMap<string, Contribution>;

/** Finds what each operand, by its name, says of a technique under a tactic; operands that say nothing are left out. */
function holders(used: readonly LayerOperand[]): (technique: string, tactic: string | undefined) => Held {
  const labels = labelsOf(used);
  const finders = used.map(({ name, layer }) => ({ name, find: cellFinder(layer) }));
  return (technique, tactic) =>
    new Map(
      finders.flatMap(({ name, find }) => {
        const cell = find(technique, tactic);
        return cell === undefined || !isMarked(cell)
          ? []
          : [[name, { label: labels.get(name) ?? name, cell }]];
      }),
    );
}

function evaluateHeld(
  expression: Expression,
  held: Held,
  missing: MissingPolicy,
  onBadDivision: () => void,
): CellValue | undefined {
  if (held.size === 0) return undefined;
  const valueOf = (name: string): CellValue | undefined => {
    const contribution = held.get(name);
    return contribution && { score: contribution.cell.score };
  };
  return evaluateExpression(expression, { missing, valueOf, onBadDivision });
}

/** The tactics of each technique that any operand has a cell for, undefined for every tactic; all in order. */
function tacticsMentioned(
  used: readonly LayerOperand[],
): ReadonlyMap<string, readonly (string | undefined)[]> {
  const cells = new Map<string, LayerCell>();
  for (const { layer } of used)
    for (const cell of layer.cells) cells.set(cellKey(cell.technique, cell.tactic), cell);
  const tactics = new Map<string, (string | undefined)[]>();
  for (const [, { technique, tactic }] of [...cells].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    addTo(tactics, technique, tactic);
  return tactics;
}

function newestRelease(used: readonly LayerOperand[]): string | undefined {
  const releases = used.flatMap(({ layer }) => layer.release ?? []);
  return releases.toSorted(compareReleases).at(-1);
}

function repeatedNames(operands: readonly LayerOperand[]): readonly Issue[] {
  const names = operands.map(({ name }) => name);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => issueOf(LAYER_ISSUES.repeatedName, `There are two layers \`${name}\`.`));
}

function mixedDomains(used: readonly LayerOperand[]): Issue | undefined {
  const domains = new Set(used.map(({ layer }) => layer.domain));
  if (domains.size < 2) return undefined;
  const list = used.map(({ name, layer }) => `${name}: ${domainTitle(layer.domain)}`).join(', ');
  return issueOf(LAYER_ISSUES.mixedDomains, `The layers are of different domains (${list}).`);
}

function mixedReleases(used: readonly LayerOperand[]): readonly Issue[] {
  const releases = new Set(used.map(({ layer }) => layer.release?.split('.')[0]));
  if (releases.size < 2) return [];
  const list = used.map(({ name, layer }) => `${name}: ${layer.release ?? 'not said'}`).join(', ');
  return [issueOf(LAYER_ISSUES.mixedReleases, `The layers are of different ATT&CK releases (${list}).`)];
}

function unusedLayers(operands: readonly LayerOperand[], used: readonly LayerOperand[]): readonly Issue[] {
  return operands
    .filter((operand) => !used.includes(operand))
    .map(({ name }) => issueOf(LAYER_ISSUES.unusedLayer, `The expression does not mention \`${name}\`.`));
}

function unscoredLayers(used: readonly LayerOperand[], expression: Expression): readonly Issue[] {
  const calculated = calculatedLayers(expression);
  return used
    .filter(({ name, layer }) => calculated.has(name) && marksWithoutScores(layer))
    .map(({ name }) =>
      issueOf(LAYER_ISSUES.unscoredLayer, `Layer \`${name}\` has no scores to calculate with.`),
    );
}

/** Names of the layers that stand directly in arithmetic or a comparison; `count` needs no scores. */
function calculatedLayers(expression: Expression): ReadonlySet<string> {
  const calculations = everyPart(expression).filter(
    (part) =>
      part.kind === 'arithmetic' ||
      part.kind === 'comparison' ||
      (part.kind === 'call' && part.function !== 'count'),
  );
  return new Set(calculations.flatMap(partsOf).flatMap((part) => (part.kind === 'layer' ? [part.name] : [])));
}

function marksWithoutScores({ cells }: Layer): boolean {
  return cells.some(isMarked) && cells.every(({ score }) => score === undefined);
}

function divisions(count: number): readonly Issue[] {
  if (count === 0) return [];
  return [issueOf(LAYER_ISSUES.divisionByZero, `${count} results are no finite number.`)];
}

function unknownTactics(techniques: readonly string[]): readonly Issue[] {
  if (techniques.length === 0) return [];
  const [first = ''] = techniques;
  const others = techniques.length === 1 ? '' : ` and ${techniques.length - 1} more`;
  const message = `${first}${others}: marked for all tactics and for single ones, and which tactics there are is not known.`;
  return [issueOf(LAYER_ISSUES.unknownTactics, message)];
}
