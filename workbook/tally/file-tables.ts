/** 退回文件, 提示 and 重复报送: a row for what there is to say of each file. */
import type { Tally } from '../../rules/tally/tally.ts';
import { showPath, type AcceptedFile, type Tie } from '../../rules/tally/returned-file.ts';
import type { Duplicate, Settlement } from '../../rules/tally/settle-duplicates.ts';
import { showValue } from '../../rules/tally/sheet-entries.ts';
import { STATE_WORDS, type TallyMember } from '../../rules/tally/unit-tally.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';
import { nameCode } from './code-words.ts';
import { createEntryFinder } from './entry-cells.ts';
import { flatMapEach, mapEach, type BodyCell, type TallyColumn, type TallyTable } from './tally-table.ts';
import { UNIT_COLUMNS } from './unit-tables.ts';

const REJECTED_SHEET = '退回文件';
const WARNING_SHEET = '提示';
export const DUPLICATE_SHEET = '重复报送';

/** A file or folder that was passed over. */
export interface IgnoredEntry {
  readonly path: string;
  /** In Chinese, without a full stop. */
  readonly why: string;
}

export const FILE: TallyColumn = { heading: '文件', width: 150, align: 'left' };
const CODE: TallyColumn = { heading: '类别', width: 78, align: 'left' };
const CELL: TallyColumn = { heading: '单元格', width: 36, align: 'center' };
const SENTENCE: TallyColumn = { heading: '说明', width: 230, align: 'left' };
export const HASH_HEADING = 'SHA-256';
export const HASH: TallyColumn = { heading: HASH_HEADING, width: 100, align: 'left' };

export function tableRejected(tally: Tally): TallyTable {
  const nameOf = unitNamer(tally);
  const stateOf = new Map(tally.units.map(({ unit, state }) => [unit.number, STATE_WORDS[state]]));
  const rows = flatMapEach(tally.rejected, ({ path, sha256, faults, tie }) =>
    faults.map(({ code, cell, message }): BodyCell[] => [
      showPath(path),
      ...nameOf(tie.unitNumber ?? ''),
      describeTie(tie),
      cell,
      message,
      stateOf.get(tie.unitNumber ?? '') ?? '',
      nameCode(code),
      sha256,
    ]),
  );
  return {
    sheetName: REJECTED_SHEET,
    title: '退回文件',
    purpose: '不能计入的文件：为什么，请单位改什么',
    about: [
      '这些文件收到了而不能计入，“说明”写明原因和要请单位做什么。一个文件有几处问题的各占一行；改正后重新报送即可。',
      '“认定依据”是凭什么认定为该单位的：文件内的标识、表上的编号和名称，或文件名。认不出的写明原因，请由人查看。',
    ],
    columns: [
      FILE,
      ...UNIT_COLUMNS,
      { heading: '认定依据', width: 70, align: 'left' },
      CELL,
      SENTENCE,
      { heading: '该单位\n现状', width: 44, align: 'center' },
      CODE,
      HASH,
    ],
    frozen: 1,
    rowCount: tally.rejected.reduce((sum, { faults }) => sum + faults.length, 0),
    rows,
  };
}

function describeTie(tie: Tie): BodyCell {
  if (tie.unitNumber === null) return { value: tie.why, tone: 'question' };
  return tie.by === 'inside' ? '文件内容' : '文件名';
}

export function tableWarnings(tally: Tally, ignored: readonly IgnoredEntry[]): TallyTable {
  const nameOf = unitNamer(tally);
  const remarked = mapEach(tally.remarks, ({ code, severity, message }): BodyCell[] => {
    const tone = severity === 'note' ? null : severity;
    return ['总名册', null, null, null, null, tone ? { value: message, tone } : message, nameCode(code)];
  });
  const warned = flatMapEach(tally.accepted, ({ path, unitNumber, warnings }) =>
    warnings.map(({ code, cell, message }): BodyCell[] => {
      return [showPath(path), ...nameOf(unitNumber), cell, message, nameCode(code)];
    }),
  );
  const passedOver = mapEach(ignored, ({ path, why }): BodyCell[] => {
    return [showPath(path), null, null, null, null, `没有读取：${why}。`, nameCode('ignored')];
  });
  return {
    sheetName: WARNING_SHEET,
    title: '提示',
    purpose: '计入了，而有要看一看的地方',
    about: ['总名册的问题列在最前；其次是没有退回、但有需要人看一看的地方的文件；没有读取的文件列在最后。'],
    columns: [FILE, ...UNIT_COLUMNS, CELL, { ...SENTENCE, width: 330 }, CODE],
    frozen: 1,
    rowCount: tally.accepted.reduce(
      (sum, { warnings }) => sum + warnings.length,
      tally.remarks.length + ignored.length,
    ),
    rows: flatMapEach([remarked, warned, passedOver], (part) => part),
  };
}

