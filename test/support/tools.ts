import { spawnSync } from 'node:child_process';

/** As its package brings it: packed. */
export const OLD_CHROMIUM = 'node_modules/@sparticuz/chromium/bin/chromium.br';

/** Programs that some tests need and a bare machine may lack. */
const PROBES = {
  soffice: ['soffice', '--version'],
  chromium: ['chromium', '--version'],
  'chromium-103': ['test', '-f', OLD_CHROMIUM],
  xmllint: ['xmllint', '--version'],
  pdftotext: ['pdftotext', '-v'],
  pdfinfo: ['pdfinfo', '-v'],
  pdftocairo: ['pdftocairo', '-v'],
  'fc-match': ['fc-match', '--version'],
  openssl: ['openssl', 'version'],
  openpyxl: ['/usr/bin/python3', '-c', 'import openpyxl'],
  xlsxwriter: ['/usr/bin/python3', '-c', 'import xlsxwriter'],
  lxml: ['/usr/bin/python3', '-c', 'import lxml'],
} as const;

type Tool = keyof typeof PROBES;

const found = new Map<Tool, boolean>();

/**
 * Whether a program that a test needs is absent. Use as `describe.skipIf(missing('soffice'))`: the reporter then names what was
 * skipped. In CI (`CI=true`) nothing may be skipped, so there a missing tool throws.
 */
export function missing(...tools: Tool[]): boolean {
  const absent = tools.filter((tool) => !isPresent(tool));
  if (absent.length === 0) return false;
  if (process.env['CI'] === 'true') throw new Error(`CI must have: ${absent.join(', ')}`);
  console.warn(`SKIPPED for want of ${absent.join(', ')}`);
  return true;
}

function isPresent(tool: Tool): boolean {
  let present = found.get(tool);
  if (present === undefined) {
    present = probe(tool);
    found.set(tool, present);
  }
  return present;
}

function probe(tool: Tool): boolean {
  const [command, ...args] = PROBES[tool];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
