/** 申报材料清单: what an application has to hold, and what is missing of it. */
import type { MaterialRow, MaterialState } from './master-roster.ts';
import type { Facts } from './roster-column.ts';
import type { MaterialChecklist, MaterialItem, MaterialRules } from './scheme-parts.ts';
import type { ApprovalForm, Award } from './scheme.ts';

/** The state of one item of one application; null is not yet registered. */
export interface ItemState {
  readonly item: MaterialItem;
  readonly state: MaterialState | null;
  readonly row: MaterialRow | null;
}

/**
 * The checklist that is asked of a nominee; null where the document has none.
 * @param facts the nominee's row
 */
export function findChecklist(
  rules: MaterialRules | null,
  awardId: string | undefined,
  facts: Facts,
): MaterialChecklist | null {
  const isAsked = ({ awards, when }: MaterialChecklist) =>
    awards.includes(awardId ?? '') && (!when || when.oneOf.includes(String(facts.get(when.heading))));
  return rules?.checklists.find(isAsked) ?? null;
}

/** @param rows those of 申报材料 that name the nominee's application */
export function listItemStates(checklist: MaterialChecklist, rows: readonly MaterialRow[]): ItemState[] {
  return checklist.items.map((item) => {
    const row = rows.find(({ position }) => position === item.position) ?? null;
    return { item, row, state: row?.state ?? null };
  });
}

interface ContentsEntry {
  readonly item: MaterialItem;
  /** Its first page; null while that is not known. */
  readonly page: number | null;
}

/**
 * The contents of the bound application: what stands behind it, each with its first page. The contents itself takes page 1, and what stands
 * before it, such as a cover, bears no number. Items that are waived are not there, nor those that the association looks up by itself and has
 * registered without pages. From the first item on whose length is not known, no page is.
 * @param contents position of the contents among the items
 */
export function numberPages(states: readonly ItemState[], contents: number): ContentsEntry[] {
  const own = states.find(({ item }) => item.position === contents);
  // We print it on one page; an applicant's own may take more.
  let next: number | null = 1 + (countPages(own) ?? 1);
  const entries: ContentsEntry[] = [];
  for (const each of states.filter(isBound)) {
    if (each.item.position <= contents) continue;
    const pages = countPages(each);
    entries.push({ item: each.item, page: next });
    next = next === null || pages === null ? null : next + pages;
  }
  return entries;
}

function isBound(each: ItemState): boolean {
  return each.state !== 'waived' && (each.item.provider !== 'association' || countPages(each) !== null);
}

/** Null of what is missing, where the cell is blank, and where it holds what no document has: 0 pages or less. */
function countPages(each: ItemState | undefined): number | null {
  const pages = each?.row?.pages ?? null;
  return pages !== null && pages > 0 && each?.state !== 'missing' ? pages : null;
}

/** The page header for an application for this award. */
export function headPages({ pageHeader }: MaterialRules, award: Award): string {
  return (pageHeader ?? '').replaceAll('{{奖项}}', award.name);
}

/** The forms that are themselves items of the checklist: an item that is printed names the title of its form. */
export function listPrintedForms(
  forms: readonly ApprovalForm[],
  award: Award,
  { items }: MaterialChecklist,
): ApprovalForm[] {
  const printed = items.filter(({ provider }) => provider === 'printed');
  return forms.filter((form) => form.award === award.id && printed.some(({ text }) => text.includes(form.title)));
}
