import { build } from 'esbuild';
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { enforceRequirementSets, startBrowser } from './browser.ts';
import type { Input } from './by-hand.ts';
import type { HostCounts } from './excel-host.ts';
import { loadWorkbook } from './load-workbook.ts';
import type { Theme } from './node-office.ts';
import type {} from './page-host.ts';
import { fromFolder, serve, type RunningServer } from './serve.ts';
import type { WorkbookSnapshot } from './snapshot.ts';

export interface PaneOptions {
  /** The bytes of an .xlsx file, or a snapshot. */
  workbook: Uint8Array | WorkbookSnapshot;
  apiSet: string;
  /** A built pane on the disk, served with the client library under `/office/`; or give `paneUrl`. */
  paneFolder?: string;
  /** The page within `paneFolder`. */
  panePath?: string;
  /** A pane that is already served over https on localhost. */
  paneUrl?: string;
  /** Headers of the pane's server, such as a Content-Security-Policy. */
  headers?: { [name: string]: string };
  /** Excel on the web tells the pane no theme: it comes by the browser's colour scheme, or forced colours. */
  theme?: Theme;
  width?: number;
  height?: number;
  /** To share a browser between tests; else one is started and closed with the pane. */
  browser?: Browser;
  /** Before the page opens: scripts of the test's own. */
  prepare?: (context: BrowserContext) => Promise<void>;
}

export interface PaneInHost {
  page: Page;
  /** The pane's own frame. */
  pane: Frame;
  /** The address of every request that the browser made, in order. */
  requests: string[];
  /** Those that went anywhere but localhost. */
  requestsOutside(): string[];
  /** Uncaught errors and error messages of the console. */
  problems: string[];
  typeByHand(sheet: string, address: string, input: Input | Input[][]): Promise<void>;
  selectByHand(sheet: string, address: string): Promise<void>;
  dump(): Promise<WorkbookSnapshot>;
  counts(): Promise<HostCounts>;
  clearCounts(): Promise<void>;
  /** What was asked of the host and is missing there. */
  gaps(): Promise<string[]>;
  setCellEditMode(editing: boolean): Promise<void>;
  setReadOnly(readOnly: boolean): Promise<void>;
  failNext(code: string): Promise<void>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Excel on the web refuses a batch of more than 5 MB. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

const HOST_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Excel</title><link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%}iframe{display:block;width:100%;height:100%;border:0}</style>
<body><script src="/host.js"></script></body></html>`;

let hostScript: Promise<string> | undefined;

async function bundleHost(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.resolve('test/office-host/page-host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
  });
  return outputFiles.map((file) => file.text).join('\n');
}

async function serveHost(): Promise<RunningServer> {
  hostScript ??= bundleHost();
  const files: { [path: string]: string } = { '/host.html': HOST_PAGE, '/host.js': await hostScript };
  return serve((path) => Promise.resolve(files[path] ?? null));
}

/**
 * Opens an unmodified pane in the host page and waits for its frame, not for the pane to be ready: the test knows when that is.
 * @throws Error when neither `paneFolder` nor `paneUrl` is given
 */
export async function openPaneInHost(options: PaneOptions): Promise<PaneInHost> {
  const { apiSet, paneFolder, theme = 'light' } = options;
  const workbook = options.workbook instanceof Uint8Array ? await loadWorkbook(options.workbook) : options.workbook;
  const hostServer = await serveHost();
  const paneServer = paneFolder === undefined ? null : await serve(fromFolder(paneFolder), options.headers);
  const paneUrl = options.paneUrl ?? (paneServer && new URL(options.panePath ?? 'index.html', paneServer.origin).href);
  if (paneUrl === null) throw new Error('paneFolder or paneUrl is wanted');
  const browser = options.browser ?? (await startBrowser());
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: options.width ?? 360, height: options.height ?? 800 },
    colorScheme: theme === 'light' ? 'light' : 'dark',
    forcedColors: theme === 'contrast' ? 'active' : 'none',
  });
  await context.addInitScript(enforceRequirementSets);
  await options.prepare?.(context);
  const requests: string[] = [];
  const problems: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => problems.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(`${hostServer.origin}/host.html`);
  const settings = JSON.stringify({ workbook, apiSet, paneUrl, payloadLimit: PAYLOAD_LIMIT });
  await page.evaluate((text) => {
    window.startOfficeHost(text);
  }, settings);
  const pane = await (await page.waitForSelector('iframe')).contentFrame();
  if (!pane) throw new Error('the pane has no frame');

  return {
    page,
    pane,
    requests,
    problems,
    requestsOutside: () =>
      requests.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).hostname !== 'localhost'),
    typeByHand: (sheet, address, input) =>
      page.evaluate(
        ([s, a, i]) => {
          window.typeByHand(window.officeHost, s, a, i);
        },
        [sheet, address, input] as const,
      ),
    selectByHand: (sheet, address) =>
      page.evaluate(
        ([s, a]) => {
          window.selectByHand(window.officeHost, s, a);
        },
        [sheet, address] as const,
      ),
    dump: () => page.evaluate(() => window.officeHost.dump()),
    counts: () => page.evaluate(() => window.officeHost.counts()),
    clearCounts: () =>
      page.evaluate(() => {
        window.officeHost.clearCounts();
      }),
    gaps: () => page.evaluate(() => window.officeHost.gaps),
    setCellEditMode: (editing) =>
      page.evaluate((value) => {
        window.officeHost.cellEditMode = value;
      }, editing),
    setReadOnly: (readOnly) =>
      page.evaluate((value) => {
        window.officeHost.readOnly = value;
      }, readOnly),
    failNext: (code) =>
      page.evaluate((value) => {
        window.officeHost.failNext(value);
      }, code),
    settle: () => page.evaluate(() => window.officeHost.settle()),
    async close() {
      await context.close();
      if (!options.browser) await browser.close();
      await Promise.all([hostServer.close(), paneServer?.close()]);
    },
  };
}
