import { append, defined, isMapping } from '../../text/index.ts';
import { type Issue, issueOf } from '../../facts/index.ts';
import {
  AGGREGATES,
  type Domain,
  EXPANSIONS,
  type Gradient,
  LAYOUTS,
  type Layer,
  type LayerDisplay,
  type LayerFilters,
  type LayerLayout,
  SORTINGS,
  type Sorting,
  domainNamed,
  frameworkOf,
  hexColorOf,
  splitRecipe,
} from '../../threat/index.ts';
import { isTooDeep } from '../stix/shape.ts';
import { FieldReader, shorten, textOf } from './field-reader.ts';
import { NAVIGATOR_ISSUES } from './issues.ts';
import { readCells } from './read-cells.ts';
import { extraOf, readEntries, readLegend } from './read-entries.ts';

/** Layers of a file, and what could not be read as it stands. */
export interface LayersReading {
  readonly layers: readonly Layer[];
  readonly issues: readonly Issue[];
}

const FORMAT_VERSION = /^(?:1\.[0-3]|2\.[0-2]|3\.0|4\.[0-5])$/;

/** Before 4.0 a mode stood for a layout: 0 full, 1 with abbreviated names, 2 without text. */
const LAYOUT_OF_VIEW_MODE: ReadonlyMap<unknown, LayerLayout> = new Map<unknown, LayerLayout>([
  [0, {}],
  [1, { layout: 'side', showID: true, showName: false }],
  [2, { layout: 'mini' }],
]);

/**
 * Reads ATT&CK Navigator layers of any format version, 1.0 to 4.5 (github.com/mitre-attack/attack-navigator,
 * `layers/spec`): one layer, or the list of layers that 4.5 allows.
 *
 * Nothing is lost: fields that no version has are kept as `extra`, values that do not fit their field as
 * annotations. A score that is missing, null or empty stays missing.
 *
 * @param parsed the parsed JSON
 * @param file name of the file, for issues
 */
export function readLayers(parsed: unknown, file?: string): LayersReading {
  const issues: Issue[] = [];
  const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const layers = list.flatMap((entry, index) => {
    const path = Array.isArray(parsed) ? `[${index}]` : '';
    return readEntry(entry, path, issues, file) ?? [];
  });
  if (list.length === 0) report(issues, 'The list holds no layer.', '', file);
  return { layers, issues };
}

function readEntry(entry: unknown, path: string, issues: Issue[], file?: string): Layer | undefined {
  if (isTooDeep(entry)) {
    report(issues, 'Lists and objects in it are nested too deep for a layer.', path, file);
    return undefined;
  }
  if (!isMapping(entry) || !('techniques' in entry || 'domain' in entry)) {
    report(issues, `${shorten(textOf(entry))} is not a layer.`, path, file);
    return undefined;
  }
  const fields = new FieldReader(entry, path, issues, file);
  const domain = readDomain(fields, firstTechniqueId(entry));
  return domain === undefined ? undefined : readLayer(fields, domain);
}

/** An id of the layer, which says of what framework it is where its domain does not. */
function firstTechniqueId({ techniques }: { readonly techniques?: unknown }): string {
  const [first]: readonly unknown[] = Array.isArray(techniques) ? techniques : [];
  const id = isMapping(first) ? first['techniqueID'] : undefined;
  return typeof id === 'string' ? id : '';
}

function readDomain(fields: FieldReader, firstId: string): Domain | undefined {
  const name = fields.take('domain');
  const domain = typeof name === 'string' ? domainNamed(name) : undefined;
  const framework =
    domain === undefined ? frameworkOf(typeof name === 'string' ? name : '', firstId) : undefined;
  if (framework !== undefined)
    fields.report(NAVIGATOR_ISSUES.otherFramework, `A layer of ${framework} cannot be drawn.`, 'domain');
  else if (domain === undefined) {
    const message =
      name === undefined ? 'The layer has no domain.' : `${shorten(textOf(name))} is no domain.`;
    fields.report(NAVIGATOR_ISSUES.unknownDomain, message, 'domain');
  }
  return domain;
}

function readLayer(fields: FieldReader, domain: Domain): Layer {
  const release = readVersions(fields);
  const name = fields.text('name')?.trim() || undefined;
  if (name === undefined) fields.report(NAVIGATOR_ISSUES.unnamed, 'The layer has no name.', 'name');
  const customDataUrl = fields.text('customDataURL');
  const filters = readFilters(fields);
  const display = readDisplay(fields);
  const gradient = readGradient(fields);
  const { cells, unknownFields } = readCells(fields);
  const legend = readLegend(fields);
  const description = fields.text('description') ?? '';
  const { annotations: noted, links } = readEntries(fields);
  const { recipe, annotations } = splitRecipe(noted);
  const extra = fields.extra();
  reportUnknown(fields, [...Object.keys(extra), ...unknownFields]);
  return {
    name: name ?? 'unnamed layer',
    domain,
    description,
    ...defined({ release, customDataUrl, filters }),
    display,
    cells,
    ...defined({ gradient }),
    legend,
    annotations,
    links,
    ...defined({ recipe }),
    extra,
  };
}

