import type { Tally } from '../../rules/tally/tally.ts';
import type { Change, ChangeKind } from '../../rules/tally/changes.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';
import { createEntryFinder } from './entry-cells.ts';
import { mapEach, type BodyCell, type TallyTable } from './tally-table.ts';
import { UNIT_COLUMNS } from './unit-tables.ts';

const CHANGE_SHEET = '变化';

const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  qualification: '参评资格',
  standing: '名额内外',
  state: '报送情况',
  score: '单元格',
  'district-rank': '区内名次',
};

/** 变化 since the earlier tally: first whose eligibility and place changed, then the cells. */
export function tableChanges({ changes }: Tally, layout: ScoreSheetLayout, earlierName: string): TallyTable {
  const placeOf = createEntryFinder(layout);
  const all = changes ?? [];
  const toCells = (change: Change): BodyCell[] => {
    const place = change.entry && placeOf(change.entry);
    const word = KIND_WORDS[change.kind];
    const isTelling = change.kind === 'qualification' || change.kind === 'standing';
    return [
      isTelling ? { value: word, tone: 'question' } : word,
      ...[change.unitNumber, change.district, change.unitName],
      place?.cell ?? null,
      place?.name ?? word,
      change.before,
      change.after,
    ];
  };
  return {
    sheetName: CHANGE_SHEET,
    title: '变化',
    purpose: '与上一次汇总相比变了什么',
    about: [`与“${earlierName}”相比：先列参评资格和名额内外有变化的单位，再列报送情况、逐个单元格和名次的变化。`],
    columns: [
      { heading: '类别', width: 60, align: 'center' },
      ...UNIT_COLUMNS,
      { heading: '单元格', width: 44, align: 'center' },
      { heading: '项目', width: 260, align: 'left' },
      { heading: '原来', width: 84, align: 'center' },
      { heading: '现在', width: 84, align: 'center' },
    ],
    frozen: 4,
    rowCount: all.length,
    rows: mapEach(all, toCells),
  };
}
