/** The same workbook in the formats that people keep it in, written by programs that are not ours. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IntakeError } from '../../../ooxml/errors.ts';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import type { SheetContent } from '../../../ooxml/read/sheet-content.ts';
import { openAnyWorkbook } from '../../../workbook/formats/open-any-workbook.ts';
import type { AnyWorkbook } from '../../../workbook/formats/other-workbook.ts';
import { openFileReader } from '../../../workbook/score-sheet/read-returned-file.ts';
import { openScoreSheetReader } from '../../../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { fillingOf } from '../../support/filled-sheets.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { makeZip } from '../../support/hostile-zip.ts';
import { makeOle2 } from '../../support/ole2.ts';
import { resaveWithLibreOffice } from '../../support/resave.ts';
import { openFiller, UNITS, writeRoster } from '../../support/returned-folder.ts';
import { missing } from '../../support/tools.ts';
import { gbk } from '../../support/gbk.ts';

const folder = mkdtempSync(join(tmpdir(), 'formats-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let scheme: FullScheme;
let roster: Uint8Array;
let sheet: Uint8Array;
beforeAll(async () => {
  scheme = await findShanghai();
  roster = await writeRoster(scheme);
  sheet = (await openFiller(scheme))(UNITS[0] ?? failure(), fillingOf(scheme, 91, 3));
});

function failure(): never {
  throw new Error('no unit');
}

/** Saved by another program in another format. */
function saveAs(bytes: Uint8Array, extension: string): Uint8Array {
  if (extension === 'xlsb' || extension === 'biff8') {
    const book = read(bytes, { cellNF: true, cellStyles: true });
    return new Uint8Array(write(book, { type: 'array', bookType: extension }) as ArrayBuffer);
  }
  const path = join(folder, `${extension}-${bytes.length}.xlsx`);
  writeFileSync(path, bytes);
  return readFileSync(resaveWithLibreOffice(path, mkdtempSync(join(folder, 'saved-')), extension));
}

/** What a sheet says, cell by cell. */
function show({ rows, styles }: SheetContent): string[] {
  return rows.flatMap(({ number, cells }) =>
    cells.flatMap((cell) => {
      const said =
        cell.kind === 'text' ? cell.text.replace(/\r\n?/g, '\n') : cell.kind === 'number' ? cell.value : cell.kind;
      const isDate = styles[cell.style]?.isDate === true ? ' date' : '';
      return said === '' ? [] : [`${number} ${cell.column} ${said}${isDate}`];
    }),
  );
}

const showAll = (book: AnyWorkbook) => book.sheets.map(({ name, state }) => [name, state, show(book.readSheet(name))]);

describe.each(['xls', 'ods', 'xlsb'])('a workbook kept as .%s', (extension) => {
  const skipped = extension !== 'xlsb' && missing('soffice');

  it.skipIf(skipped)('says in every cell what it says as .xlsx', async () => {
    const saved = await openAnyWorkbook(saveAs(roster, extension), `册.${extension}`);
    expect(showAll(saved)).toEqual(showAll(openWorkbook(roster, '册.xlsx')));
    expect(saved.remarks).toEqual([`文件是 .${extension} 格式，已按同样的办法读取。`]);
  });

  it.skipIf(skipped)('is a return as any other, and its format is noted', async () => {
    const layout = layOutScoreSheet(scheme);
    const reader = openFileReader(openScoreSheetReader(layout, await fingerprintBlank(layout)));
    const { returns } = await reader(saveAs(sheet, extension), `表.${extension}`);
    const outcome = returns[0]?.outcome;
    expect(outcome).toMatchObject({
      kind: 'read',
      sheet: { unitNumber: UNITS[0]?.number, ...fillingOf(scheme, 91, 3) },
    });
    const codes = outcome?.kind === 'read' ? outcome.warnings.map(({ code }) => code) : [];
    expect(codes).toContain('file-remark');
  });
});

