/** Somebody saves the roster while `collect` reads the returned sheets. */
import { mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { collect } from '../../../scripts/commands.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { readMasterRoster } from '../../../workbook/roster/read-master-roster.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { openFiller, UNITS, writeReturns, writeRoster } from '../../support/returned-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'saved-'));
const at = (name: string) => join(folder, name);
let run = '';
const roster = () => join(run, '总名册.xlsx');
let scheme: FullScheme;
let before: Uint8Array;
let after: Uint8Array;

beforeAll(async () => {
  scheme = await findShanghai();
  writeReturns(at('报送'), scheme, await openFiller(scheme));
  before = await writeRoster(scheme);
  // The rows of 评分 in another order: row numbers of the one are wrong in the other.
  after = await writeRoster(scheme, ['0001', '0007', '0002', '0050']);
});

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Collects, and does something to the roster's file as soon as the last returned sheet is read. */
async function collectWhile(meanwhile: () => void): Promise<{ code: number; said: string }> {
  run = mkdtempSync(at('run-'));
  writeFileSync(roster(), before);
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    if (String(text).includes('49/49')) meanwhile();
    return true;
  });
  const options = { roster: roster(), out: join(run, '汇总.xlsx'), writeRoster: join(run, '新名册.xlsx') };
  return { code: await collect([at('报送')], options), said };
}

/** 基本得分（协会） by unit number. */
function readNewRoster(): Map<string, number | null> {
  const { roster: found } = readMasterRoster(openWorkbook(readFileSync(join(run, '新名册.xlsx')), ''), scheme);
  return new Map(found.scores.map(({ unitNumber, associationBasic }) => [unitNumber, associationBasic]));
}

describe('a roster that is saved meanwhile', () => {
  it.each([
    [
      'over itself',
      () => {
        writeFileSync(roster(), after);
      },
    ],
    [
      'as Excel does, beside and renamed',
      () => {
        writeFileSync(at('new'), after);
        renameSync(at('new'), roster());
      },
    ],
    [
      'away',
      () => {
        rmSync(roster());
      },
    ],
  ])('%s is still the one that was read, and it is said', async (_, meanwhile) => {
    const { code, said } = await collectWhile(meanwhile);
    expect(code).toBe(1);
    expect(said).toContain('在汇总期间又被保存过');
    const scores = readNewRoster();
    expect(scores.size).toBe(50);
    expect(scores.get('0050')).toBe(55);
    UNITS.slice(0, -1).forEach(({ number }, index) => {
      expect(scores.get(number)).toBe(80 + ((index * 7) % 20));
    });
  });

  it('by nobody is not spoken of', async () => {
    const { code, said } = await collectWhile(() => undefined);
    expect([code, said.includes('又被保存过')]).toEqual([0, false]);
  });

  it('with the same number of bytes is noticed by its time', async () => {
    const { said } = await collectWhile(() => {
      writeFileSync(roster(), before);
      utimesSync(roster(), new Date(), new Date(Date.now() + 5000));
    });
    expect(said).toContain('又被保存过');
  });
});
