import type { OfficeLibrary } from '../host/excel/excel-context.ts';
import { API_FLOOR } from '../host/excel/excel-host.ts';
import { HostError } from '../host/host-error.ts';

/** Office.js comes from a slow address for some, and then loads more files of its own. */
const PATIENCE_MS = 20_000;

/**
 * Loads Office.js from the address that the page was built with, and waits until Excel is there.
 * @throws {HostError} `gone` when it cannot be reached or does not answer, `unsupported` in another program than Excel or in one that is too old
 */
export async function loadOffice(): Promise<OfficeLibrary> {
  await insertScript(officeAddress());
  const library = globalThis as unknown as Partial<OfficeLibrary>;
  const { Office } = library;
  if (!Office) throw new HostError('gone', UNREACHABLE);
  const { host } = await withPatience(Office.onReady());
  const { Excel } = library;
  if (host !== Office.HostType.Excel || !Excel) {
    throw new HostError('unsupported', '评优台只能在 Excel 里使用，请在 Excel 中打开工作簿后再启用本窗格。');
  }
  if (!Office.context.requirements.isSetSupported('ExcelApi', API_FLOOR)) {
    throw new HostError(
      'unsupported',
      '这个版本的 Excel 太旧，窗格需要 Excel 2019 以上；请更新 Excel，或改在浏览器里打开文件。',
    );
  }
  return { Excel, Office };
}

const UNREACHABLE = '连不上 Excel 的接口（Office.js），请检查网络后重试，或改在浏览器里打开文件。';

function officeAddress(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="office-js"]');
  if (!meta?.content) throw new Error('the page does not name the address of Office.js');
  return new URL(meta.content, document.baseURI).href;
}

function insertScript(address: string): Promise<void> {
  return withPatience(
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.addEventListener('load', () => {
        resolve();
      });
      script.addEventListener('error', () => {
        reject(new HostError('gone', UNREACHABLE));
      });
      document.head.append(script);
    }),
  );
}

function withPatience<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new HostError('gone', UNREACHABLE));
    }, PATIENCE_MS);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
