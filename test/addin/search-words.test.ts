/** What empties a search field is named in Chinese to those who hear the page: the library's own word is English. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FIELD = /<SearchBox\s(?<props>[^]*?)\/>/g;

test('every search field says 清除 of what empties it', () => {
  const paths = readdirSync('addin', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
  const fields = paths.flatMap((path) =>
    [...readFileSync(`addin/${path}`, 'utf8').matchAll(FIELD)].map(
      ({ groups }) => `${path} ${groups?.['props'] ?? ''}`,
    ),
  );
  expect(fields.length).toBeGreaterThan(3);
  expect(fields.filter((field) => !field.includes('dismiss={CLEAR_SEARCH}'))).toEqual([]);
});
