/** A folder laid over another: what a job does is seen and told before it is done, and done it is what the job itself would have left. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPreview } from '../../jobs/apply-preview.ts';
import type { Folder } from '../../jobs/folder.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { listFolderChanges } from '../../jobs/preview-changes.ts';
import { PreviewFolder } from '../../jobs/preview-folder.ts';
import { makeRandom, type Random } from '../../jobs/sample/random.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';
import { exerciseFolder } from './exercise-folder.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const quiet = () => ({ signal: new AbortController().signal, progress: () => undefined });
/** Whatever a name of a folder is, no file has it. */
const NAMES = [
  '甲.xlsx',
  '乙.xlsx',
  '里/甲.xlsx',
  '里/面/丙',
  '已作废/甲.xlsx',
  '.pingyou.sha256',
  '里/.pingyou.sha256',
];

/** Does one thing that a job does, in the folder or in one inside, and answers what the job would learn. */
async function doOne(folder: Folder, random: Random): Promise<unknown> {
  const name = random.pick(NAMES);
  const isInside = name.startsWith('里/') && random.chance(1, 2);
  const place = isInside ? folder.inside('里') : folder;
  const at = isInside ? name.slice('里/'.length) : name;
  const text = `${random.integer(0, 9)}`.repeat(random.integer(0, 3));
  const others = NAMES.filter(() => random.chance(1, 3));
  const to = random.pick(NAMES.filter((each) => each !== name));
  switch (random.integer(0, 6)) {
    case 0: {
      await place.write([{ name: at, bytes: bytesOf(text) }]);
      return;
    }
    case 1: {
      await folder.write(others.map((each) => ({ name: each, bytes: bytesOf(text + each) })));
      return;
    }
    case 2: {
      await place.append(at, text);
      return;
    }
    case 3:
      return await place.create(at, bytesOf(text));
    case 4:
      return await folder.move(name, to).catch((error: unknown) => (error as Error).message);
    case 5: {
      await place.remove(at);
      return;
    }
    default:
      return [await place.read(at), (await place.kindOf(at)) === 'file'];
  }
}

async function startingFolder(random: Random): Promise<MemoryFolder> {
  const folder = new MemoryFolder();
  const names = NAMES.filter(() => random.chance(1, 2));
  await folder.write(names.map((name) => ({ name, bytes: bytesOf(`早先的 ${name}`) })));
  return folder;
}

const copyOf = ({ files }: MemoryFolder) => new MemoryFolder(new Map(files));
const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

describe('a folder laid over another', () => {
  it('answers a job as the folder itself would, touches nothing, and leaves the same when it is applied', async () => {
    for (const seed of SEEDS) {
      const random = makeRandom(seed);
      const base = await startingFolder(random);
      const direct = copyOf(base);
      const before = new Map(base.files);
      const preview = new PreviewFolder(base);
      const steps = random.integer(1, 30);
      for (let step = 0; step < steps; step += 1) {
        const own = seed * 1000 + step;
        const answer = await doOne(preview, makeRandom(own));
        expect([seed, step, answer]).toEqual([seed, step, await doOne(direct, makeRandom(own))]);
      }
      expect(new Map(base.files)).toEqual(before);
      const changes = await listFolderChanges(preview, []);
      await applyPreview(preview, quiet());
      expect([seed, base.files]).toEqual([seed, direct.files]);
      const files = (of: ReadonlyMap<string, Uint8Array>) =>
        [...of.keys()].filter((name) => !name.includes('.pingyou') && !name.includes('已作废')).sort();
      expect(changes.new).toEqual(files(direct.files).filter((name) => !before.has(name)));
      const differs = (name: string) => String(before.get(name)) !== String(direct.files.get(name));
      expect(changes.changed).toEqual(files(direct.files).filter((name) => before.has(name) && differs(name)));
    }
  });

  it('refuses with nothing written where anything that it would touch is otherwise by now', async () => {
    let refused = 0;
    for (const seed of SEEDS) {
      const random = makeRandom(seed);
      const base = await startingFolder(random);
      const preview = new PreviewFolder(base);
      for (let step = 0; step < 10; step += 1) await doOne(preview, makeRandom(seed * 1000 + step));
      const name = random.pick(NAMES);
      if (random.chance(1, 2) && base.files.has(name)) base.files.delete(name);
      else base.files.set(name, bytesOf('别人写的'));
      const before = new Map(base.files);
      if (preview.laidAt(name) === undefined) continue;
      await expect(applyPreview(preview, quiet())).rejects.toThrow('在您看过以后有改动');
      expect(new Map(base.files)).toEqual(before);
      refused += 1;
    }
    expect(refused).toBeGreaterThan(SEEDS.length / 2);
  });

  it('stands in for any folder: in memory and on a disk, before and after it is applied', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'preview-'));
    try {
      const expected = await exerciseFolder(new MemoryFolder());
      for (const base of [new MemoryFolder(), new NodeFolder(path.join(place, '里面'))]) {
        const preview = new PreviewFolder(base);
        expect(await exerciseFolder(preview)).toEqual(expected);
        expect(await base.kindOf('')).toBe('nothing');
        await applyPreview(preview, quiet());
        expect(String(await base.read('丁.txt'))).toBe('null');
        expect((await base.list()).map(({ name }) => name).sort()).toEqual(['新', '甲.txt', '空.bin', '里']);
      }
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it('is stopped between two files: those before stand, no other does', async () => {
    const count = 100;
    const base = new MemoryFolder();
    const preview = new PreviewFolder(base);
    const files = Array.from({ length: count }, (_, index) => ({ name: `${index}.xlsx`, bytes: bytesOf(`${index}`) }));
    await preview.write(files);
    const stop = new AbortController();
    const applied = await applyPreview(preview, {
      signal: stop.signal,
      progress: (_, done) => {
        if (done >= count / 2) stop.abort();
      },
    });
    expect(applied.written).toBeGreaterThanOrEqual(count / 2);
    expect(applied.written).toBeLessThan(count);
    expect([...base.files.keys()]).toEqual(files.slice(0, applied.written).map(({ name }) => name));
    expect(applied.left).toBe(count - applied.written);
  });

  it('says how much stands where the disk refuses half-way, and nothing of it where nothing does', async () => {
    class Full extends MemoryFolder {
      room = 0;
      override write(files: Parameters<MemoryFolder['write']>[0]): Promise<void> {
        if (this.files.size >= this.room) return Promise.reject(new UnusableInput('磁盘已满，请腾出空间后再试。'));
        return super.write(files);
      }
    }
    const write = async (room: number) => {
      const base = new Full();
      base.room = room;
      const preview = new PreviewFolder(base);
      for (const name of ['甲', '乙', '丙']) await preview.write([{ name, bytes: bytesOf(name) }]);
      return await applyPreview(preview, quiet()).then(String, (error: unknown) => (error as Error).message);
    };
    expect(await write(0)).toBe('磁盘已满，请腾出空间后再试。');
    expect(await write(2)).toMatch(/^磁盘已满，请腾出空间后再试。已经写好的 2 个文件是完整的，还有 1 个没有写/);
    expect(await write(3)).not.toMatch(/磁盘/);
  });

  it('refuses a file in place of a folder before anything is written', async () => {
    const base = new MemoryFolder();
    await base.write([{ name: '评分表', bytes: bytesOf('一个文件') }]);
    const writing = new PreviewFolder(base).inside('评分表').write([{ name: '甲.xlsx', bytes: bytesOf('甲') }]);
    await expect(writing).rejects.toThrow('“评分表”是文件，不是文件夹');
  });
});
