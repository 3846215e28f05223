import { isMapping } from '../../text/index.ts';
import { MARKING_HEAD, markCsv } from './mark-csv.ts';
import { markLayers } from './mark-layers.ts';
import { markSvg } from './mark-svg.ts';

/** Formats of text that say in a way of their own how far they may go. */
export type TextForm =
  'csv' | 'svg' | 'layer' | 'mermaid' | 'json' | 'json-lines' | 'yaml' | 'stix' | 'as-given';

const MARKERS: Readonly<Record<TextForm, (text: string, marking: string) => string>> = {
  csv: markCsv,
  svg: markSvg,
  layer: markLayers,
  mermaid: (text, marking) => `---\ntitle: "${marking}"\n---\n${text}`,
  json: (text, marking) => `${JSON.stringify(markedObject(JSON.parse(text), marking), undefined, 2)}\n`,
  'json-lines': (text, marking) =>
    text.replaceAll(/^.+$/gmu, (line) => JSON.stringify(markedObject(JSON.parse(line), marking))),
  yaml: (text, marking) => `# ${marking}\n${text}`,
  // Every object of a bundle bears its own markings.
  stix: (text) => text,
  'as-given': (text) => text,
};

/**
 * A text that says how far it may go, in the way of its format: a column of a table, a strip below a drawing, metadata of a layer,
 * the title of a Mermaid diagram, a field of JSON, a comment of YAML.
 *
 * @param marking as people write it, e.g. `TLP:AMBER`
 */
export function markText(text: string, form: TextForm, marking: string): string {
  return MARKERS[form](text, marking);
}

function markedObject(value: unknown, marking: string): unknown {
  return isMapping(value) ? { ...value, [MARKING_HEAD]: marking } : value;
}
