/** A sum, a note, a signature, a blank row or the headings again, anywhere among the rows of any sheet, change nothing of what is said of anybody. */
import { expect, it } from 'vitest';
import { makeRandom, type Random } from '../../jobs/sample/random.ts';
import type { Row } from '../../jobs/sample/row.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import type { TableKey } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import { findScheme } from '../support/templates.ts';
import { copyBook, insertRow, readBook, type Book } from './book.ts';
import { makeRoster } from './make-roster.ts';
import { listAllSchemes } from './schemes.ts';

const ROSTERS = 12;
const ODD_ROWS = 15;
const TEXTS = ['合计', '松江小计', '共 53 家', '注：本表一式两份', '制表人：虚某', '以下空白', '2024年12月30日'];

function makeOddRow(scheme: Scheme, sheet: TableKey, random: Random): Row {
  const columns = columnsOf(sheet, scheme);
  if (random.chance(1, 5)) return new Map(columns.map(({ heading }) => [heading, heading]));
  if (random.chance(1, 5)) return new Map();
  const names = columns.filter(({ naming }) => naming !== undefined);
  const count = columns.find(({ type }) => type === 'points' || type === 'number' || type === 'integer');
  const text = random.pick(TEXTS);
  const cells = new Map<string, string | number>([[random.pick(names).heading, text]]);
  if (count && count.naming === undefined && /计|共/.test(text)) cells.set(count.heading, 53);
  return cells;
}

/** All that a reader of the check sees, in its order. */
function describeCheck(scheme: Scheme, book: Book): string[] {
  const { remarks, nominees, places } = checkRoster(scheme, readBook(scheme, book));
  return [
    ...remarks.map(({ rule, where, message }) => `${rule} ${JSON.stringify(where)} ${message}`),
    ...nominees.map(
      ({ nominee, answer, cleared, standing }) => `${nominee.row} ${answer} ${cleared} ${JSON.stringify(standing)}`,
    ),
    ...places.map((place) => `${place.district.name} ${place.award.id} ${place.places} ${place.nominees.length}`),
  ];
}

it.each(await listAllSchemes())('holds in $id', { timeout: 300_000 }, async ({ id, folder }) => {
  const scheme = await findScheme(id, folder);
  let aside = 0;
  for (let seed = 1; seed <= ROSTERS; seed += 1) {
    const random = makeRandom(seed);
    const { book } = makeRoster(scheme, random);
    const odd = copyBook(book);
    for (let each = 0; each < ODD_ROWS; each += 1) {
      const sheet = random.pick(sheetsOf(scheme));
      insertRow(odd[sheet], makeOddRow(scheme, sheet, random), random);
    }
    const { oddities } = readBook(scheme, odd);
    aside += oddities.aside.length;
    expect(oddities.unclear, `seed ${seed}`).toEqual([]);
    expect(describeCheck(scheme, odd), `seed ${seed}`).toEqual(describeCheck(scheme, book));
  }
  expect(aside).toBeGreaterThan(ROSTERS * 5);
});
