/** The rows of the printed table of places: read from the document's text, or as they are typed. */
import { readPrintedTable, type DocumentRow } from './figures/read-table.ts';
import type { RawScheme } from './raw-scheme.ts';
import type { Part } from './read-shape.ts';
import type { CiteShape } from './shapes/parts.ts';
import type { PublishedShape, QuotaShape } from './shapes/quota.ts';
import type { Sources } from './sources.ts';
import type { FieldPath } from './yaml-file.ts';

export interface PrintedRow {
  readonly district: string;
  /** Null where the document prints a dash. */
  readonly members: number | null;
  /** By award id; 0 where the document prints a dash. */
  readonly places: ReadonlyMap<string, number>;
  /** The row in the document; null where the table is typed. */
  readonly cite: CiteShape | null;
  /** Where to mend the number of members, or the places of an award. */
  readonly at: (column: { readonly award: string } | 'members') => FieldPath;
}

/** Null where the document prints no table. What cannot be read is reported. */
export function readPrintedRows(raw: RawScheme, sources: Sources): readonly PrintedRow[] | null {
  const published = raw.quota?.data.published;
  if (!raw.quota || !published) return null;
  const { columns, awards = [], rows = [], cite } = published;
  if (columns) return readFromText(raw, raw.quota, { columns, cite }, sources);
  return rows.map((row, index) => readTyped(row, awards, ['published', 'rows', index]));
}

type Columns = NonNullable<PublishedShape['columns']>;
type TypedRow = NonNullable<PublishedShape['rows']>[number];

function readTyped([district, members, ...places]: TypedRow, awards: readonly string[], path: FieldPath): PrintedRow {
  return {
    district,
    members: members === '-' ? null : members,
    places: new Map(awards.map((award, column) => [award, toPlaces(places[column])])),
    cite: null,
    at: (column) => [...path, column === 'members' ? 1 : awards.indexOf(column.award) + 2],
  };
}

function toPlaces(printed: number | '-' | undefined): number {
  return typeof printed === 'number' ? printed : 0;
}

/** What a row of sums is called; every other row is a district's. */
const SUMS = ['', '小计', '合计', '总计'];

const PATH: FieldPath = ['published', 'columns'];

function readFromText(
  { scheme, awards }: RawScheme,
  quota: Part<QuotaShape>,
  { columns, cite }: { readonly columns: Columns; readonly cite: CiteShape },
  sources: Sources,
): PrintedRow[] {
  const source = sources.of(cite.document);
  if (!source) {
    quota.report(PATH, '原文不在方案里，读不出表中的各行，请放入原文，或照抄 awards 和 rows');
    return [];
  }
  const columnOf = new Map(awards.data.awards.map(({ id, shortName }) => [id, shortName]));
  const table = readPrintedTable(source.text, cite.quote, [columns.district, columns.members, ...columnOf.values()]);
  for (const heading of table.missing) {
    quota.report(
      PATH,
      `${source.name} 里以“${cite.quote}”为表头的表没有唯一的一列“${heading}”，请核对表头、列名和奖项的 shortName`,
    );
  }
  const known = scheme.data.districts.map(({ name }) => name);
  return table.rows.flatMap((row) => {
    const district = row.cells.get(columns.district) ?? '';
    if (SUMS.includes(district)) return [];
    if (!known.includes(district)) {
      quota.report(PATH, `${source.name} 的表里有“${district}”一行，scheme.yaml 的 districts 里没有，请补上`);
      return [];
    }
    const read = (heading: string): number | null => {
      const cell = row.cells.get(heading) ?? '';
      if (/^\d{1,7}$/.test(cell)) return Number(cell);
      if (!/^[-—–－]$/.test(cell)) {
        quota.report(PATH, `${source.name} 的表里“${district}”的“${heading}”为“${cell}”，应为整数或“-”，请核对原文`);
      }
      return null;
    };
    return {
      district,
      members: read(columns.members),
      places: new Map([...columnOf].map(([award, heading]) => [award, read(heading) ?? 0])),
      cite: citeRow(row, district, cite),
      at: () => PATH,
    };
  });
}

/** The row itself, by its label: `附件1 浦东`. */
function citeRow({ label, text }: DocumentRow, district: string, { document, clause }: CiteShape): CiteShape {
  return { document, clause: `${clause} ${label.endsWith(district) ? district : label}`, quote: text };
}
