/** What the build has compiled is what the texts say, and never what they said once. */
import { expect, test } from 'vitest';
import { BuiltSchemes, buildSchemes } from '../../jobs/built-schemes.ts';
import { SchemeFolder } from '../../jobs/scheme-folder.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';
import { openSchemes } from '../../scripts/scheme-folder.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { findScheme, listSchemeIds, readSchemeFolder, TEMPLATES_FOLDER } from '../support/templates.ts';

const ids = await listSchemeIds();
const built = await buildSchemes(new SchemeFolder(new NodeFolder(TEMPLATES_FOLDER)));

/** A folder of schemes whose texts are not to be read again. */
class Sealed extends SchemeFolder {
  override load(): never {
    throw new Error('read from its texts');
  }
}

test.each(ids)('%s is compiled as it is read', async (id) => {
  const source = new BuiltSchemes(new Sealed(new NodeFolder(TEMPLATES_FOLDER)), new MemoryFolder(built));
  expect(await source.load(id)).toStrictEqual({ scheme: await findScheme(id) });
});

test.each(ids)('%s of the program is the one that the build has left in dist/', async (id) => {
  expect(await openSchemes().load(id)).toStrictEqual({ scheme: await findScheme(id) });
  const folder = new NodeFolder('dist/schemes');
  expect(await folder.read(`${id}.json`)).toEqual(Buffer.from(built.get(`${id}.json`) ?? []));
});

const [ID = ''] = ids;

async function changed(file: string, change: (text: string) => string): Promise<BuiltSchemes> {
  const texts = await readSchemeFolder(`${TEMPLATES_FOLDER}/${ID}`);
  const before = texts.get(file) ?? '';
  expect(change(before)).not.toBe(before);
  texts.set(file, change(before));
  const files = new Map([...texts].map(([name, text]) => [`${ID}/${name}`, new TextEncoder().encode(text)]));
  return new BuiltSchemes(new SchemeFolder(new MemoryFolder(files)), new MemoryFolder(built));
}

test('a scheme that was changed since is read from its texts', async () => {
  const source = await changed('scheme.yaml', (text) => text.replace(/^issuer: .*$/m, 'issuer: 别的协会'));
  expect(await source.load(ID)).toMatchObject({ scheme: { issuer: '别的协会' } });
});

test('so is one whose fault came since, and one that the build has not seen', async () => {
  const faulty = await changed('scheme.yaml', (text) => text.replace(/^issuer: .*$/m, ''));
  expect(await faulty.load(ID)).toHaveProperty('faults');
  const unseen = new BuiltSchemes(new SchemeFolder(new NodeFolder(TEMPLATES_FOLDER)), new MemoryFolder());
  expect(await unseen.load(ID)).toStrictEqual({ scheme: await findScheme(ID) });
});

test('every text of the folder is held against the build, the document itself too', async () => {
  const source = await changed('source.md', (text) => text.replace(/\S/, '字'));
  expect(await source.load(ID)).not.toStrictEqual({ scheme: await findScheme(ID) });
});
