/** A page as SVG: one drawing of the size of the paper, each line of text where it was laid. */
import { escapeXml } from '../xml/xml-text.ts';
import type { Frame, PrintBox, PrintLine, PrintPage, PrintRule } from './print-page.ts';
import type { PrintFont } from './print-style.ts';
import type { PrintRun } from './print-sheet.ts';

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
const DASHES: Readonly<Record<string, string>> = { dashed: '3 2', dotted: '1 1' };

/** The names under which systems know the fonts of Chinese offices. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  仿宋: "FangSong, STFangsong, 'Noto Serif CJK SC', serif",
  仿宋_GB2312: "FangSong, STFangsong, 'Noto Serif CJK SC', serif",
  宋体: "SimSun, STSong, 'Noto Serif CJK SC', serif",
  黑体: "SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif",
  楷体: "KaiTi, STKaiti, 'Noto Serif CJK SC', serif",
};

/** A list of fonts for a browser: the font itself, its other names, and one that stands in for it. */
export function fontFamily(name: string): string {
  return `'${name.replace(/['"\\;{}<>]/g, '')}', ${OTHER_NAMES[name] ?? "'Noto Sans CJK SC', sans-serif"}`;
}

/**
 * Nothing in it is read as markup, wherever its texts come from. Some hundred pages stand in a browser at once while they are printed, so what a
 * page has most of is said once: the lines of a border are one path, and its texts inherit a font.
 */
export function drawPage({ width, height, boxes, rules, lines }: PrintPage): string {
  const size = `width="${at(width)}pt" height="${at(height)}pt" viewBox="0 0 ${at(width)} ${at(height)}"`;
  const fills = boxes.flatMap((box) => (box.fill === null ? [] : [drawFill(box, box.fill)]));
  const face = mostUsedFace([...boxes.flatMap((box) => box.lines), ...lines]);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} xml:space="preserve"${face}>` +
    `<rect width="${at(width)}" height="${at(height)}" fill="#FFFFFF"/>` +
    [
      ...fills,
      ...drawRules(rules),
      ...boxes.map((box) => drawText(box, face)),
      ...lines.map((line) => drawLine(line, face)),
    ].join('') +
    '</svg>'
  );
}

/** Of the font that most of a page's texts are in; '' where there is no text. */
function mostUsedFace(lines: readonly PrintLine[]): string {
  const uses = new Map<string, number>();
  for (const { font } of lines.flatMap(({ runs }) => runs)) {
    const face = drawFace(font);
    uses.set(face, (uses.get(face) ?? 0) + 1);
  }
  return [...uses].reduce((most, use) => (use[1] > most[1] ? use : most), ['', 0])[0];
}

function drawFill({ x, y, width, height }: Frame, colour: string): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${colour}"/>`;
}

/** Lines of one look that follow each other are one path: of those that cross, the later one stays on top. */
function drawRules(rules: readonly PrintRule[]): string[] {
  const paths: { readonly look: string; ends: string }[] = [];
  for (const { look, ends } of rules.flatMap(penStrokes)) {
    const last = paths.at(-1);
    if (last?.look === look) last.ends += ends;
    else paths.push({ look, ends });
  }
  return paths.map(({ look, ends }) => `<path d="${ends}"${look}/>`);
}

function penStrokes({ x1, y1, x2, y2, line }: PrintRule): { look: string; ends: string }[] {
  const dash = DASHES[line.kind];
  const one = (shift: number, width: number) => {
    const [dx, dy] = x1 === x2 ? [shift, 0] : [0, shift];
    const dashes = dash === undefined ? ' stroke-linecap="square"' : ` stroke-dasharray="${dash}"`;
    return {
      look: ` stroke="${line.colour}" stroke-width="${width}"${dashes}`,
      ends: `M${at(x1 + dx)} ${at(y1 + dy)}L${at(x2 + dx)} ${at(y2 + dy)}`,
    };
  };
  if (line.kind !== 'double') return [one(0, line.width)];
  const third = line.width / 3;
  return [one(-third, third), one(third, third)];
}

function drawText({ lines, clip, turn, ...frame }: PrintBox, inherited: string): string {
  if (lines.length === 0) return '';
  const text = lines.map((line) => drawLine(line, inherited)).join('');
  if (turn !== 0) {
    const middle = `${at(frame.x + frame.width / 2)} ${at(frame.y + frame.height / 2)}`;
    return `<g transform="rotate(${-turn} ${middle})">${text}</g>`;
  }
  if (!clip) return text;
  const { x, y, width, height } = clip;
  const place = `x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}"`;
  return `<svg ${place} viewBox="${at(x)} ${at(y)} ${at(width)} ${at(height)}" overflow="hidden">${text}</svg>`;
}

function drawLine({ runs, x, y, align }: PrintLine, inherited: string): string {
  const anchor = align === 'left' ? '' : ` text-anchor="${ANCHORS[align]}"`;
  const place = `x="${at(x)}" y="${at(y)}"${anchor}`;
  const [only, ...others] = runs;
  if (!only) return '';
  if (others.length === 0) return `<text ${place}${drawFont(only.font, inherited)}>${escapeXml(only.text)}</text>`;
  return `<text ${place}>${runs.map((run) => drawRun(run, inherited)).join('')}</text>`;
}

function drawRun({ text, font }: PrintRun, inherited: string): string {
  return `<tspan${drawFont(font, inherited)}>${escapeXml(text)}</tspan>`;
}

function drawFont(font: PrintFont, inherited: string): string {
  const { bold, italic, underlined, struck, colour } = font;
  const lines = [underlined ? 'underline' : '', struck ? 'line-through' : ''].filter(Boolean).join(' ');
  const face = drawFace(font);
  return (
    (face === inherited ? '' : face) +
    (bold ? ' font-weight="bold"' : '') +
    (italic ? ' font-style="italic"' : '') +
    (lines === '' ? '' : ` text-decoration="${lines}"`) +
    (colour === '#000000' ? '' : ` fill="${colour}"`)
  );
}

function drawFace({ name, size }: PrintFont): string {
  return ` font-family="${escapeXml(fontFamily(name))}" font-size="${at(size)}"`;
}

/** Hundredths of a point. */
function at(points: number): string {
  return String(Math.round(points * 100) / 100);
}
