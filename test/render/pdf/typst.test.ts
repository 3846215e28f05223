import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { afterEach, expect, test } from 'vitest';
import { barChart } from '../../../src/draw/index.ts';
import { code, figure, heading, paragraph, strong } from '../../../src/render/index.ts';
import type { Document } from '../../../src/render/index.ts';
import { loadFonts } from '../../../src/render/pdf/fonts.ts';
import { documentPdf, PDF_ISSUES } from '../../../src/render/pdf/index.ts';
import { pageData } from '../../../src/render/pdf/page-data.ts';
import { openTypst, TYPST_BUILDS, type TypstBuild } from '../../../src/render/pdf/typst.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { FOREIGN, machineFont } from './machine-font.ts';

const broken: TypstBuild = {
  name: 'typst-of-elsewhere',
  open: () => Promise.reject(new Error('Cannot find native binding.\nRequire stack: …')),
};
const NOWHERE: string = 'typst-of-nowhere';
const absent: TypstBuild = {
  name: NOWHERE,
  open: async () => await import(NOWHERE),
};

test('where no build of Typst runs, the message names them and how to install one', async () => {
  await expect(openTypst([broken, absent])).rejects.toMatchObject({
    issues: [
      {
        code: 'E850',
        message:
          'No build of Typst could be loaded (typst-of-elsewhere: Cannot find native binding.; typst-of-nowhere is not installed).',
      },
    ],
  });
  const { peerDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const version = peerDependencies[TYPST_BUILDS.web.name];
  expect(PDF_ISSUES.noTypst.remedy).toContain(`npm install ${TYPST_BUILDS.web.name}@${version}`);
  expect(optionalDependencies).toMatchObject({ [TYPST_BUILDS.native.name]: version });
});

test('where the first build is not there, the next one sets the document', async () => {
  const set = await openTypst([broken, TYPST_BUILDS.web]);
  const fonts = await loadFonts();
  const data = { ...pageData({ title: 'T', blocks: [], notices: [] }, fonts), lang: 'en' };
  expect(Buffer.from(await set(JSON.stringify(data), fonts.files)).toString('latin1', 0, 5)).toBe('%PDF-');
});

test.for(['native', 'web'] as const)('what the %s build refuses, it says', async (build) => {
  const set = await TYPST_BUILDS[build].open();
  await expect(set('{}', (await loadFonts()).files)).rejects.toMatchObject({
    issues: [{ code: 'E851', message: expect.stringContaining('dictionary does not contain key') }],
  });
});

const HOME = process.env['HOME'];
afterEach(() => {
  process.env['HOME'] = HOME;
});

test.runIf(process.platform === 'linux')('fonts of the machine are not looked at', async () => {
  const [bare, furnished] = [await temporaryFolder(), await temporaryFolder()];
  const fonts = join(furnished, '.local/share/fonts');
  mkdirSync(fonts, { recursive: true });
  writeFileSync(join(fonts, 'arimo.ttf'), machineFont());
  const bars = [{ label: `Bar ${FOREIGN}`, value: 5, detail: 'five' }];
  const document: Document = {
    title: `Title ${FOREIGN}`,
    blocks: [
      heading(2, code(FOREIGN), ' in a heading'),
      paragraph(FOREIGN, strong(FOREIGN), code(FOREIGN)),
      figure(barChart({ title: `Chart ${FOREIGN}`, bars }), FOREIGN),
    ],
    notices: [],
  };
  process.env['HOME'] = bare;
  const [without, bySight] = [await documentPdf(document), withMachine()];
  process.env['HOME'] = furnished;
  expect(Buffer.from(await documentPdf(document)).equals(without)).toBe(true);
  // Guards against a machine whose fonts nobody would find.
  expect(withMachine().equals(bySight)).toBe(false);
});

/** What Typst makes of the character when it is asked for it as it is. */
function withMachine(): Buffer {
  return NodeCompiler.create().pdf({ mainFileContent: `#set text(font: "Arimo")\n${FOREIGN}` });
}
