import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from '../../../src/render/pdf/column-widths.ts';

test.for([
  {
    label: 'room left over is shared in proportion',
    wishes: [
      [10, 5],
      [30, 5],
    ],
    room: 80,
    widths: [20, 60],
  },
  {
    label: 'words first, then by how much more is wanted',
    wishes: [
      [20, 20],
      [220, 20],
    ],
    room: 140,
    widths: [20, 120],
  },
  {
    label: 'where words do not fit, the broadest gives way',
    wishes: [
      [10, 10],
      [90, 90],
    ],
    room: 50,
    widths: [10, 40],
  },
  {
    label: 'several that are too broad give way alike',
    wishes: [
      [90, 80],
      [90, 90],
      [5, 5],
    ],
    room: 65,
    widths: [30, 30, 5],
  },
  {
    label: 'empty columns share the room',
    wishes: [
      [0, 0],
      [0, 0],
    ],
    room: 10,
    widths: [5, 5],
  },
])('$label', ({ wishes, room, widths }) => {
  const given = wishes.map(([whole = 0, word = 0]) => ({ whole, word }));
  expect(columnWidths(given, room)).toEqual(widths);
});

test('columns fill the room, none is negative, and none is narrower than its words if all words fit', () => {
  const wish = fc
    .tuple(fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([whole, share]) => ({ whole, word: whole * share }));
  fc.assert(
    fc.property(
      fc.array(wish, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 20, max: 600 }),
      (wishes, room) => {
        const widths = columnWidths(wishes, room);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(room, 6);
        expect(widths.every((width) => width >= 0)).toBe(true);
        const words = wishes.reduce((sum, { word }) => sum + word, 0);
        if (words > room) return;
        widths.forEach((width, index) =>
          expect(width).toBeGreaterThanOrEqual((wishes[index]?.word ?? 0) - 1e-6),
        );
      },
    ),
  );
});
