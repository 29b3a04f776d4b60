import { describe, expect, it } from 'vitest';
import type { RosterColumn } from '../../../rules/roster-column.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { readTable } from '../../../workbook/intake/table.ts';
import { findUnseen } from '../../../workbook/roster/find-unseen.ts';
import { handWorkbook, sheetXml } from '../../support/hand-workbook.ts';

const COLUMNS: RosterColumn[] = [
  { heading: '编号', type: 'code' },
  { heading: '全称', type: 'text' },
  { heading: '会费', type: 'yes-no', optional: true },
];
const STRUCK =
  '<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>';

/** Rows of texts from row 1, the headings; what is put into the tag of a row or a cell makes it special. */
interface Options {
  readonly rows?: Readonly<Record<number, string>>;
  readonly cells?: Readonly<Record<string, string>>;
  readonly columns?: string;
  readonly filter?: string;
  readonly texts?: readonly (readonly string[])[];
}

const TEXTS = [
  ['编号', '全称', '会费', '备注'],
  ['1', '甲公司', '是', ''],
  ['2', '乙公司', '否', '旧'],
  ['', '', '', '不是一行'],
  ['3', '丙公司', '', ''],
];

function find(
  { rows = {}, cells = {}, columns = '', filter = '', texts = TEXTS }: Options,
  state: 'visible' | 'hidden' | 'veryHidden' = 'visible',
) {
  const xml = texts.map((row, at) => {
    const inside = row.map((text, column) => {
      const address = `${'ABCD'.charAt(column)}${at + 1}`;
      const look = cells[address] ?? '';
      return text === '' && look === '' ? '' : `<c r="${address}"${look} t="inlineStr"><is><t>${text}</t></is></c>`;
    });
    return `<row r="${at + 1}"${rows[at + 1] ?? ''}>${inside.join('')}</row>`;
  });
  const part = sheetXml(xml.join(''), filter, columns && `<cols>${columns}</cols>`);
  const bytes = handWorkbook({ 'xl/worksheets/sheet1.xml': part, 'xl/styles.xml': STRUCK });
  const sheet = openWorkbook(bytes, '总名册.xlsx').readSheet('表');
  return findUnseen('memberUnits', sheet, readTable(sheet, COLUMNS), state).map(({ kind, cell, rows: of }) =>
    [kind, cell.row, cell.heading, of.join()].join(' '),
  );
}

const FILTERED = '<filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn>';

describe('findUnseen', () => {
  it('finds nothing where everything is seen', () => {
    expect(find({})).toEqual([]);
    expect(find({ filter: '<autoFilter ref="A1:D5"/>' })).toEqual([]);
  });

  it('names each hidden row that was read, and its first cell', () => {
    expect(find({ rows: { 2: ' hidden="1"', 4: ' hidden="1"', 5: ' ht="0"' } })).toEqual([
      'row-hidden 2 编号 2',
      'row-hidden 5 编号 5',
    ]);
  });

  it('names a filter once, with the rows that it hides; a row outside it by itself', () => {
    const rows = { 2: ' hidden="1"', 3: ' hidden="1"', 5: ' hidden="1"' };
    expect(find({ rows, filter: `<autoFilter ref="A1:D4">${FILTERED}</autoFilter>` })).toEqual([
      'row-hidden 5 编号 5',
      'rows-filtered  编号 2,3',
    ]);
  });

  it('names a row that is struck out as a whole; one cell of it is a value less', () => {
    const struck = ' s="1"';
    expect(find({ cells: { A2: struck, B2: struck, C2: struck } })).toEqual(['row-struck 2 编号 2']);
    expect(find({ cells: { A5: struck, B5: struck } })).toEqual(['row-struck 5 编号 5']);
    expect(find({ cells: { A2: struck, B2: struck } })).toEqual([]);
    expect(find({ cells: { B5: struck } })).toEqual([]);
    // A remark of the staff's own, a heading, and a blank cell are no rows of the roster.
    expect(find({ cells: { D3: struck, A1: struck, C5: struck, D4: struck } })).toEqual([]);
  });

  it('names a hidden column that holds something', () => {
    expect(find({ columns: '<col min="3" max="4" hidden="1"/>' })).toEqual(['column-hidden  会费 ']);
    expect(find({ columns: '<col min="4" max="4" hidden="1"/>' })).toEqual([]);
    expect(
      find({
        columns: '<col min="3" max="3" hidden="1"/>',
        texts: [
          ['编号', '全称', '会费'],
          ['1', '甲', ''],
        ],
      }),
    ).toEqual([]);
    const unread = [
      ['编号', '全称', '会费'],
      ['1', '甲', '看情况'],
    ];
    expect(find({ columns: '<col min="3" max="3" width="0"/>', texts: unread })).toEqual(['column-hidden  会费 ']);
  });

  it('names a hidden sheet, and nothing in it; none without rows', () => {
    expect(find({ rows: { 2: ' hidden="1"' }, cells: { A3: ' s="1"' } }, 'hidden')).toEqual(['sheet-hidden  编号 ']);
    expect(find({}, 'veryHidden')).toEqual(['sheet-very-hidden  编号 ']);
    expect(find({ texts: [['编号', '全称']] }, 'hidden')).toEqual([]);
  });
});
