import react from '@vitejs/plugin-react';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { slimAtlaskit } from './scripts/vite/slim-atlaskit';
import { theme } from './scripts/vite/theme';

const pages = join(__dirname, 'static');

/** What the app's pages and the local site have in common. */
export const common: UserConfig = {
  plugins: [react(), slimAtlaskit(), theme()],
  // Atlaskit's es2019 build is smaller than the one its "module" field names.
  resolve: { mainFields: ['module:es2019', 'module', 'browser', 'main'] },
};

// One page per surface, shared chunks; relative addresses, since Forge decides where the folder is served.
export default defineConfig({
  ...common,
  root: pages,
  base: './',
  build: {
    outDir: join(pages, 'dist'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: readdirSync(pages)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(pages, name)),
    },
  },
});
