#!/usr/bin/env node
import * as modules from 'node:module';
import { compiledFolder } from './compiled-folder.ts';

// From Node 22.1 on, code is kept compiled between calls. Only files loaded after this line are, so this one has no more in it.
const { enableCompileCache } = modules as { readonly enableCompileCache?: (folder: string) => unknown };
const folder = compiledFolder(process.platform, process.env);
if (folder !== undefined) enableCompileCache?.(folder);

// The bundle is CommonJS, which cannot await out here.
void import('./run-process.ts').then(({ runProcess }) => runProcess());
