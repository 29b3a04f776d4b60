/** Score sheets to make, as JSON carries them. */
export interface SheetList {
  readonly unitNumberCell: string;
  readonly unitNameCell: string;
  readonly sheets: readonly {
    readonly unitNumber: string;
    readonly unitName: string;
    /** Inside the output folder. */
    readonly path: string;
  }[];
}
