import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/server/http/file-name.ts';

/* Whatever a file that was sent is called, it can be written, and nowhere else. */

test.for([
  ['org.yaml', 'org.yaml'],
  ['rules of Ann (1).zip', 'rules of Ann (1).zip'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Users\\ann\\org.yaml', 'org.yaml'],
  ['../../org.yaml', 'org.yaml'],
  ['.htaccess', 'htaccess'],
  ['', 'file'],
  ['.', 'file'],
  ['..', 'file'],
  ['a/', 'file'],
  [' . .', 'file'],
  ['a\0b\nc.csv', 'a_b_c.csv'],
  ['\ud800.csv', '_.csv'],
  ['名前.csv', '名前.csv'],
] as const)('%j is written as %j', ([sent, name]) => {
  expect(fileNameOf(sent, 'file')).toBe(name);
});

test('a long name keeps its end, within what every file system has', () => {
  const name = fileNameOf(`${'名'.repeat(400)}.csv`, 'file');
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(name).toMatch(/^名+\.csv$/u);
  expect(fileNameOf(`${'x'.repeat(300)}${'.'.repeat(250)}`, 'file')).toBe('file');
});