describe('a table kept as text', () => {
  const TABLE = '编号,全称,身份证\n080001,"虚构""甲"",\n公司",110101199001011237\n80002,乙,1.50\n\n3,,-2\n';
  const rows = [
    '1 1 编号',
    '1 2 全称',
    '1 3 身份证',
    '2 1 080001',
    '2 2 虚构"甲",\n公司',
    '2 3 110101199001011237',
    '3 1 80002',
    '3 2 乙',
    '3 3 1.50',
    '5 1 3',
    '5 3 -2',
  ];
  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['GBK', gbk],
    ['lines of Windows', (text) => Buffer.from(text.replace(/\n(?!公司)/g, '\r\n'))],
    ['tabs', (text) => Buffer.from(text.replace(/,(?!\n)/g, '\t'))],
    ['semicolons', (text) => Buffer.from(text.replace(/,(?!\n)/g, ';'))],
  ])('in %s', async (_, encode) => {
    const book = await openAnyWorkbook(encode(TABLE), '区/会员单位.csv');
    expect(book.sheets.map(({ name }) => name)).toEqual(['会员单位']);
    expect(show(book.readSheet('会员单位'))).toEqual(rows);
  });

  it('keeps as text what would lose something as a number, also where programs guard it', async () => {
    const book = await openAnyWorkbook(
      Buffer.from('="0012",0012,1e3,+1,1.0,123456789012345,1234567890123456, 5'),
      'a.csv',
    );
    const kinds = book.readSheet('a').rows[0]?.cells.map((cell) => [cell.kind, cell.kind === 'text' ? cell.text : '']);
    expect(kinds).toEqual([
      ['text', '0012'],
      ['text', '0012'],
      ['text', '1e3'],
      ['text', '+1'],
      ['text', '1.0'],
      ['number', ''],
      ['text', '1234567890123456'],
      ['text', ' 5'],
    ]);
  });
});

describe('a file that is none of them', () => {
  const codeOf = async (bytes: Uint8Array, name = 'a.xls', limits = INTAKE_LIMITS) => {
    const spoken = vi.spyOn(console, 'error');
    const error: unknown = await openAnyWorkbook(bytes, name, limits).catch((cause: unknown) => cause);
    expect(spoken).not.toHaveBeenCalled();
    spoken.mockRestore();
    return error instanceof IntakeError ? error.code : error;
  };
  const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
  const ods = (content: string | Uint8Array) =>
    makeZip([
      { name: 'mimetype', data: MIME, method: 0 },
      { name: 'content.xml', data: content },
      { name: 'META-INF/manifest.xml', data: '<manifest/>' },
    ]);

  it('is refused with a code', async () => {
    expect(await codeOf(makeOle2('Workbook'))).toBe('old-xls');
    expect(await codeOf(makeZip([{ name: 'mimetype', data: MIME }]), 'a.ods')).toBe('damaged');
    expect(await codeOf(Buffer.from('没有分隔的一行'), 'a.txt')).toBe('text');
    expect(await codeOf(Buffer.from('%PDF-1.7'), 'a.pdf')).toBe('pdf');
  });

  it('is refused before the library unpacks it where it claims too much, or lies', async () => {
    expect(await codeOf(ods(Buffer.alloc(3 * 1024 * 1024)), 'a.ods')).toBe('bad-ratio');
    const lying = makeZip([
      { name: 'mimetype', data: MIME },
      { name: 'content.xml', data: Buffer.alloc(9000), unpackedBytes: 10 },
    ]);
    expect(await codeOf(lying, 'a.ods')).toBe('bad-ratio');
    const wrong = makeZip([
      { name: 'mimetype', data: MIME },
      { name: 'content.xml', data: '<a/>', crc: 7 },
    ]);
    expect(await codeOf(wrong, 'a.ods')).toBe('bad-checksum');
  });

  it('is refused where records of an .xls lead beyond their stream, or are those of early editions', async () => {
    const xls = Buffer.from(saveAs(sheet, 'biff8'));
    const book = xls.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]));
    const next = book + 4 + xls.readUInt16LE(book + 2);
    const changed = (at: number, value: number) => {
      const copy = Buffer.from(xls);
      copy.writeUInt16LE(value, at);
      return copy;
    };
    expect(await codeOf(changed(book + 4, 0x0500))).toBe('old-xls');
    for (const kind of [0, 1, 2, 3, 4, 5, 7, 8]) expect(await codeOf(changed(next, kind))).toBe('damaged');
    expect(await codeOf(changed(next + 2, 0xfff0))).toBe('damaged');
  });

  it('or has more rows, cells or sheets than allowed', async () => {
    const xlsb = saveAs(sheet, 'xlsb');
    expect(await codeOf(xlsb, 'a.xlsb', { ...INTAKE_LIMITS, rows: 40 })).toBe('too-large');
    expect(await codeOf(xlsb, 'a.xlsb', { ...INTAKE_LIMITS, cells: 100 })).toBe('too-large');
    expect(await codeOf(saveAs(roster, 'xlsb'), 'a.xlsb', { ...INTAKE_LIMITS, sheets: 2 })).toBe('damaged');
    expect(await codeOf(Buffer.from('1,2\n3,4'), 'a.csv', { ...INTAKE_LIMITS, cells: 3 })).toBe('too-large');
    expect(await codeOf(Buffer.from('1,2\n3,4'), 'a.csv', { ...INTAKE_LIMITS, rows: 1 })).toBe('too-large');
    expect(await codeOf(xlsb, 'a.xlsb', { ...INTAKE_LIMITS, fileBytes: 100 })).toBe('too-large');
  });
});
