import {
  annotationsOf,
  cellKey,
  checkLayer,
  isDivider,
  isLinkable,
  SORTINGS,
  type Annotation,
  type Divider,
  type Extra,
  type Layer,
  type LayerCell,
  type LayerLink,
} from '../../threat/index.ts';
import type { NavigatorLayer } from './navigator-layer.ts';

/** The format that is written, and a Navigator that reads it: 4.9.0 does too, but mitreattack-python warns of anything below 5. */
const VERSIONS = { navigator: '5.1.0', layer: '4.5' };

type Json = Readonly<Record<string, unknown>>;

/**
 * The layer as an ATT&CK Navigator file, layer format 4.5: only what the format requires and what the layer
 * says, in the order of the published description; techniques by id, a cell for every tactic before those
 * for one. The same layer gives the same bytes.
 *
 * Scores that are missing stay missing. `versions.attack` is the major release only, as the Navigator
 * expects. The recipe goes into the metadata. A link that is not a web or mail address becomes metadata.
 *
 * @throws FoeprintError W688 where a number of the layer is not finite or its gradient is empty
 */
export function navigatorLayer(layer: Layer): NavigatorLayer {
  checkLayer(layer);
  const { display, filters, gradient } = layer;
  const { layout } = display;
  const attack = layer.release?.split('.')[0];
  return {
    name: layer.name,
    versions: { ...(attack === undefined ? {} : { attack }), ...VERSIONS },
    domain: layer.domain,
    ...compact({
      description: layer.description || undefined,
      customDataURL: layer.customDataUrl,
      filters: filters && compact({ platforms: filters.platforms, ...sorted(filters.extra) }),
      sorting: display.sorting && SORTINGS.indexOf(display.sorting),
      layout: layout && layoutJson(layout),
      hideDisabled: display.hideDisabled,
    }),
    techniques: layer.cells.toSorted(byKey).map(cellJson),
    ...compact({
      gradient: gradient && {
        colors: gradient.colors,
        minValue: gradient.minimum,
        maxValue: gradient.maximum,
        ...sorted(gradient.extra),
      },
      legendItems: listed(
        layer.legend.map(({ label, color, extra }) => ({ label, color, ...sorted(extra) })),
      ),
      showTacticRowBackground: display.showTacticRowBackground,
      tacticRowBackground: display.tacticRowBackground,
      selectTechniquesAcrossTactics: display.selectTechniquesAcrossTactics,
      selectSubtechniquesWithParent: display.selectSubtechniquesWithParent,
      selectVisibleTechniques: display.selectVisibleTechniques,
      ...entriesJson(
        [...(layer.recipe === undefined ? [] : annotationsOf(layer.recipe)), ...layer.annotations],
        layer.links,
      ),
      ...sorted(layer.extra),
    }),
  };
}

function layoutJson({ extra, ...settings }: NonNullable<Layer['display']['layout']>): Json {
  return compact({
    layout: settings.layout,
    showID: settings.showID,
    showName: settings.showName,
    showAggregateScores: settings.showAggregateScores,
    countUnscored: settings.countUnscored,
    aggregateFunction: settings.aggregateFunction,
    expandedSubtechniques: settings.expandedSubtechniques,
    ...sorted(extra),
  });
}

function cellJson(cell: LayerCell): NavigatorLayer['techniques'][number] {
  return {
    techniqueID: cell.technique,
    ...compact({
      tactic: cell.tactic,
      score: cell.score,
      color: cell.color,
      comment: cell.comment || undefined,
      enabled: cell.enabled ? undefined : false,
      ...entriesJson(cell.annotations, cell.links),
      showSubtechniques: cell.showSubtechniques,
      ...sorted(cell.extra),
    }),
  };
}

function entriesJson(
  annotations: readonly (Annotation | Divider)[],
  links: readonly (LayerLink | Divider)[],
): Json {
  const usable = links.filter((link) => isDivider(link) || isLinkable(link.url));
  const others = links.flatMap((link) =>
    isDivider(link) || isLinkable(link.url) ? [] : [{ name: link.label, value: link.url }],
  );
  return {
    metadata: listed([...annotations, ...others].map(entryJson)),
    links: listed(usable.map(entryJson)),
  };
}

function entryJson(entry: Annotation | LayerLink | Divider): Json {
  if (isDivider(entry)) return { divider: entry.divider };
  const { extra, ...known } = entry;
  const fixed =
    'url' in known ? { label: known.label, url: known.url } : { name: known.name, value: known.value };
  return { ...fixed, ...sorted(extra) };
}

function byKey(one: LayerCell, other: LayerCell): number {
  const [left, right] = [cellKey(one.technique, one.tactic), cellKey(other.technique, other.tactic)];
  return left < right ? -1 : Number(left > right);
}

/** An empty list is not written. */
function listed<Entry>(entries: readonly Entry[]): readonly Entry[] | undefined {
  return entries.length === 0 ? undefined : entries;
}

/** Unknown fields by name: files list them in any order, ours in one. */
function sorted(extra: Extra = {}): Extra {
  return Object.fromEntries(Object.entries(extra).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function compact(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
