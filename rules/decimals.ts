/** Numbers of cells, counted in millionths, so that 0.1 and 0.2 make 0.3. */
const MILLIONTHS = 1_000_000;

/** The sum, exact to six decimals. */
export function addUp(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + toMillionths(number), 0) / MILLIONTHS;
}

/** The difference, exact to six decimals. */
export function subtract(from: number, number: number): number {
  return (toMillionths(from) - toMillionths(number)) / MILLIONTHS;
}

function toMillionths(number: number): number {
  return Math.round(number * MILLIONTHS);
}
