/** What the page shows of what a job says: by what it is about, never by its words. */
import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_CHOICES } from '../../addin/page/choices.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { savedOutput } from '../support/saved-output.ts';
import { findScheme } from '../support/templates.ts';
import { makeRoster } from './sample-workbooks.ts';

const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);

describe('what a job of the page says', () => {
  beforeAll(async () => {
    await workshop.open(await makeRoster({ flawed: true }), '总名册.xlsx');
  });

  it('leaves out that a file was made, and marks the one sentence that forbids it to go out', async () => {
    const { name, told } = await savedOutput(await workshop.make('notice', '公示名单', USUAL_CHOICES, null));
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

describe('the roster of the workshop', () => {
  const other = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
  const asked = {
    code: 'HHRA-0QF8-2NTM-DYYE',
    number: 'NMGAF00001',
    unit: '虚构单位',
    grade: '一级',
    issued: '2024-05-31',
    until: '2025-05-31',
    on: '2024-06-01',
  };

  it('stays when another is cancelled while it is read', async () => {
    const before = await other.open(await makeRoster({ flawed: true, small: true }), '总名册.xlsx');
    const opening = other.open(await makeRoster({ flawed: false, schemeId: 'inner-mongolia-2024' }), '另一份.xlsx');
    other.cancel();
    await expect(opening).rejects.toThrow(DOMException);
    const [{ card }] = before.entries as [(typeof before.entries)[number]];
    expect(other.viewCard(card)?.title).toBeTruthy();
    expect(other.listMends()).toBeTruthy();
  });

  it('is known to nothing any more once it is closed', async () => {
    const grading = await findScheme('inner-mongolia-grading-2022');
    const bytes = await writeMasterRoster(grading, makeSampleRoster(grading, { seed: 1, flawed: false }).tables);
    const { file: key } = await other.makeKey('2024-05-31');
    const input = { ...asked, key: { name: '密钥.txt', bytes: new Uint8Array((await key?.arrayBuffer()) ?? []) } };
    const { differing: unopened } = await new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined).verify(
      input,
    );
    const { entries } = await other.open(bytes, '评级.xlsx');
    expect((await other.verify(input)).differing).not.toBe(unopened);
    other.closeRoster();
    expect((await other.verify(input)).differing).toBe(unopened);
    expect(other.findCertificate(asked.number)).toBe('还没有打开总名册。');
    for (const { card } of entries.slice(0, 3)) expect(other.viewCard(card)).toBeNull();
    await expect(other.make('check', '资格审查报告', USUAL_CHOICES, null)).rejects.toThrow('还没有打开总名册');
    expect(() => other.listMends()).toThrow('还没有打开总名册');
  });
});

describe('what is saved', () => {
  const TITLE = '2024年度上海内保工作先进集体、先进个人评选表彰';

  it.each(['名册.xlsx', '.xlsx'])('has its scheme’s name, and a copy of the roster the roster’s: %s', async (name) => {
    await workshop.open(await makeRoster({ flawed: true, small: true }), name);
    for (const [id, title] of [
      ['rosters', '名册'],
      ['notice', '公示名单'],
    ] as const) {
      const outcome = await workshop.make(id, title, USUAL_CHOICES, null);
      expect('made' in outcome && outcome.made.name).toBe(`${title}（${TITLE}）.xlsx`);
    }
    const outcome = await workshop.make('mend', '改好的总名册', USUAL_CHOICES, null);
    expect('made' in outcome && outcome.made.name).toBe(`${name.replace(/\.\w+$/, '')}（改）.xlsx`);
  });
});
