/** 统一社会信用代码 that belong to nobody: of division 999999, which GB/T 2260 gives to no place, so that no register has ever given out one. */
import { creditCheckCharacter } from '../../rules/credit-code.ts';

/** @param serial below ten million */
export function inventCreditCode(serial: number): string {
  const first17 = `91999999MA${String(serial).padStart(7, '0')}`;
  return first17 + creditCheckCharacter(first17);
}
