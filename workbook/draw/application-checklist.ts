/** 材料清单 of one application: every item, whether it is there, what to do about it, how the whole is laid out, who has checked it. */
import type { Worksheet } from 'exceljs';
import { countItems, type ApplicationFile } from '../../rules/application-file.ts';
import { hideIdNumbers } from '../../rules/id-number.ts';
import { MATERIAL_WORDS } from '../../rules/master-roster.ts';
import type { ItemState } from '../../rules/materials.ts';
import type { MaterialItem } from '../../rules/scheme-parts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { drawApplicationHead } from './application-head.ts';
import { LOOK, type Tone } from './cell-looks.ts';
import { nameDocument } from './words.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { ExceljsPage } from './exceljs-page.ts';
import type { PenCell } from './page.ts';
import { SheetPen } from './sheet-pen.ts';
import { drawWarning } from './sheet-lines.ts';

const PROVIDERS: Readonly<Record<MaterialItem['provider'], string>> = {
  applicant: '申报方',
  association: '协会查询',
  printed: '随附表格，申报方签章',
};

const COLUMNS = [
  { heading: '序号', width: 32 },
  { heading: '材料', width: 0 },
  { heading: '由谁提供', width: 64 },
  { heading: '情况', width: 54 },
  { heading: '页数', width: 32 },
  { heading: '还要做什么', width: 100 },
] as const;

export function drawChecklist(sheet: Worksheet, scheme: Scheme, file: ApplicationFile, warning: string): void {
  const fixed = COLUMNS.reduce((sum, { width }) => sum + width, 0);
  const pen = new SheetPen(
    new ExceljsPage(sheet),
    COLUMNS.map(({ width }) => width || printableWidth('portrait') - fixed),
  );
  drawApplicationHead(pen, '申报材料清单', file);
  pen.writeLine(summarise(file), LOOK.line, 26);
  const firstRepeated = drawWarning(pen, warning);
  const headingRow = pen.write(
    COLUMNS.map(({ heading }) => ({ value: heading, look: LOOK.heading })),
    24,
  );
  for (const each of file.items) pen.write(drawItem(each), 24);
  const { layout } = scheme.materials ?? { layout: [] };
  if (layout.length > 0) {
    pen.skip(8);
    pen.writeLine('编排要求（逐项核对，符合的打“√”）', LOOK.section, 22);
    for (const { text, cite } of layout) {
      pen.write([
        { value: '□', look: LOOK.center },
        { value: text, look: LOOK.text, span: 3 },
        { value: nameDocument(scheme, cite), look: LOOK.text, span: 2 },
      ]);
    }
  }
  pen.skip(10);
  for (const line of ['申报方（签字或盖章）：', '协会核对人：']) {
    pen.write(
      [
        { value: line, look: LOOK.line, span: 3 },
        { value: '日期：　　　　年　　月　　日', look: LOOK.line, span: 3 },
      ],
      34,
    );
  }
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false }];
  setUpPrint(sheet, 'portrait', { first: firstRepeated, last: headingRow });
}

function summarise(file: ApplicationFile): string {
  const { present, missing, faulty, waived, unregistered } = countItems(file);
  const parts = [
    `已交 ${present} 项`,
    ...(waived > 0 ? [`免交 ${waived} 项`] : []),
    ...(missing > 0 ? [`缺 ${missing} 项`] : []),
    ...(faulty > 0 ? [`不合要求 ${faulty} 项`] : []),
    ...(unregistered > 0 ? [`尚未登记 ${unregistered} 项`] : []),
  ];
  return `共 ${file.items.length} 项：${parts.join('，')}。`;
}

const TONES: Readonly<Record<keyof typeof MATERIAL_WORDS, Tone | undefined>> = {
  present: undefined,
  missing: 'violation',
  faulty: 'violation',
  waived: undefined,
};

function drawItem({ item, state, row }: ItemState): PenCell[] {
  const tone = state === null ? 'question' : TONES[state];
  return [
    { value: item.position, look: LOOK.center },
    { value: item.text, look: LOOK.text },
    { value: PROVIDERS[item.provider], look: LOOK.center },
    { value: state === null ? '未登记' : MATERIAL_WORDS[state], look: { ...LOOK.center, tone } },
    { value: row?.pages ?? null, look: LOOK.center },
    { value: hideIdNumbers(describeTask({ item, state, row })), look: LOOK.text },
  ];
}

/** What is still to be done, then what staff remarked. */
function describeTask({ item, state, row }: ItemState): string {
  const remark = row?.remark ?? '';
  const isOurs = item.provider === 'association';
  const task = {
    present: '',
    missing: isOurs ? '由协会查询补齐' : '请补交',
    faulty: isOurs ? '由协会重新查询' : '请改正后重交',
    waived: remark === '' ? '请写明免交的理由' : '',
  };
  const unregistered = isOurs ? '由协会查询后登记' : '收到后登记';
  return [state === null ? unregistered : task[state], remark].filter((text) => text !== '').join('：');
}
