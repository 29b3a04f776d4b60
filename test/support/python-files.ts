import { spawnSync } from 'node:child_process';
import * as z from 'zod';

const SHOWN = z.record(
  z.string(),
  z.record(z.string(), z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()])])),
);

/** Cells by sheet and address, each as its kind and value. */
export type ShownCells = z.infer<typeof SHOWN>;

const READ = `
import sys, json, datetime, openpyxl
from openpyxl.utils.datetime import to_excel
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
def show(cell):
    value = cell.value
    if cell.data_type == 'e': return ['error', value]
    if isinstance(value, bool): return ['boolean', value]
    if isinstance(value, (datetime.datetime, datetime.date)): return ['date', round(to_excel(value, book.epoch), 8)]
    if isinstance(value, (int, float)): return ['number', value]
    return ['text', value]
print(json.dumps({sheet.title: {cell.coordinate: show(cell) for cell in sheet._cells.values() if cell.value is not None}
                  for sheet in book.worksheets}))
`;

/** Runs a Python program with these arguments and gives what it prints. */
export function runPython(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-', ...args], {
    input: program,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The values of a workbook as openpyxl reads them; dates as serial numbers to a millisecond. */
export function readWithOpenpyxl(path: string): ShownCells {
  return SHOWN.parse(JSON.parse(runPython(READ, path)));
}
