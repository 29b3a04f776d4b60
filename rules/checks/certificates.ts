/** 证书编号: the prefix and digits, and no number twice. */
import type { Finding } from '../finding.ts';
import type { CellRef, Nominee } from '../master-roster.ts';
import type { RosterIndex } from '../roster-index.ts';

/** A blank number is none yet. */
export function* checkCertificates({ scheme, roster }: RosterIndex): Iterable<Finding> {
  if (!scheme.grading) return;
  const { numberHeading, prefix } = scheme.grading.certificate;
  const holders = new Map<string, Nominee>();
  for (const nominee of roster.nominees) {
    const number = nominee.facts.get(numberHeading) ?? null;
    if (typeof number !== 'string' || number === '') continue;
    const where: CellRef = { sheet: 'nominees', row: nominee.row, heading: numberHeading };
    const digits = number.startsWith(prefix.value) ? number.slice(prefix.value.length) : '';
    if (!/^\d+$/.test(digits)) {
      yield {
        rule: 'certificate-number-malformed',
        severity: 'violation',
        cite: prefix.cite,
        where: [where],
        nominations: [nominee],
        message: `证书编号“${number}”不是 ${prefix.value} 加数字`,
        found: number,
        mend: `改为 ${prefix.value} 加数字`,
      };
    }
    const first = holders.get(number);
    if (!first) holders.set(number, nominee);
    else if (first.unitNumber !== nominee.unitNumber) {
      yield {
        rule: 'certificate-number-twice',
        severity: 'violation',
        cite: prefix.cite,
        where: [where, { ...where, row: first.row }],
        nominations: [first, nominee],
        message: `证书编号“${number}”已用于第 ${first.row} 行“${first.unitName}”`,
        found: number,
        mend: '换一个没有用过的编号',
      };
    }
  }
}
