/** 退回文件, 提示, 重复报送 and 数据来源: a row for each file, or for what there is to say of it. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { toPoints } from '../../rules/points.ts';
import type { MemberUnit, VetoState } from '../../rules/master-roster.ts';
import type { Tally } from '../../rules/tally.ts';
import type { AcceptedFile } from '../../rules/tally/returned-file.ts';
import type { Duplicate, Settlement } from '../../rules/tally/settle-duplicates.ts';
import { showValue } from '../../rules/tally/sheet-entries.ts';
import { STATE_WORDS } from '../../rules/tally/unit-tally.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';
import { createEntryFinder } from './entry-cells.ts';
import type { BodyCell, TallyColumn, TallyTable } from './tally-table.ts';
import { UNIT_COLUMNS } from './unit-tables.ts';

export const REJECTED_SHEET = '退回文件';
export const WARNING_SHEET = '提示';
export const DUPLICATE_SHEET = '重复报送';
export const SOURCE_SHEET = '数据来源';

/** A file or folder that was passed over. */
export interface IgnoredEntry {
  readonly path: string;
  /** In Chinese, without a full stop. */
  readonly why: string;
}

const FILE: TallyColumn = { heading: '文件', width: 150, align: 'left' };
const CODE: TallyColumn = { heading: '代码', width: 78, align: 'left' };
const CELL: TallyColumn = { heading: '单元格', width: 36, align: 'center' };
const SENTENCE: TallyColumn = { heading: '说明', width: 230, align: 'left' };
export const HASH_HEADING = 'SHA-256';
const HASH: TallyColumn = { heading: HASH_HEADING, width: 100, align: 'left' };

export function tableRejected(tally: Tally): TallyTable {
  const nameOf = unitNamer(tally);
  const stateOf = new Map(tally.units.map(({ unit, state }) => [unit.number, STATE_WORDS[state]]));
  const rows = tally.rejected.flatMap(({ path, sha256, faults, unitNumber }) =>
    faults.map(({ code, cell, message }): BodyCell[] => [
      hideIdNumbers(path),
      ...nameOf(unitNumber ?? ''),
      code,
      cell,
      message,
      stateOf.get(unitNumber ?? '') ?? '',
      sha256,
    ]),
  );
  return {
    sheetName: REJECTED_SHEET,
    title: '退回文件',
    about: ['这些文件没有计入。一个文件有几处问题的各占一行；改正后重新报送即可。'],
    columns: [
      FILE,
      ...UNIT_COLUMNS,
      CODE,
      CELL,
      SENTENCE,
      { heading: '该单位\n现状', width: 44, align: 'center' },
      HASH,
    ],
    frozen: 1,
    rows,
  };
}

export function tableWarnings(tally: Tally, ignored: readonly IgnoredEntry[]): TallyTable {
  const nameOf = unitNamer(tally);
  const rows = tally.accepted.flatMap(({ path, sheet, warnings }) =>
    warnings.map(({ code, cell, message }): BodyCell[] => {
      return [hideIdNumbers(path), ...nameOf(sheet.unitNumber), code, cell, message];
    }),
  );
  const passedOver = ignored.map(({ path, why }): BodyCell[] => {
    return [hideIdNumbers(path), null, null, null, 'ignored', null, `没有读取：${why}。`];
  });
  return {
    sheetName: WARNING_SHEET,
    title: '提示',
    about: ['这些文件已经计入，但有需要人看一看的地方；没有读取的文件列在最后。'],
    columns: [FILE, ...UNIT_COLUMNS, CODE, CELL, { ...SENTENCE, width: 330 }],
    frozen: 1,
    rows: [...rows, ...passedOver],
  };
}

const SETTLEMENT_WORDS: Readonly<Record<Settlement, string>> = {
  same: '内容相同，计一次',
  chosen: '按人工选择',
  newest: '按保存时间取最新（--prefer newest）',
  undecided: '内容不同，待选定，未计入',
};

/** The heading under which people mark the file that counts, and the word. */
export const CHOICE_HEADING = '选用';
export const CHOICE_WORD = '是';

