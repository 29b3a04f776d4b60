/**
 * Decimal numbers as people write them, exactly. A cell holds 0.07 as a binary fraction that is a little more or less; people, and the
 * spreadsheets that show it, know 15 digits of it, and these are what counts: what binary arithmetic adds beyond, as in 0.1 + 0.2, is dropped.
 * All functions throw RangeError for what is no finite number.
 */
import type { Ratio } from './ratio.ts';

/** `units` over ten to the power of `scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const DIGITS = 15;
/** Whole numbers below this have no more digits than that. */
const PLAIN_BELOW = 1e15;

/** The sum, exact. */
export function addUp(numbers: readonly number[]): number {
  if (numbers.every(isPlain)) return numbers.reduce((sum, number) => sum + number, 0);
  return toNumber(numbers.map(decimalOf).reduce(add, { units: 0n, scale: 0 }));
}

/** The difference, exact. */
export function subtract(from: number, number: number): number {
  return addUp([from, -number]);
}

/** Below 0 where `a` is less than `b`, above where it is more, 0 where both are the same number. */
export function compare(a: number, b: number): number {
  return Math.sign(subtract(a, b));
}

/** `number × factor` where that is a whole number; null where it is none, or has more digits than are exact. */
export function wholeTimes(number: number, { numerator, denominator }: Ratio): number | null {
  const plain = number * numerator;
  if (isPlain(number) && Number.isSafeInteger(plain)) return plain % denominator === 0 ? plain / denominator : null;
  const { units, scale } = decimalOf(number);
  const [product, divisor] = [units * BigInt(numerator), 10n ** BigInt(scale) * BigInt(denominator)];
  const whole = Number(product / divisor);
  return product % divisor === 0n && Number.isSafeInteger(whole) ? whole : null;
}

/** `number × factor` as the nearest whole number; a half goes up, below 0 down. */
export function roundTimes(number: number, factor: number): number {
  const { units, scale } = decimalOf(number);
  const [doubled, divisor] = [2n * units * BigInt(factor), 10n ** BigInt(scale)];
  return Number((doubled + (units < 0n ? -divisor : divisor)) / (2n * divisor));
}

function isPlain(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) < PLAIN_BELOW;
}

function decimalOf(number: number): Decimal {
  if (!Number.isFinite(number)) throw new RangeError('no number');
  if (isPlain(number)) return { units: BigInt(number), scale: 0 };
  const [mantissa = '', exponent = '0'] = number.toPrecision(DIGITS).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const [units, scale] = [BigInt(whole + fraction), fraction.length - Number(exponent)];
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const raise = ({ units, scale: own }: Decimal) => units * 10n ** BigInt(scale - own);
  return { units: raise(a) + raise(b), scale };
}

function toNumber({ units, scale }: Decimal): number {
  return Number(`${units}e${-scale}`);
}
