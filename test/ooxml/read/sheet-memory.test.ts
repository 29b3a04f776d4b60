/** A sheet gives the same, or is refused for the same cause, whatever was read before it: nothing that a reader remembers changes a verdict. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { openOneOfMany, openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { PartMemory } from '../../../ooxml/read/part-memory.ts';
import type { SheetContent } from '../../../ooxml/read/sheet-content.ts';
import { handWorkbook, sheetXml, workbookParts, type Parts } from '../../support/hand-workbook.ts';
import { intakeCode } from '../../support/intake.ts';

const LIMITS = { ...INTAKE_LIMITS, rows: 6, cells: 9, merges: 3 };

type Read = (bytes: Uint8Array) => SheetContent;
const readAlone: Read = (bytes) => openWorkbook(bytes, '甲.xlsx', LIMITS).readSheet('表');
function openReader(): Read {
  const memory = new PartMemory(LIMITS);
  return (bytes) => openOneOfMany(bytes, '甲.xlsx', memory).readSheet('表');
}

function outcome(read: Read, bytes: Uint8Array): unknown {
  let sheet: SheetContent | undefined;
  const code = intakeCode(() => {
    sheet = read(bytes);
  });
  return code ?? sheet;
}

const STYLES = workbookParts()['xl/styles.xml'] ?? '';
const STRINGS = workbookParts()['xl/sharedStrings.xml'] ?? '';
const PARTS: readonly Parts[] = [
  {},
  { 'xl/sharedStrings.xml': STRINGS.replace('单位', '别的单位') },
  { 'xl/sharedStrings.xml': '<sst><si><r><rPr><strike/></rPr><t>划去</t></r></si></sst>' },
  { 'xl/sharedStrings.xml': '<sst/>' },
  { 'xl/styles.xml': STYLES.replace('numFmtId="14"', 'numFmtId="0"') },
  { 'xl/styles.xml': STYLES.replace('<xf numFmtId="14"/>', '') },
  {
    'xl/workbook.xml': (workbookParts()['xl/workbook.xml'] ?? '').replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    ),
  },
];

/** Cells of row 1 or 2; some are faulty, some only seem to end their row. */
const CELLS = [
  '<c r="A1" t="s"><v>0</v></c>',
  '<c r="A1" s="1"><v>45292</v></c>',
  '<c r="B1" s="2" t="inlineStr"><is><t>一家名称很长很长很长的单位</t></is></c>',
  '<c r="B1" t="inlineStr"><is><r><rPr><strike/></rPr><t>划去</t></r></is></c>',
  '<c r="C1" t="d"><v>2024-01-01</v></c>',
  '<c r="C1"><f>A1</f></c>',
  '<c r="D1"><!-- </row> --><v>1</v></c>',
  '<c r="D1" t="str"><v><![CDATA[</row>]]></v></c>',
  '<c><v>7</v></c>',
  '<c r="E1" s="99"/>',
  '<c r="F2"><v>1</v></c>',
  '<c r="G1"><v>x</v></c>',
  '<c r="H1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c>',
];
const ROW_TAGS = ['<row r="1">', '<row>', '<row r="1" hidden="1">', '<row r="1" ht="0">', '<row r="2">', '<row r="x">'];
const RESTS = [
  '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
  '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C2"/></mergeCells>',
  '<autoFilter ref="A1:C9"><filterColumn/></autoFilter>',
  '<sheetProtection sheet="1"/>',
  '<!-- <pageMargins/> -->',
  '<x><pageMargins/></x>',
  '<pageMargins left="0"/>',
  '<pageMargins left="0"/><mergeCells><mergeCell ref="D1:E2"/></mergeCells>',
  '<cols><col min="3" max="4" hidden="1"/></cols>',
  '<mergeCells><mergeCell ref="?"/></mergeCells>',
];

const row = fc
  .tuple(fc.constantFrom(...ROW_TAGS), fc.subarray(CELLS, { maxLength: 4 }))
  .map(([tag, cells]) => `${tag}${cells.join('')}</row>`)
  .chain((xml) => fc.constantFrom(xml, xml, xml, ` ${xml}`, `<x/>${xml}`, `<x>${xml}</x>`));
const some = <T>(values: readonly T[], most: number) => fc.array(fc.constantFrom(...values), { maxLength: most });
const sheet = fc
  .record({
    rows: fc.array(row, { maxLength: 4 }),
    rest: some(RESTS, 4),
    before: some(RESTS.slice(0, 4), 1),
    parts: fc.constantFrom(...PARTS),
    prefixed: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
  })
  .map(({ rows, rest, before, parts, prefixed }) => {
    const xml = sheetXml(rows.join(''), rest.join(''), before.join(''));
    const named = prefixed ? xml.replace(/<(\/?)(?=[a-wy-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=') : xml;
    return handWorkbook({ ...parts, 'xl/worksheets/sheet1.xml': named });
  });

describe('a sheet that is like others', () => {
  it('reads as if it were alone', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 2, maxLength: 6 }), (workbooks) => {
        const read = openReader();
        // Twice each, so that all of it has been read before.
        for (const bytes of [...workbooks, ...workbooks]) {
          expect(outcome(read, bytes)).toEqual(outcome(readAlone, bytes));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is not taken for another one of whose row the text goes on, or which only seems to end there', () => {
    const read = openReader();
    const of = (rows: string, rest = '') => handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows, rest) });
    const hidden = '<row r="1"><c r="A1"><!-- </row> --><v>1</v></c></row>';
    expect(read(of(hidden)).rows).toEqual(readAlone(of(hidden)).rows);
    const open = of('<row r="1"><c r="A1"><!-- </row>');
    expect(outcome(read, open)).toBe('damaged');
    const good = of('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells/><pageMargins left="0"/>');
    expect(read(good).rows).toHaveLength(1);
    expect(outcome(read, of('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells/><pageMargins left="0">'))).toBe(
      'damaged',
    );
  });

  it('gives rows of its own strings, also when the row is the same', () => {
    const read = openReader();
    const texts = PARTS.slice(0, 2).map((parts) => read(handWorkbook(parts)).rows[0]?.cells[0]);
    expect(texts).toMatchObject([{ text: '单位' }, { text: '别的单位' }]);
  });
});
