/** The endings of what may be a roster: it has several sheets, so a text table is none. */
const ENDINGS = ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'et'] as const;

const WORKBOOK = new RegExp(`\\.(?:${ENDINGS.join('|')})$`, 'i');

/** For a picker of a master roster. */
export const ROSTER_FILES = [
  ...ENDINGS.map((ending) => `.${ending}`),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
].join(',');

/** Whether a file is a workbook by its name. Lock files of Office are called as the file that is open. */
export function isWorkbookName(name: string): boolean {
  return WORKBOOK.test(name) && !name.startsWith('~$');
}
