/** The colours of a workbook, of which some are numbers in its theme. */
import type { XmlElement } from '../xml/xml-elements.ts';

/** `#RRGGBB` of an element such as `<color>`; null where it is left to the program. */
export type ReadColour = (element: XmlElement | undefined) => string | null;

/** The theme lists dark before light, and numbers light before dark. */
const THEME_ORDER = [1, 0, 3, 2];
/** The eight plain colours, which stand twice, with two of the system behind them; nobody picks others by number any more. */
const INDEXED = ['#000000', '#FFFFFF', '#FF0000', '#00FF00', '#0000FF', '#FFFF00', '#FF00FF', '#00FFFF'];
const SYSTEM_BACKGROUND = 65;

/** @param theme the root of its part, where there is one */
export function colourReader(theme: XmlElement | undefined): ReadColour {
  const scheme = (theme?.find('clrScheme')[0]?.children ?? []).map(({ children: [colour] }) => {
    return toHex(colour?.attribute('lastClr') ?? colour?.attribute('val') ?? '') ?? '#000000';
  });
  return (element) => {
    const rgb = toHex(element?.attribute('rgb') ?? '');
    if (rgb !== null) return rgb;
    const number = element?.attribute('theme');
    if (number !== undefined) {
      const at = Number(number);
      return tinted(scheme[THEME_ORDER[at] ?? at] ?? '#000000', Number(element?.attribute('tint') ?? 0));
    }
    const index = Number(element?.attribute('indexed') ?? Number.NaN);
    if (index === SYSTEM_BACKGROUND) return '#FFFFFF';
    return Number.isNaN(index) ? null : index < 16 ? (INDEXED[index % 8] ?? null) : '#000000';
  };
}

/** Six digits, or eight with an alpha before them, which spreadsheets do not use. */
function toHex(text: string): string | null {
  return /^(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(text) ? `#${text.slice(-6).toUpperCase()}` : null;
}

/** Nearer to white for a tint above 0, to black below. */
function tinted(colour: string, tint: number): string {
  if (!(Math.abs(tint) <= 1) || tint === 0) return colour;
  const parts = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16);
    const moved = tint > 0 ? value + (255 - value) * tint : value * (1 + tint);
    return Math.round(moved).toString(16).padStart(2, '0');
  });
  return `#${parts.join('').toUpperCase()}`;
}
