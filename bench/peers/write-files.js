/** `node write-files.js FILE LIST OUT`: writes one file's bytes under every name of a list, four at a time. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const [, , file, listPath, out] = process.argv;
const WRITERS = 4;

const bytes = await readFile(file);
const { sheets } = JSON.parse(await readFile(listPath, 'utf8'));
const names = sheets.values();
await Promise.all(
  Array.from({ length: WRITERS }, async () => {
    for (const { path } of names) {
      const target = join(out, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
    }
  }),
);
