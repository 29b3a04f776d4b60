/** The tables of 并入明细 that say what was done. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import { flatMapEach, mapEach, type BodyCell, type PlainTable } from '../tally/tally-table.ts';
import type { MappingOrigin } from '../../rules/lists/list-sheet.ts';
import type { JoinReport } from './given-list.ts';
import { SOURCE, tellPlace, tellUnit, UNIT } from './join-tables-open.ts';
import { showJoined, writtenOf } from './joined-sheet.ts';
import { isIdentityColumn } from './list-columns.ts';

const ORIGIN_WORDS: Readonly<Record<MappingOrigin, string>> = {
  own: '列名相同，或是常见的另一种写法',
  given: '这次指明的，已记在新总名册里',
  remembered: '总名册记得的',
  listed: '凡列入名单的都填',
};

/** Which column of a list went where, and which went nowhere. */
export function tableMapped({ lists, hasColumn }: JoinReport): PlainTable {
  const sheets = lists.flatMap((list) => list.sheets);
  const tell = (heading: string, origin: MappingOrigin): BodyCell => {
    if (isIdentityColumn(heading)) return '用来认单位，不写入';
    if (hasColumn(heading)) return ORIGIN_WORDS[origin];
    return { value: '总名册的表里没有这一列，没有写；要并入的，先在总名册里加上这一列', tone: 'question' };
  };
  return {
    sheetName: '列的对应',
    title: '名单的列与总名册的列',
    about: ['没有对应的列不读；要并入的，指明它是总名册的哪一列再并一次，总名册会记住。'],
    columns: [
      { heading: '名单', width: 130, align: 'left' },
      { heading: '工作表', width: 80, align: 'left' },
      { heading: '名单的列', width: 120, align: 'left' },
      { heading: '总名册的列', width: 100, align: 'left' },
      { heading: '怎么对上的', width: 220, align: 'left' },
    ],
    frozen: 0,
    rowCount: sheets.reduce((sum, { columns, unmapped }) => sum + columns.length + unmapped.length, 0),
    rows: flatMapEach(sheets, ({ file, name, columns, unmapped }) => {
      const place = [file.name, hideLongNumbers(name)];
      return [
        ...columns.map(({ written, heading, origin }): BodyCell[] => [
          ...place,
          written,
          heading,
          tell(heading, origin),
        ]),
        ...unmapped.map((written): BodyCell[] => [...place, written, '', '没有对应']),
      ];
    }),
  };
}

/** Every value that was written, and where it came from. */
export function tableFilled({ written }: JoinReport): PlainTable {
  return {
    sheetName: '写入的值',
    title: '写进总名册的值',
    about: ['新总名册里这些格涂了颜色，来源也记在它的“并入清单”表里。'],
    columns: [
      ...UNIT,
      { heading: '列', width: 70, align: 'left' },
      { heading: '原来', width: 70, align: 'left' },
      { heading: '写入', width: 80, align: 'left' },
      ...SOURCE,
      { heading: '名单的列', width: 80, align: 'left' },
      { heading: '名单文件的 SHA-256', width: 120, align: 'left' },
    ],
    frozen: 2,
    rowCount: written.length,
    rows: mapEach(written, (cell): BodyCell[] => [
      ...tellUnit(cell),
      cell.heading,
      showJoined(cell.before),
      showJoined(cell.claims[0].value),
      ...tellPlace(cell.claims[0]),
      writtenOf(cell.claims[0]),
      cell.claims[0].sheet.file.sha256,
    ]),
  };
}
