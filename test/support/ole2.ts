/** Files in the container of old Office documents (MS-CFB), in which encrypted workbooks come as well. */

const SECTOR = 512;
const ENTRY = 128;
const END_OF_CHAIN = 0xfffffffe;
const FAT_SECTOR = 0xfffffffd;
const NOTHING = 0xffffffff;
/** Shorter streams would lie in another chain. */
const LEAST_STREAM = 4096;
const KIND = { stream: 2, root: 5 } as const;

/** A container with streams of these names, each of the same few bytes over and over. At most seven, so that one sector lists all sectors. */
export function makeOle2(...streams: string[]): Uint8Array {
  const directorySectors = Math.ceil(((streams.length + 1) * ENTRY) / SECTOR);
  const streamSectors = LEAST_STREAM / SECTOR;
  const firstStream = 1 + directorySectors;
  const sectors = firstStream + streams.length * streamSectors;
  const bytes = Buffer.alloc((sectors + 1) * SECTOR);
  const at = (sector: number) => (sector + 1) * SECTOR;

  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [0x3e, 3, 0xfffe, 9, 6].forEach((field, index) => bytes.writeUInt16LE(field, 24 + 2 * index));
  const header: [number, number][] = [
    [44, 1],
    [48, 1],
    [56, LEAST_STREAM],
    [60, END_OF_CHAIN],
    [68, END_OF_CHAIN],
  ];
  for (const [offset, value] of header) bytes.writeUInt32LE(value, offset);
  bytes.fill(0xff, 76, SECTOR);
  bytes.writeUInt32LE(0, 76);

  bytes.fill(0xff, at(0), at(1));
  const chain = (first: number, count: number) => {
    for (let sector = first; sector < first + count; sector += 1) {
      bytes.writeUInt32LE(sector === first + count - 1 ? END_OF_CHAIN : sector + 1, at(0) + 4 * sector);
    }
  };
  bytes.writeUInt32LE(FAT_SECTOR, at(0));
  chain(1, directorySectors);
  const list = (index: number, name: string, kind: number, right: number, child: number) => {
    const entry = at(1) + ENTRY * index;
    bytes.write(name, entry, 'utf16le');
    bytes.writeUInt16LE(2 * name.length + 2, entry + 64);
    bytes.set([kind, 1], entry + 66);
    [NOTHING, right, child].forEach((field, place) => bytes.writeUInt32LE(field, entry + 68 + 4 * place));
    if (kind === KIND.root) bytes.writeUInt32LE(END_OF_CHAIN, entry + 116);
  };
  list(0, 'Root Entry', KIND.root, NOTHING, streams.length > 0 ? 1 : NOTHING);
  streams.forEach((name, index) => {
    const first = firstStream + index * streamSectors;
    list(index + 1, name, KIND.stream, index + 1 < streams.length ? index + 2 : NOTHING, NOTHING);
    bytes.writeUInt32LE(first, at(1) + ENTRY * (index + 1) + 116);
    bytes.writeUInt32LE(LEAST_STREAM, at(1) + ENTRY * (index + 1) + 120);
    bytes.fill('0123456789abcdef', at(first), at(first + streamSectors));
    chain(first, streamSectors);
  });
  return new Uint8Array(bytes);
}
