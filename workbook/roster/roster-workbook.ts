import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';

/** An opened file, or the sheets as the task pane has read them from Excel. */
export type RosterWorkbook = Pick<WorkbookFile, 'fileName' | 'sheets' | 'readSheet'>;
