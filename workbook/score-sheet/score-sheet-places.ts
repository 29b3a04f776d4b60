/** Where everything stands in the score sheet: rows and addresses, from the scheme's items alone. */
import { rememberBy } from '../../rules/remember.ts';
import type { ScoreCategory, ScoreItem, ScoreSheet, VetoItem } from '../../rules/scheme-score-sheet.ts';

/** Who fills in a column. */
export const ROLES = ['self', 'association'] as const;
export type Role = (typeof ROLES)[number];

/** An address for each of the two columns. */
type RoleCells = Readonly<Record<Role, string>>;

/** The columns of 附件3, and right of the printed page one for the sums of each role. */
export const COLUMN = {
  category: 'A',
  text: 'B',
  maximum: 'C',
  self: 'D',
  association: 'E',
  selfSum: 'F',
  associationSum: 'G',
} as const;

const SUM_COLUMN = { self: COLUMN.selfSum, association: COLUMN.associationSum } as const;

export interface ItemPlace {
  readonly item: ScoreItem;
  readonly row: number;
  readonly textCell: string;
  readonly maximumCell: string;
  readonly scoreCells: RoleCells;
}

/** A category; its label and its sums are merged over its rows. */
export interface CategoryPlace {
  readonly category: ScoreCategory;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly items: readonly ItemPlace[];
  readonly sumCells: RoleCells;
}

export interface VetoPlace {
  readonly item: VetoItem;
  readonly row: number;
  /** The form has one box for both; here each role has its own, so that nobody writes over what the other has confirmed. */
  readonly stateCells: RoleCells;
}

export interface ScoreSheetPlaces {
  readonly unitNameCell: string;
  readonly unitNumberCell: string;
  readonly fillerCell: string;
  readonly dateCell: string;
  /** Repeated on each printed page. */
  readonly headingRow: number;
  readonly categories: readonly CategoryPlace[];
  readonly basicRow: number;
  readonly bonusHeadingRow: number;
  readonly bonus: CategoryPlace;
  readonly bonusRow: number;
  readonly totalRow: number;
  readonly basicCells: RoleCells;
  readonly bonusCells: RoleCells;
  readonly totalCells: RoleCells;
  /** Numbers of basic items that are blank, and that hold no possible score. */
  readonly blankCountCells: RoleCells;
  readonly faultCountCells: RoleCells;
  readonly vetoes: readonly VetoPlace[];
  readonly verdictRows: Readonly<Record<Role, number>>;
  readonly verdictCells: RoleCells;
  readonly reasonCells: RoleCells;
  readonly signatureRow: number;
}

/** The addresses of the cells for scores and veto states, in the order in which a tally lists their values. */
export const listInputCells = rememberBy(({ categories, bonus, vetoes }: ScoreSheetPlaces): readonly string[] => {
  const items = [...categories, bonus].flatMap((place) => place.items);
  return [
    ...ROLES.flatMap((role) => items.map(({ scoreCells }) => scoreCells[role])),
    ...ROLES.flatMap((role) => vetoes.map(({ stateCells }) => stateCells[role])),
  ];
});

const HEADING_ROW = 6;

/** Lays the items of a score sheet out in rows. */
export function placeScoreSheet(sheet: ScoreSheet): ScoreSheetPlaces {
  let row = HEADING_ROW + 1;
  const categories = sheet.categories.map((category) => {
    const place = placeCategory(category, row);
    row = place.lastRow + 1;
    return place;
  });
  const basicRow = row;
  const bonusHeadingRow = basicRow + 1;
  const bonus = placeCategory(sheet.bonus, bonusHeadingRow + 1);
  const bonusRow = bonus.lastRow + 1;
  const totalRow = bonusRow + 1;
  const vetoes = sheet.vetoItems.map((item, index): VetoPlace => {
    const vetoRow = totalRow + 1 + index;
    return { item, row: vetoRow, stateCells: inRow(COLUMN, vetoRow) };
  });
  const selfVerdictRow = totalRow + vetoes.length + 1;
  const verdictRows = { self: selfVerdictRow, association: selfVerdictRow + 1 };
  return {
    unitNameCell: `${COLUMN.text}4`,
    unitNumberCell: `${COLUMN.self}1`,
    fillerCell: `${COLUMN.text}5`,
    dateCell: `${COLUMN.association}5`,
    headingRow: HEADING_ROW,
    categories,
    basicRow,
    bonusHeadingRow,
    bonus,
    bonusRow,
    totalRow,
    basicCells: inRow(COLUMN, basicRow),
    bonusCells: inRow(COLUMN, bonusRow),
    totalCells: inRow(COLUMN, totalRow),
    blankCountCells: inRow(SUM_COLUMN, basicRow),
    faultCountCells: inRow(SUM_COLUMN, bonusHeadingRow),
    vetoes,
    verdictRows,
    verdictCells: inColumn(COLUMN.maximum, verdictRows),
    reasonCells: inColumn(COLUMN.text, verdictRows),
    signatureRow: verdictRows.association + 1,
  };
}

function placeCategory(category: ScoreCategory, firstRow: number): CategoryPlace {
  const items = category.items.map((item, index): ItemPlace => {
    const row = firstRow + index;
    return {
      item,
      row,
      textCell: `${COLUMN.text}${row}`,
      maximumCell: `${COLUMN.maximum}${row}`,
      scoreCells: inRow(COLUMN, row),
    };
  });
  return { category, firstRow, lastRow: firstRow + items.length - 1, items, sumCells: inRow(SUM_COLUMN, firstRow) };
}

function inRow(columns: RoleCells, row: number): RoleCells {
  return { self: `${columns.self}${row}`, association: `${columns.association}${row}` };
}

function inColumn(column: string, rows: Readonly<Record<Role, number>>): RoleCells {
  return { self: `${column}${rows.self}`, association: `${column}${rows.association}` };
}
