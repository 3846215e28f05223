import type { Domain } from '../attack/domain.ts';

/**
 * A layer: marks on the techniques of one domain. What an analyst draws on the ATT&CK matrix, whatever
 * file it came from or goes to.
 */
export interface Layer {
  readonly name: string;
  readonly domain: Domain;
  readonly description: string;
  /** ATT&CK release that the technique ids belong to, as written: `18`, `18.1`. Absent: not known. */
  readonly release?: string;
  /** URL of the collection or bundle that the layer was drawn on, where it is not the published one. */
  readonly customDataUrl?: string;
  readonly filters?: LayerFilters;
  readonly display: LayerDisplay;
  /** Each (technique, tactic) at most once; in no particular order. */
  readonly cells: readonly LayerCell[];
  readonly gradient?: Gradient;
  readonly legend: readonly LegendItem[];
  readonly annotations: readonly (Annotation | Divider)[];
  readonly links: readonly (LayerLink | Divider)[];
  /** How the layer was made, so that it can be made again. */
  readonly recipe?: Recipe;
  readonly extra: Extra;
}

/** What a layer says of one technique. */
export interface LayerCell {
  /** ATT&CK id, e.g. `T1059.001`. */
  readonly technique: string;
  /**
   * Short name of the tactic, e.g. `lateral-movement`. Absent: the mark counts under every tactic of the
   * technique for which the layer has no cell of its own.
   */
  readonly tactic?: string;
  /** Absent: unscored, which is neither 0 nor any other number. */
  readonly score?: number;
  /** `#rgb`, `#rrggbb` or `#rrggbbaa`; wins over the colour that the score would give. */
  readonly color?: string;
  readonly comment: string;
  /** False where the analyst has taken the technique out of consideration. */
  readonly enabled: boolean;
  readonly annotations: readonly (Annotation | Divider)[];
  readonly links: readonly (LayerLink | Divider)[];
  /** Whether a viewer opens the sub-techniques under it. */
  readonly showSubtechniques?: boolean;
  readonly extra: Extra;
}

/** Fields of a file that we do not know: kept, so that writing the layer again loses nothing. */
export type Extra = Readonly<Record<string, unknown>>;

/** A named value that somebody noted. */
export interface Annotation {
  readonly name: string;
  readonly value: string;
  readonly extra?: Extra;
}

/** A web address with a label; the scheme is http, https or mailto. */
export interface LayerLink {
  readonly label: string;
  readonly url: string;
  readonly extra?: Extra;
}

/** A line drawn between annotations or links. */
export interface Divider {
  readonly divider: boolean;
}

/** Colours for scores: `minimum` has the first colour, `maximum` the last, evenly spaced between. */
export interface Gradient {
  /** Two or more, `#rgb`, `#rrggbb` or `#rrggbbaa`. */
  readonly colors: readonly string[];
  readonly minimum: number;
  /** At least `minimum`; where they are equal, what reaches it has the last colour and the rest the first. */
  readonly maximum: number;
  readonly extra?: Extra;
}

export interface LegendItem {
  readonly label: string;
  readonly color: string;
  readonly extra?: Extra;
}

/** Which techniques a viewer shows at all. */
export interface LayerFilters {
  /** Only techniques on one of these platforms. */
  readonly platforms?: readonly string[];
  readonly extra?: Extra;
}

/** How a viewer shows the layer; absent settings are left to the viewer. */
export interface LayerDisplay {
  readonly sorting?: Sorting;
  readonly layout?: LayerLayout;
  readonly hideDisabled?: boolean;
  readonly showTacticRowBackground?: boolean;
  readonly tacticRowBackground?: string;
  readonly selectTechniquesAcrossTactics?: boolean;
  readonly selectSubtechniquesWithParent?: boolean;
  readonly selectVisibleTechniques?: boolean;
}

/** Order of techniques under a tactic; the place in this list is the number that layer files write. */
export const SORTINGS = ['name', 'name-descending', 'score', 'score-descending'] as const;
export type Sorting = (typeof SORTINGS)[number];

export const LAYOUTS = ['side', 'flat', 'mini'] as const;
export const AGGREGATES = ['average', 'min', 'max', 'sum'] as const;
export const EXPANSIONS = ['none', 'all', 'annotated'] as const;

/** Which sub-techniques are shown. */
export type Expansion = (typeof EXPANSIONS)[number];

export interface LayerLayout {
  readonly layout?: (typeof LAYOUTS)[number];
  readonly showID?: boolean;
  readonly showName?: boolean;
  readonly showAggregateScores?: boolean;
  readonly countUnscored?: boolean;
  readonly aggregateFunction?: (typeof AGGREGATES)[number];
  readonly expandedSubtechniques?: Expansion;
  readonly extra?: Extra;
}

/**
 * How layers that we make are shown: the Navigator folds sub-techniques away unless the layer says otherwise, and most marks are on
 * them.
 */
export const MADE_DISPLAY: LayerDisplay = {
  layout: { layout: 'side', expandedSubtechniques: 'annotated' },
  selectSubtechniquesWithParent: false,
};

/** How a layer was made: what was done, and with what. */
export interface Recipe {
  /** Name of the operation, e.g. `combine`. */
  readonly operation: string;
  /** In an order that reads well; names are dotted, e.g. `layer.a.release`. */
  readonly parameters: readonly RecipeParameter[];
}

export interface RecipeParameter {
  readonly name: string;
  readonly value: string;
}

/** A layer with what is not said left empty. */
export function layerOf(fields: Pick<Layer, 'name' | 'domain'> & Partial<Layer>): Layer {
  return {
    description: '',
    display: {},
    cells: [],
    legend: [],
    annotations: [],
    links: [],
    extra: {},
    ...fields,
  };
}

/** A cell with what is not said left empty. */
export function cellOf(fields: Pick<LayerCell, 'technique'> & Partial<LayerCell>): LayerCell {
  return { comment: '', enabled: true, annotations: [], links: [], extra: {}, ...fields };
}

/**
 * Whether the cell says anything: it is enabled and has a score (0 is one), a colour, a comment, an
 * annotation or a link. Viewers write a bare cell for every technique that they have opened.
 */
export function isMarked(cell: LayerCell): boolean {
  return (
    cell.enabled &&
    (cell.score !== undefined ||
      cell.color !== undefined ||
      cell.comment !== '' ||
      cell.annotations.length > 0 ||
      cell.links.length > 0)
  );
}

/** Whether an entry of a list is a line between others. */
export function isDivider(entry: object): entry is Divider {
  return 'divider' in entry;
}

/** Looks cells up: the cell for exactly this tactic, else the one for every tactic. */
export function cellFinder(layer: Layer): (technique: string, tactic?: string) => LayerCell | undefined {
  const cells = new Map(layer.cells.map((cell) => [cellKey(cell.technique, cell.tactic), cell]));
  return (technique, tactic) => cells.get(cellKey(technique, tactic)) ?? cells.get(cellKey(technique));
}

/** One text for a (technique, tactic) pair; sorts by technique, a cell for every tactic first. */
export function cellKey(technique: string, tactic = ''): string {
  return `${technique} ${tactic}`;
}

/** Whether a URL may stand in a link: anything but a web or mail address (`javascript:` …) may not. */
export function isLinkable(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(url);
}