export function tableDuplicates(tally: Tally, layout: ScoreSheetLayout): TallyTable {
  const nameOf = unitNamer(tally);
  const placeOf = createEntryFinder(layout);
  const { scoreSheet } = tally.scheme;
  const rows = tally.duplicates.flatMap((duplicate): BodyCell[][] => {
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
    about: [
      '同一单位报来几份：内容相同的计一次；内容不同的逐格列出，选定之前都不计入。',
      `选定的办法：在要计入的那一份的“${CHOICE_HEADING}”格填“${CHOICE_WORD}”，下次汇总加 --previous 并给出本文件；或把不要的文件移出报送文件夹；或加 --prefer newest 按文件内记载的保存时间（不全时按文件修改时间）取最新的一份。`,
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
    rows,
  };
}

/** What stands behind the number of a copy. */
function describeCopy({ counted, settlement }: Duplicate, file: AcceptedFile): BodyCell[] {
  return [
    hideIdNumbers(file.path),
    null,
    file.savedAt ?? '文件未记载',
    file === counted ? { value: '是', tone: 'fine' } : '否',
    file === counted && settlement === 'chosen' ? CHOICE_WORD : null,
    file.sha256,
  ];
}

/** Headings of the values that the next tally reads back. */
export const VALUE_HEADINGS = {
  self: '自评各项',
  association: '评分各项',
  selfVetoes: '自评否决项',
  associationVetoes: '评分否决项',
} as const;
export const BLANK_MARK = '-';
export const VALUE_SEPARATOR = ' ';
export const VETO_MARKS: Readonly<Record<VetoState, string>> = { clear: '未', occurred: '有', open: BLANK_MARK };

/** Where each number came from. The values stand in the order of 逐项统计, which names their cells. */
export function tableSources(tally: Tally, layout: ScoreSheetLayout): TallyTable {
  const { self, association } = listRanges(layout);
  const rows = tally.units.flatMap(({ unit, scores }): BodyCell[][] => {
    if (!scores) return [];
    const { file } = scores;
    const { scores: given, vetoes, sheetName, application } = file.sheet;
    return [
      [
        ...[unit.number, unit.district, unit.name],
        hideIdNumbers(file.path),
        sheetName,
        file.sha256,
        application,
        writeScores(tally.scheme, given.self),
        writeScores(tally.scheme, given.association),
        writeVetoes(vetoes.self),
        writeVetoes(vetoes.association),
      ],
    ];
  });
  const values = (heading: string, width: number): TallyColumn => ({ heading, width, align: 'left' });
  return {
    sheetName: SOURCE_SHEET,
    title: '数据来源',
    about: [
      `每个数字来自哪个文件、哪张工作表；SHA-256 是文件内容的指纹。自评各项取自 ${self}，评分各项取自 ${association}，依次是“逐项统计”的各项和一票否决项。`,
      `“${BLANK_MARK}”是空白或未确认，否决项“${VETO_MARKS.clear}”是未发生、“${VETO_MARKS.occurred}”是发生。请勿改动本表，下次汇总靠它对比变化。`,
    ],
    columns: [
      ...UNIT_COLUMNS,
      FILE,
      { heading: '工作表', width: 44, align: 'center' },
      HASH,
      { heading: '保存软件', width: 60, align: 'left' },
      values(VALUE_HEADINGS.self, 150),
      values(VALUE_HEADINGS.association, 150),
      values(VALUE_HEADINGS.selfVetoes, 44),
      values(VALUE_HEADINGS.associationVetoes, 44),
    ],
    frozen: UNIT_COLUMNS.length,
    rows,
  };
}

function writeScores({ scoreSheet }: Scheme, scores: readonly (number | null)[]): string {
  const { step } = scoreSheet;
  return scores
    .map((score) => (score === null ? BLANK_MARK : String(toPoints(score, step.value))))
    .join(VALUE_SEPARATOR);
}

function writeVetoes(states: readonly VetoState[]): string {
  return states.map((state) => VETO_MARKS[state]).join(VALUE_SEPARATOR);
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

function unitNamer({ units }: Tally): (unitNumber: string) => BodyCell[] {
  const byNumber = new Map<string, MemberUnit>(units.map(({ unit }) => [unit.number, unit]));
  return (unitNumber) => {
    const unit = byNumber.get(unitNumber);
    return unit ? [unit.number, unit.district, unit.name] : [null, null, null];
  };
}
