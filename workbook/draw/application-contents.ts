/** 目录 of a bound application, in the typeface that Chinese offices write in (仿宋 三号), under the award's page header. */
import type { Worksheet } from 'exceljs';
import type { ApplicationFile } from '../../rules/application-file.ts';
import { headPages, numberPages } from '../../rules/materials.ts';
import type { MaterialRules } from '../../rules/scheme-parts.ts';
import { LOOK, type Look } from './cell-looks.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { ExceljsPage } from './exceljs-page.ts';
import { SheetPen } from './sheet-pen.ts';

const ENTRY = { fontName: '仿宋', fontSize: 16, align: 'left' } as const satisfies Look;
const NUMBER: Look = { ...ENTRY, align: 'right' };
/** In points. */
const WIDTHS = { position: 44, page: 60 };

/** @param contents position of the contents among the items */
export function drawContents(sheet: Worksheet, rules: MaterialRules, file: ApplicationFile, contents: number): void {
  const text = printableWidth('portrait') - WIDTHS.position - WIDTHS.page;
  const pen = new SheetPen(new ExceljsPage(sheet), [WIDTHS.position, text, WIDTHS.page]);
  const entries = numberPages(file.items, contents);
  pen.writeLine('目　　录', { ...LOOK.title, fontSize: 22 }, 60);
  entries.forEach(({ item, page }, index) => {
    pen.write(
      [
        { value: `${index + 1}.`, look: ENTRY },
        { value: item.text, look: ENTRY },
        { value: page, look: NUMBER },
      ],
      32,
    );
  });
  if (entries.some(({ page }) => page === null)) {
    pen.writeLine('有的材料还没有登记页数，其后的页码排不出来；在总名册“申报材料”表补填页数后重做，这一行就没有了。', {
      ...LOOK.line,
      tone: 'question',
    });
  }
  sheet.views = [{ showGridLines: false }];
  setUpPrint(sheet, 'portrait');
  // One page, as the numbering takes it to be; its number alone at the foot, as on the pages behind it.
  sheet.pageSetup.fitToHeight = 1;
  sheet.headerFooter.oddHeader = `&C&"仿宋,常规"&12${headPages(rules, file.check.award).replaceAll('&', '&&')}`;
  sheet.headerFooter.oddFooter = '&C&"宋体,常规"&12&P';
}
