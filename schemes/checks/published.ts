/** 名额: the formula with its overrides gives the table that the document prints, cell by cell. */
import { allocateQuotas, inPreparation } from '../../rules/quota.ts';
import { explainQuotaCell } from '../../rules/quota/explain.ts';
import type { QuotaScheme } from '../../rules/scheme.ts';
import type { Part } from '../read-shape.ts';
import type { QuotaShape } from '../shapes/quota.ts';

/** Reports every cell that comes out otherwise than printed. The scheme has passed all other checks. */
export function checkPublished(quota: Part<QuotaShape>, scheme: QuotaScheme): void {
  const members = new Map(scheme.quota.published.map((row) => [row.district, row.members ?? 0]));
  const computed = allocateQuotas(inPreparation(scheme), members);
  const rows = new Map(computed.rows.map((row) => [row.district.name, row]));
  scheme.quota.published.forEach(({ district, places }, index) => {
    for (const [award, printed] of Object.entries(places)) {
      const cell = rows.get(district)?.cells.get(award);
      if (!cell || cell.places === printed) continue;
      const column = (quota.data.published?.awards ?? []).indexOf(award) + 2;
      quota.report(
        ['published', 'rows', index, column],
        `“${district}”的 ${award} 印为 ${printed}，公式得 ${cell.places}（${explainQuotaCell(computed, cell)}），请核对比例，或在 overrides 写明调整及理由`,
      );
    }
  });
}
