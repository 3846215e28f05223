import { append, isMapping } from '../../text/index.ts';
import {
  type Annotation,
  type Divider,
  type Extra,
  type LayerLink,
  type LegendItem,
  hexColorOf,
  isLinkable,
} from '../../threat/index.ts';
import { shorten, textOf, type FieldReader } from './field-reader.ts';
import { NAVIGATOR_ISSUES } from './issues.ts';

/** Annotations and links of a layer or a cell; what could not be a link or legend item is an annotation. */
export interface Entries {
  readonly annotations: readonly (Annotation | Divider)[];
  readonly links: readonly (LayerLink | Divider)[];
}

/** Reads `metadata` and `links`. Call after every other field, so that their misfits are in. */
export function readEntries(fields: FieldReader): Entries {
  const metadata = readList(fields, 'metadata', readAnnotation);
  const links = readList(fields, 'links', readLink);
  return {
    annotations: [...metadata.read, ...metadata.rest, ...links.rest, ...fields.misfits],
    links: links.read,
  };
}

/** Reads `legendItems`; what is not one is set aside. */
export function readLegend(fields: FieldReader): readonly LegendItem[] {
  const { read, rest } = readList(fields, 'legendItems', readLegendItem);
  append(fields.misfits, rest);
  return read;
}

function readList<Entry>(
  fields: FieldReader,
  name: string,
  read: (fields: FieldReader) => Entry | undefined,
): { readonly read: readonly Entry[]; readonly rest: readonly Annotation[] } {
  const entries: Entry[] = [];
  const rest: Annotation[] = [];
  for (const [index, value] of fields.list(name).entries()) {
    const entryFields = isMapping(value) ? fields.entry(name, index, value) : undefined;
    const entry = entryFields === undefined ? undefined : read(entryFields);
    if (entry !== undefined) entries.push(entry);
    else {
      fields.report(
        NAVIGATOR_ISSUES.unusableEntry,
        `${shorten(textOf(value))} cannot be used here.`,
        `${name}[${index}]`,
      );
      rest.push({ name, value: textOf(value) });
    }
  }
  return { read: entries, rest };
}

function readAnnotation(fields: FieldReader): Annotation | Divider | undefined {
  const divider = readDivider(fields);
  if (divider !== undefined) return divider;
  const name = plainText(fields.take('name'));
  const value = plainText(fields.take('value'));
  return name === undefined || value === undefined ? undefined : { name, value, ...extraOf(fields) };
}

function readLink(fields: FieldReader): LayerLink | Divider | undefined {
  const divider = readDivider(fields);
  if (divider !== undefined) return divider;
  const label = plainText(fields.take('label'));
  const url = withScheme(plainText(fields.take('url'))?.trim());
  return label === undefined || url === undefined || !isLinkable(url)
    ? undefined
    : { label, url, ...extraOf(fields) };
}

/** The Navigator takes addresses without a scheme, `attack.mitre.org/techniques/T1110`: they are of the web. */
function withScheme(url: string | undefined): string | undefined {
  return url !== undefined && /^(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/\S*)?$/iu.test(url) ? `https://${url}` : url;
}

function readLegendItem(fields: FieldReader): LegendItem | undefined {
  const label = plainText(fields.take('label'));
  const color = hexColorOf(plainText(fields.take('color')) ?? '');
  return label === undefined || color === undefined ? undefined : { label, color, ...extraOf(fields) };
}

function readDivider(fields: FieldReader): Divider | undefined {
  const divider = fields.take('divider');
  return typeof divider === 'boolean' ? { divider } : undefined;
}

/** Text of a value that is text, or a number or truth value written where text belongs. */
function plainText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** `extra` where there is any. */
export function extraOf(fields: FieldReader): { readonly extra?: Extra } {
  const extra = fields.extra();
  return Object.keys(extra).length === 0 ? {} : { extra };
}