const SETTLEMENT_WORDS: Readonly<Record<Settlement, string>> = {
  same: '内容相同，计一次',
  fuller: '其余各份只少填，取填得最全的',
  chosen: '按人工选择',
  newest: '按保存时间取最新的一份',
  undecided: '内容不同，待选定，未计入',
};

/** The heading under which people mark the file that counts, and the word. */
export const CHOICE_HEADING = '选用';
export const CHOICE_WORD = '是';

export function tableDuplicates(tally: Tally, layout: ScoreSheetLayout): TallyTable {
  const nameOf = unitNamer(tally);
  const placeOf = createEntryFinder(layout);
  const { scoreSheet } = tally.scheme;
  const rows = flatMapEach(tally.duplicates, (duplicate): BodyCell[][] => {
    const { unitNumber, settlement, files, differences } = duplicate;
    const head: BodyCell[] = [
      ...nameOf(unitNumber),
      { value: SETTLEMENT_WORDS[settlement], tone: settlement === 'undecided' ? 'violation' : null },
    ];
    return [
      ...files.map((file, index): BodyCell[] => [...head, `第 ${index + 1} 份`, ...describeCopy(duplicate, file)]),
      ...differences.map(({ entry, values }): BodyCell[] => {
        const { cell, name } = placeOf(entry);
        const each = values.map((value, index) => `第 ${index + 1} 份 ${showValue(value, scoreSheet)}`);
        return [...head, cell, name, each.join('，'), null, null, null, null];
      }),
    ];
  });
  return {
    sheetName: DUPLICATE_SHEET,
    title: '重复报送',
    purpose: '一家交来几份的，要由您选定一份',
    about: [
      '同一单位报来几份：内容相同的计一次；内容不同的逐格列出，选定之前都不计入。',
      `选定的办法：在要计入的那一份的“${CHOICE_HEADING}”格填“${CHOICE_WORD}”，下次汇总时把本文件作为上一次的汇总一并给出；或把不要的文件移出报送文件夹；或在汇总时选定按文件内记载的保存时间（不全时按文件修改时间）取最新的一份。`,
    ],
    columns: [
      ...UNIT_COLUMNS,
      { heading: '处理', width: 76, align: 'left' },
      { heading: '份/单元格', width: 46, align: 'center' },
      { heading: '文件/项目', width: 160, align: 'left' },
      { heading: '各份的内容', width: 90, align: 'left' },
      { heading: '保存时间', width: 66, align: 'center' },
      { heading: '计入', width: 30, align: 'center' },
      { heading: CHOICE_HEADING, width: 34, align: 'center', input: { choices: [CHOICE_WORD] } },
      HASH,
    ],
    frozen: UNIT_COLUMNS.length,
    rowCount: tally.duplicates.reduce((sum, { files, differences }) => sum + files.length + differences.length, 0),
    rows,
  };
}

/** What stands behind the number of a copy. */
function describeCopy({ counted, settlement }: Duplicate, file: AcceptedFile): BodyCell[] {
  return [
    showPath(file.path),
    null,
    file.savedAt ?? '文件未记载',
    file === counted ? { value: '是', tone: 'fine' } : '否',
    file === counted && settlement === 'chosen' ? CHOICE_WORD : null,
    file.sha256,
  ];
}

function unitNamer({ units }: Tally): (unitNumber: string) => BodyCell[] {
  const byNumber = new Map<string, TallyMember>(units.map(({ unit }) => [unit.number, unit]));
  return (unitNumber) => {
    const unit = byNumber.get(unitNumber);
    return unit ? [unit.number, unit.district, unit.name] : [null, null, null];
  };
}
