/** How a place came about, in one Chinese line that can be shown to the unit that lost. */
import type { QuotaCell, QuotaTable } from './quota-table.ts';
import type { Rounding } from '../ratio.ts';

export const ROUNDING_NAME: Readonly<Record<Rounding, string>> = {
  floor: '舍去小数',
  ceil: '进一',
  'half-up': '四舍五入',
};

/** `附件1 650 家 × 3% = 19.5 → 四舍五入 20`, then what people set by hand; without a printed table `会员单位 650 × …`. */
export function explainQuotaCell({ printedIn }: Pick<QuotaTable, 'printedIn'>, cell: QuotaCell): string {
  const { formula, override } = cell;
  const computed = formula
    ? `${nameBase(printedIn, cell)} × ${formula.ratio} = ${formula.exact} → ${ROUNDING_NAME[formula.rounding]} ${formula.rounded}`
    : '无计算基数';
  return override ? `${computed}；${nameSetter(printedIn, cell)} ${cell.places}：${override.reason}` : computed;
}

/** `附件1定为`, or `名额调整为` of the staff. */
export function nameSetter(printedIn: QuotaTable['printedIn'], { override }: QuotaCell): string {
  if (override?.cite === null) return '名额调整为';
  return printedIn === null ? '调整为' : `${printedIn}定为`;
}

function nameBase(printedIn: QuotaTable['printedIn'], { formula }: QuotaCell): string {
  const { baseAward = null, base = 0 } = formula ?? {};
  if (printedIn === null) return `${baseAward ?? '会员单位'} ${base}`;
  return baseAward === null ? `${printedIn} ${base} 家` : `${printedIn}${baseAward} ${base}`;
}