/** Reads `version` (before 4.1) and `versions`; gives the ATT&CK release. The Navigator's own version is let go. */
function readVersions(fields: FieldReader): string | undefined {
  const single = fields.text('version');
  const versions = fields.within('versions');
  const format = versions.text('layer') ?? single;
  const release = versions.text('attack')?.trim().replace(/^v/i, '');
  versions.take('navigator');
  append(fields.misfits, versions.misfits);
  for (const [name, value] of Object.entries(versions.extra())) fields.setAside(`versions.${name}`, value);
  if (format === undefined || !FORMAT_VERSION.test(format)) {
    const message =
      format === undefined
        ? 'The layer does not say its format version.'
        : `Format version ${shorten(format)} is not known.`;
    fields.report(NAVIGATOR_ISSUES.unknownVersion, message, single === undefined ? 'versions' : 'version');
  }
  return release || undefined;
}

function readFilters(fields: FieldReader): LayerFilters | undefined {
  const within = fields.within('filters');
  // Before 4.0 the stages `prepare` and `act` chose a part of the matrix; `act` alone was the default and means what no filter means now.
  const stages = within.take('stages');
  if (stages !== undefined && textOf(stages) !== '["act"]')
    fields.misfits.push({ name: 'stages', value: textOf(stages) });
  const platforms = within.take('platforms') === undefined ? undefined : within.list('platforms').map(textOf);
  append(fields.misfits, within.misfits);
  const filters = { ...defined({ platforms }), ...extraOf(within) };
  return Object.keys(filters).length === 0 ? undefined : filters;
}

function readDisplay(fields: FieldReader): LayerDisplay {
  const sorting = readSorting(fields);
  const layout = { ...readViewMode(fields), ...readLayout(fields) };
  return defined({
    sorting,
    layout: Object.keys(layout).length === 0 ? undefined : layout,
    hideDisabled: fields.flag('hideDisabled'),
    showTacticRowBackground: fields.flag('showTacticRowBackground'),
    tacticRowBackground: fields.color('tacticRowBackground'),
    selectTechniquesAcrossTactics: fields.flag('selectTechniquesAcrossTactics'),
    selectSubtechniquesWithParent: fields.flag('selectSubtechniquesWithParent'),
    selectVisibleTechniques: fields.flag('selectVisibleTechniques'),
  });
}

function readSorting(fields: FieldReader): Sorting | undefined {
  const value = fields.take('sorting');
  return fields.fit('sorting', value, typeof value === 'number' ? SORTINGS[value] : undefined);
}

function readViewMode(fields: FieldReader): LayerLayout {
  const mode = fields.take('viewMode');
  const full = fields.flag('viewFullTable');
  const known = mode === undefined && full === false ? 1 : (mode ?? 0);
  return fields.fit('viewMode', mode ?? known, LAYOUT_OF_VIEW_MODE.get(known)) ?? {};
}

function readLayout(fields: FieldReader): LayerLayout {
  const within = fields.within('layout');
  const layout = defined({
    layout: within.oneOf('layout', LAYOUTS),
    showID: within.flag('showID'),
    showName: within.flag('showName'),
    showAggregateScores: within.flag('showAggregateScores'),
    countUnscored: within.flag('countUnscored'),
    aggregateFunction: within.oneOf('aggregateFunction', AGGREGATES),
    expandedSubtechniques: within.oneOf('expandedSubtechniques', EXPANSIONS),
  });
  append(fields.misfits, within.misfits);
  return { ...layout, ...extraOf(within) };
}

function readGradient(fields: FieldReader): Gradient | undefined {
  const raw = fields.take('gradient');
  if (raw === undefined) return undefined;
  const within = fields.within('gradient');
  const listed = within.list('colors');
  const colors = listed.flatMap((color) => hexColorOf(textOf(color)) ?? []);
  const minimum = within.number('minValue');
  const maximum = within.number('maxValue');
  const usable = colors.length >= 2 && colors.length === listed.length;
  if (!usable || minimum === undefined || maximum === undefined || minimum > maximum) {
    return fields.fit<Gradient>('gradient', isMapping(raw) ? raw : undefined, undefined);
  }
  return { colors, minimum, maximum, ...extraOf(within) };
}

function reportUnknown(fields: FieldReader, names: readonly string[]): void {
  if (names.length === 0) return;
  fields.report(NAVIGATOR_ISSUES.unknownFields, `Not known: ${shorten(names.join(', '))}.`);
}

function report(issues: Issue[], message: string, path: string, file?: string): void {
  const place = defined({ file, field: path || undefined });
  issues.push(issueOf(NAVIGATOR_ISSUES.notALayer, message, place));
}
