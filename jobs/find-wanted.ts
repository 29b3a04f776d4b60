import { districtFinder } from '../rules/district-name.ts';
import type { NomineeCheck } from '../rules/nominee-check.ts';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { inputName } from './way.ts';

interface Wanted {
  /** What was asked for, districts as the scheme has them; undefined where everything is wanted. */
  readonly only: readonly string[] | undefined;
  readonly checks: ReadonlySet<NomineeCheck>;
}

/**
 * The nominations that are asked for by name.
 * @param only districts however they are written, awards, application numbers, unit numbers or unit names; all are wanted when absent
 * @param papers what a nomination is called where the outputs are of it
 * @throws UnusableInput naming those that fit no nomination: what is left out without a word is taken for done
 */
export function findWanted(
  scheme: Scheme,
  checks: readonly NomineeCheck[],
  only: readonly string[] | undefined,
  papers: '推荐' | '申报',
): Wanted {
  if (!only) return { only, checks: new Set(checks) };
  const findDistrict = districtFinder(scheme);
  const found = only.map((name) => {
    const known = findDistrict(name) ?? name;
    return { name, known, checks: checks.filter((check) => fits(check, known)) };
  });
  const unknown = found.filter((each) => each.checks.length === 0).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new UnusableInput(
      `${inputName('only')} 指定的“${unknown.join('、')}”没有对应的${papers}；请填${nameKinds(scheme)}。`,
    );
  }
  return { only: found.map(({ known }) => known), checks: new Set(found.flatMap((each) => each.checks)) };
}

/** What a name may stand for. */
function nameKinds({ districts }: Scheme): string {
  return `${districts.length > 0 ? '区、' : ''}奖项、申报编号、单位编号或单位名称`;
}

function fits({ nominee, award, unit }: NomineeCheck, name: string): boolean {
  return [unit?.district, award.name, nominee.application, nominee.unitNumber, nominee.unitName].includes(name);
}
