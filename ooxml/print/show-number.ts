/** Numbers as a cell shows them, by the code of its format. */
import { dayOfSerial } from '../read/serial-date.ts';
import { isDateCode } from '../read/read-styles.ts';

/** The formats that a workbook names by number alone. */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  31: 'yyyy"年"m"月"d"日"',
  49: '@',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Digits that a cell in the general format shows at most. */
const MOST_DIGITS = 10;
const SECONDS_PER_DAY = 86_400;

/**
 * @param code of the cell's format; blank for the general one
 * @returns the text, without colours and fractions, which our outputs do not use
 */
export function showNumber(value: number, code: string, date1904: boolean): string {
  if (code === '' || /^(?:general|@)$/i.test(code.trim())) return showGeneral(value);
  const sections = splitSections(code);
  const negative = value < 0 && sections.length > 1;
  const section = (negative ? sections[1] : value === 0 ? (sections[2] ?? sections[0]) : sections[0]) ?? '';
  if (isDateCode(code)) return showDate(value, section, date1904) ?? showGeneral(value);
  return showDigits(negative ? -value : value, section);
}

function showGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  return String(Number(value.toPrecision(MOST_DIGITS)));
}

/** At each `;` outside quotes. */
function splitSections(code: string): string[] {
  const pieces = Array.from(code.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]|[^]/g), ([piece]) => (piece === ';' ? '\0' : piece));
  return pieces.join('').split('\0');
}

const TOKENS = /"([^"]*)"?|\\(.)|_.|\*.|\[[^\]]*\]|[0#?.,]+|[^]/g;

function showDigits(value: number, section: string): string {
  const percent = /%/.test(section.replace(/"[^"]*"?/g, '')) ? 100 : 1;
  let isShown = false;
  return Array.from(section.matchAll(TOKENS), ([token, quoted, escaped]) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? '';
    if (/^[0#?]|^[.,]+[0#?]/.test(token)) {
      if (isShown) return '';
      isShown = true;
      return fillDigits(value * percent, token);
    }
    if (token.startsWith('_')) return ' ';
    if (token.startsWith('*') || token.startsWith('[')) return '';
    return /^general$/i.test(token) ? showGeneral(value) : token;
  }).join('');
}

function fillDigits(value: number, pattern: string): string {
  const [whole = '', fraction = ''] = pattern.split('.');
  const most = fraction.replace(/[^0#?]/g, '').length;
  const least = fraction.replace(/[^0]/g, '').length;
  const [digits = '0', after = ''] = Math.abs(value).toFixed(Math.min(most, 20)).split('.');
  const shown = after.replace(new RegExp(`0{0,${most - least}}$`), '');
  const padded = digits.padStart(whole.replace(/[^0]/g, '').length, '0');
  const grouped = /,[0#?]/.test(whole) ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded;
  const isNegative = value < 0 && /[1-9]/.test(digits + after);
  return `${isNegative ? '-' : ''}${grouped}${shown === '' ? '' : `.${shown}`}`;
}

function showDate(value: number, section: string, date1904: boolean): string | undefined {
  const seconds = Math.round((value - Math.floor(value)) * SECONDS_PER_DAY);
  const day = dayOfSerial(value, date1904);
  if (day === undefined && value >= 1) return undefined;
  const [year = '', month = '', date = ''] = (day ?? '1900-01-00').split('-');
  let sawHour = false;
  const parts = section.replace(/\[\$[^\]]*\]/g, '').matchAll(/"([^"]*)"?|\\(.)|([ymdhs])\3*|\[[^\]]*\]|[^]/gi);
  return Array.from(parts, ([token, quoted, escaped, letter]) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? '';
    const long = token.length > 1;
    switch (letter?.toLowerCase()) {
      case 'y':
        return token.length > 2 ? year : year.slice(-2);
      case 'm': {
        const isMinute = sawHour;
        sawHour = false;
        return pad(isMinute ? Math.floor(seconds / 60) % 60 : Number(month), long);
      }
      case 'd':
        return pad(Number(date), long);
      case 'h':
        sawHour = true;
        return pad(Math.floor(seconds / 3600), long);
      case 's':
        return pad(seconds % 60, long);
      default:
        return token.startsWith('[') ? '' : token;
    }
  }).join('');
}

function pad(number: number, long: boolean): string {
  return long ? String(number).padStart(2, '0') : String(number);
}
