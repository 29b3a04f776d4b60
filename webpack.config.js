/**
 * Builds the task pane into `dist/addin`, a static folder for any web server.
 *
 *   PANE_URL       where the pane will be served: `https://awards.example.cn/pane/` (default `https://localhost:3000/`); the manifest is made for it
 *   OFFICE_JS_URL  address of office.js (default Microsoft's); `local` copies the npm package's into the folder, for use inside a network
 */
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createHash } from 'node:crypto';
import path from 'node:path';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { pageHtml, paneHtml } from './scripts/page-html.js';

const ROOT = import.meta.dirname;
const DEV_URL = 'https://localhost:3000/';
const MICROSOFT_OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Office.js loads, beside itself, the file of its host and the strings of one language. */
const OFFICE_FILES = /^(office|o15apptofilemappingtable|excel-[\w.-]+)(?<!\.debug)\.js$/;
const OFFICE_LANGUAGES = ['zh-cn', 'zh-tw', 'en-us'];

export default async (env = {}, { mode = 'production' } = {}) => {
  const paneUrl = new URL(process.env.PANE_URL ?? DEV_URL).href.replace(/\/?$/, '/');
  const wantedOffice = process.env.OFFICE_JS_URL ?? MICROSOFT_OFFICE_JS;
  const isLocalOffice = wantedOffice === 'local';
  const officeJs = isLocalOffice ? 'office/office.js' : new URL(wantedOffice).href;
  const officeOrigin = isLocalOffice ? null : new URL(officeJs).origin;
  const isServing = Boolean(env.WEBPACK_SERVE);
  return {
    mode,
    target: ['web', 'es2022'],
    context: ROOT,
    // Another page may be built in the same way, to compare with.
    entry: env.entry ? { taskpane: env.entry } : { taskpane: './addin/taskpane.tsx', page: './addin/clerk-page.tsx' },
    output: {
      path: env.out ? path.resolve(env.out) : path.join(ROOT, 'dist', 'addin'),
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    // The page's security policy allows no `eval`, which webpack's default for development needs.
    devtool: mode === 'production' ? false : 'cheap-module-source-map',
    resolve: { extensions: ['.js'] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: ['es2022', 'chrome103'], jsx: 'automatic' } },
        { test: /[\\/]addin[\\/]built[\\/]\w+\.ts$/, loader: './scripts/built-loader.js' },
      ],
    },
    optimization: { chunkIds: 'named' },
    performance: { hints: false },
    cache: { type: 'filesystem', buildDependencies: { config: [import.meta.filename] } },
    plugins: [
      new HtmlWebpackPlugin({
        templateContent: () => paneHtml({ officeJs, policy: contentSecurityPolicy(officeOrigin) }),
        filename: 'index.html',
        chunks: ['taskpane'],
        // Engines that know no modules never load the bundle, and show the plain page.
        scriptLoading: 'module',
        minify: false,
      }),
      ...(env.entry
        ? []
        : [
            new HtmlWebpackPlugin({
              templateContent: () => pageHtml({ policy: contentSecurityPolicy(null) }),
              filename: 'page.html',
              chunks: ['page'],
              scriptLoading: 'module',
              minify: false,
            }),
          ]),
      ...(mode === 'production' ? [new OfflineWorker()] : []),
      new StaticFiles(async () => [
        { name: 'engine-check.js', content: await readFile(path.join(ROOT, 'addin', 'engine-check.js')) },
        { name: 'manifest.xml', content: await writeManifest(paneUrl) },
        { name: 'page.webmanifest', content: await readFile(path.join(ROOT, 'addin', 'page.webmanifest')) },
        ...(await readIcons()),
        ...(isLocalOffice ? await readOfficeJs() : []),
      ]),
    ],
    ...(isServing ? { devServer: await devServer() } : {}),
  };
};

/**
 * Scripts of our own and Office.js, no other address for anything. Fluent UI writes its styles into the page. What Office.js would report to its
 * maker is refused by `connect-src`.
 */
function contentSecurityPolicy(officeOrigin) {
  return [
    "default-src 'none'",
    `script-src 'self'${officeOrigin ? ` ${officeOrigin}` : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Puts files into the build as they are. */
class StaticFiles {
  constructor(list) {
    this.list = list;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('StaticFiles', (compilation) => {
      compilation.hooks.processAssets.tapPromise('StaticFiles', async () => {
        for (const { name, content } of await this.list()) {
          // `minimized` keeps the minimizer away: Office.js stays as Microsoft wrote it, and `engine-check.js` in the language of old engines.
          compilation.emitAsset(name, new webpack.sources.RawSource(content), { minimized: true });
        }
      });
    });
  }
}

/** Not kept for times without a network: what Excel's side needs, and what nobody loads. */
const NOT_KEPT = /^office\/|^manifest\.xml$|\.LICENSE\.txt$/;

/** The worker that keeps the pane's files, told which those are. */
class OfflineWorker {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('OfflineWorker', (compilation) => {
      // Last of all: the files have their final names.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tapPromise({ name: 'OfflineWorker', stage }, async () => {
        const names = Object.keys(compilation.assets).filter((name) => !NOT_KEPT.test(name));
        const hash = createHash('sha256');
        for (const name of names.sort()) hash.update(name).update(compilation.assets[name].buffer());
        const worker = await readFile(path.join(ROOT, 'addin', 'offline-worker.js'), 'utf8');
        const content = worker
          .replace('self.FILES_OF_THE_BUILD', JSON.stringify(names))
          .replace('NAME_OF_THE_BUILD', hash.digest('hex').slice(0, 8));
        compilation.emitAsset('offline-worker.js', new webpack.sources.RawSource(content));
      });
    });
  }
}

/** The manifest in the root is for the development server; here every address of it becomes the pane's own. */
async function writeManifest(paneUrl) {
  const manifest = await readFile(path.join(ROOT, 'manifest.xml'), 'utf8');
  const origin = `<AppDomain>${new URL(DEV_URL).origin}</AppDomain>`;
  return manifest.replaceAll(origin, `<AppDomain>${new URL(paneUrl).origin}</AppDomain>`).replaceAll(DEV_URL, paneUrl);
}

async function readIcons() {
  const folder = path.join(ROOT, 'addin', 'assets');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  return Promise.all(
    names.map(async (name) => ({ name: `assets/${name}`, content: await readFile(path.join(folder, name)) })),
  );
}

async function readOfficeJs() {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));
  const names = (await readdir(folder)).filter((name) => OFFICE_FILES.test(name));
  const strings = OFFICE_LANGUAGES.map((language) => `${language}/office_strings.js`);
  return Promise.all(
    [...names, ...strings].map(async (name) => ({
      name: `office/${name}`,
      content: await readFile(path.join(folder, name)),
    })),
  );
}

async function devServer() {
  return {
    port: 3000,
    host: 'localhost',
    server: { type: 'https', options: await readCertificates() },
    headers: { 'Access-Control-Allow-Origin': '*' },
    hot: false,
    client: { overlay: false },
    static: false,
  };
}

/** Excel shows a pane only from a trusted address. Where no certificate can be installed, the browser side still works. */
async function readCertificates() {
  try {
    const certificates = await import('office-addin-dev-certs');
    return await (certificates.default ?? certificates).getHttpsServerOptions();
  } catch (error) {
    console.warn(
      `没有装好开发证书（${error.message}）。改用临时自签名证书：在浏览器里可以继续，Excel 不会显示窗格。请运行 npx office-addin-dev-certs install 后再试。`,
    );
    return {};
  }
}
