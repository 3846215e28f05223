import { parseXml } from '@rgrove/parse-xml';
import { light } from '../../threat/index.ts';
import { FRAME } from './template.ts';

/** A drawing as Typst can take it, and its size on the page in points. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Whether it needs a page of its own size to be readable. */
  readonly ownPage?: true;
}

/** Points for a pixel of a drawing: there are 96 pixels to the inch. */
const POINTS = 0.75;

/** Of a drawing that a page would show smaller than this, of its own size, nobody could read the words. */
const LEAST_SCALE = 0.3;

/** Pages of PDF are at most 200 inches long. */
const LARGEST = 18_000;

/** So that a drawing fits on a page with a heading and its caption. */
const SPARE = 110;

/**
 * An SVG drawing on white, as paper is, in our font and in characters that it has: where one is lacking, Typst would look for it among the fonts of the machine.
 *
 * @returns undefined where it is not well-formed, or has no size: Typst would refuse the whole document
 */
export function drawingOf(svg: string, width: number, shown: (text: string) => string): Drawing | undefined {
  const size = sizeOf(svg);
  if (size === undefined) return undefined;
  const scale = Math.min(POINTS, width / size.width, (FRAME.height - SPARE) / size.height);
  // Only a block of the page itself can have another page.
  if (scale < LEAST_SCALE && width === FRAME.width && Math.max(size.width, size.height) < LARGEST)
    return {
      svg: inOurFont(svg, shown),
      width: size.width * POINTS,
      height: size.height * POINTS,
      ownPage: true,
    };
  return { svg: inOurFont(svg, shown), width: size.width * scale, height: size.height * scale };
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } | undefined {
  try {
    const root = parseXml(svg).root;
    const [width, height] = [Number(root?.attributes['width']), Number(root?.attributes['height'])];
    return root?.name === 'svg' && width > 0 && height > 0 && width * height < Infinity
      ? { width, height }
      : undefined;
  } catch {
    return undefined;
  }
}

/** An SVG drawing on white, as paper is, in our font and in characters that it has. */
export function inOurFont(svg: string, shown: (text: string) => string): string {
  return svg
    .replaceAll(light('sheet'), '#ffffff')
    .replaceAll(/font-family\s*=\s*(?:"[^"]*"|'[^']*')/gu, 'font-family="Arimo"')
    .replaceAll(/font-family\s*:[^;}<]*/gu, 'font-family:Arimo')
    .replaceAll(REFERENCE, (reference, digits: string) => {
      const code = Number(digits.replace(/^x/iu, '0x'));
      return code < 0x80 ? reference : String.fromCodePoint(code);
    })
    .replaceAll(/[^\0-\x7f]/gu, (character) =>
      shown(character).replaceAll(/[<>&"']/gu, (sign) => `&#${sign.charCodeAt(0)};`),
    );
}

/** A character by its number. */
const REFERENCE = /&#(x[\da-f]+|\d+);/giu;
