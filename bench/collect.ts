import { rm } from 'node:fs/promises';
import { checkFlat, checkPeak, compareTimes, type Bench, type Contender } from './bench.ts';
import { measure } from './measure.ts';
import { findPythonPeer } from './python-peer.ts';

const OURS = 'pingyou collect, 5,210 files';
const EXCELJS = 'exceljs merely reads 1,042, 2 threads';
const OPENPYXL = 'openpyxl merely reads 1,042, 2 processes';
const SOME_OF_MANY = 'pingyou collect, 2,600 of 20,840 files';
const ALL_OF_MANY = 'pingyou collect, 20,840 files';
/** What no reader can do without, each with what stands above it. */
const FLOORS = [
  { how: 'disk', name: 'from disk, 2 threads' },
  { how: 'hash', name: '… and SHA-256' },
  { how: 'unzip', name: '… and unzipped' },
] as const;

const THREADS = '2';
/** The peers read one file in five. */
const EVERY = 5;
/** Four samples in one roster; 浦东 has an eighth of the units. */
const SAMPLES = 4;
const DISTRICT = '浦东';

/** The limits of the issue. */
const MOST_OF_EXCELJS = 0.333;
const MOST_MB = 400;

export const collectBench: Bench = {
  name: 'collect',
  title: 'returned score sheets read, checked and tallied',
  prepare: async (workspace) => {
    const [roster, largeRoster] = [await workspace.roster(), await workspace.largeRoster(SAMPLES)];
    const [returned, manyReturned] = [workspace.path('returned'), workspace.path('many-returned')];
    await measure({ command: workspace.worker('make-returned', roster, returned) });
    await measure({ command: workspace.worker('make-returned', largeRoster, manyReturned) });

    const summary = workspace.path('summary.xlsx');
    const collect = (name: string, folder: string, from: string): Contender => ({
      name,
      command: workspace.pingyou('collect', folder, '--roster', from, '--out', summary),
      before: () => rm(summary, { force: true }),
    });
    const read = (name: string, how: string, every = 1): Contender => ({
      name,
      command: workspace.peer(process.execPath, 'read-files.js', how, returned, THREADS, String(every)),
    });
    const python = findPythonPeer('openpyxl');
    const openpyxl = python && {
      name: OPENPYXL,
      command: workspace.peer(python.interpreter, 'openpyxl_read.py', returned, THREADS, String(EVERY)),
    };
    return {
      contenders: [
        collect(OURS, returned, roster),
        ...FLOORS.map(({ how, name }) => read(name, how)),
        read(EXCELJS, 'exceljs', EVERY),
        ...(openpyxl ? [openpyxl] : []),
        collect(SOME_OF_MANY, `${manyReturned}/${DISTRICT}`, largeRoster),
        collect(ALL_OF_MANY, manyReturned, largeRoster),
      ],
      check: (results) => [
        checkPeak(results, OURS, MOST_MB),
        ...FLOORS.map(({ name }) => ({
          ...compareTimes(results, name, OURS),
          row: name,
          label: 'share of our time',
        })),
        compareTimes(results, OURS, EXCELJS, { limit: MOST_OF_EXCELJS, times: EVERY }),
        ...(openpyxl ? [compareTimes(results, OURS, OPENPYXL, { times: EVERY })] : []),
        checkFlat(results, ALL_OF_MANY, SOME_OF_MANY),
        checkPeak(results, ALL_OF_MANY, MOST_MB),
      ],
      notes: [
        'exceljs and openpyxl read one file in five, and their time counts five times.',
        'The three rows below ours are what no reader can do without: each does what the row above it does, and more.',
        ...(openpyxl ? [] : ['openpyxl is not installed and was left out.']),
      ],
    };
  },
};
