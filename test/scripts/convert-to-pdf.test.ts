import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { convertToPdf, requireSoffice, type Pdf } from '../../scripts/convert-to-pdf.ts';
import { openTemplate, stampWorkbook } from '../../ooxml/stamp/stamp.ts';
import { missing } from '../support/tools.ts';

const FORMS = new URL('../../templates/shanghai-security-2024/forms/approval-forms.xlsx', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function writeForms(name: string, sheets: readonly string[]): string {
  const template = openTemplate(readFileSync(FORMS), 'approval-forms.xlsx');
  const pages = template.sheets
    .filter((sheet) => sheets.includes(sheet.name))
    .map((sheet) => ({
      sheet: sheet.name,
      name: sheet.name,
      values: new Map(sheet.placeholders.map((placeholder) => [placeholder, `样例${sheet.name}`])),
      mark: sheet.name === '附件7' ? { kind: 'word' as const, text: '草稿', label: '草稿' } : undefined,
    }));
  const file = join(folder, name);
  writeFileSync(file, stampWorkbook(template, pages));
  return file;
}

async function convert(files: readonly string[], soffice?: string): Promise<Pdf[]> {
  const pdfs: Pdf[] = [];
  for await (const pdf of convertToPdf(files, soffice ?? (await requireSoffice()))) pdfs.push(pdf);
  return pdfs;
}

/** A program that stands in for LibreOffice and does as the shell script says. */
function makeProgram(script: string): string {
  const file = join(folder, `program-${Math.abs(script.length)}.sh`);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe.skipIf(missing('soffice', 'pdftotext', 'pdfinfo'))('converting to PDF', () => {
  it('gives one page a form, for each workbook in order', async () => {
    const files = [writeForms('浦东 一.xlsx', ['附件4', '附件5', '附件6', '附件7']), writeForms('b.xlsx', ['附件6'])];
    const made = await convert(files);
    expect(made.map(({ file }) => file)).toEqual(files);
    const pdf = join(folder, 'out.pdf');
    writeFileSync(pdf, made[0]?.bytes ?? '');
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Pages:\s+4\n/);
    const texts = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).split('\f');
    expect(texts[0]).toContain('2024 年度上海内保工作先进单位审批表');
    expect(texts.map((text) => text.includes('草稿'))).toEqual([false, false, false, true, false]);
  }, 60_000);

  it('names the file that LibreOffice cannot convert', async () => {
    const broken = join(folder, '坏的.xlsx');
    writeFileSync(broken, 'PK');
    // LibreOffice takes a text for a sheet, so what it leaves out is made by a program that converts nothing.
    await expect(convert([broken], makeProgram('exit 0'))).rejects.toThrow('坏的.xlsx');
  });
});

describe('without LibreOffice', () => {
  it('says what to install', async () => {
    await expect(requireSoffice(join(folder, 'nowhere'), [])).rejects.toThrow('请先安装 LibreOffice');
  });

  it('looks on the path first, then in the usual places', async () => {
    const [onPath, usual] = [join(folder, 'bin'), join(folder, 'usual')];
    for (const place of [onPath, usual]) mkdirSync(place);
    const path = [join(folder, 'nowhere'), onPath].join(delimiter);
    const program = process.platform === 'win32' ? 'soffice.exe' : 'soffice';
    await expect(requireSoffice(path, [join(usual, program)])).rejects.toBeInstanceOf(UnusableInput);
    writeFileSync(join(usual, program), '');
    expect(await requireSoffice(path, [join(usual, program)])).toBe(join(usual, program));
    writeFileSync(join(onPath, program), '');
    expect(await requireSoffice(path, [join(usual, program)])).toBe(join(onPath, program));
  });

  it('is one sentence when the program cannot be started', async () => {
    const file = join(folder, 'x.xlsx');
    writeFileSync(file, '');
    const attempt = convert([file], join(folder, 'no-such-program'));
    await expect(attempt).rejects.toBeInstanceOf(UnusableInput);
    await expect(attempt).rejects.toThrow('无法启动');
  });
});
