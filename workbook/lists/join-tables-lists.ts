/** The tables of 并入明细 about whole lists: what came in, and whom a list does not have. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import { mapEach, type BodyCell, type PlainTable } from '../tally/tally-table.ts';
import type { GivenList, JoinReport } from './given-list.ts';
import { tellUnit, UNIT } from './join-tables-open.ts';

/** Each list by what it is and what was read of it, unread ones too. */
export function tableGivenLists({ lists, joined }: JoinReport): PlainTable {
  const rowsOf = ({ file, sheets, skipped, fault }: GivenList): BodyCell[][] => [
    ...(fault === null
      ? []
      : [[file.name, '', null, null, null, { value: fault, tone: 'violation' as const }, file.sha256]]),
    ...sheets.map((sheet): BodyCell[] => [
      file.name,
      hideLongNumbers(sheet.name),
      sheet.rows.length,
      joined.matched.get(sheet) ?? 0,
      sheet.aside,
      '',
      file.sha256,
    ]),
    ...skipped.map(({ name, why }): BodyCell[] => [
      file.name,
      hideLongNumbers(name),
      null,
      null,
      null,
      `没有读：${why}`,
      file.sha256,
    ]),
  ];
  const rows = lists.flatMap(rowsOf);
  return {
    sheetName: '名单',
    title: '并入的名单',
    about: ['每份名单读了哪些表、几行、认出几行；没有读的写明原因。'],
    columns: [
      { heading: '名单', width: 150, align: 'left' },
      { heading: '工作表', width: 90, align: 'left' },
      { heading: '行数', width: 40, align: 'center' },
      { heading: '认出', width: 40, align: 'center' },
      { heading: '合计、注释等，未当作记录', width: 70, align: 'center' },
      { heading: '说明', width: 200, align: 'left' },
      { heading: '文件的 SHA-256', width: 130, align: 'left' },
    ],
    frozen: 0,
    rowCount: rows.length,
    rows,
  };
}

/** Units of the roster that a list has no row of: it may hold only some, and it may have forgotten them. */
export function tableAbsent({ joined: { absent } }: JoinReport): PlainTable {
  return {
    sheetName: '名单里没有的单位',
    title: '总名册里有、名单里没有的单位',
    about: ['名单本来只列一部分单位的（例如表彰名单），不必管；本来应当齐全的，请向编名单的人核对。'],
    columns: [{ heading: '名单', width: 150, align: 'left' }, ...UNIT, { heading: '所属', width: 80, align: 'center' }],
    frozen: 0,
    rowCount: absent.length,
    rows: mapEach(absent, ({ file, unit }): BodyCell[] => [file.name, ...tellUnit({ unit }), unit.district]),
  };
}
