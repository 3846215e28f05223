import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import { PDF_ISSUES } from './issues.ts';
import { TEMPLATE } from './template.ts';

/** Sets a document, given as JSON, in the given fonts. @returns the PDF @throws FoeprintError E851 */
export type Typst = (document: string, fonts: readonly Buffer[]) => Promise<Uint8Array>;

/** A build of Typst: the package that has it, and how it is opened. */
export interface TypstBuild {
  readonly name: string;
  readonly open: () => Promise<Typst>;
}

/** The builds that there are, the better ones first. */
export const TYPST_BUILDS = {
  native: { name: '@myriaddreamin/typst-ts-node-compiler', open: openNative },
  web: { name: '@myriaddreamin/typst-ts-web-compiler', open: openWeb },
} as const satisfies Readonly<Record<string, TypstBuild>>;

/**
 * The first build that is installed and runs here.
 *
 * @throws FoeprintError E850 where none is
 */
export async function openTypst(builds: readonly TypstBuild[]): Promise<Typst> {
  const reasons: string[] = [];
  for (const { name, open } of builds) {
    try {
      return await open();
    } catch (error) {
      reasons.push(isAbsent(error) ? `${name} is not installed` : `${name}: ${firstLine(error)}`);
    }
  }
  throw new FoeprintError([
    issueOf(PDF_ISSUES.noTypst, `No build of Typst could be loaded (${reasons.join('; ')}).`),
  ]);
}

/** A folder that does not exist, so that Typst has no file to read: it is given all that it needs. */
const NOWHERE = '/foeprint-reads-no-files';

async function openNative(): Promise<Typst> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return async (document, fonts) => {
    const compiler = NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: [...fonts] }] });
    try {
      const set = compiler.compile({ mainFileContent: TEMPLATE, inputs: { document } });
      if (set.result === null) throw notSet(set.takeError()?.shortDiagnostics);
      return writtenBy(compiler, set.result);
    } finally {
      compiler.evictCache(0);
      // What is no longer needed is freed when the event loop turns: a profile leaves a hundred megabytes.
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  };
}

/** PDF/UA-1, ISO 14289-1: Typst refuses what does not keep to it. */
function writtenBy(compiler: NodeCompiler, set: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(set, { pdfStandard: 'ua-1' });
  } catch (error) {
    throw notSet(firstLine(error));
  }
}

async function openWeb(): Promise<Typst> {
  const web = await import('@myriaddreamin/typst-ts-web-compiler');
  const wasm = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm');
  await web.default({ module_or_path: await readFile(wasm) });
  return async (document, fonts) => {
    const builder = new web.TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const font of fonts) await builder.add_raw_font(font);
    const compiler = await builder.build();
    try {
      compiler.add_source('/main.typ', TEMPLATE);
      const set: Answer = compiler.compile('/main.typ', [['document', document]], 'pdf', WITH_MESSAGES);
      if (set.result === undefined) throw notSet(set.diagnostics);
      return set.result;
    } finally {
      compiler.free();
    }
  };
}

/** What the web build gives; its own types leave it open. */
interface Answer {
  readonly result?: Uint8Array;
  readonly diagnostics?: unknown;
}

/** The form in which the web build gives what is wrong: as objects with messages. */
const WITH_MESSAGES = 3;

function notSet(diagnostics: unknown): FoeprintError {
  return new FoeprintError([
    issueOf(PDF_ISSUES.notSet, `Typst does not set this document: ${JSON.stringify(diagnostics)}`),
  ]);
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
