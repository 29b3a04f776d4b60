import { describe, expect, it } from 'vitest';
import { drawPage } from '../../../ooxml/print/draw-page.ts';
import { ESTIMATED_FONTS } from '../../../ooxml/print/fonts.ts';
import { layBook } from '../../../ooxml/print/lay-book.ts';
import type { PrintPage } from '../../../ooxml/print/print-page.ts';
import { XmlScanner } from '../../../ooxml/xml/xml-scan.ts';
import { WorkbookWriter } from '../../../ooxml/write/workbook-writer.ts';

const textsOf = ({ boxes }: PrintPage) => boxes.map(({ lines }) => lines.map(({ runs }) => runs[0]?.text).join(''));
const lay = (bytes: Uint8Array) => layBook(bytes, '名单.xlsx', ESTIMATED_FONTS).pages;

const LOOK = {
  fontName: '宋体',
  fontSize: 10,
  ink: 'FF000000',
  horizontal: 'left',
  wrap: true,
  border: true,
} as const;

/** A list of which a page holds four rows, with a title row that is repeated, and a footer. */
function writeList(texts: readonly string[], widths = [20], more: { header?: string } = {}): Uint8Array {
  const workbook = new WorkbookWriter({ title: '名单', creator: '示例' });
  const style = workbook.styleOf(LOOK);
  const sheet = workbook.addSheet('名单');
  sheet.options.widths = widths;
  sheet.options.header = more.header ?? '';
  sheet.options.print = {
    paperSize: 9,
    orientation: 'portrait',
    margins: { left: 1, right: 1, top: 1, bottom: 1, header: 0.2, footer: 0.2 },
    pagesHigh: 0,
    titleRows: { first: 1, last: 1 },
    footer: '&L甲&C&"宋体,常规"&9第 &P 页 共 &N 页&R乙 && 丙',
  };
  for (const value of texts) sheet.addRow([{ value, style }], { height: 160 });
  return workbook.finish();
}

describe('layBook', () => {
  const pages = lay(writeList(['题', '一', '二', '三', '四', '五']));

  it('fills pages row by row, each under the title row', () => {
    expect(pages.map(textsOf)).toEqual([
      ['题', '一', '二', '三'],
      ['题', '四', '五'],
    ]);
  });

  it('numbers them in the footer, at its three places', () => {
    expect(pages.map(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join('')))).toEqual([
      ['甲', '第 1 页 共 2 页', '乙 & 丙'],
      ['甲', '第 2 页 共 2 页', '乙 & 丙'],
    ]);
    const [left, middle, right] = pages[0]?.lines ?? [];
    expect([left?.x, middle?.x, right?.x].map((x) => Math.round(x ?? 0))).toEqual([72, 298, 523]);
    expect(middle?.runs[0]?.font).toMatchObject({ name: '宋体', size: 9 });
  });

  it('stands within its margins, and its borders around its rows', () => {
    for (const { boxes, rules, height, width: paper } of pages) {
      // In the middle between its margins.
      const { x, width } = boxes[0] ?? { x: 0, width: 0 };
      expect(x + width / 2).toBeCloseTo(paper / 2, 1);
      expect(Math.min(...rules.map(({ y1 }) => y1))).toBeCloseTo(72);
      expect(Math.max(...rules.map(({ y2 }) => y2))).toBeLessThanOrEqual(height - 72);
    }
    // Two sides, and one line above and below each row.
    expect(pages.map(({ rules }) => rules.length)).toEqual([2 + 5, 2 + 4]);
  });

  it('makes header and footer smaller with the page, and gives it the room that this leaves', () => {
    const [whole] = lay(writeList(['题', '一']));
    const [half] = lay(writeList(['题', '一'], [200]));
    const footer = (page: PrintPage | undefined) => page?.lines.find(({ align }) => align === 'center');
    const scale = (half?.boxes[0]?.height ?? 0) / (whole?.boxes[0]?.height ?? 1);
    expect(scale).toBeLessThan(0.5);
    expect((footer(half)?.width ?? 0) / (footer(whole)?.width ?? 1)).toBeCloseTo(scale, 1);
    // Its margin stays, so that it moves towards the edge of the paper.
    expect(footer(half)?.y).toBeGreaterThan(footer(whole)?.y ?? Infinity);
  });

  it('gives a row that names no height the one of its sheet, and more where its text needs it', () => {
    const workbook = new WorkbookWriter({ title: '名单', creator: '示例' });
    const style = workbook.styleOf({ ...LOOK, fontSize: 10 });
    const sheet = workbook.addSheet('名单');
    sheet.options.widths = [10];
    for (const value of ['短', '一行写不下的一段文字', '短']) sheet.addRow([{ value, style }], {});
    const [first, second, third] = lay(workbook.finish())[0]?.boxes ?? [];
    expect([first?.height, third?.height].map((height) => height?.toFixed(1))).toEqual(['15.0', '15.0']);
    expect(second?.height).toBeGreaterThan(20);
  });

  it('makes a sheet smaller that is wider than its page', () => {
    const [page] = lay(writeList(['题'], [200]));
    const [box] = page?.boxes ?? [];
    expect(box?.width).toBeLessThanOrEqual(595.3 - 144);
    expect(box?.lines[0]?.runs[0]?.font.size).toBeLessThan(5);
  });

  it('leaves out pages on which nothing stands', () => {
    const workbook = new WorkbookWriter({ title: '空', creator: '示例' });
    workbook.addSheet('空').addRow([], {});
    expect(lay(workbook.finish())).toEqual([]);
  });
});

describe('drawPage', () => {
  it('shows every text as text, whatever stands in it', () => {
    const hostile = '</text><script>alert(1)</script> & "引号" \' <![CDATA[';
    const [page] = lay(writeList([hostile], [80], { header: '&L<b onload="x">&R]]>' }));
    const svg = page ? drawPage(page) : '';
    const scanner = new XmlScanner(new TextEncoder().encode(svg), 'page.svg', 'page.svg');
    const names = new Set<string>();
    let text = '';
    for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
      if (token === 'open') names.add(scanner.name);
      if (token === 'text') text += scanner.text;
    }
    expect([...names].sort()).toEqual(
      ['path', 'rect', 'svg', 'text', 'tspan'].filter((name) => svg.includes(`<${name}`)),
    );
    expect(text.replace(/\s/g, '')).toContain(hostile.replace(/\s/g, ''));
    expect(text).toContain('<b onload="x">');
  });
});
