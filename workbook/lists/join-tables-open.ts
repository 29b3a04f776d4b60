/** The tables of 并入明细 that a person has to look at. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { JoinedCell, JoinedKind, ListClaim } from '../../rules/lists/join-lists.ts';
import { flatMapEach, mapEach, type BodyCell, type PlainTable, type TallyColumn } from '../tally/tally-table.ts';
import type { JoinReport } from './given-list.ts';
import { showJoined } from './joined-sheet.ts';

export const UNIT: readonly TallyColumn[] = [
  { heading: '编号', width: 56, align: 'center', numFmt: '@' },
  { heading: '全称', width: 150, align: 'left' },
];
export const SOURCE: readonly TallyColumn[] = [
  { heading: '名单', width: 120, align: 'left' },
  { heading: '工作表', width: 70, align: 'left' },
  { heading: '单元格', width: 46, align: 'center' },
];

const OPEN_WORDS: Readonly<Record<Exclude<JoinedKind, 'filled'>, string>> = {
  torn: '名单互相不一致，没有写',
  kept: '保留总名册的值',
  replaced: '已改用名单的值',
  closed: '没有写',
};

/** Where roster and lists differ, each value beside the other. */
export function tableConflicts({ joined, formulas }: JoinReport): PlainTable {
  const differing = joined.cells.filter(({ kind }) => kind !== 'filled');
  const cells = [...differing, ...formulas.filter(({ kind }) => kind === 'filled')];
  const isFormula = new Set(formulas);
  const tell = ({ kind, why }: JoinedCell) => {
    if (kind === 'filled') return '这一格是公式，没有改';
    return kind === 'closed' ? `${OPEN_WORDS.closed}：${why}` : OPEN_WORDS[kind];
  };
  return {
    sheetName: '不一致',
    title: '总名册与名单不一致的格',
    about: [
      '总名册已有的值一律保留；以名单为准的，在总名册里改过来，或者指明哪些列以名单为准再并一次。',
      '两份名单（或一份名单的两行）说法不同的，谁也不算，请核对后在总名册里填。',
    ],
    columns: [
      ...UNIT,
      { heading: '列', width: 70, align: 'left' },
      { heading: '总名册的值', width: 90, align: 'left' },
      { heading: '名单的值', width: 90, align: 'left' },
      { heading: '结果', width: 110, align: 'left' },
      ...SOURCE,
    ],
    frozen: 2,
    rowCount: cells.reduce((sum, { claims }) => sum + claims.length, 0),
    rows: flatMapEach(cells, (cell) =>
      cell.claims.map((claim): BodyCell[] => [
        ...tellUnit(cell),
        cell.heading,
        showJoined(cell.before),
        showJoined(claim.value),
        {
          value: isFormula.has(cell) ? '这一格是公式，没有改' : tell(cell),
          tone: cell.kind === 'replaced' && !isFormula.has(cell) ? null : 'question',
        },
        ...tellPlace(claim),
      ]),
    ),
  };
}

/** Rows of which nobody can say whose they are. */
export function tableOpenRows({ joined: { open } }: JoinReport): PlainTable {
  return {
    sheetName: '没认出的行',
    title: '名单里没有认出单位的行',
    about: ['没有猜，也没有写进总名册；在名单或总名册里改好后再并一次。'],
    columns: [
      { heading: '名单', width: 120, align: 'left' },
      { heading: '工作表', width: 70, align: 'left' },
      { heading: '行', width: 34, align: 'center' },
      { heading: '编号', width: 60, align: 'center', numFmt: '@' },
      { heading: '名称', width: 160, align: 'left' },
      { heading: '统一社会信用代码', width: 110, align: 'center', numFmt: '@' },
      { heading: '为什么', width: 230, align: 'left' },
    ],
    frozen: 0,
    rowCount: open.length,
    rows: mapEach(open, ({ sheet, row, reason }): BodyCell[] => [
      sheet.file.name,
      hideLongNumbers(sheet.name),
      row.row,
      hideLongNumbers(row.number),
      hideLongNumbers(row.name),
      row.creditCode ?? '',
      { value: reason, tone: 'question' },
    ]),
  };
}

/** Cells that say something which nobody can read. */
export function tableUnreadCells({ lists }: JoinReport): PlainTable {
  const sheets = lists.flatMap((list) => list.sheets);
  return {
    sheetName: '读不懂的格',
    title: '名单里读不懂的格',
    about: ['这些格没有写进总名册；改正后再并一次，或者直接在总名册里填。'],
    columns: [...SOURCE, { heading: '要改什么', width: 380, align: 'left' }],
    frozen: 0,
    rowCount: sheets.reduce((sum, { unread }) => sum + unread.length, 0),
    rows: flatMapEach(sheets, ({ file, name, unread }) =>
      unread.map(({ address, message }): BodyCell[] => [
        file.name,
        hideLongNumbers(name),
        address,
        { value: message, tone: 'question' },
      ]),
    ),
  };
}

export function tellUnit({ unit }: Pick<JoinedCell, 'unit'>): [string, string] {
  return [hideLongNumbers(unit.number), hideLongNumbers(unit.name)];
}

export function tellPlace({ sheet, address }: ListClaim): [string, string, string] {
  return [sheet.file.name, hideLongNumbers(sheet.name), address];
}
