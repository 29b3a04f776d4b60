/** Which sheets of a report are there to be printed; the others are long, and there to be searched on the screen. */
export const PRINTED_SHEETS = {
  check: ['结论', '问题清单'],
  grade: ['汇总', '评定结果'],
} as const;

/** Says so on the first sheet. */
export function tellPrintedSheets(report: keyof typeof PRINTED_SHEETS): string {
  const names = PRINTED_SHEETS[report].map((name) => `“${name}”`);
  return `供打印的是${names.join('和')}；其余各表较长，供在屏幕上查找、筛选。`;
}
