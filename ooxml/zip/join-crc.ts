/**
 * The CRC-32 of two pieces together from those of each, so that what is already known is not gone through again. A CRC is a polynomial over
 * GF(2) modulo EDB88320, the highest power in the lowest bit: bytes that follow move it up by a power of x, and theirs is added.
 */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/** x to the power of 1, 2, 4, 8 ... */
const POWERS: number[] = [0x40000000];
for (let last = 0x40000000; POWERS.length < 32; POWERS.push(last)) last = multiply(last, last);

/** By what the CRC of a text is moved up when so many bytes follow; worked out once for a piece that follows often. */
export function crcShift(length: number): number {
  let shift = ONE;
  // A byte is eight powers.
  for (let rest = length, power = 3; rest > 0; rest = Math.floor(rest / 2), power += 1) {
    if (rest % 2 === 1) shift = multiply(POWERS[power % 32] ?? ONE, shift);
  }
  return shift;
}

/** The CRC of a piece whose own is `after`, behind bytes whose CRC is `before`. @param shift `crcShift` of the piece's length */
export function joinCrc(before: number, after: number, shift: number): number {
  return (multiply(shift, before) ^ after) >>> 0;
}

function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let rest = a | 0; rest !== 0; rest <<= 1) {
    if (rest < 0) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
  }
  return product >>> 0;
}
