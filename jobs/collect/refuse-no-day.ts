import { isDay } from '../../rules/calendar.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { inputName, type NamedInput } from '../way.ts';

/** @throws UnusableInput where what is given as a day is none */
export function refuseNoDay(input: NamedInput, given: string | undefined): void {
  if (given === undefined || isDay(given)) return;
  throw new UnusableInput(`${inputName(input)} 应为日期，如 2024-12-30，现在是“${given}”；请改正。`);
}
