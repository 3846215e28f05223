import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ECS_CATEGORIES, ECS_FIELDS } from '../../src/sigma/events/ecs-fields.ts';
import {
  SECURITY_FIELDS,
  WINDOWS_CATEGORIES,
  WINDOWS_SERVICES,
} from '../../src/sigma/events/windows-logs.ts';
import { MODIFIERS } from '../../src/sigma/index.ts';

// Prettier pads the cells of Markdown tables.
const PAGE = readFileSync('docs/sigma.md', 'utf8').replaceAll(/ {2,}/gu, ' ').replaceAll(' |', ' |');
const code = (text: string): string => `\`${text}\``;

const ROWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  modifiers: Object.entries(MODIFIERS).map(([name, { meaning }]) => [
    code(name),
    meaning.replaceAll('|', '\\|'),
  ]),
  services: Object.entries(WINDOWS_SERVICES).map(([service, channels]) => [
    code(service),
    channels.map(code).join(', '),
  ]),
  categories: Object.entries(WINDOWS_CATEGORIES).flatMap(([service, categories]) =>
    Object.entries(categories).map(([category, numbers]) => [
      code(category),
      code(service),
      numbers.join(', '),
    ]),
  ),
  'fields of the Security log': Object.entries(SECURITY_FIELDS).flatMap(([number, fields]) =>
    Object.entries(fields).map(([theirs, ours]) => [number, code(theirs), code(ours)]),
  ),
  'fields of ECS': ECS_FIELDS.map(([ecs, sigma]) => [code(ecs), code(sigma)]),
  'categories of ECS': ECS_CATEGORIES.map(([category, type, sigma]) => [
    code(category),
    code(type),
    code(sigma),
  ]),
};

test.for(Object.entries(ROWS))('docs/sigma.md has all %s', ([, rows]) => {
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  expect(lines.filter((line) => !PAGE.includes(line))).toEqual([]);
});
