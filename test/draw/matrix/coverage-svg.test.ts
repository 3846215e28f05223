import { expect, test } from 'vitest';
import type { CoverageColumn } from '../../../src/answers/index.ts';
import { coverageDrawing } from '../../../src/draw/index.ts';

const cell = (technique: string, level: number, weight: number) => ({
  technique,
  name: `Name of ${technique}`,
  level,
  weight,
});

const column = (tactic: string, techniques: CoverageColumn['techniques']): CoverageColumn => ({
  domain: 'enterprise-attack',
  tactic,
  techniques,
});

/** Fill and stroke of the cell of a technique. */
function looksOf(svg: string, technique: string): string | undefined {
  const [, rest = ''] = svg.split(`<title>${technique} `);
  const [, fill, stroke] = /fill="([^"]*)" stroke="([^"]*)"/u.exec(rest) ?? [];
  return `${fill} ${stroke}`;
}

const farm = [
  column('Sow', [cell('T9001', 2, 0.52), cell('T9002', 4, 0.05)]),
  column('Reap', [cell('T9003', 0, 0.2)]),
];

test('cells are filled by level, and framed by how much they count', () => {
  const { svg, description } = coverageDrawing(farm);
  expect(looksOf(svg, 'T9001')).toBe('#aecbe5 #b14b24');
  expect(looksOf(svg, 'T9002')).toBe('#103f69 #f2bd9d');
  expect(looksOf(svg, 'T9003')).toBe('#e9ebe5 #b14b24');
  expect(svg).toContain('T9001 Name of T9001: 2 rule to hand, counts 52 of 100');
  expect(svg).toContain('Frame: how much it counts, of 100');
  expect(description).toBe('Deployed or tested by tactic: Sow 1 of 2, Reap 0 of 1.');
});

test('there are no frames where all count alike', () => {
  const { svg } = coverageDrawing([column('Sow', [cell('T9001', 2, 1), cell('T9002', 0, 1)])]);
  expect(looksOf(svg, 'T9001')).toBe('#aecbe5 #848d85');
  expect(svg).not.toContain('Frame:');
  expect(svg).not.toContain('counts');
});

test('what a column has no room for is counted', () => {
  const many = Array.from({ length: 50 }, (_, place) => cell(`T9${100 + place}`, 0, 1 - place / 100));
  const { svg } = coverageDrawing([column('Sow', many)]);
  expect(svg).toContain('>+ 14</text>');
  expect([...svg.matchAll(/<title>T9/gu)]).toHaveLength(36);
});
