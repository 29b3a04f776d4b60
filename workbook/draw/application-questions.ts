/** 人工确认单 of one application: what people have to judge, each with its clause, filled in as far as the master roster knows. */
import type { Worksheet } from 'exceljs';
import type { ApplicationFile } from '../../rules/application-file.ts';
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { drawApplicationHead } from './application-head.ts';
import { LOOK } from './cell-looks.ts';
import { nameDocument } from './words.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { ExceljsPage } from './exceljs-page.ts';
import { SheetPen } from './sheet-pen.ts';
import { drawWarning } from './sheet-lines.ts';

const COLUMNS = [
  { heading: '序号', width: 32 },
  { heading: '条件', width: 130 },
  { heading: '依据和原文', width: 0 },
  { heading: '结论', width: 34 },
  { heading: '确认人', width: 56 },
  { heading: '确认日期', width: 66 },
] as const;

export function drawQuestions(sheet: Worksheet, scheme: Scheme, file: ApplicationFile, warning: string): void {
  const fixed = COLUMNS.reduce((sum, { width }) => sum + width, 0);
  const pen = new SheetPen(
    new ExceljsPage(sheet),
    COLUMNS.map(({ width }) => width || printableWidth('portrait') - fixed),
  );
  drawApplicationHead(pen, '人工确认单', file);
  pen.writeLine(
    '以下条件由人判断：符合填“是”，不符合填“否”，并写明确认人和日期；填好后记入总名册“人工确认”表。',
    LOOK.line,
    26,
  );
  const firstRepeated = drawWarning(pen, warning);
  const headingRow = pen.write(
    COLUMNS.map(({ heading }) => ({ value: heading, look: LOOK.heading })),
    24,
  );
  file.questions.forEach(({ condition: { demand, cite }, row }, index) => {
    pen.write(
      [
        { value: index + 1, look: LOOK.center },
        { value: demand, look: LOOK.text },
        { value: `${nameDocument(scheme, cite)}：${cite.quote}`, look: { ...LOOK.text, fontSize: 9 } },
        { value: showAnswer(row?.holds ?? null), look: LOOK.center },
        { value: hideIdNumbers(row?.by ?? ''), look: LOOK.center },
        { value: row?.on ?? '', look: LOOK.center },
      ],
      30,
    );
  });
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false }];
  setUpPrint(sheet, 'portrait', { first: firstRepeated, last: headingRow });
}

function showAnswer(holds: boolean | null): string {
  if (holds === null) return '';
  return holds ? '是' : '否';
}
