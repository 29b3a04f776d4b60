/** What is said of a file on which its reader failed. */
import { quoteForUser } from '../../workbook/intake/quote.ts';
import type { FoundFile } from './find-files.ts';
import { nameInMessages } from './read-return-file.ts';
import type { PackedReading } from './reader-messages.ts';

type FailureKind = 'hung' | 'out-of-memory' | 'crashed';

export interface Failure {
  readonly kind: FailureKind;
  readonly cause?: Error | undefined;
}

const FAILURE_WORDS: Readonly<Record<FailureKind, string>> = {
  hung: '读取超过时限，已中止',
  'out-of-memory': '读取时占用内存过多，已中止',
  crashed: '读取时程序出错，已中止',
};

export function reportFailure({ path }: FoundFile, { kind }: Failure, sha256: string): PackedReading {
  const message = `文件${quoteForUser(nameInMessages(path))}${FAILURE_WORDS[kind]}，请用 Excel 或 WPS 打开后另存为 .xlsx，重新报送。`;
  const faults = [{ code: `reader-${kind}`, cell: null, message, isForUnit: true }];
  const outcome = { kind: 'rejected', faults, unitNumber: null } as const;
  return { returns: [{ inside: '', sha256, savedAt: null, changedAt: 0, outcome }], nominations: [], ignored: [] };
}
