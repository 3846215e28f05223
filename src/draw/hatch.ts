import { light } from '../threat/index.ts';
import { element } from './svg-elements.ts';

const ID = 'fp-hatch';

/** Goes before what is {@link hatched}; so pale that words stand on it. The same in every drawing, so that several on a page do not differ. */
export const HATCH: string = element(
  'defs',
  {},
  element(
    'pattern',
    { id: ID, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 6, height: 6, fill: light('sheet') }) +
      element('rect', { width: 2.5, height: 6, fill: light('a2') }),
  ),
);

/** A rectangle for what rules derive: hatched, where what a source reports is solid. */
export function hatched(place: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): string {
  const { x, y, width, height } = place;
  return element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: Math.max(0, width - 1),
    height: Math.max(0, height - 1),
    fill: `url(#${ID})`,
    stroke: light('a4'),
  });
}
