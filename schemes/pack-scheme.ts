/**
 * A scheme as JSON and back, the same in all that it holds: maps, fields that are undefined, and one thing that stands in several places, for
 * conditions and citations are told apart by which they are, not by what they say.
 */
import type { Scheme } from '../rules/scheme.ts';

/** `[3]` stands for the value of row 3, `[]` for undefined; all else for itself. */
type Packed = string | number | boolean | null | readonly [] | readonly [number];

/** What a value is made of. A row names rows before it alone; the last is the scheme. */
type Row = readonly ['list' | 'map' | 'record', ...Packed[]];

export type PackedScheme = readonly Row[];

/** @throws TypeError when the scheme holds anything that is no data, such as a function */
export function packScheme(scheme: Scheme): PackedScheme {
  const rows: Row[] = [];
  const known = new Map<object, number>();
  const pack = (value: unknown): Packed => {
    if (value === undefined) return [];
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value;
    if (typeof value !== 'object') throw new TypeError(`a scheme holds a ${typeof value} that JSON lacks`);
    const place = known.get(value);
    if (place !== undefined) return [place];
    rows.push(packRow(value, pack));
    known.set(value, rows.length - 1);
    return [rows.length - 1];
  };
  pack(scheme);
  return rows;
}

function packRow(value: object, pack: (value: unknown) => Packed): Row {
  if (Array.isArray(value)) return ['list', ...value.map(pack)];
  if (value instanceof Map) {
    if ([...value.keys()].some((key) => typeof key !== 'string'))
      throw new TypeError('a scheme holds a map by other than names');
    return ['map', ...[...value].flat().map(pack)];
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new TypeError(`a scheme holds a ${value.constructor.name}, which is no plain data`);
  }
  return ['record', ...Object.entries(value).flat().map(pack)];
}

/** @param rows as `packScheme` gives them */
export function unpackScheme(rows: PackedScheme): Scheme {
  const values: unknown[] = [];
  const unpack = (packed: Packed) => (isPlace(packed) ? values[packed[0] ?? -1] : packed);
  for (const [kind, ...parts] of rows) values.push(unpackRow(kind, parts.map(unpack)));
  // What it is was known when it was packed.
  return values.at(-1) as Scheme;
}

function isPlace(packed: Packed): packed is readonly [] | readonly [number] {
  return Array.isArray(packed);
}

function unpackRow(kind: Row[0], parts: readonly unknown[]): unknown {
  if (kind === 'list') return parts;
  const pairs = Array.from({ length: parts.length / 2 }, (_, index) => parts.slice(2 * index, 2 * index + 2));
  const entries = pairs.map(([key, value]): [string, unknown] => [String(key), value]);
  return kind === 'map' ? new Map(entries) : Object.fromEntries(entries);
}
