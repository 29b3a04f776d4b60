import { expect } from 'vitest';
import { createNodeHost, type NodeHost } from './node-host.ts';
import type { WorkbookSnapshot } from './snapshot.ts';

/** A small score sheet for the host's own tests: B2 and B3 are unlocked, B4 adds them, C4 judges. */
export const WORKBOOK: WorkbookSnapshot = {
  sheets: [
    {
      name: '评分表',
      cells: {
        A1: { value: '项目' },
        B1: { value: '自评分' },
        A2: { value: '治安保卫机构' },
        B2: { value: 8, locked: false },
        B3: { locked: false },
        B4: { formula: '=SUM(B2:B3)' },
        C4: { formula: '=IF(B4>=10,"合格","不合格")' },
      },
    },
    { name: '隐藏 表', visibility: 'Hidden', cells: {} },
  ],
  names: [{ name: '合计', refersTo: '=评分表!$B$4' }],
  customProperties: { 评优方案: 'shanghai-security-2024' },
};

export const PROTECTED: WorkbookSnapshot = {
  ...WORKBOOK,
  sheets: WORKBOOK.sheets.map((sheet) => ({ ...sheet, protection: { options: {} } })),
};

export const open = (apiSet = '1.14', workbook = WORKBOOK) => createNodeHost({ apiSet, workbook });

/** An error of the client with this code. */
export const withCode = (code: string) => expect.objectContaining({ code }) as unknown;

/** Sets one range of the score sheet and syncs; `values` may have any shape, so that wrong ones can be tried. */
export const write = ({ Excel }: NodeHost, address: string, values: unknown) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('评分表').getRange(address).values = values as string[][];
    await context.sync();
  });
