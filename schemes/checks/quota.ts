/** 名额: a ratio for every award, no ratio that rests on itself, and a printed table that agrees with its own sums. */
import type { PrintedRow } from '../printed-rows.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { QuotaShape, TotalShape } from '../shapes/quota.ts';
import { findCircle } from './circles.ts';

/**
 * Reports gaps and circles among the ratios, and a printed table that is not whole.
 * @param printed the rows of that table; null where there is none
 */
export function checkQuota(raw: RawScheme, printed: readonly PrintedRow[] | null): void {
  const { quota } = raw;
  if (!quota) return;
  checkRatios(raw, quota);
  if (printed) checkPrintedRows(raw, quota, printed);
  quota.data.totals.forEach((total, index) => {
    if (printed) {
      for (const { field, message } of compareTotal(raw, printed, total))
        quota.report(['totals', index, ...field], message);
    } else quota.report(['totals', index], '没有 published 就无从核对合计，请补写印出的表或删去这一项');
  });
}

function checkRatios({ scheme, awards }: RawScheme, quota: Part<QuotaShape>): void {
  const { ratios } = quota.data;
  for (const { id: scope } of scheme.data.scopes) {
    for (const { id: award } of awards.data.awards) {
      if (ratios.some((each) => each.scope === scope && each.award === award)) continue;
      quota.report(['ratios'], `范围 ${scope} 的奖项 ${award} 没有比例，请补写一条`);
    }
  }
  ratios.forEach(({ scope, award }, index) => {
    const circle = findCircle(award, (name) =>
      ratios.filter((each) => each.scope === scope && each.award === name).map(({ of }) => of),
    );
    if (circle) quota.report(['ratios', index, 'of'], `名额互为基数：${circle.join(' → ')}，请把其中一个改为 members`);
  });
}

function checkPrintedRows(
  { scheme, awards }: RawScheme,
  quota: Part<QuotaShape>,
  printed: readonly PrintedRow[],
): void {
  const { awards: columns, rows = [] } = quota.data.published ?? {};
  for (const { id } of awards.data.awards) {
    if (columns && !columns.includes(id)) quota.report(['published', 'awards'], `缺少奖项 ${id}，请补写`);
  }
  rows.forEach(([name, , ...places], index) => {
    const wanted = columns?.length ?? 0;
    if (places.length === wanted) return;
    const message = `“${name}”一行应有 ${wanted} 个名额，现有 ${places.length} 个，请照原表更正`;
    quota.report(['published', 'rows', index], message);
  });
  for (const { name, countsMembers } of scheme.data.districts) {
    const row = printed.find(({ district }) => district === name);
    if (!row) quota.report(['published', 'rows'], `印出的表里没有“${name}”一行，请对照原表`);
    else if (countsMembers !== (row.members !== null)) {
      quota.report(
        row.at('members'),
        `“${name}”的会员单位数与 scheme.yaml 的 countsMembers: ${countsMembers} 不符，请统一`,
      );
    }
  }
}

/** What the document adds up itself is held against the sums of its table: the fields that differ, and what to do. */
function* compareTotal(
  { scheme, awards }: RawScheme,
  printed: readonly PrintedRow[],
  total: TotalShape,
): Generator<{ readonly field: readonly string[]; readonly message: string }> {
  const scopeOf = new Map(scheme.data.districts.map(({ name, scope }) => [name, scope]));
  const rows = printed.filter(({ district }) => total.scope === undefined || scopeOf.get(district) === total.scope);
  const placesOf = (award: string) => rows.reduce((sum, { places }) => sum + (places.get(award) ?? 0), 0);
  const sumAwards = (ids: readonly string[]) => ids.reduce((sum, id) => sum + placesOf(id), 0);
  const idsOf = (...recipients: readonly string[]) =>
    awards.data.awards.filter(({ recipient }) => recipients.includes(recipient)).map(({ id }) => id);
  const members = rows.reduce((sum, row) => sum + (row.members ?? 0), 0);
  const sums: [field: string[], written: number | undefined, sum: number][] = [
    [['members'], total.members, members],
    ...Object.entries(total.places ?? {}).map(([award, places]): [string[], number, number] => [
      ['places', award],
      places,
      placesOf(award),
    ]),
    [['collectives'], total.collectives, sumAwards(idsOf('collective'))],
    [['persons'], total.persons, sumAwards(idsOf('person'))],
    [['grandTotal'], total.grandTotal, sumAwards(idsOf('collective', 'person'))],
  ];
  for (const [field, written, sum] of sums) {
    if (written === undefined || written === sum) continue;
    yield { field, message: `写明 ${written}，印出的各行相加为 ${sum}，请对照原文更正` };
  }
}
