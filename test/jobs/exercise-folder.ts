/** What every side of the folder port has to do, done once; the same list of answers is expected of all. It runs in Node and in a browser alike. */
import type { Folder } from '../../jobs/folder.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** @param folder empty, or not there yet */
export async function exerciseFolder(folder: Folder): Promise<string[]> {
  const answers: string[] = [];
  const note = (what: string, answer: unknown) => answers.push(`${what}: ${JSON.stringify(answer)}`);
  const textOf = async (name: string) => {
    const bytes = await folder.read(name);
    return bytes && new TextDecoder().decode(bytes);
  };
  const listed = async (name?: string) =>
    (await folder.list(name)).map(({ name: entry, kind }) => `${entry} ${kind}`).sort();

  note('nothing', [await folder.kindOf('甲.txt'), await folder.read('甲.txt'), await folder.read('没有/甲.txt')]);
  await folder.write([
    { name: '甲.txt', bytes: bytesOf('甲') },
    { name: '里/面/乙.txt', bytes: bytesOf('乙') },
  ]);
  note('written', [
    await textOf('甲.txt'),
    await textOf('里/面/乙.txt'),
    await folder.inside('里').kindOf('面/乙.txt'),
  ]);
  note('kinds', [await folder.kindOf('甲.txt'), await folder.kindOf('里'), await folder.kindOf('里/面')]);
  note('list', [await listed(), await listed('里'), await listed('里/面')]);
  await folder.write([{ name: '甲.txt', bytes: bytesOf('甲的另一份，长一些') }]);
  await folder.write([{ name: '甲.txt', bytes: bytesOf('短') }]);
  note('written over', await textOf('甲.txt'));
  note('created', [
    await folder.create('甲.txt', bytesOf('不')),
    await folder.create('新/丙.txt', bytesOf('丙')),
    await textOf('甲.txt'),
    await textOf('新/丙.txt'),
  ]);
  await folder.append('录', '一\n');
  await folder.append('录', '二\n');
  note('appended', await textOf('录'));
  await folder.write([{ name: '丁.txt', bytes: bytesOf('旧') }]);
  await folder.move('录', '丁.txt');
  note('moved', [await folder.kindOf('录'), await textOf('丁.txt')]);
  await folder.remove('丁.txt');
  await folder.remove('丁.txt');
  note('removed', await folder.kindOf('丁.txt'));
  await folder.write([{ name: '空.bin', bytes: new Uint8Array() }]);
  note('empty', (await folder.read('空.bin'))?.length);
  note('lock', await folder.withLock(() => Promise.resolve('held')));
  await folder.flush();
  note('gone', await folder.list('没有').catch((error: unknown) => (error as Error).name));
  return answers;
}
