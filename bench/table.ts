/** The figures as one table of plain text. */
import { medianOf, type Check, type Contest, type Results } from './bench.ts';

const HEADINGS = ['contender', 'wall s', 'from-to', 'CPU s', 'peak MB', 'measure', 'value', 'limit', ''];
/** Columns of words; the others are figures and stand right. */
const LEFT = new Set([0, 5, 8]);

export interface Section {
  readonly title: string;
  readonly contest: Contest;
  readonly results: Results;
}

/** Every benchmark with its medians, its ratios and whether these keep their limits. */
export function renderTable(sections: readonly Section[]): string {
  const rows = sections.map(toRows);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.flat().map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return LEFT.has(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return sections
    .map(({ title, contest }, index) =>
      [title, line(HEADINGS), ...(rows[index] ?? []).map(line), ...contest.notes.map((note) => `  ${note}`)].join('\n'),
    )
    .join('\n\n');
}

export function isOver({ value, limit }: Check): boolean {
  return limit !== null && !(value <= limit);
}

function toRows({ contest, results }: Section): string[][] {
  const checks = contest.check(results);
  return contest.contenders.flatMap(({ name }) => {
    const own = checks.filter(({ row }) => row === name).map(toCells);
    const walls = (results.get(name) ?? []).map(({ wall }) => wall);
    const measured = [
      name,
      toFigure(medianOf(results, name, 'wall')),
      `${toFigure(Math.min(...walls))}-${toFigure(Math.max(...walls))}`,
      toFigure(medianOf(results, name, 'cpu')),
      toFigure(medianOf(results, name, 'peak')),
    ];
    return [[...measured, ...(own[0] ?? [])], ...own.slice(1).map((cells) => ['', '', '', '', '', ...cells])];
  });
}

function toCells(check: Check): string[] {
  const { label, value, limit } = check;
  const verdict = isOver(check) ? 'OVER' : 'OK';
  return [label, toFigure(value), limit === null ? '' : `≤ ${limit}`, limit === null ? '' : verdict];
}

/** Three figures are more than the machine repeats. */
function toFigure(value: number): string {
  if (Number.isNaN(value)) return '-';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
