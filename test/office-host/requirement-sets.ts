/** The requirement sets that the host claims besides ExcelApi. */
const OTHER_SETS: { readonly [name: string]: string } = {
  DialogApi: '1.2',
  SharedRuntime: '1.1',
  DelayForCellEdit: '1.1',
  RichApiRuntime: '1.2',
};

/** All sets of a host, by name. */
export const requirementSets = (apiSet: string): { [name: string]: string } => ({ ...OTHER_SETS, ExcelApi: apiSet });

/** Whether version `a` is at least `b`; versions are compared part by part, so 1.14 is above 1.7. */
export function isAtLeast(a: string, b: string): boolean {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor > bMajor || (aMajor === bMajor && aMinor >= bMinor);
}
