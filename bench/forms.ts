import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareTimes, type Bench, type Contender } from './bench.ts';
import { measure } from './measure.ts';
import { findPythonPeer } from './python-peer.ts';
import type { Workspace } from './workspace.ts';

const STAMPED = 'stamped, values ready';
const COMMAND = 'pingyou forms, roster read and checked first';
const EXCELJS = 'exceljs draws, values ready';

/** Issue of the main job: at most these shares of the peers' time. */
const PYTHON_PEERS = [
  { module: 'xlsxwriter', label: 'XlsxWriter', limit: 0.7 },
  { module: 'openpyxl', label: 'openpyxl', limit: 0.1 },
] as const;

export const formsBench: Bench = {
  name: 'forms',
  title: '589 approval forms in one workbook',
  prepare: async (workspace) => {
    const roster = await workspace.roster();
    const folder = workspace.path('forms');
    const clear = () => rm(folder, { recursive: true, force: true });
    const command = workspace.pingyou('forms', roster, '--by', 'all', '--out', folder);
    const [pages, drawing] = [workspace.path('forms-pages.json'), workspace.path('forms-drawing.json')];
    await measure({ command });
    await measure({ command: workspace.worker('describe-forms', roster, join(folder, '审批表.xlsx'), pages, drawing) });

    const peers = PYTHON_PEERS.map((peer) => ({ ...peer, found: findPythonPeer(peer.module) }));
    const drawers = peers.flatMap(({ module, label, found }): Contender[] => {
      if (found === null) return [];
      const name = `${label} ${found.version} draws, values ready`;
      return [makeContender(workspace, name, (out) =>
        workspace.peer(found.interpreter, `${module}_draw.py`, drawing, out),
      )];
    });
    return {
      contenders: [
        makeContender(workspace, STAMPED, (out) => workspace.worker('stamp-forms', pages, out)),
        { name: COMMAND, command, before: clear },
      ],
      check: (results) => [],
      notes: [],
    };
  },
};
