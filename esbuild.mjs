import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const production = !process.argv.includes('--development');

/** KaTeX names each font in three formats; every VS Code reads WOFF2, so the other two stay out. */
const woff2Only = {
  name: 'woff2-only',
  setup({ onLoad }) {
    onLoad({ filter: /katex(\.min)?\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, ''),
      loader: 'css',
    }));
  },
};

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  logLevel: 'warning',
};

/** One bundle for the desktop, remote and web: it may use nothing but `vscode` and the language. */
const extension = {
  ...common,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  format: 'cjs',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  external: ['vscode'],
};

const page = {
  ...common,
  entryPoints: { webview: 'src/preview/webview/main.ts', preview: 'src/preview/webview/style.css' },
  outdir: 'dist',
  format: 'iife',
  platform: 'browser',
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]',
  plugins: [woff2Only],
};

/** The extension-host tests, in one file without Node, so that the web host can run them too. */
const tests = {
  ...extension,
  entryPoints: { editor: 'test/editor/index.ts' },
  outfile: undefined,
  outdir: 'dist/test',
  platform: 'browser',
  minify: false,
  // Mocha's bundle for browsers then makes a global, and leaves this bundle's own exports alone.
  define: { module: 'undefined', exports: 'undefined' },
};

const targets = process.argv.includes('--tests') ? [tests] : [extension, page];
await Promise.all(targets.map((target) => build(target)));
