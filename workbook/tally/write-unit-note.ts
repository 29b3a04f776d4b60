/** 通知单: one page for a unit that has to do something, ready to be sent. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import type { TallyMember } from '../../rules/tally/unit-tally.ts';
import { LOOK, type Look } from '../draw/cell-looks.ts';
import { ListWorkbook } from '../draw/list-workbook.ts';
import type { PenCell } from '../draw/page.ts';
import { printableWidth } from '../draw/print-setup.ts';
import { SheetPen } from '../draw/sheet-pen.ts';
import { BLANK_DAY, BLANK_TELEPHONE, INDENT } from '../draw/words.ts';
import { makeSafeFileName } from '../file-name.ts';
import { tellLastDay } from './last-day.ts';
import type { UnitTasks } from './unit-tasks.ts';

const SHEET = '通知单';
const SHARES = [0.07, 0.27, 0.12, 0.54] as const;
const HEADINGS = ['序号', '文件', '单元格', '情况和要做的事'] as const;
/** What more there is shows when these are mended. */
const MOST_TASKS = 30;

/** `浦东/200001 甲公司.xlsx` */
export function nameUnitNote({ number, name, district }: TallyMember): string {
  const file = `${makeSafeFileName(hideIdNumbers(`${number} ${name}`))}.xlsx`;
  return district === '' ? file : `${makeSafeFileName(district)}/${file}`;
}

/**
 * The telephone, the day of sending, and the last day where nobody has said it, are left to be filled in.
 * @param replyBy the last day for an answer, `YYYY-MM-DD`; null where only the document may say it
 */
export function writeUnitNote(
  scheme: ScoredScheme,
  { unit, tasks }: UnitTasks,
  replyBy: string | null,
): Promise<Uint8Array> {
  const title = '评分表需要处理的事项';
  const workbook = new ListWorkbook(title);
  const page = workbook.addPage(SHEET);
  const width = printableWidth('portrait');
  const pen = new SheetPen(
    page,
    SHARES.map((share) => share * width),
  );
  pen.writeLine(title, LOOK.title, 36);
  pen.writeLine(scheme.title, LOOK.subtitle, 24);
  pen.skip(8);
  pen.writeLine(`${unit.name}（编号 ${unit.number}）：`, LOOK.paragraph, 26);
  pen.writeLine(
    `${INDENT}贵单位的评分表还有下列事项需要处理，请在报送截止以前逐项办理，重新报送。`,
    LOOK.paragraph,
    26,
  );
  pen.writeLine(`${INDENT}报送截止：${tellLastDay(scheme, replyBy)}`, LOOK.paragraph, 26);
  pen.skip(6);
  const headingRow = pen.write(
    HEADINGS.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  tasks.slice(0, MOST_TASKS).forEach(({ file, cell, message }, index) => {
    const cells: [string | number, Look][] = [
      [index + 1, LOOK.center],
      [file, LOOK.text],
      [cell, LOOK.center],
      [hideIdNumbers(message), LOOK.text],
    ];
    pen.write(
      cells.map(([value, look]): PenCell => ({ value, look })),
      22,
    );
  });
  if (tasks.length > MOST_TASKS) pen.writeLine(`另有 ${tasks.length - MOST_TASKS} 处，改正后再看。`, LOOK.line, 20);
  pen.skip(8);
  for (const hint of [
    '请在发出的评分表上修改，只填黄色格和蓝色格，不要改动其他单元格，不要增删行列。',
    '请报送填好的电子表格（.xlsx），不要用扫描件、照片或 PDF 代替；盖章的纸质件按通知另行报送。',
  ]) {
    pen.writeLine(hint, LOOK.line, 20);
  }
  pen.writeLine(`有不清楚的，请与发这份通知单的${scheme.issuer}联系。联系电话：${BLANK_TELEPHONE}。`, LOOK.line, 20);
  pen.skip(14);
  for (const signed of [scheme.issuer, BLANK_DAY]) pen.writeLine(signed, { ...LOOK.paragraph, align: 'right' }, 26);
  page.setUp({ orientation: 'portrait', titleRows: { first: headingRow, last: headingRow } });
  return workbook.finish();
}
