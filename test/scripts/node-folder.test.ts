/** The folder of a disk that fails as disks do. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputFolder } from '../../jobs/output-folder.ts';
import { RECORD } from '../../jobs/output-record.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { NODE_DISK, type Disk } from '../../scripts/disk.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';
import { keyOfPath, locate } from '../../scripts/paths.ts';
import { listWritten } from '../../scripts/written-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'node-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const failing = (code: string) => Object.assign(new Error(code), { code });

/** A disk that says what is asked of it, and whose renames fail so many times. */
function makeDisk(failures: number, code: string): { disk: Disk; calls: string[] } {
  const calls: string[] = [];
  let left = failures;
  const disk: Disk = {
    write: (...args) => {
      calls.push('write');
      return NODE_DISK.write(...args);
    },
    flush: async (handle) => {
      calls.push('flush');
      await NODE_DISK.flush(handle);
    },
    rename: (from, to) => {
      calls.push('rename');
      left -= 1;
      if (left >= 0) throw failing(code);
      NODE_DISK.rename(from, to);
    },
    pause: (milliseconds) => {
      calls.push(`pause ${milliseconds}`);
      return Promise.resolve();
    },
  };
  return { disk, calls };
}

describe('a file that is written', () => {
  it('is on the disk before it takes its place', async () => {
    const { disk, calls } = makeDisk(0, '');
    await new NodeFolder(folder, disk).write([{ name: 'a.xlsx', bytes: bytes('new') }]);
    expect(calls).toEqual(['write', 'flush', 'rename']);
    expect(read('a.xlsx')).toBe('new');
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('is tried again while a scanner holds it up with %s', async (code) => {
    const { disk, calls } = makeDisk(3, code);
    writeFileSync(join(folder, 'a.xlsx'), 'old');
    await new NodeFolder(folder, disk).write([{ name: 'a.xlsx', bytes: bytes('new') }]);
    expect(read('a.xlsx')).toBe('new');
    expect(calls.filter((call) => call === 'rename')).toHaveLength(4);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  it('is refused in one sentence where Excel has the old one open for long, which then stands', async () => {
    const { disk, calls } = makeDisk(Infinity, 'EPERM');
    writeFileSync(join(folder, 'a.xlsx'), 'old');
    const refusal = new NodeFolder(folder, disk).write([{ name: 'a.xlsx', bytes: bytes('new') }]);
    await expect(refusal).rejects.toThrow(UnusableInput);
    await expect(refusal).rejects.toThrow('正在 Excel、WPS 中打开');
    const waited = calls.flatMap((call) => (call.startsWith('pause') ? Number(call.slice(6)) : []));
    expect(waited.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(2000);
    expect(read('a.xlsx')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  it('is tried once where waiting mends nothing', async () => {
    const { disk, calls } = makeDisk(Infinity, 'EIO');
    await expect(new NodeFolder(folder, disk).write([{ name: 'a.xlsx', bytes: bytes('new') }])).rejects.toThrow(
      '磁盘读写出错',
    );
    expect(calls).toEqual(['write', 'flush', 'rename']);
  });

  it.each(['ENOSPC', 'EIO'])(
    'leaves the old one whole where the disk says %s only when it is flushed',
    async (code) => {
      writeFileSync(join(folder, 'a.xlsx'), 'old');
      const disk: Disk = { ...NODE_DISK, flush: () => Promise.reject(failing(code)) };
      const refusal = new NodeFolder(folder, disk).write([{ name: 'a.xlsx', bytes: bytes('new') }]);
      await expect(refusal).rejects.toThrow(UnusableInput);
      expect(read('a.xlsx')).toBe('old');
      expect(readdirSync(folder)).toEqual(['a.xlsx']);
    },
  );

  it('leaves the old one whole where the disk is full', async () => {
    writeFileSync(join(folder, 'a.xlsx'), 'old');
    const disk: Disk = {
      ...NODE_DISK,
      write: () => {
        throw failing('ENOSPC');
      },
    };
    await expect(new NodeFolder(folder, disk).write([{ name: 'a.xlsx', bytes: bytes('new') }])).rejects.toThrow(
      '磁盘已满',
    );
    expect(read('a.xlsx')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });
});

describe('files that are written together', () => {
  const files = ['in/a.xlsx', 'in/b.xlsx', 'c.xlsx'].map((name) => ({ name, bytes: bytes(`new ${name}`) }));
  const put = (disk: Disk) => new NodeFolder(folder, disk).write(files);
  const listAll = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  /** A disk on which one call, counted from 0, fails. */
  const failAt = (call: 'write' | 'flush' | 'rename', at: number): Disk => {
    let left = at;
    const pass = (which: string) => {
      if (which !== call) return;
      left -= 1;
      if (left < 0 && left >= -1) throw failing('EIO');
    };
    return {
      ...NODE_DISK,
      write: (...args) => {
        pass('write');
        return NODE_DISK.write(...args);
      },
      flush: async (handle) => {
        pass('flush');
        await NODE_DISK.flush(handle);
      },
      rename: (...args) => {
        pass('rename');
        NODE_DISK.rename(...args);
      },
    };
  };

  it('are all on the disk before the first takes its place', async () => {
    const { disk, calls } = makeDisk(0, '');
    await put(disk);
    const each = (call: string) => files.map(() => call);
    expect(calls).toEqual([...each('write'), ...each('flush'), ...each('rename')]);
    expect(files.map(({ name }) => read(name))).toEqual(files.map(({ name }) => `new ${name}`));
    expect(listAll()).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx']);
  });

  it.each([
    ['write', 0],
    ['write', 2],
    ['flush', 0],
    ['flush', 1],
    ['flush', 2],
  ] as const)('stand as they did where %s %i fails, and nothing stays beside', async (call, at) => {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'b.xlsx'), 'old');
    const refusal = put(failAt(call, at));
    await expect(refusal).rejects.toThrow(UnusableInput);
    // The one that failed is named.
    await expect(refusal).rejects.toThrow(`${join(folder, files[at]?.name ?? '')}”写不进去`);
    expect(listAll()).toEqual(['b.xlsx']);
    expect(read('in/b.xlsx')).toBe('old');
  });

  it.each([0, 1, 2])('are each the old one or the new one where rename %i fails', async (at) => {
    mkdirSync(join(folder, 'in'));
    for (const { name } of files) writeFileSync(join(folder, name), 'old');
    const before = listWritten().length;
    await expect(put(failAt('rename', at))).rejects.toThrow(`${join(folder, files[at]?.name ?? '')}”写不进去`);
    expect(files.map(({ name }) => read(name))).toEqual(
      files.map(({ name }, index) => (index < at ? `new ${name}` : 'old')),
    );
    // What a door tells of work that stopped part-way.
    expect(listWritten().slice(before)).toEqual(files.slice(0, at).map(({ name }) => join(folder, name)));
    expect(listAll()).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx']);
  });

  it('keep no file open, whatever becomes of them', async () => {
    const handles: number[] = [];
    const watch = (disk: Disk): Disk => ({
      ...disk,
      write: (...args) => {
        const handle = disk.write(...args);
        handles.push(handle);
        return handle;
      },
    });
    await expect(put(watch(failAt('flush', 1)))).rejects.toThrow(UnusableInput);
    await put(watch(NODE_DISK));
    expect(handles).toHaveLength(6);
    for (const handle of handles) expect(() => fstatSync(handle)).toThrow('EBADF');
  });
});

describe('places', () => {
  it('are one through a link, and so are what is not there yet', () => {
    symlinkSync(folder, join(folder, 'link'));
    const [plain, linked] = [new NodeFolder(folder), new NodeFolder(join(folder, 'link'))];
    expect(linked.locate('new/a.xlsx')).toBe(plain.locate('new/a.xlsx'));
    expect(locate(join(folder, 'link', 'new', 'a.xlsx'))).toBe(plain.locate('new/a.xlsx'));
    expect(new NodeFolder('/').locate('a')).toBe('/a');
  });

  it.skipIf(process.getuid?.() !== 0)('that hold another’s unfinished file are written into all the same', async () => {
    const begun = join(folder, '.pingyou.999.1.tmp');
    writeFileSync(begun, 'half');
    utimesSync(begun, new Date(0), new Date(0));
    await new NodeFolder(folder).write([{ name: 'a.xlsx', bytes: bytes('one') }]);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  it('that cannot be read are told as such', async () => {
    mkdirSync(join(folder, 'a.xlsx'));
    await expect(new NodeFolder(folder).read('a.xlsx')).rejects.toThrow('打不开：那里是文件夹');
  });
});

describe('names', () => {
  it.each([
    ['win32', true],
    ['darwin', true],
    ['linux', false],
  ] as const)('on %s are one in upper and lower case: %s', (platform, isOne) => {
    expect(keyOfPath('C:/Out/A.XLSX', platform) === keyOfPath('c:/out/a.xlsx', platform)).toBe(isOne);
    expect(keyOfPath('e\u0301.xlsx', platform) === keyOfPath('\u00e9.xlsx', platform)).toBe(isOne);
  });
});

describe('the record of what was made', () => {
  const signal = new AbortController().signal;
  const open = (force = false) => OutputFolder.open({ folder: new NodeFolder(folder), force }, { signal }, []);
  const countLines = () => read(RECORD).split('\n').length;

  it('is joined when it has grown long, and then still knows its files', async () => {
    await (await open()).write('a.xlsx', bytes('one'));
    const [line = ''] = read(RECORD)
      .split('\n')
      .filter((each) => each !== '');
    appendFileSync(join(folder, RECORD), `\n${line}`.repeat(5001));
    await (await open()).write('a.xlsx', bytes('two'));
    expect(countLines()).toBeLessThan(5);
    await (await open()).write('a.xlsx', bytes('three'));
    expect(read('a.xlsx')).toBe('three');
  });

  it('says what a file was made of, as other tools compute it', async () => {
    const place = { folder: new NodeFolder(folder), force: false };
    const roster = bytes('roster');
    await (await OutputFolder.open(place, { signal }, [{ bytes: roster }])).write('a.xlsx', bytes('one'));
    const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(read(RECORD)).toBe(`\n${digestOf('one')}  a.xlsx\t${digestOf('roster')}`);
    await (await OutputFolder.open(place, { signal }, [{ bytes: roster }])).write('a.xlsx', bytes('one'));
    expect(countLines()).toBe(2);
    await (await OutputFolder.open(place, { signal }, [{ bytes: bytes('other') }])).write('a.xlsx', bytes('one'));
    expect(countLines()).toBe(3);
  });

  it('of a former version, which says nothing of that, is read', async () => {
    const digest = createHash('sha256').update('one').digest('hex');
    writeFileSync(join(folder, RECORD), `\n${digest}  a.xlsx`);
    writeFileSync(join(folder, 'a.xlsx'), 'one');
    await (await open()).write('a.xlsx', bytes('two'));
    expect(read('a.xlsx')).toBe('two');
  });

  it('loses no line of another command while it is joined', async () => {
    await (await open()).write('a.xlsx', bytes('one'));
    const [line = ''] = read(RECORD)
      .split('\n')
      .filter((each) => each !== '');
    const names = Array.from({ length: 120 }, (_, index) => `${index}.xlsx`);
    const writing = (async () => {
      const out = await open();
      for (const name of names) await out.write(name, bytes(name));
    })();
    for (let round = 0; round < 6; round += 1) {
      appendFileSync(join(folder, RECORD), `\n${line}`.repeat(6000));
      await open();
    }
    await writing;
    const known = read(RECORD);
    expect(names.filter((name) => !known.includes(`  ${name}`))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([RECORD]);
  });

  it('is joined where a command was killed while it joined', async () => {
    await (await open()).write('a.xlsx', bytes('one'));
    renameSync(join(folder, RECORD), join(folder, `${RECORD}.joining`));
    await (await open()).write('b.xlsx', bytes('two'));
    await (await open()).write('a.xlsx', bytes('new'));
    const [line = ''] = read(RECORD)
      .split('\n')
      .filter((each) => each !== '');
    appendFileSync(join(folder, RECORD), `\n${line}`.repeat(6000));
    await open();
    expect(readdirSync(folder).sort()).toEqual([RECORD, 'a.xlsx', 'b.xlsx']);
    expect(read(RECORD)).toContain('  a.xlsx');
  });

  it('that cannot be joined is left to the next, and no output', async () => {
    await (await open()).write('a.xlsx', bytes('one'));
    const [line = ''] = read(RECORD)
      .split('\n')
      .filter((each) => each !== '');
    appendFileSync(join(folder, RECORD), `\n${line}`.repeat(6000));
    const lock = join(folder, '.pingyou.lock');
    writeFileSync(lock, 'of somebody else');
    await (await open()).write('b.xlsx', bytes('two'));
    expect(readFileSync(lock, 'utf8')).toBe('of somebody else');
    expect(read('b.xlsx')).toBe('two');
  }, 30_000);

  it('of another command is read again before its file is called foreign', async () => {
    const [one, two] = [await open(), await open()];
    await one.write('a.xlsx', bytes('one'));
    await two.write('a.xlsx', bytes('two'));
    expect(read('a.xlsx')).toBe('two');
  });

  it('is left as it is before that', async () => {
    await (await open()).write('a.xlsx', bytes('one'));
    const [line = ''] = read(RECORD)
      .split('\n')
      .filter((each) => each !== '');
    appendFileSync(join(folder, RECORD), `\n${line}`.repeat(4900));
    await open();
    expect(countLines()).toBeGreaterThan(4900);
  });

  it('stops between two files when the work is ended', async () => {
    const end = new AbortController();
    const out = await OutputFolder.open({ folder: new NodeFolder(folder), force: false }, { signal: end.signal }, []);
    await out.write('a.xlsx', bytes('one'));
    end.abort(new Error('enough'));
    await expect(out.write('b.xlsx', bytes('two'))).rejects.toThrow('enough');
    expect(out.written).toEqual([{ name: 'a.xlsx', size: 3, change: 'new', isForced: false }]);
    expect(readdirSync(folder).sort()).toEqual([RECORD, 'a.xlsx']);
  });
});

describe('a lock', () => {
  it('lets one work at a time, and goes with its work', async () => {
    const [one, two] = [new NodeFolder(folder), new NodeFolder(folder)];
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((go) => setTimeout(go, 120));
      order.push(`${name} ends`);
    };
    await Promise.all([one.withLock(work('first')), two.withLock(work('second'))]);
    expect(order.map((each) => each.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a command that is no more is taken over', async () => {
    writeFileSync(join(folder, '.pingyou.lock'), '');
    const old = new Date(Date.now() - 61_000);
    utimesSync(join(folder, '.pingyou.lock'), old, old);
    expect(await new NodeFolder(folder).withLock(() => Promise.resolve('done'))).toBe('done');
  });
});
