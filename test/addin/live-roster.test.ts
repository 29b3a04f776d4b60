import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RosterReport } from '../../addin/desk/roster-report.ts';
import { ExcelHost } from '../../addin/host/excel/excel-host.ts';
import { FileHost } from '../../addin/host/file/file-host.ts';
import type { WorkbookHost } from '../../addin/host/port.ts';
import { LiveRoster } from '../../addin/roster/live-roster.ts';
import { recognise } from '../../addin/shell/recognise.ts';
import type { DeskClient } from '../../addin/desk/desk.ts';
import { typeByHand } from '../office-host/by-hand.ts';
import { createNodeHost, type NodeHost } from '../office-host/node-host.ts';
import { HostError } from '../../addin/host/host-error.ts';
import { handWorkbook } from '../support/hand-workbook.ts';
import { startDeskHere } from './in-process-desk.ts';
import { makeRoster, makeScoreSheet, SCHEME_WITHOUT_PLACES } from './sample-workbooks.ts';

const FILE = 'roster.xlsx';

async function settle(live: LiveRoster): Promise<void> {
  await expect.poll(() => live.getState().isReading, { timeout: 30_000, interval: 50 }).toBe(false);
}

async function openInExcel(bytes: Uint8Array): Promise<{ node: NodeHost; live: LiveRoster }> {
  const node = await createNodeHost({ apiSet: '1.7', workbook: bytes });
  const desk = startDeskHere();
  const pane = new ExcelHost(node, desk);
  await pane.describe();
  const live = new LiveRoster(pane, desk);
  await live.start();
  return { node, live };
}

describe('a master roster of full size', () => {
  let node: NodeHost;
  let live: LiveRoster;
  let fromFile: RosterReport | null;

  beforeAll(async () => {
    const bytes = await makeRoster({ flawed: true });
    const fileDesk = startDeskHere();
    const ofFile = new LiveRoster(await FileHost.open(fileDesk, bytes, FILE), fileDesk);
    await ofFile.start();
    fromFile = ofFile.getState().report;
    await ofFile.stop();
    ({ node, live } = await openInExcel(bytes));
  }, 240_000);
  afterAll(() => live.stop());

  it('says the same from Excel as from its file', () => {
    const { report, fault } = live.getState();
    expect(fault).toBeNull();
    expect(report?.quota?.totals).toEqual(fromFile?.quota?.totals);
    // Some sentences name the file, and the host of the tests has a name of its own.
    const nameless = (part: unknown) => JSON.stringify(part).replaceAll('工作簿.xlsx', FILE);
    expect(nameless(report?.quota?.districts)).toBe(nameless(fromFile?.quota?.districts));
    expect(nameless(report?.findings)).toBe(nameless(fromFile?.findings));
    expect(report?.findings.length).toBeGreaterThan(10);
  });

  it('reads one row again after an edit by hand, and the report follows', async () => {
    const finding = live.getState().report?.findings.find(({ rule }) => rule === 'unknown-district');
    const { sheet = '', address = '' } = finding?.targets[0] ?? {};
    node.host.clearCounts();
    typeByHand(node.host, sheet, address, '浦东');
    await expect
      .poll(() => live.getState().report?.findings.some(({ key }) => key === finding?.key), { timeout: 30_000 })
      .toBe(false);
    await settle(live);
    expect(node.host.counts().reads).toBeLessThanOrEqual(2);
  });
});

