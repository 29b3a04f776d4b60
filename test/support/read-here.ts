import { FileHolder } from '../../jobs/collect/hold-file.ts';
import { nameHash, type ReadReturns } from '../../jobs/collect/read-returns.ts';
import { packReading } from '../../jobs/collect/reader-messages.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { sha256 } from '../../jobs/sha-256.ts';
import { openFileReader } from '../../workbook/score-sheet/read-returned-file.ts';
import { openScoreSheetReader } from '../../workbook/score-sheet/read-score-sheet.ts';

/** The worker port without a worker: these files are our own. */
export function readHere(folder: MemoryFolder): ReadReturns {
  return async (files, { layout, blank, form }, onProgress) => {
    const read = openFileReader(openScoreSheetReader(layout, blank), form);
    const holder = new FileHolder();
    const root = new MemoryFolder(folder.files);
    const readings = await Promise.all(
      files.map(async ({ path, location }, index) => {
        const { bytes } = root.asInput(location);
        onProgress(index + 1);
        const { returns, nominations, ignored } = await read(bytes, path);
        const hashed = returns.map(async ({ bytes: own, sheet, ...rest }) => {
          return { ...rest, sha256: nameHash(await sha256(own), sheet), changedAt: 0 };
        });
        const lists = nominations.map(async ({ bytes: own, inside, ...rest }) => {
          return { ...rest, path: path + inside, sha256: await sha256(own), changedAt: 0 };
        });
        return {
          files: holder.hold(path, packReading({ returns: await Promise.all(hashed), nominations: [], ignored })),
          nominations: await Promise.all(lists),
        };
      }),
    );
    return {
      files: readings.flatMap((each) => each.files),
      nominations: readings.flatMap((each) => each.nominations),
      ignored: [],
    };
  };
}
