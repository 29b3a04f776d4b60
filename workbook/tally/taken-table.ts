/** 推荐原件: what was gathered of nominations, handed on from one summary to the next. */
import { APPLICATION_COLUMN } from '../../rules/application-columns.ts';
import { OF_UNIT } from '../../rules/nominations/chosen-unit.ts';
import type { TakenRows } from '../../rules/nominations/returned-nominations.ts';
import { flatMapEach, type BodyCell, type TallyColumn, type TallyTable } from './tally-table.ts';

export const TAKEN_SHEET = '推荐原件';

export interface TakenTable {
  /** As `listTaken` gives them. */
  readonly taken: TakenRows;
  /** Headings that a district fills in. */
  readonly headings: readonly string[];
}

/** Whether the roster had the row like this, or it was written there. Below a row that it has not stands what both had before. */
export const AGREED_HEADING = '总名册已有';
export const AGREED_WORDS = { yes: '是', no: '否', before: '原有' } as const;

/** Of a cell of which nobody knows what both had before: a blank one is known to be blank. */
export const UNKNOWN_CELL = '不明';

/** 推荐原件: what `listTaken` gives, by which the next gathering knows what a district has changed since, and what staff have. */
export function tableTaken({ taken, headings }: TakenTable): TallyTable {
  const shown = [...OF_UNIT, ...headings];
  return {
    sheetName: TAKEN_SHEET,
    title: '推荐原件',
    purpose: '取用的推荐表，下次对比用，留作凭证',
    about: [
      '各区推荐表里收下的内容，原样记在这里，下次汇总据此认出区里改了什么、总名册里改了什么；请不要改动。',
      '里面有身份证号和电话，请不要外传。',
    ],
    columns: [
      { heading: APPLICATION_COLUMN.heading, width: 70, align: 'center', numFmt: '@' },
      { heading: AGREED_HEADING, width: 50, align: 'center' },
      ...shown.map((heading): TallyColumn => ({ heading, width: 80, align: 'left', numFmt: '@' })),
    ],
    frozen: 1,
    rowCount: [...taken.values()].reduce((sum, { before }) => sum + (before ? 2 : 1), 0),
    rows: flatMapEach(taken, ([application, { isAgreed, cells, before }]): BodyCell[][] => {
      const toRow = (word: string, textOf: (heading: string) => string) => [application, word, ...shown.map(textOf)];
      return [
        toRow(isAgreed ? AGREED_WORDS.yes : AGREED_WORDS.no, (heading) => cells.get(heading) ?? ''),
        ...(before ? [toRow(AGREED_WORDS.before, (heading) => before.get(heading) ?? UNKNOWN_CELL)] : []),
      ];
    }),
  };
}
