/** 说明, the first sheet of a master roster: which scheme it belongs to, and what stands in each column. */
import { asksForCoverage } from '../../rules/coverage.ts';
import { COVERAGE_LABEL, COVERAGE_WORDS, SCHEME_LABEL, SHEET, type TableKey } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { ColumnType } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import { LOOK } from '../draw/cell-looks.ts';
import type { ListWorkbook } from '../draw/list-workbook.ts';
import { printableWidth } from '../draw/print-setup.ts';
import type { PenCell } from '../draw/page.ts';
import { SheetPen } from '../draw/sheet-pen.ts';

const PURPOSE: Readonly<Record<TableKey, string>> = {
  memberUnits: '每家单位一行',
  scores: '每家单位一行，填评分表两栏的合计得分、否决项的状态',
  nominees: '每个推荐的集体或个人一行',
  overrides: '名额不按比例计算而由人工确定的，写在这里并写明理由；没有就留空',
  sequence: '造册时的行业先后次序，从上到下',
  projects: '每项工程一行，用来核对业绩条件',
  confirmations: '由人判断的条件，每项申报每个条件一行，确认人和日期都要填',
  materials: '每项申报的每件材料一行，登记是否交齐',
  experts: '参加评审的专家，每人一行',
  expertScores: '每位专家对每项申报的打分，一分一行',
  objections: '公示期间收到的异议，每件一行',
  decisions: '评审的结论、例外和对问题的答复，每项一行：什么事，对谁，谁决定，何时，为什么',
};

const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  code: '编号',
  'yes-no': '是或否',
  integer: '整数',
  number: '数',
  points: '得分',
  month: '年月',
  date: '日期',
  choice: '选填',
  'id-number': '身份证号（文本格式）',
  'credit-code': '18 位代码（文本格式）',
  phone: '电话号码',
};

const OPTIONAL_MARK = '（可缺）';

/** Shares of the page's width. */
const WIDTHS = [0.16, 0.22, 0.2, 0.42];

/**
 * @param remarks sentences about this one file, such as that all of it is invented
 * @param coverage what stands right of 名册范围
 */
export function writeRosterGuide(
  workbook: ListWorkbook,
  scheme: Scheme,
  remarks: readonly string[],
  coverage: string,
): void {
  const sheet = workbook.addPage(SHEET.scheme);
  sheet.setUp({ orientation: 'portrait' });
  const pen = new SheetPen(
    sheet,
    WIDTHS.map((share) => share * printableWidth('portrait')),
  );
  pen.writeLine(`${scheme.edition}年度评选总名册`, LOOK.title, 36);
  pen.writeLine(scheme.title, LOOK.subtitle, 24);
  pen.skip(8);
  for (const [label, value] of [
    [SCHEME_LABEL, scheme.id],
    ['年度', scheme.edition],
    ['评选单位', scheme.issuer],
    ...(asksForCoverage(scheme) ? [[COVERAGE_LABEL, coverage] as const] : []),
  ] as const) {
    pen.write([
      { value: label, look: LOOK.group },
      { value, look: LOOK.text, span: 3 },
    ]);
  }
  pen.skip(8);
  for (const remark of remarks) pen.writeLine(remark, { ...LOOK.line, tone: 'question' });
  if (asksForCoverage(scheme)) pen.writeLine(explainCoverage(scheme), LOOK.line);
  pen.writeLine('各表第一行是列名，程序按列名找列：列的次序可以改，可以加列，列名不可以改。', LOOK.line);
  pen.writeLine(`列名后注“${OPTIONAL_MARK}”的，这一列可以整列不要；留着的，用不到的行空着。`, LOOK.line);
  pen.skip(8);
  pen.write(['工作表', '列', '填什么', '说明'].map((value) => ({ value, look: LOOK.heading })));
  for (const key of sheetsOf(scheme)) writeSheetGuide(pen, scheme, key);
}

function explainCoverage({ districts }: Scheme): string {
  const [first, second] = districts.map(({ name }) => name);
  const some = first && second ? `；只有几个区的写区名，如“${first}、${second}”` : '';
  const { all, nominated } = COVERAGE_WORDS;
  return `“${COVERAGE_LABEL}”写明本名册有哪些会员单位：全都有的写“${all}”${some}；只有被推荐的单位的写“${nominated}”。不在名册中的，程序不核对，也不提问。`;
}

function purposeOf(key: TableKey, { quota }: Scheme): string {
  if (key !== 'memberUnits' || !quota) return PURPOSE[key];
  const use = quota.published.length > 0 ? `单位数与${quota.table.cite.clause}核对` : '名额按这里的单位数计算';
  return `${PURPOSE[key]}，${use}`;
}

function writeSheetGuide(pen: SheetPen, scheme: Scheme, key: TableKey): void {
  pen.write([
    { value: SHEET[key], look: LOOK.group },
    { value: purposeOf(key, scheme), look: LOOK.group, span: 3 },
  ]);
  for (const column of columnsOf(key, scheme)) {
    const words = column.choices?.join('、') ?? TYPE_WORDS[column.type];
    const cells: PenCell[] = [
      { value: '', look: LOOK.text },
      { value: column.heading + (column.optional ? OPTIONAL_MARK : ''), look: LOOK.text },
      { value: words, look: LOOK.text },
      { value: column.about ?? '', look: LOOK.text },
    ];
    pen.write(cells);
  }
}