describe('a master roster, however large, of which a reading fails', () => {
  let node: NodeHost;
  let live: LiveRoster;

  beforeAll(async () => {
    ({ node, live } = await openInExcel(await makeRoster({ flawed: true, small: true })));
  }, 240_000);
  afterAll(() => live.stop());

  /** A person types what stands in a cell of the nominees already: a change, and nothing is different. */
  const touchNominee = () => {
    typeByHand(node.host, '推荐名单', 'A5', cellOf('推荐名单', 'A5'));
  };
  const cellOf = (sheet: string, address: string): string => {
    const value = node.host.dump().sheets.find(({ name }) => name === sheet)?.cells[address]?.value;
    if (typeof value !== 'string') throw new Error(`no text in ${sheet}!${address}`);
    return value;
  };
  const mended = async () => {
    await expect.poll(() => live.getState().fault, { timeout: 30_000, interval: 20 }).toBeNull();
    await settle(live);
  };

  it('loses no row wherever a re-read breaks off: the earlier report stands, and the next change has all read again', async () => {
    const before = live.getState().report;
    let batch = 0;
    for (; batch < 50; batch += 1) {
      const known = live.getState().report;
      node.host.failAfter(batch, 'GeneralException');
      await live.refresh();
      if (node.host.takeBackFailure()) break;
      expect(live.getState().fault, `batch ${batch}`).not.toBeNull();
      expect(live.getState().report, `batch ${batch}`).toBe(known);
      touchNominee();
      await mended();
      expect(live.getState().report, `batch ${batch}`).toEqual(before);
    }
    // One that measures, and one a sheet at least.
    expect(batch).toBeGreaterThan(5);
  });

  it.each([0, 1])('misses no edit whose reading fails at batch %i: a later edit elsewhere brings it', async (batch) => {
    const wrong = () =>
      live
        .getState()
        .report?.findings.filter(({ rule }) => rule === 'unknown-district')
        .map(({ key }) => key) ?? [];
    const before = wrong();
    const was = cellOf('会员单位', 'C9');
    node.host.failAfter(batch, 'GeneralException');
    typeByHand(node.host, '会员单位', 'C9', '没有的区');
    await expect.poll(() => live.getState().fault, { timeout: 30_000, interval: 20 }).not.toBeNull();
    await settle(live);
    expect(wrong()).toEqual(before);
    touchNominee();
    await mended();
    expect(wrong().length).toBe(before.length + 1);
    typeByHand(node.host, '会员单位', 'C9', was);
    await expect.poll(wrong, { timeout: 30_000, interval: 20 }).toEqual(before);
    await settle(live);
  });

  it('reads again by itself what was changed while a reading failed', async () => {
    node.host.failAfter(1, 'GeneralException');
    const reading = live.refresh();
    touchNominee();
    await reading;
    expect(live.getState().fault).not.toBeNull();
    await mended();
  });

  it('keeps the last report, and tells the fault, when a sheet is gone', async () => {
    const sheet = node.host.sheet('行业序列');
    sheet.name = '改名了';
    await live.refresh();
    await settle(live);
    expect(live.getState().fault?.message).toMatch(/没有工作表“行业序列”/);
    expect(live.getState().report).not.toBeNull();
    sheet.name = '行业序列';
    await live.refresh();
    expect(live.getState().fault).toBeNull();
  });
});

it('says that it hears of no change until it does, though it has read the roster', async () => {
  const desk = startDeskHere();
  const host = await FileHost.open(desk, await makeRoster({ flawed: false }), FILE);
  const watch = host.watch.bind(host);
  let isDeaf = true;
  host.watch = (listener) => (isDeaf ? Promise.reject(new HostError('busy', '请稍等。')) : watch(listener));
  const deaf = new LiveRoster(host, desk);
  await deaf.start();
  expect(deaf.getState().report).not.toBeNull();
  expect(deaf.getState().fault).toMatchObject({ code: 'busy' });
  isDeaf = false;
  await deaf.refresh();
  expect(deaf.getState().fault).toBeNull();
  await deaf.stop();
});

it('checks a roster of a scheme without places: there is no quota, and every finding is told', async () => {
  const desk = startDeskHere();
  const bytes = await makeRoster({ flawed: true, schemeId: SCHEME_WITHOUT_PLACES });
  const host = await FileHost.open(desk, bytes, FILE);
  expect(await recognise(host, desk, await host.describe())).toEqual({ kind: 'roster' });
  const ofOther = new LiveRoster(host, desk);
  await ofOther.start();
  const { report, fault } = ofOther.getState();
  expect(fault).toBeNull();
  expect(report?.schemeId).toBe(SCHEME_WITHOUT_PLACES);
  expect(report?.quota).toBeNull();
  expect(report?.findings.length).toBeGreaterThan(10);
  expect(report?.findings.every(({ targets, message }) => targets.length > 0 && message !== '')).toBe(true);
  await ofOther.stop();
});

describe('recognising a workbook', () => {
  async function look(bytes: Uint8Array) {
    const desk: DeskClient = startDeskHere();
    const host: WorkbookHost = await FileHost.open(desk, bytes, FILE);
    return recognise(host, desk, await host.describe());
  }

  it('knows a score sheet by its title', async () => {
    const found = await look(await makeScoreSheet());
    expect(found).toMatchObject({
      kind: 'score-sheets',
      found: [{ sheet: { name: '评分指标' }, scheme: { id: 'shanghai-security-2024' } }],
    });
  });

  it('knows a roster by its sheets, and says of others that it does not know them', async () => {
    expect(await look(handWorkbook())).toEqual({ kind: 'unknown' });
  });
});
