/** The score panel in a narrow pane, in every colour scheme. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { fillingOf, fillSheet } from '../support/filled-sheets.ts';
import { chooseColumn, columnQuestion, type WatchedPage } from '../support/pane-page.ts';
import { missing } from '../support/tools.ts';
import { scheme } from './score-fixture.ts';
import { setUpScorePage } from './score-page.ts';

describe.skipIf(missing('chromium', 'openssl'))('the score panel at 320 px', () => {
  const opened = setUpScorePage();
  let page: Page;
  let watched: WatchedPage;
  let blank: Uint8Array;
  beforeAll(() => {
    ({ page, watched, blank } = opened());
  });
  beforeAll(async () => {
    await page.setViewportSize({ width: 320, height: 720 });
    const bytes = fillSheet(blank, scheme, fillingOf(scheme, 87, 12), { D8: null, E9: 2, E12: '优', E51: '发生' });
    await watched.openFile({ name: '窄.xlsx', bytes });
    await columnQuestion(page).waitFor();
    // Sections out of sight are not drawn; here all are to be looked at.
    await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  });

  describe.each(['asking for the column', 'scoring', 'asking whether to change the column'])('%s', (stage) => {
    beforeAll(async () => {
      if (stage === 'scoring') await chooseColumn(page, 'association');
      if (stage.endsWith('change the column')) {
        await page.getByRole('button', { name: '换一栏' }).click();
        await page.getByRole('dialog').waitFor();
      }
    });
    it.each([
      ['light', 'none'],
      ['dark', 'none'],
      ['light', 'active'],
      ['dark', 'active'],
    ] as const)('has no fault of accessibility, %s and forced colours %s', async (colorScheme, forcedColors) => {
      await page.emulateMedia({ colorScheme, forcedColors });
      // Until all is drawn in the new colours: a button of the old ones on a ground of the new has no contrast.
      await page.waitForFunction(
        ([scheme, forced]) =>
          document.documentElement.style.colorScheme === scheme &&
          matchMedia(`(forced-colors: ${forced})`).matches &&
          document.getAnimations().length === 0,
        [colorScheme, forcedColors] as const,
      );
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
});
