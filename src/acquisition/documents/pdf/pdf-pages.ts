import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type * as Threads from 'node:worker_threads';
import type * as Unpdf from 'unpdf';
import { refusal } from '../../issues.ts';
import type { DocumentLimits } from '../document-limits.ts';
import { damaged, tooMuch } from '../refusals.ts';
import { loadPackage } from '../load-package.ts';

/** What a PDF states of itself. */
export interface PdfProperties {
  readonly pages: number;
  readonly title?: string;
  readonly language?: string;
}

/** A run of text on a page: where it begins (the last two of `transform`), in points. */
export interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  /** Left, lower, right and upper edge. */
  readonly view: readonly number[];
  readonly items: readonly PdfItem[];
}

/** What the thread reports, one after the other; the last one is `done` or `failure`. */
type Report =
  | { readonly properties: PdfProperties }
  | { readonly page: PdfPage }
  | { readonly done: 'read' | 'too many pages' | 'too much text' }
  | { readonly failure: { readonly name: string; readonly message: string } };

interface Task extends Pick<DocumentLimits, 'maximumPages' | 'maximumCharacters'> {
  /** Where unpdf is. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Most memory of the thread, in megabytes: a book takes a fifth of it. */
const MEMORY = 1024;

/**
 * The texts of the pages of a PDF. They are read in a thread of their own: drawing instructions may call each other without end, and
 * nothing but the end of its thread stops pdf.js then.
 *
 * @throws FoeprintError A470, A472 to A474
 */
export async function pdfPages(
  bytes: Buffer,
  file: string,
  limits: DocumentLimits,
): Promise<{ readonly properties: PdfProperties; readonly pages: readonly PdfPage[] }> {
  const { maximumPages, maximumCharacters, seconds } = limits;
  const path = await loadPackage(
    'unpdf',
    async () => await Promise.resolve(createRequire(import.meta.url).resolve('unpdf')),
  );
  const task: Task = { path, bytes: new Uint8Array(bytes), maximumPages, maximumCharacters };
  const code = `(${readInThread.toString()})(require('node:worker_threads'), require)`;
  const worker = new Worker(code, {
    eval: true,
    execArgv: [],
    workerData: task,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const pages: PdfPage[] = [];
  let properties: PdfProperties = { pages: 0 };
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(tooMuch('pages that take longer', `${String(seconds)} s`, file));
      }, seconds * 1000);
      worker.on('error', (error) => {
        reject(threadRefusal(error, file));
      });
      worker.on('message', (report: Report) => {
        if ('properties' in report) ({ properties } = report);
        else if ('page' in report) pages.push(report.page);
        else if ('failure' in report) reject(pdfRefusal(report.failure, file));
        else if (report.done === 'read') resolve();
        else if (report.done === 'too many pages')
          reject(tooMuch(`${String(properties.pages)} pages`, `${String(maximumPages)} pages`, file));
        else reject(tooMuch('more text', `${String(maximumCharacters)} characters`, file));
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
  return { properties, pages };
}

function threadRefusal(error: Error, file: string): Error {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? tooMuch('pages that take more memory', `${String(MEMORY)} MB`, file)
    : pdfRefusal(error, file);
}

function pdfRefusal({ name, message }: Pick<Error, 'name' | 'message'>, file: string): Error {
  if (name === 'PasswordException')
    return refusal('encrypted-document', 'It opens only with a password.', { file });
  return damaged('PDF', message.trim() || name, file);
}

/* oxlint-disable unicorn/require-post-message-target-origin -- a thread is no window */

/** Runs in the thread, as text: it can name nothing but its parameters and what the language has, and has no functions in it, to which tools add names. */
async function readInThread({ parentPort, workerData }: typeof Threads, load: NodeJS.Require): Promise<void> {
  try {
    const { path, bytes, maximumPages, maximumCharacters }: Task = workerData;
    const { getDocumentProxy }: typeof Unpdf = load(path);
    const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
    const metadata = await pdf.getMetadata();
    const title: unknown = Reflect.get(metadata.info, 'Title');
    const language: unknown = Reflect.get(metadata.info, 'Language');
    const properties = { pages: pdf.numPages, title, language };
    parentPort?.postMessage({ properties });
    let room = maximumCharacters;
    let done = pdf.numPages > maximumPages ? 'too many pages' : 'read';
    for (let number = 1; number <= pdf.numPages && done === 'read'; number++) {
      const page = await pdf.getPage(number);
      const items: PdfItem[] = [];
      const reader = page.streamTextContent().getReader();
      for (;;) {
        const chunk = await reader.read();
        if (chunk.done || room < 0) break;
        for (const { str, transform, width, height } of chunk.value.items) {
          if (typeof str !== 'string') continue;
          // A run counts also where it is empty: pages can be made of nothing but such.
          room -= str.length + 1;
          if (str !== '') items.push({ str, transform, width, height });
        }
      }
      if (room < 0) done = 'too much text';
      else parentPort?.postMessage({ page: { view: page.view, items } });
      page.cleanup();
    }
    parentPort?.postMessage({ done });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ failure: { name, message } });
  }
}
