/** 数据来源: where each number of the tally came from, and every value that was read. */
import type { VetoState } from '../../rules/master-roster.ts';
import { toPoints } from '../../rules/points.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { explainScoreColumns } from '../../rules/score-columns.ts';
import { listValues, type EntryValue } from '../../rules/tally/sheet-entries.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import { showPath, type AcceptedFile } from '../../rules/tally/returned-file.ts';
import type { TallyMember } from '../../rules/tally/unit-tally.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';
import { FILE, HASH } from './file-tables.ts';
import { mapEach, type BodyCell, type TallyColumn, type TallyTable } from './tally-table.ts';
import { nameUnit, UNIT_COLUMNS } from './unit-tables.ts';

export const SOURCE_SHEET = '数据来源';

/** Headings of the values that the next tally reads back. */
export const VALUE_HEADINGS = {
  self: '自评各项',
  association: '评分各项',
  selfVetoes: '自评否决项',
  associationVetoes: '评分否决项',
} as const;
export const BLANK_MARK = '-';
/** A cell that nobody could read. */
export const UNREAD_MARK = '?';
const VALUE_SEPARATOR = ' ';
export const VETO_MARKS: Readonly<Record<VetoState, string>> = { clear: '未', occurred: '有', open: BLANK_MARK };

/** Where each number came from. The values stand in the order of 逐项统计, which names their cells. */
export function tableSources(tally: Tally, layout: ScoreSheetLayout): TallyTable {
  const { self, association } = listRanges(layout);
  const counted = tally.units.flatMap(({ unit, scores }) => (scores ? { unit, file: scores.file } : []));
  const toRow = ({ unit, file }: { unit: TallyMember; file: AcceptedFile }): BodyCell[] => {
    const { sheet } = file;
    const marks = listValues(sheet).map((value) => markValue(tally.scheme, value));
    const take = (count: number) => marks.splice(0, count).join(VALUE_SEPARATOR);
    return [
      ...nameUnit({ unit }),
      showPath(file.path),
      sheet.sheetName,
      sheet.application,
      take(sheet.scores.self.length),
      take(sheet.scores.association.length),
      take(sheet.vetoes.self.length),
      take(sheet.vetoes.association.length),
      file.sha256,
    ];
  };
  const values = (heading: string, width: number): TallyColumn => ({ heading, width, align: 'left' });
  return {
    sheetName: SOURCE_SHEET,
    title: '数据来源',
    purpose: '每个数字来自哪个文件，留作凭证',
    about: [
      `每个数字来自哪个文件、哪张工作表；SHA-256 是文件内容的指纹。自评各项取自 ${self}，评分各项取自 ${association}，依次是“逐项统计”的各项和一票否决项。${explainScoreColumns(tally.scheme.scoreSheet)}。`,
      `“${BLANK_MARK}”是空白或未确认，“${UNREAD_MARK}”是填了而无法识别，否决项“${VETO_MARKS.clear}”是未发生、“${VETO_MARKS.occurred}”是发生。请勿改动本表，下次汇总靠它对比变化。`,
    ],
    columns: [
      ...UNIT_COLUMNS,
      FILE,
      { heading: '工作表', width: 44, align: 'center' },
      { heading: '保存软件', width: 60, align: 'left' },
      values(VALUE_HEADINGS.self, 150),
      values(VALUE_HEADINGS.association, 150),
      values(VALUE_HEADINGS.selfVetoes, 44),
      values(VALUE_HEADINGS.associationVetoes, 44),
      HASH,
    ],
    frozen: UNIT_COLUMNS.length,
    rowCount: counted.length,
    rows: mapEach(counted, toRow),
  };
}

function markValue({ scoreSheet }: ScoredScheme, value: EntryValue): string {
  if (value === null) return BLANK_MARK;
  if (value === 'unread') return UNREAD_MARK;
  return typeof value === 'number' ? String(toPoints(value, scoreSheet.step.value)) : VETO_MARKS[value];
}

/** `D7:D37、D40:D44、D47:D51`, for each column. */
function listRanges(layout: ScoreSheetLayout): { self: string; association: string } {
  const blocks = [
    layout.categories.flatMap(({ items }) => items.map(({ scoreCells }) => scoreCells)),
    layout.bonus.items.map(({ scoreCells }) => scoreCells),
    layout.vetoes.map(({ stateCells }) => stateCells),
  ];
  const ranges = (role: 'self' | 'association') =>
    blocks
      .filter((block) => block.length > 0)
      .map((block) => `${block[0]?.[role] ?? ''}:${block.at(-1)?.[role] ?? ''}`)
      .join('、');
  return { self: ranges('self'), association: ranges('association') };
}
