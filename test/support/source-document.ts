import { readFileSync } from 'node:fs';

const SOURCE = new URL('../../templates/shanghai-security-2024/source.md', import.meta.url);
const AWARDS = ['advancedUnit', 'securityDepartment', 'responsiblePerson', 'securityCadre'] as const;

/** 附件1 as the document prints it, read from its text. `-` is null for members and 0 for places. */
export function readPublishedQuotas() {
  const lines = readFileSync(SOURCE, 'utf8')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split('\t')
        .filter((cell) => cell !== ''),
    );
  const rows = lines
    .filter(([number, , ...cells]) => /^\d+$/.test(number ?? '') && cells.length === 5)
    .map(([, district, members, ...places]) => ({
      district,
      members: members === '-' ? null : Number(members),
      ...toPlaces(places),
    }));
  const [subtotal, total] = lines
    .filter(([name]) => name === '小计')
    .map(([, members, ...places]) => ({ members: Number(members), ...toPlaces(places) }));
  const grandTotal = Number(lines.find(([name]) => name === '合计')?.[1]);
  return { rows, subtotal, total, grandTotal };
}

function toPlaces(cells: readonly string[]): Record<string, number> {
  return Object.fromEntries(AWARDS.map((award, index) => [award, cells[index] === '-' ? 0 : Number(cells[index])]));
}
