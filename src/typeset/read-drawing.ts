import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { oneLine } from '../text/index.ts';
import type { Drawing, Matrix, OutlineShape, Shape, TextShape } from './drawing.ts';
import { AS_IT_IS, placedBy } from './matrix.ts';

/**
 * An SVG drawing as shapes, so that a page can draw it itself: sharp at every size, with text that can be searched, and in
 * a tenth of the time that a picture takes.
 *
 * @returns undefined where the drawing has anything that is not in the tables below, such as a style sheet or a gradient:
 *   it must be made a picture, which leaves nothing out
 */
export function readDrawing(svg: string): Drawing | undefined {
  try {
    const root = parseXml(svg).root;
    return root === null ? undefined : drawingOf(root);
  } catch {
    // Not XML, or not the part of SVG that is read here.
    return undefined;
  }
}

/** Thrown where a drawing has what is not read here; never leaves this file. */
class NotRead extends Error {}

function drawingOf(root: XmlElement): Drawing {
  const { width, height, viewBox, ...others } = root.attributes;
  const size = { width: lengthOf(width), height: lengthOf(height) };
  if (root.name !== 'svg' || viewBox !== `0 0 ${width} ${height}`) throw new NotRead();
  if (size.width <= 0 || size.height <= 0) throw new NotRead();
  const shapes = shapesIn(root, inherited(PLAIN, others));
  return { ...size, shapes };
}

/** What an element takes over from those that it stands in. */
interface Style {
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
  readonly strokeWidth: number;
  readonly size: number;
  readonly face: 'regular' | 'bold';
  readonly anchor: TextShape['anchor'];
  readonly at: Matrix;
}

/** What SVG says where nothing is said. */
const PLAIN: Style = {
  fill: '#000000',
  stroke: undefined,
  strokeWidth: 1,
  size: 16,
  face: 'regular',
  anchor: 'start',
  at: AS_IT_IS,
};

const WEIGHTS: ReadonlyMap<string, Style['face']> = new Map([
  ['normal', 'regular'],
  ['bold', 'bold'],
]);

const ANCHORS: ReadonlyMap<string, Style['anchor']> = new Map([
  ['start', 'start'],
  ['middle', 'middle'],
  ['end', 'end'],
]);

type Attributes = Readonly<Record<string, string>>;

/** What attributes do to the style; those that say nothing of how a page looks do nothing. */
const STYLING: ReadonlyMap<string, (value: string, style: Style) => Partial<Style>> = new Map<
  string,
  (value: string, style: Style) => Partial<Style>
>([
  ['fill', (value) => ({ fill: colorOf(value) })],
  ['stroke', (value) => ({ stroke: colorOf(value) })],
  ['stroke-width', (value) => ({ strokeWidth: lengthOf(value) })],
  ['font-size', (value) => ({ size: lengthOf(value) })],
  ['font-weight', (value) => ({ face: WEIGHTS.get(value) ?? notRead() })],
  ['text-anchor', (value) => ({ anchor: ANCHORS.get(value) ?? notRead() })],
  ['transform', (value, { at }) => ({ at: placedBy(value, at) ?? notRead() })],
  // Pages have one family of fonts, which is as broad as Arial.
  ['font-family', () => ({})],
  ['xmlns', () => ({})],
  ['role', () => ({})],
]);

function inherited(style: Style, attributes: Attributes): Style {
  const said = Object.entries(attributes).map(([name, value]) =>
    (STYLING.get(name) ?? notRead())(value, style),
  );
  return Object.assign({}, style, ...said);
}

/** What each element draws, from its attributes that are not style. */
const ELEMENTS: ReadonlyMap<string, (element: XmlElement, style: Style) => readonly Shape[]> = new Map([
  ['g', (element: XmlElement, style: Style) => shapesIn(element, inherited(style, element.attributes))],
  ['rect', drawnRect],
  ['circle', drawnCircle],
  ['path', drawnPath],
  ['text', drawnText],
  // Said by what stands in for the whole drawing.
  ['title', () => []],
  ['desc', () => []],
]);

function shapesIn(element: XmlElement, style: Style): readonly Shape[] {
  return element.children.flatMap((child): readonly Shape[] => {
    if (!(child instanceof XmlElement)) return [];
    return (ELEMENTS.get(child.name) ?? notRead())(child, style);
  });
}

function drawnRect({ attributes }: XmlElement, style: Style): readonly Shape[] {
  const { x = '0', y = '0', width, height, ...others } = attributes;
  const path = `M${lengthOf(x)} ${lengthOf(y)}h${lengthOf(width)}v${lengthOf(height)}h${-lengthOf(width)}z`;
  return [outline(path, inherited(style, others))];
}

function drawnCircle({ attributes }: XmlElement, style: Style): readonly Shape[] {
  const { cx = '0', cy = '0', r, ...others } = attributes;
  const radius = lengthOf(r);
  const half = `a${radius} ${radius} 0 0 1`;
  const path = `M${lengthOf(cx) - radius} ${lengthOf(cy)}${half} ${2 * radius} 0${half} ${-2 * radius} 0z`;
  return [outline(path, inherited(style, others))];
}

function drawnPath({ attributes }: XmlElement, style: Style): readonly Shape[] {
  const { d = '', ...others } = attributes;
  if (!PATH.test(d)) throw new NotRead();
  return [outline(d, inherited(style, others))];
}

/** Lines, levels and plumb lines, as our charts have them. */
const PATH = /^(?:[MLlHhVvZz](?:-?\d+(?:\.\d+)?(?:[ ,]-?\d+(?:\.\d+)?)*)?)*$/u;

function drawnText({ attributes, children }: XmlElement, style: Style): readonly Shape[] {
  const { x = '0', y = '0', ...others } = attributes;
  if (!children.every((child) => child instanceof XmlText)) throw new NotRead();
  const { fill, stroke, face, size, anchor, at } = inherited(style, others);
  if (stroke !== undefined) throw new NotRead();
  const text = oneLine(children.map((child) => child.text).join(''));
  if (text === '' || fill === undefined) return [];
  return [{ kind: 'text', text, x: lengthOf(x), y: lengthOf(y), face, size, color: fill, anchor, at }];
}

function outline(path: string, { fill, stroke, strokeWidth, at }: Style): OutlineShape {
  const line = stroke === undefined || strokeWidth === 0 ? undefined : { color: stroke, width: strokeWidth };
  return { kind: 'outline', path, fill, stroke: line, at };
}

function lengthOf(value: string | undefined): number {
  return value !== undefined && /^-?\d{1,7}(?:\.\d{1,9})?$/u.test(value) ? Number(value) : notRead();
}

function colorOf(value: string): string | undefined {
  if (value === 'none') return undefined;
  return /^#[\da-f]{6}$/iu.test(value) ? value : notRead();
}

function notRead(): never {
  throw new NotRead();
}
