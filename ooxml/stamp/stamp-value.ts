import { StampError } from '../errors.ts';
import { quote } from '../quote.ts';

/** What a page asks to be stamped with, by placeholder. */
export type Values = ReadonlyMap<string, string | number>;

/** One page while it is stamped: its values, and what it has in common with the other pages of the workbook. */
export interface Page {
  readonly templateSheet: string;
  readonly values: Values;
  /** True for the sheet that is shown when the workbook opens. */
  readonly selected: boolean;
  /** The name in this workbook of the page made from a template sheet. */
  nameOf(templateSheet: string): string;
  /** The number in this workbook of a cluster of shapes. */
  clusterOf(cluster: number): number;
  /** The height of a row where it is not the template's. */
  heightOf(row: number): number | undefined;
  /** Points that these rows together are higher than in the template. */
  grownBy(firstRow: number, lastRow: number): number;
  /** The style like `style` but with this font size and wrapped. */
  styleOf(style: number, fontSize: number): number;
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u;

/**
 * The value for a placeholder, fit for XML, with line ends as `\n`.
 * @throws {Error} when the page has none: the caller must give every placeholder that the template names
 * @throws {StampError} when it holds a control character or is no finite number
 */
export function readValue(placeholder: string, page: Pick<Page, 'values' | 'templateSheet'>): string | number {
  const value = page.values.get(placeholder);
  if (value === undefined) {
    throw new Error(`no value for {{${placeholder}}} of template sheet ${page.templateSheet}`);
  }
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new StampError(`${nameField(placeholder, page)}要填的数不是有效数字，请检查来源表中的这一项。`);
  }
  if (FORBIDDEN.test(value)) {
    throw new StampError(`${nameField(placeholder, page)}要填的内容里有看不见的控制字符，请在来源表中重新输入这一项。`);
  }
  return value.replace(/\r\n?/g, '\n');
}

/** How messages name a placeholder. */
function nameField(placeholder: string, page: Pick<Page, 'templateSheet'>): string {
  return `模板工作表${quote(page.templateSheet)}的${quote(placeholder)}`;
}
