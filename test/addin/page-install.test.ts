/** The clerk's page on a web server, kept by the browser: it can be installed, and then needs no network. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve } from '../office-host/serve.ts';
import { builtPane } from '../support/build-pane.ts';
import { openPanePage } from '../support/pane-page.ts';
import { missing } from '../support/tools.ts';

describe.skipIf(missing('chromium', 'openssl'))('the page on a web server', () => {
  let built: string;
  let browser: Browser;

  beforeAll(async () => {
    built = await builtPane();
    browser = await startBrowser();
  }, 240_000);
  afterAll(() => browser.close());

  it('can be installed, by what Chromium itself asks for', async () => {
    const server = await serve(fromFolder(built));
    const { page, context } = await openPanePage(browser, `${server.origin}/page.html`);
    const devtools = await context.newCDPSession(page);
    const manifest = await devtools.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    expect(JSON.parse(manifest.data ?? '')).toMatchObject({ name: '评优台', start_url: 'page.html' });
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A context of a test is a private window, the one thing that stands against it.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
    await context.close();
    await server.close();
  });

  it('works without its server once the browser has kept its files', async () => {
    const server = await serve(fromFolder(built));
    const watched = await openPanePage(browser, `${server.origin}/page.html`);
    const { page, context } = watched;
    await page.getByText('断网也能用').waitFor();
    await server.close();
    await page.reload();
    await page.getByRole('button', { name: /^用虚构名册试一遍：新疆/ }).click();
    await page.getByRole('heading', { name: '取表' }).waitFor();
    expect(watched.takeFaults()).toEqual([]);
    await context.close();
  });
});
