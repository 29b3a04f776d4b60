/**
 * Builds `dist/评优台.html`: the clerk's page as one file that works by a double click, from a disk or a stick, without a server or a network. Its
 * scripts, its worker, the schemes and their forms stand in it, and its policy allows no request at all.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const TEMPLATES = 'templates';
/** What `addin/page/built-templates.ts` takes. */
const TAKEN = /^[^/]+\/(?:[^/]+\.(?:yaml|md)|forms\/[^/]+\.xlsx)$/;

const COMMON = {
  bundle: true,
  write: false,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  legalComments: 'inline',
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '""' },
  logLevel: 'error',
};

const [page, worker, template, engineCheck, icon] = await Promise.all([
  bundle('addin/page.tsx'),
  bundle('addin/page/workshop-worker.ts', [builtTemplates()]),
  readFile('addin/page.html', 'utf8'),
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
const html = template
  .replace('<%= htmlWebpackPlugin.options.csp %>', () => policy)
  .replace('assets/icon-32.png', () => `data:image/png;base64,${icon}`)
  // A page on a disk cannot be installed, and may ask for no file beside it.
  .replace('    <link rel="manifest" href="page.webmanifest" />\n', '')
  .replace('<script src="engine-check.js"></script>', () =>
    [
      `<script>${check}</script>`,
      // No script of the page's own: text that the worker is made of.
      `<script type="text/plain" id="workshop-script">${inHtml(worker)}</script>`,
      `<script>${main}</script>`,
    ].join('\n    '),
  );

await mkdir('dist', { recursive: true });
await writeFile(join('dist', '评优台.html'), html);

async function bundle(entry, plugins = []) {
  const { outputFiles } = await build({ ...COMMON, entryPoints: [entry], plugins });
  return outputFiles[0].text;
}

/** Nothing in a script of a page may look like its end. */
function inHtml(script) {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}

/** The files of `templates/`, in place of what webpack gathers. */
function builtTemplates() {
  return {
    name: 'built-templates',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]built-templates\.ts$/ }, async () => {
        const names = (await readdir(TEMPLATES, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
        const taken = names.filter((name) => TAKEN.test(name)).sort();
        const entries = await Promise.all(
          taken.map(async (name) => [name, await readFile(join(TEMPLATES, name), 'base64')]),
        );
        return {
          contents: `const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
export const TEMPLATE_FILES = new Map(${JSON.stringify(entries)}.map(([name, text]) => [name, bytes(text)]));`,
        };
      });
    },
  };
}
