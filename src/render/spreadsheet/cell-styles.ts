import { element } from '../../text/index.ts';
import type { CellStyle, NumberFormat } from './workbook.ts';

/** Numbers the styles that cells use, each only once, and writes them as `xl/styles.xml`. */
export interface CellStyles {
  /** Number of a style; `isLiteral` marks text that begins like a formula. */
  numberOf(style: CellStyle, isLiteral: boolean): number;
  toXml(): string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const FONT = 'Arial';

/** Formats by their codes; numbers of formats that the standard does not have begin at 164. */
const FORMATS: Readonly<Record<NumberFormat, { readonly id: number; readonly code: string }>> = {
  share: { id: 164, code: '0.0%' },
  day: { id: 165, code: 'yyyy\\-mm\\-dd' },
  moment: { id: 166, code: 'yyyy\\-mm\\-dd\\ hh:mm' },
};

/** No styles yet but the default, which has the number 0. */
export function cellStyles(): CellStyles {
  const fonts = numbered([fontXml({})]);
  // The format reserves the first two fills.
  const fills = numbered(
    ['none', 'gray125'].map((patternType) => element('fill', {}, element('patternFill', { patternType }))),
  );
  const borders = numbered([borderXml(false)]);
  const formats = numbered([formatXml({}, 0, 0, 0, false)]);
  return {
    numberOf: (style, isLiteral) =>
      formats.numberOf(
        formatXml(
          style,
          fonts.numberOf(fontXml(style)),
          style.fill === undefined ? 0 : fills.numberOf(fillXml(style.fill)),
          borders.numberOf(borderXml(style.border === true)),
          isLiteral,
        ),
      ),
    toXml: () =>
      element(
        'styleSheet',
        { xmlns: MAIN },
        element(
          'numFmts',
          { count: Object.keys(FORMATS).length },
          Object.values(FORMATS)
            .map(({ id, code }) => element('numFmt', { numFmtId: id, formatCode: code }))
            .join(''),
        ) +
          fonts.toXml('fonts') +
          fills.toXml('fills') +
          borders.toXml('borders') +
          element(
            'cellStyleXfs',
            { count: 1 },
            element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }),
          ) +
          formats.toXml('cellXfs') +
          element(
            'cellStyles',
            { count: 1 },
            element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 }),
          ),
      ),
  };
}

interface Numbered {
  numberOf(xml: string): number;
  toXml(list: string): string;
}

/** A list in which each entry stands once and is called by its place. */
function numbered(entries: readonly string[]): Numbered {
  const numbers = new Map(entries.map((entry, index) => [entry, index]));
  return {
    numberOf(xml) {
      const number = numbers.get(xml) ?? numbers.size;
      numbers.set(xml, number);
      return number;
    },
    toXml: (list) => element(list, { count: numbers.size }, [...numbers.keys()].join('')),
  };
}

function fontXml({ bold, underlined, size, color }: CellStyle): string {
  return element(
    'font',
    {},
    (bold === true ? '<b/>' : '') +
      (underlined === true ? '<u/>' : '') +
      element('sz', { val: size ?? 10 }) +
      element('color', { rgb: argb(color ?? '#000000') }) +
      element('name', { val: FONT }),
  );
}

function fillXml(color: string): string {
  const pattern = element('fgColor', { rgb: argb(color) }) + element('bgColor', { indexed: 64 });
  return element('fill', {}, element('patternFill', { patternType: 'solid' }, pattern));
}

function borderXml(isThin: boolean): string {
  const line = isThin ? { style: 'thin' } : {};
  const color = isThin ? element('color', { rgb: argb('#aab1ba') }) : '';
  const sides = ['left', 'right', 'top', 'bottom'].map((side) => element(side, line, color));
  return element('border', {}, `${sides.join('')}<diagonal/>`);
}

function formatXml(
  style: CellStyle,
  fontId: number,
  fillId: number,
  borderId: number,
  isLiteral: boolean,
): string {
  const { align, indent, wrap, format } = style;
  const alignment = element('alignment', {
    horizontal: align ?? (indent === undefined ? undefined : 'left'),
    vertical: 'top',
    indent,
    wrapText: wrap === true ? 1 : undefined,
  });
  const numFmtId = format === undefined ? 0 : FORMATS[format].id;
  const applied = {
    applyNumberFormat: format === undefined ? undefined : 1,
    applyFont: 1,
    applyFill: 1,
    applyBorder: 1,
    applyAlignment: 1,
  };
  const quotePrefix = isLiteral ? 1 : undefined;
  return element('xf', { numFmtId, fontId, fillId, borderId, xfId: 0, quotePrefix, ...applied }, alignment);
}

/** `#rrggbb` as the format writes colours, opaque. */
function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
