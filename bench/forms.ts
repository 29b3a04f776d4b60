import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareTimes, medianOf, type Bench, type Check, type Contender, type Results } from './bench.ts';
import { buildCPeer } from './c-peer.ts';
import { measure } from './measure.ts';
import { findPythonPeer } from './python-peer.ts';
import type { Workspace } from './workspace.ts';

const OURS = 'pingyou stamps, values ready';
const WHOLE_COMMAND = 'pingyou forms, roster read and checked first';

/** The limits of the issue: at most these shares of the peers' time. */
const PYTHON_PEERS = [
  { module: 'xlsxwriter', label: 'XlsxWriter', limit: 0.7 },
  { module: 'openpyxl', label: 'openpyxl', limit: 0.1 },
] as const;
const EXCELJS = 'exceljs draws, values ready';
/** Its library, as C programs name it, and what Debian calls the package to build with. */
const C_PEER = { library: 'xlsxwriter', label: 'libxlsxwriter (C; libxlsxwriter-dev)', limit: 1 } as const;

export const formsBench: Bench = {
  name: 'forms',
  title: '589 approval forms in one workbook',
  prepare: async (workspace) => {
    const roster = await workspace.roster();
    const folder = workspace.path('forms');
    const command = workspace.pingyou('forms', roster, '--by', 'all', '--out', folder);
    await measure({ command });
    const [pages, drawing] = [workspace.path('form-pages.json'), workspace.path('form-drawing.json')];
    await measure({ command: workspace.worker('describe-forms', roster, join(folder, '审批表.xlsx'), pages, drawing) });

    const peers = PYTHON_PEERS.map((peer) => ({ ...peer, found: findPythonPeer(peer.module) }));
    const drawers = peers.flatMap(({ module, label, limit, found }) => {
      if (found === null) return [];
      const name = `${label} ${found.version} draws, values ready`;
      const toCommand = (out: string) => workspace.peer(found.interpreter, `${module}_draw.py`, drawing, out);
      return [{ contender: makeDrawer(workspace, name, { drawing }, toCommand), limit }];
    });
    const cPeer = await prepareCPeer(workspace, drawing);
    const exceljs = makeDrawer(workspace, EXCELJS, { drawing }, (out) =>
      workspace.peer(process.execPath, 'exceljs-draw.js', drawing, out),
    );
    const all = [
      ...drawers,
      ...(cPeer ? [{ contender: cPeer, limit: null }] : []),
      { contender: exceljs, limit: null },
    ];
    return {
      contenders: [
        makeDrawer(workspace, OURS, { drawing }, (out) => workspace.worker('stamp-forms', pages, out)),
        { name: WHOLE_COMMAND, command, before: () => rm(folder, { recursive: true, force: true }) },
        ...all.map(({ contender }) => contender),
      ],
      check: (results) => [
        ...all.map(({ contender, limit }) => compareTimes(results, OURS, contender.name, { limit })),
        ...(cPeer ? [compareCpu(results, cPeer.name)] : []),
      ],
      notes: [
        'Every workbook has the same sheets, cells, texts, looks, merges, sizes and page set-up; the first of each is read back to see it.',
        ...peers
          .filter(({ found }) => found === null)
          .map(({ label }) => `${label} is not installed and was left out.`),
        ...(cPeer ? [] : [`${C_PEER.label} could not be built and was left out.`]),
      ],
    };
  },
};

/** Null where it cannot be built. */
async function prepareCPeer(workspace: Workspace, drawing: string): Promise<Contender | null> {
  const peer = buildCPeer(
    workspace.peerSource('libxlsxwriter_draw.c'),
    C_PEER.library,
    workspace.path('libxlsxwriter-draw'),
  );
  if (!peer) return null;
  const lines = workspace.path('form-drawing.txt');
  await measure({ command: workspace.worker('flatten-drawing', drawing, lines) });
  const name = `libxlsxwriter ${peer.version} draws in C, values ready`;
  // It takes the charset of a font, and does not write it.
  return makeDrawer(workspace, name, { drawing, leftOut: ['no-charset'] }, (out) => [peer.program, lines, out]);
}

/** Node works on several threads, the program in C on one: what both take of the machine is told by their CPU. */
function compareCpu(results: Results, peer: string): Check {
  const value = medianOf(results, OURS, 'cpu') / medianOf(results, peer, 'cpu');
  return { row: peer, label: 'our CPU over its', value, limit: C_PEER.limit };
}

/** What is to be drawn, and what of it the drawer cannot write. */
interface Wanted {
  readonly drawing: string;
  readonly leftOut?: readonly 'no-charset'[];
}

function makeDrawer(
  workspace: Workspace,
  name: string,
  { drawing, leftOut = [] }: Wanted,
  toCommand: (out: string) => string[],
): Contender {
  const out = workspace.path('drawn-forms.xlsx');
  return {
    name,
    command: toCommand(out),
    before: () => rm(out, { force: true }),
    verify: async () => {
      await measure({ command: workspace.worker('verify-drawing', drawing, out, ...leftOut) });
    },
  };
}
