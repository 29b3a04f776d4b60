/** Invented people. No name, ID number or phone number here can belong to anybody. */
import { idCheckCharacter } from '../../rules/id-number.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly name: string;
  readonly sex: '男' | '女';
  /** `YYYY-MM` */
  readonly birthMonth: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** Words that say "sample" and are no surnames. */
const SURNAMES = ['样', '例', '拟', '仿', '虚', '样例', '虚拟'];
const GIVEN = Array.from(
  '安柏晨冬帆高和建军康岚明宁平青荣瑞森涛文晓欣雅言宇远云哲正志波长川达恩方光海恒江景凯立茂南朋齐仁山盛石天同维向新兴一永友泽展',
);

/** GB/T 2260 gives no region a code that begins with 99, so no number with it was ever issued. */
const REGION = '990000';

/** 00 dials abroad, and ITU-T E.164 gives no country a code that begins with 0: such a number reaches nobody. */
const PHONE_PREFIX = '000-';

/** Years of birth of people who were 25 to 59 in the year of the sample's dates. */
const BIRTH_YEARS = [1965, 1999] as const;

/** Gives a new person a call; no two share a name or an ID number. */
export function makePersonMaker(random: Random): () => Person {
  const names = new Set<string>();
  const idNumbers = new Set<string>();
  return () => {
    const sex = random.chance(2, 3) ? '男' : '女';
    const year = random.integer(...BIRTH_YEARS);
    const month = pad(random.integer(1, 12), 2);
    const name = inventNew(names, () => inventName(random));
    const idNumber = inventNew(idNumbers, () => inventIdNumber(random, `${year}${month}`, sex));
    return { name, sex, birthMonth: `${year}-${month}`, idNumber, phone: inventPhone(random) };
  };
}

/** `000-` and eight digits. */
export function inventPhone(random: Random): string {
  return `${PHONE_PREFIX}${pad(random.integer(0, 99_999_999), 8)}`;
}

function inventName(random: Random): string {
  const given = random.chance(1, 5) ? random.pick(GIVEN) : random.pick(GIVEN) + random.pick(GIVEN);
  return random.pick(SURNAMES) + given;
}

/** @param birth `YYYYMM`; the day is invented */
function inventIdNumber(random: Random, birth: string, sex: Person['sex']): string {
  const sequence = 2 * random.integer(0, 499) + (sex === '男' ? 1 : 0);
  const first17 = `${REGION}${birth}${pad(random.integer(1, 28), 2)}${pad(sequence, 3)}`;
  return first17 + idCheckCharacter(first17);
}

function inventNew(taken: Set<string>, invent: () => string): string {
  let invented = invent();
  while (taken.has(invented)) invented = invent();
  taken.add(invented);
  return invented;
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
