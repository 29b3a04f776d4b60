/** 名额: the formula with its overrides gives the table that the document prints, cell by cell. */
import { allocateQuotas, inPreparation } from '../../rules/quota/quota-table.ts';
import { explainQuotaCell } from '../../rules/quota/explain.ts';
import type { QuotaScheme } from '../../rules/scheme.ts';
import type { PrintedRow } from '../printed-rows.ts';
import type { Part } from '../read-shape.ts';
import type { QuotaShape } from '../shapes/quota.ts';

/** Reports every cell that comes out otherwise than printed. The scheme has passed all other checks. */
export function checkPublished(quota: Part<QuotaShape>, printed: readonly PrintedRow[], scheme: QuotaScheme): void {
  const members = new Map(printed.map((row) => [row.district, row.members ?? 0]));
  const computed = allocateQuotas(inPreparation(scheme), members);
  const rows = new Map(computed.rows.map((row) => [row.district.name, row]));
  for (const { district, places, at } of printed) {
    for (const [award, wanted] of places) {
      const cell = rows.get(district)?.cells.get(award);
      if (!cell || cell.places === wanted) continue;
      quota.report(
        at({ award }),
        `“${district}”的 ${award} 印为 ${wanted}，公式得 ${cell.places}（${explainQuotaCell(computed, cell)}），请核对比例，或在 overrides 写明调整及理由`,
      );
    }
  }
}
