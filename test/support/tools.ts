import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs that some tests need and a bare machine may lack. */
const PROBES = {
  soffice: ['soffice', '--version'],
  chromium: ['chromium', '--version'],
  xmllint: ['xmllint', '--version'],
  pdftotext: ['pdftotext', '-v'],
  pdfinfo: ['pdfinfo', '-v'],
  openssl: ['openssl', 'version'],
  openpyxl: ['/usr/bin/python3', '-c', 'import openpyxl'],
  xlsxwriter: ['/usr/bin/python3', '-c', 'import xlsxwriter'],
  lxml: ['/usr/bin/python3', '-c', 'import lxml'],
} as const;

/** The schemas of the file formats lie beside the checkout, not in it. */
const FOLDERS = { 'ooxml-xsd': '../shared/ooxml-xsd', 'manifest-xsd': '../shared/manifest-xsd' } as const;

export type Tool = keyof typeof PROBES | keyof typeof FOLDERS;

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
    present = isFolder(tool) ? existsSync(FOLDERS[tool]) : probe(tool);
    found.set(tool, present);
  }
  return present;
}

function isFolder(tool: Tool): tool is keyof typeof FOLDERS {
  return tool in FOLDERS;
}

function probe(tool: keyof typeof PROBES): boolean {
  const [command, ...args] = PROBES[tool];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
