/**
 * Builds `dist/评优台.html`: the clerk's page as one file that works by a double click, from a disk or a stick, without a server or a network. Its
 * scripts, its worker, the schemes and their forms stand in it, and its policy allows no request at all. Another folder than `dist` may be named.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { BUILT_MODULES } from './compile-schemes.js';
import { pageHtml } from './page-html.js';

const COMMON = {
  bundle: true,
  write: false,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: ['es2022', 'chrome103'],
  // The page says in which it is written.
  charset: 'utf8',
  jsx: 'automatic',
  legalComments: 'inline',
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '""' },
  logLevel: 'error',
};

const [page, worker, engineCheck, icon] = await Promise.all([
  bundle('addin/clerk-page.tsx'),
  bundle('addin/page/workshop-worker.ts', [builtModules()]),
  readFile('addin/engine-check.js', 'utf8'),
  readFile('addin/assets/icon-32.png', 'base64'),
]);

const scripts = [engineCheck, page].map(inHtml);
const policy = [
  "default-src 'none'",
  `script-src ${scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`).join(' ')}`,
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const [check, main] = scripts;
const html = await pageHtml({
  policy,
  // A page on a disk cannot be installed, and may ask for no file beside it.
  own: '',
  icon: `data:image/png;base64,${icon}`,
  scripts: [
    `<script>${check}</script>`,
    // No script of the page's own: text that the worker is made of.
    `<script type="text/plain" id="workshop-script">${inHtml(worker)}</script>`,
    `<script>${main}</script>`,
  ].join('\n    '),
});

const [out = 'dist'] = process.argv.slice(2);
await mkdir(out, { recursive: true });
await writeFile(join(out, '评优台.html'), html);

async function bundle(entry, plugins = []) {
  const { outputFiles } = await build({ ...COMMON, entryPoints: [entry], plugins });
  return outputFiles[0].text;
}

/** Nothing in a script of a page may look like its end. */
function inHtml(script) {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}

/** In place of the empty modules of `addin/built/`. */
function builtModules() {
  return {
    name: 'built-modules',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]addin[\\/]built[\\/]\w+\.ts$/ }, async ({ path }) => ({
        contents: await BUILT_MODULES[basename(path, '.ts')](),
      }));
    },
  };
}
