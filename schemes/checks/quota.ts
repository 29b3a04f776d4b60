/** 名额: a ratio for every award, no ratio that rests on itself, and a printed table that agrees with its own sums. */
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { QuotaShape, TotalShape } from '../shapes/quota.ts';
import { findCircle } from './circles.ts';

/** Reports gaps and circles among the ratios, and a published table that is not whole. */
export function checkQuota(raw: RawScheme): void {
  const { quota } = raw;
  if (!quota) return;
  checkRatios(raw, quota);
  const { published, totals } = quota.data;
  if (published) checkPublishedRows(raw, quota, published);
  totals.forEach((total, index) => {
    if (published) checkTotal(raw, quota, published, total, index);
    else quota.report(['totals', index], '没有 published 就无从核对合计，请补写印出的表或删去这一项');
  });
}

type Published = NonNullable<QuotaShape['published']>;

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

function checkPublishedRows({ scheme, awards }: RawScheme, quota: Part<QuotaShape>, published: Published): void {
  for (const { id } of awards.data.awards) {
    if (!published.awards.includes(id)) quota.report(['published', 'awards'], `缺少奖项 ${id}，请补写`);
  }
  for (const { name } of scheme.data.districts) {
    const isThere = published.rows.some(([district]) => district === name);
    if (!isThere) quota.report(['published', 'rows'], `缺少“${name}”一行，请照原表补写`);
  }
  published.rows.forEach(([name, members, ...places], index) => {
    const path = ['published', 'rows', index];
    if (places.length !== published.awards.length) {
      quota.report(path, `“${name}”一行应有 ${published.awards.length} 个名额，现有 ${places.length} 个，请照原表更正`);
    }
    const district = scheme.data.districts.find((each) => each.name === name);
    if (district && district.countsMembers !== (members !== '-')) {
      quota.report(
        [...path, 1],
        `“${name}”的会员单位数与 scheme.yaml 的 countsMembers: ${district.countsMembers} 不符，请统一`,
      );
    }
  });
}

/** What the document adds up itself is held against the sums of its table. */
function checkTotal(
  { scheme, awards }: RawScheme,
  quota: Part<QuotaShape>,
  published: Published,
  total: TotalShape,
  index: number,
): void {
  const scopeOf = new Map(scheme.data.districts.map(({ name, scope }) => [name, scope]));
  const rows = published.rows.filter(([name]) => total.scope === undefined || scopeOf.get(name) === total.scope);
  const sumColumn = (column: number) => rows.reduce((sum, row) => sum + toNumber(row[column]), 0);
  const placesOf = (award: string) => {
    const position = published.awards.indexOf(award);
    return position < 0 ? 0 : sumColumn(position + 2);
  };
  const sumAwards = (ids: readonly string[]) => ids.reduce((sum, id) => sum + placesOf(id), 0);
  const idsOf = (recipient: 'collective' | 'person') =>
    awards.data.awards.filter((award) => award.recipient === recipient).map(({ id }) => id);
  const compare = (path: readonly string[], written: number | undefined, sum: number) => {
    if (written === undefined || written === sum) return;
    quota.report(['totals', index, ...path], `写明 ${written}，published 各行相加为 ${sum}，请对照原文更正`);
  };
  compare(['members'], total.members, sumColumn(1));
  for (const [award, places] of Object.entries(total.places ?? {})) compare(['places', award], places, placesOf(award));
  compare(['collectives'], total.collectives, sumAwards(idsOf('collective')));
  compare(['persons'], total.persons, sumAwards(idsOf('person')));
  compare(['grandTotal'], total.grandTotal, sumAwards(published.awards));
}

function toNumber(printed: string | number | undefined): number {
  return typeof printed === 'number' ? printed : 0;
}
