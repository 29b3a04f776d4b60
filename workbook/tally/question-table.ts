import { nameScoreColumn } from '../../rules/score-columns.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import type { FileQuestion, Tally } from '../../rules/tally/tally.ts';
import { countAnswered } from '../../rules/tally/sheet-answer.ts';
import { CHOICE_WORD, FILE, HASH } from './file-tables.ts';
import { mapEach, type BodyCell, type TallyTable } from './tally-table.ts';
import { nameUnit, UNIT_COLUMNS } from './unit-tables.ts';

export const QUESTION_SHEET = '待确认';
/** The heading under which people confirm a file. */
export const CONFIRM_HEADING = '确认';

/** 待确认: files that count once somebody has said that they mean what they say. Answered ones stay, so that the answer goes on to the next tally. */
export function tableQuestions({ questions, scheme: { scoreSheet } }: Tally): TallyTable {
  const [association, self] = [nameScoreColumn(scoreSheet, 'association'), nameScoreColumn(scoreSheet, 'self')];
  const toCells = ({ unit, file, confirmed }: FileQuestion): BodyCell[] => [
    ...nameUnit({ unit }),
    showPath(file.path),
    `${association}一栏填了 ${countAnswered(file.sheet, 'association')} 项，${self}一栏填了 ${countAnswered(file.sheet, 'self')} 项：可能填错了栏。`,
    confirmed ? { value: '已确认，计入', tone: 'fine' } : { value: '待确认，未计入', tone: 'question' },
    confirmed ? CHOICE_WORD : null,
    file.sha256,
  ];
  return {
    sheetName: QUESTION_SHEET,
    title: '待确认',
    purpose: '可能填错了栏的文件，要由您确认',
    about: [
      `这些文件可能填错了栏，确认之前不计入，也不写进总名册。填错栏的，请单位把得分改填到${self}一栏后重新报送。`,
      `确实是评分方打的分、单位没有自评或没有评完的，在“${CONFIRM_HEADING}”格填“${CHOICE_WORD}”，下次汇总时把本文件作为上一次的汇总一并给出。`,
    ],
    columns: [
      ...UNIT_COLUMNS,
      FILE,
      { heading: '情形', width: 200, align: 'left' },
      { heading: '处理', width: 70, align: 'center' },
      { heading: CONFIRM_HEADING, width: 34, align: 'center', input: { choices: [CHOICE_WORD] } },
      HASH,
    ],
    frozen: UNIT_COLUMNS.length,
    rowCount: questions.length,
    rows: mapEach(questions, toCells),
  };
}
