import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { actionsPlugin } from './build/actions-plugin.ts';
import { limitPlugin } from './build/limit-plugin.ts';
import { relationsPlugin } from './build/relations-plugin.ts';
import { questionsPlugin } from './build/questions-plugin.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: folder,
  plugins: [react(), questionsPlugin(), actionsPlugin(), relationsPlugin(), limitPlugin(200_000)],
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: the server's policy allows what it serves itself, and no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8737' } },
});
