/** 证书编号: the prefix and digits, and no number of two units. */
import type { Cited } from '../citation.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { Nominee } from '../master-roster.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { unitKeyOf, unitNameOf, type RosterIndex } from '../roster-index.ts';

/** A row of 推荐名单 with its number. */
interface Holder {
  readonly nominee: Nominee;
  readonly number: string;
  readonly cell: CellRef;
}

/** A blank number is none yet. */
export function* checkCertificates(index: RosterIndex): Iterable<Finding> {
  const { scheme, roster } = index;
  if (!scheme.grading) return;
  const { numberHeading, prefix } = scheme.grading.certificate;
  const holders = roster.nominees.flatMap((nominee): Holder[] => {
    const number = nominee.facts.get(numberHeading) ?? null;
    if (typeof number !== 'string' || number === '') return [];
    return [{ nominee, number, cell: cellOf('nominees', nominee, numberHeading) }];
  });
  for (const { nominee, number, cell } of holders) {
    const digits = number.startsWith(prefix.value) ? number.slice(prefix.value.length) : '';
    if (/^\d+$/.test(digits)) continue;
    yield {
      rule: 'certificate-number-malformed',
      severity: 'violation',
      cite: prefix.cite,
      where: [cell],
      nominations: [nominee],
      message: `证书编号“${number}”不是 ${prefix.value} 加数字`,
      found: number,
      mend: `改为 ${prefix.value} 加数字`,
    };
  }
  for (const group of groupBy(holders, ({ number }) => number).values()) yield* findShared(index, group, prefix);
}

/** Whose number it is nobody can tell, so that each finding is about all that bear it. */
function* findShared(index: RosterIndex, group: readonly Holder[], { cite }: Cited<string>): Iterable<Finding> {
  const nominations = group.map(({ nominee }) => nominee);
  const isOfOneUnit = (one: Nominee, other: Nominee) => {
    const key = unitKeyOf(index, one.unitNumber);
    return key !== '' && key === unitKeyOf(index, other.unitNumber);
  };
  for (const [position, { nominee, number, cell }] of group.entries()) {
    const first = group.slice(0, position).find((each) => !isOfOneUnit(each.nominee, nominee));
    if (!first) continue;
    yield {
      rule: 'certificate-number-twice',
      severity: 'violation',
      cite,
      where: [cell, first.cell],
      nominations,
      message: `证书编号“${number}”已用于第 ${first.nominee.row} 行“${unitNameOf(index, first.nominee)}”`,
      found: number,
      mend: '换一个没有用过的编号',
    };
  }
}
