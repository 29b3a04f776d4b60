/** 通知单: who gets one, whose names stand on it, and by when it asks for an answer. */
import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryFolder } from '../../../jobs/memory-folder.ts';
import { openNotes, writeNotes, type NoteChoices } from '../../../jobs/collect/write-notes.ts';
import { openSchemes } from '../../../scripts/scheme-folder.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { readValues } from '../../support/libreoffice.ts';
import { makeFile, makeUnit, tallyOf } from '../../support/tally-files.ts';

let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

/** Of each of these districts one unit that has sent its sheet, and two that have not. */
const DISTRICTS = ['浦东', '黄浦', '徐汇'];
const UNITS = DISTRICTS.flatMap((district, at) =>
  [1, 2, 3].map((place) => makeUnit(`20000${at * 3 + place}`, district)),
);
const missingOf = (districts: readonly string[]) =>
  UNITS.filter(({ number, district }) => districts.includes(district) && Number(number) % 3 !== 1).map(
    ({ number, name, district }) => `${district}/${number} ${name}.xlsx`,
  );

async function take(folder: MemoryFolder, choices: NoteChoices, of: FullScheme = scheme) {
  const told: string[] = [];
  const context = {
    schemes: openSchemes(),
    tell: (sentence: string) => told.push(sentence),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const files = UNITS.filter(({ number }) => Number(number) % 3 === 1).map((unit) => makeFile(of, unit, 96));
  const tally = tallyOf(of, UNITS, files);
  const place = { folder, force: false };
  const notes = await openNotes(place, { scheme: of, members: UNITS }, choices, { context, sources: [] });
  const { files: made, aside } = await writeNotes(notes, tally, layOutScoreSheet(of), context);
  return { names: made.map(({ name }) => name).sort(), aside, told: told.join('\n') };
}

const linesOf = async (folder: MemoryFolder, name: string) => {
  const bytes = await folder.read(name);
  if (!bytes) throw new Error(`there is no ${name}`);
  return [...((await readValues(bytes)).get('通知单') ?? new Map<string, unknown>()).values()].map(String);
};

describe('notes', () => {
  it.each([
    [undefined, DISTRICTS],
    [['浦东'], ['浦东']],
    [['浦东新区'], ['浦东']],
    [
      ['徐汇', '黄浦'],
      ['黄浦', '徐汇'],
    ],
  ] as const)('only %s: of %s', async (only, districts) => {
    const folder = new MemoryFolder();
    const { names } = await take(folder, only ? { only } : {});
    expect(names).toEqual(missingOf(districts).sort());
  });

  it('of other districts stay where they are, for they still hold', async () => {
    const folder = new MemoryFolder();
    await take(folder, {});
    const { names, aside } = await take(folder, { only: ['黄浦'] });
    expect([names, aside]).toEqual([missingOf(['黄浦']).sort(), { moved: [], kept: [] }]);
    for (const name of missingOf(DISTRICTS)) expect(await folder.kindOf(name)).toBe('file');
  });

  it.each([
    [{ only: ['月球'] }, /“月球”没有对应的单位；可填：/],
    [{ only: ['崇明'] }, /“崇明”没有对应的单位；可填：/],
    [{ replyBy: '2024-13-01' }, /应为日期，如 2024-12-30，现在是“2024-13-01”/],
  ])('%j is refused before anything is read or written', async (choices, why) => {
    const folder = new MemoryFolder();
    await expect(take(folder, choices)).rejects.toThrow(why);
    expect(folder.files.size).toBe(0);
  });

  it.each([
    ['of the document', {}, true, /^\u3000\u3000报送截止：2024年12月30日（沪企保协（2024）39号 正文 四）$/m],
    ['that is asked for', { replyBy: '2025-01-08' }, true, /^\u3000\u3000报送截止：2025年1月8日$/m],
    ['that is asked for', { replyBy: '2025-01-08' }, false, /^\u3000\u3000报送截止：2025年1月8日$/m],
    ['that nobody has said, left to be filled in', {}, false, /^\u3000\u3000报送截止：\u3000+年\u3000+月\u3000+日$/m],
  ] as const)('bear their sender, and the day %s', async (_, choices, isRuled, day) => {
    const folder = new MemoryFolder();
    const of = isRuled ? scheme : { ...scheme, deadline: null };
    const { names, told } = await take(folder, choices, of);
    for (const name of names) {
      const lines = await linesOf(folder, name);
      expect(lines.join('\n')).toMatch(day);
      expect(lines.join('\n')).toMatch(/联系电话：\u3000+。/);
      expect(lines.slice(-2)).toEqual([scheme.issuer, expect.stringMatching(/^\u3000+年\u3000+月\u3000+日$/)]);
    }
    // What is blank is told to whoever sends them.
    expect(told).toContain('联系电话和发出日期是空的');
    expect(told.includes('报送截止、')).toBe(!isRuled && !('replyBy' in choices));
  });
});
