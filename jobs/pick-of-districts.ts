/** Whose district was asked for, however it is written. */
import { districtFinder } from '../rules/district-name.ts';
import { hideLongNumbers } from '../rules/id-number.ts';
import { SHEET } from '../rules/roster-cell.ts';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { inputName, type NamedInput } from './way.ts';

interface DistrictRequest {
  /** All when absent. */
  readonly districts: readonly string[] | undefined;
  /** How they were given. */
  readonly input: NamedInput;
}

/**
 * The units of these districts.
 * @throws UnusableInput naming what is no district of the scheme, or one that no unit of the roster is of
 */
export function pickOfDistricts<T extends { readonly district: string }>(
  scheme: Scheme,
  { units, fileName }: { readonly units: readonly T[]; readonly fileName: string },
  { districts, input }: DistrictRequest,
): readonly T[] {
  if (!districts) return units;
  const find = districtFinder(scheme);
  const wanted = new Set(districts.map(find));
  const unknown = districts.filter((name) => find(name) === null);
  if (scheme.districts.length === 0) throw new UnusableInput(`本方案不分区，请去掉 ${inputName(input)}。`);
  if (unknown.length > 0) {
    const known = scheme.districts.map(({ name }) => name).join('、');
    throw new UnusableInput(
      `名额分配表中没有“${hideLongNumbers(unknown.join('、'))}”；${inputName(input)} 可填：${known}。`,
    );
  }
  const picked = units.filter(({ district }) => wanted.has(district));
  const served = new Set(picked.map(({ district }) => district));
  const empty = districts.filter((name) => !served.has(find(name) ?? ''));
  if (empty.length > 0) {
    throw new UnusableInput(
      `${fileName}“${SHEET.memberUnits}”里没有所属为“${empty.join('、')}”的单位；请补填单位，或在 ${inputName(input)} 里去掉它。`,
    );
  }
  return picked;
}
