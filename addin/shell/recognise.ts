/** What kind of workbook is open: a master roster, score sheets, or something else. */
import { textKey } from '../../rules/same-text.ts';
import { asScored } from '../../rules/parts.ts';
import type { Scheme, ScoredScheme } from '../../rules/scheme.ts';
import type { ScoreSheet } from '../../rules/scheme-score-sheet.ts';
import { hasRosterTabs } from '../../workbook/roster/find-tabs.ts';
import { SHEET_PROPERTY, standingOf } from '../../workbook/score-sheet/score-sheet-identity.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import type { DeskClient } from '../desk/desk.ts';
import type { SheetInfo, WorkbookAbout, WorkbookHost } from '../host/port.ts';

export interface RecognisedSheet {
  readonly sheet: SheetInfo;
  readonly scheme: ScoredScheme;
  /** Why a sheet filled in here would be turned away: in Chinese, with what to do; null where nothing is against it. */
  readonly refusal: string | null;
}

export type Recognised =
  | { readonly kind: 'roster' }
  | { readonly kind: 'score-sheets'; readonly found: readonly [RecognisedSheet, ...RecognisedSheet[]] }
  | { readonly kind: 'unknown' };

/** The title of a score sheet stands in its first rows, also where somebody has put a line above. */
const TOP = { first: { row: 1, column: 1 }, last: { row: 8, column: 8 } };
/** A workbook of all forms has hundreds of sheets; those of interest stand in front. */
const MOST_SHEETS = 30;

/**
 * A roster is known by its sheets, a score sheet by the scheme that the workbook's properties name, and else by the title that a scheme gives it.
 * @throws {UnusableInput} when the workbook names a scheme that this pane does not have
 */
export async function recognise(host: WorkbookHost, desk: DeskClient, about: WorkbookAbout): Promise<Recognised> {
  if (hasRosterTabs(about.sheets)) return { kind: 'roster' };
  const sheets = about.sheets.slice(0, MOST_SHEETS);
  const tops = await host.readBlocks(sheets.map(({ name }) => ({ sheet: name, range: TOP })));
  const named = about.properties.get(SHEET_PROPERTY.scheme);
  const schemes = named === undefined ? await loadSchemes(desk) : [await desk.findScheme(named)];
  const found = sheets.flatMap((sheet, index): RecognisedSheet[] => {
    const top = tops[index];
    const scheme = top && schemes.find(({ scoreSheet }) => scoreSheet !== null && hasTitle(top, scoreSheet));
    if (!scheme) return [];
    const scored = asScored(scheme);
    return [{ sheet, scheme: scored, refusal: findRefusal(scored, about) }];
  });
  const [first, ...others] = found;
  return first ? { kind: 'score-sheets', found: [first, ...others] } : { kind: 'unknown' };
}

async function loadSchemes(desk: DeskClient): Promise<Scheme[]> {
  return Promise.all((await desk.schemeIds()).map((id) => desk.findScheme(id)));
}

/** Of one edition, and made from a blank of it. Where a workbook holds several sheets, its properties are those of one of them. */
function findRefusal({ edition, scoreSheet }: ScoredScheme, { properties, sheets }: WorkbookAbout): string | null {
  const named = properties.get(SHEET_PROPERTY.edition);
  if (named !== undefined && named !== edition) {
    return `这张评分表是“${named}”年度的，窗格按“${edition}”年度的办法计分，请改用 ${edition} 年度发出的评分表，或请协会更新窗格。`;
  }
  const blank = sheets.length === 1 ? properties.get(SHEET_PROPERTY.blank) : undefined;
  if (standingOf(blank, scoreSheet) !== 'unknown') return null;
  return '这张评分表不是由本方案发出过的空白表做出来的，报送后会被退回，请改用本年度发出的评分表，或请协会更新窗格。';
}

/** An earlier blank may have had another title: what its list of texts has is as good. */
function hasTitle({ rows }: SheetContent, { title, blanks }: ScoreSheet): boolean {
  const titles = new Set([title, ...blanks.flatMap(({ texts }) => [...texts.values()])].map(textKey));
  return rows.some(({ cells }) => cells.some((cell) => cell.kind === 'text' && titles.has(textKey(cell.text))));
}
