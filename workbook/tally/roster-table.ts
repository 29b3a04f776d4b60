import type { ScoreWrite, ScoreWriteKind } from '../roster/fill-roster-scores.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { mapEach, type BodyCell, type BodyTone, type TallyTable } from './tally-table.ts';
import { nameUnit, UNIT_COLUMNS } from './unit-tables.ts';

const ROSTER_SHEET = '写入总名册';

/** The most telling come first. */
const KINDS: readonly ScoreWriteKind[] = ['kept', 'cleared', 'changed', 'added'];

const KIND_WORDS: Readonly<Record<ScoreWriteKind, string>> = {
  kept: '保留（评分表空白）',
  cleared: '清除',
  changed: '更改',
  added: '填入',
};

const KIND_TONES: Readonly<Record<ScoreWriteKind, BodyTone | null>> = {
  kept: 'question',
  cleared: 'violation',
  changed: 'question',
  added: null,
};

/** 写入总名册: every cell of 评分 in which the new roster differs from the one that was read, or would, were clearing allowed. */
export function tableRosterWrites(writes: readonly ScoreWrite[]): TallyTable {
  const toCells = ({ kind, unit, heading, address, before, after }: ScoreWrite): BodyCell[] => [
    ...nameUnit({ unit }),
    { value: KIND_WORDS[kind], tone: KIND_TONES[kind] },
    address,
    heading,
    before,
    after,
  ];
  return {
    sheetName: ROSTER_SHEET,
    title: '写入总名册',
    purpose: '新的总名册改了哪几格',
    about: [
      `逐格列出新总名册“${SHEET.scores}”表与原来不同的地方；相同的不列。`,
      '评分表空白而总名册中有内容的，原样保留；确要清除的，在总名册里删去。',
    ],
    columns: [
      ...UNIT_COLUMNS,
      { heading: '处理', width: 80, align: 'center' },
      { heading: '单元格', width: 44, align: 'center' },
      { heading: '列', width: 100, align: 'left' },
      { heading: '原来', width: 60, align: 'center' },
      { heading: '评分表', width: 60, align: 'center' },
    ],
    frozen: UNIT_COLUMNS.length,
    rowCount: writes.length,
    rows: mapEach(
      KINDS.flatMap((kind) => writes.filter((write) => write.kind === kind)),
      toCells,
    ),
  };
}
