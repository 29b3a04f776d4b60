/** Names of sheets: made legal and unique, quoted, and found in formulas. */

/** The same text for two names that a workbook or a file system may hold to be one. */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

/** Excel's limit, in UTF-16 units. */
const LONGEST = 31;

/**
 * Gives legal sheet names that differ from each other, also by more than case. Later twins are numbered: `张三(2)`.
 *
 * Excel forbids `[]:*?/\`, control characters, an apostrophe at either end, more than 31 UTF-16 units, and `History`.
 */
export function createSheetNamer(): (text: string) => string {
  const taken = new Set<string>(['history']);
  return (text) => {
    const name = makeLegal(text, LONGEST);
    let unique = name;
    for (let number = 2; taken.has(foldName(unique)); number += 1) {
      const suffix = `(${number})`;
      unique = makeLegal(name, LONGEST - suffix.length) + suffix;
    }
    taken.add(foldName(unique));
    return unique;
  };
}

function makeLegal(text: string, longest: number): string {
  const clean = text.replace(/[[\]:*?/\\]/g, '_').replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, '');
  let kept = '';
  for (const char of clean.replace(/^['\s]+/, '')) {
    if (kept.length + char.length > longest) break;
    kept += char;
  }
  return kept.replace(/['\s]+$/, '') || '未命名';
}

/** `'张三'`: quoted whether it needs it or not, which every program reads. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A text in double quotes, a quoted or a bare sheet name before `!`; what is not captured is passed over. */
const SHEET_REFERENCE = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([^\s'"!(),;:+\-*/^&=<>{}[\]#%@$]+)!/gu;

/** A formula cut at its references to the sheets in `known`: constant text and `{sheet}` in turn, the `!` in the constants. */
export function splitFormula(formula: string, known: ReadonlySet<string>): (string | { readonly sheet: string })[] {
  const pieces: (string | { readonly sheet: string })[] = [];
  let at = 0;
  for (const match of formula.matchAll(SHEET_REFERENCE)) {
    const name = match[1]?.replaceAll("''", "'") ?? match[2];
    const sheet = name === undefined ? undefined : findSheet(name, known);
    if (sheet === undefined) continue;
    pieces.push(formula.slice(at, match.index), { sheet });
    at = match.index + match[0].length - 1;
  }
  pieces.push(formula.slice(at));
  return pieces;
}

/** True when a formula spans several sheets, as `'一月:三月'!A1`: a copy cannot say which sheets are meant. */
export function spansSheets(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '');
  return (
    /'[^'[\]]*:[^']*'!/.test(bare) ||
    /(?<![$\w.])[^\s'"!(),;+\-*/^&=<>{}[\]$]+:[^\s'"!(),;:+\-*/^&=<>{}[\]$]+!/.test(bare)
  );
}

function findSheet(name: string, known: ReadonlySet<string>): string | undefined {
  if (known.has(name)) return name;
  const folded = foldName(name);
  for (const sheet of known) if (foldName(sheet) === folded) return sheet;
  return undefined;
}
