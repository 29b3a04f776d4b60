/** A page to stamp, as JSON carries it. */
export interface StampedPage {
  readonly sheet: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly heights: readonly (readonly [row: number, height: number])[];
}
