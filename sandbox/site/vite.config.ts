import { join } from 'node:path';
import { defineConfig } from 'vite';
import { common } from '../../vite.config';

export default defineConfig({
  ...common,
  root: __dirname,
  base: '/',
  build: { outDir: join(__dirname, '../../build/site'), emptyOutDir: true, modulePreload: { polyfill: false } },
});
