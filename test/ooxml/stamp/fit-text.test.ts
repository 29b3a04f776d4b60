import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countLines, fitText } from '../../../ooxml/stamp/fit-text.ts';
import { openTemplate, stampWorkbook, type PageRequest, type Template } from '../../../ooxml/stamp/stamp.ts';
import { missing } from '../../support/tools.ts';

const FORMS = new URL('../../../templates/shanghai-security-2024/forms/approval-forms.xlsx', import.meta.url);

describe('fitting a text into a box', () => {
  // 10 Chinese characters of 12 points and the padding: (120 + 5) / 0.98.
  const box = { width: 128, height: 36, fontSize: 12 };

  it('counts a Chinese character as one em: below, at and above a full line', () => {
    expect(countLines('字'.repeat(9), 12, box.width)).toBe(1);
    expect(countLines('字'.repeat(10), 12, box.width)).toBe(1);
    expect(countLines('字'.repeat(11), 12, box.width)).toBe(2);
  });

  it('counts line breaks of every kind, blank lines too', () => {
    expect(countLines('一\n二\r\n\r三', 12, box.width)).toBe(4);
    expect(countLines('', 12, box.width)).toBe(1);
  });

  it('keeps the size of the template as long as the lines have room, then takes the next smaller', () => {
    expect(fitText('字'.repeat(20), box)).toEqual({ fontSize: 12, lines: 2 });
    expect(fitText('字'.repeat(21), box)).toEqual({ fontSize: 10.5, lines: 2 });
  });

  it('does not start a line with a closing mark or end one with an opening mark', () => {
    expect(countLines(`${'字'.repeat(10)}。`, 12, box.width)).toBe(2);
    expect(countLines(`${'字'.repeat(19)}。`, 12, box.width)).toBe(2);
    expect(countLines(`${'字'.repeat(9)}（${'字'.repeat(10)}`, 12, box.width)).toBe(3);
  });

  it('takes a smaller size sooner than it breaks a number', () => {
    expect(fitText('0'.repeat(18), { width: 128, height: 36, fontSize: 12 })).toEqual({ fontSize: 11, lines: 1 });
    expect(countLines('0'.repeat(18), 12, box.width)).toBe(2);
  });

  it('says how many characters must go: with so many fewer it fits, with one more it does not', () => {
    const fit = fitText('字'.repeat(100), box);
    expect(fit).toHaveProperty('excess');
    const excess = 'excess' in fit ? fit.excess : 0;
    expect(fitText('字'.repeat(100 - excess), box)).toHaveProperty('fontSize', 8);
    expect(fitText('字'.repeat(101 - excess), box)).toEqual({ excess: 1 });
  });

  it('counts a character beyond the first plane as one', () => {
    expect(fitText('𠮷'.repeat(20), box)).toEqual({ fontSize: 12, lines: 2 });
  });

  it('never gives a larger size than the template or a smaller one than 8', () => {
    expect(fitText('字', { width: 500, height: 500, fontSize: 9 })).toEqual({ fontSize: 9, lines: 1 });
    expect(fitText('字'.repeat(99), { width: 60, height: 12, fontSize: 7 })).toHaveProperty('excess');
  });
});

const SENTENCE =
  '全年组织治安检查24次，发现隐患17处，整改率100%；开展“反诈宣传”讲座6场，覆盖员工1,280人次（含外包人员）；与PSB-119系统联网。';
const MARK = '末尾完';

/** Approval forms whose 主要事迹 is the longest text that still fits at each size. */
function fullestPages(template: Template, sheetName: string): { page: PageRequest; fontSize: number }[] {
  const sheet = template.sheets.find((candidate) => candidate.name === sheetName);
  const box = sheet?.cells.find(({ runs }) => JSON.stringify(runs).includes('主要事迹'))?.box;
  if (sheet === undefined || box === null || box === undefined) throw new Error(`no 主要事迹 in ${sheetName}`);
  const textOf = (length: number): string => SENTENCE.repeat(40).slice(0, length) + MARK;
  const longest = new Map<number, number>();
  for (let length = 100; length < 2000; length += 1) {
    const fit = fitText(textOf(length), box);
    if ('fontSize' in fit) longest.set(fit.fontSize, length);
  }
  return [...longest].map(([fontSize, length]) => {
    const values = new Map(sheet.placeholders.map((name) => [name, name === '主要事迹' ? textOf(length) : '样例']));
    return { fontSize, page: { sheet: sheetName, name: `${sheetName} ${fontSize}`, values } };
  });
}

describe.skipIf(missing('soffice', 'pdftotext'))('the longest text of each size, printed by LibreOffice', () => {
  it('is wholly above the opinions, to its last character, on one page each', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fit-'));
    try {
      const template = openTemplate(readFileSync(FORMS), 'approval-forms.xlsx');
      const pages = ['附件4', '附件6'].flatMap((sheet) => fullestPages(template, sheet));
      expect(pages.map(({ fontSize }) => fontSize)).toEqual([12, 11, 10.5, 10, 9, 8, 12, 11, 10.5, 10, 9, 8]);
      const file = join(folder, 'full.xlsx');
      writeFileSync(
        file,
        stampWorkbook(
          template,
          pages.map(({ page }) => page),
        ),
      );
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
        stdio: 'pipe',
      });
      const printed = execFileSync('pdftotext', ['-bbox', join(folder, 'full.pdf'), '-'], { encoding: 'utf8' });
      const sheets = printed.split('<page ').slice(1);
      expect(sheets).toHaveLength(pages.length);
      sheets.forEach((sheet, index) => {
        const words = readWords(sheet);
        const text = words.map(({ text: word }) => word).join('');
        const deeds = String(pages[index]?.page.values.get('主要事迹'));
        expect(text).toContain(MARK.slice(-1));
        expect(countChar(text, '，')).toBeGreaterThanOrEqual(countChar(deeds, '，'));
        const last = words.filter(({ text: word }) => word.includes('完')).at(-1);
        // The two rows of opinions are 138 points apart; 负责人： stands 62 to 86 points below the box of 主要事迹.
        const [first, , second] = words.filter(({ text: word }) => word.startsWith('负责人'));
        if (last === undefined || first === undefined || second === undefined)
          throw new Error(`page ${index + 1} lacks a word`);
        const scale = (second.bottom - first.bottom) / 138;
        const boxEnd = (first.top + first.bottom) / 2 - 74 * scale;
        expect(last.bottom, `page ${index + 1}`).toBeLessThanOrEqual(boxEnd);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

interface Word {
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

function readWords(page: string): Word[] {
  const pattern = /<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g;
  return [...page.matchAll(pattern)].map((match) => ({
    top: Number(match[1]),
    bottom: Number(match[2]),
    text: match[3] ?? '',
  }));
}

function countChar(text: string, char: string): number {
  return text.split(char).length - 1;
}
