/** The clerk's page as one file, opened from a disk without a server or a network. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, startOldBrowser } from '../office-host/browser.ts';
import { press } from '../support/by-script.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { unpackTexts, withoutCreated } from '../support/unpack.ts';

const SCHEME = { id: 'xinjiang-fire-2021', title: '新疆消防协会2021年度先进单位和先进个人评选' };

describe.skipIf(missing('chromium'))('the page of one file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-file-'));
  beforeAll(() => {
    execFileSync('node', ['scripts/build-page-file.js']);
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is no larger than 4 MB, and allows no request', () => {
    expect(statSync('dist/评优台.html').size).toBeLessThanOrEqual(4_000_000);
    const [, policy = ''] =
      /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync('dist/评优台.html', 'utf8')) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/https?:|'self'|unsafe-eval/);
  });

  const engines: readonly [string, () => Promise<Browser>][] = [
    ['this Chromium', startBrowser],
    ['Chromium 103', startOldBrowser],
  ];
  it.each(engines)(
    'works from a disk in %s, without a server: what it makes is what the command line makes',
    async (name, start) => {
      if (name === 'Chromium 103' && missing('chromium-103')) return;
      const browser = await start();
      const context = await browser.newContext({ offline: true, locale: 'zh-CN' });
      const requests: string[] = [];
      const faults: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      context.on('weberror', (error) => faults.push(String(error.error())));
      await context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(pathToFileURL(path.resolve('dist/评优台.html')).href);
      await press(page, `用虚构名册试一遍：${SCHEME.title}`);
      const download = page.waitForEvent('download');
      await press(page, '取名册');
      const made = unpackTexts(readFileSync(await (await download).path()));
      const [roster, rosters] = [path.join(folder, 'r.xlsx'), path.join(folder, '名册.xlsx')];
      runCli('sample', '--scheme', SCHEME.id, '--out', roster);
      runCli('rosters', roster, '--out', rosters);
      expect([...made].map(([name, text]) => [name, withoutCreated(text)])).toEqual(
        [...unpackTexts(readFileSync(rosters))].map(([name, text]) => [name, withoutCreated(text)]),
      );
      expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
      expect(faults).toEqual([]);
      await browser.close();
    },
  );
});
