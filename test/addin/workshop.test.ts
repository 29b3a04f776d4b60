/** What the page shows of what a job says: by what it is about, never by its words. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Workshop } from '../../addin/page/workshop.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { savedOutput } from '../support/saved-output.ts';
import { makeRoster } from './sample-workbooks.ts';

const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
const CHOICES = { copies: 1, draft: false, noticeFrom: null, noticeDays: null };

describe('what a job of the page says', () => {
  beforeAll(async () => {
    await workshop.open(await makeRoster({ flawed: true }), '总名册.xlsx');
  });

  it('leaves out that a file was made, and marks the one sentence that forbids it to go out', async () => {
    const { name, told } = await savedOutput(await workshop.make('notice', '公示名单', CHOICES, null));
    expect(told.filter(({ about }) => about === 'draft').map(({ sentence }) => sentence.slice(0, 3))).toEqual([
      '未定稿',
    ]);
    expect(told.length).toBeGreaterThan(1);
    expect(told.filter(({ sentence }) => sentence.includes(name))).toEqual([]);
  });

  it('says nothing of a sample but what is more than that it was made', async () => {
    expect((await workshop.invent('shanghai-security-2024', 'clean')).told).toEqual([]);
    expect((await workshop.invent('shanghai-security-2024', 'empty')).told).toHaveLength(1);
  });
});
