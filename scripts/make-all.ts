import { countOpen } from '../rules/finding.ts';
import { join } from 'node:path';
import { gradeApplications } from '../rules/grading.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import { asPrize, asQuota, gradingOf, quotaOf } from '../rules/parts.ts';
import { awardPrizes } from '../rules/prize.ts';
import { composePublicNotice, listNotified } from '../rules/public-notice.ts';
import { listResting, pickResting } from '../rules/resting-decisions.ts';
import { listRosters } from '../rules/roster.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { writeCheckReport } from '../workbook/draw/write-check-report.ts';
import { writeGradeReport } from '../workbook/draw/write-grade-report.ts';
import { writePrizeTable } from '../workbook/draw/write-prize-table.ts';
import { writePublicNotice } from '../workbook/draw/write-public-notice.ts';
import { writeQuotaTable } from '../workbook/draw/write-quota-table.ts';
import { writeRosters } from '../workbook/draw/write-rosters.ts';
import { makeSafeFileName } from '../workbook/file-name.ts';
import { certifyForms, listCertificates, type Certify } from './certify.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { makeForms } from './forms.ts';
import { sayGaps } from './left-out.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { OutputFolder } from './output-folder.ts';
import { printJson, say } from './terminal.ts';

export interface AllOptions {
  readonly out?: string;
  readonly copies: number;
  readonly pdf?: boolean;
  /** File with the key of the verification codes, for schemes whose forms show one. */
  readonly key?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** `all R.xlsx --out DIR`: every output of a master roster, which is read and checked once. */
export async function makeAll(path: string, options: AllOptions): Promise<ExitCode> {
  if (options.out === undefined) throw new UnusableInput('没有说明结果写到哪里；请加 --out 和文件夹名。');
  const loaded = await loadRoster(path);
  const files = await makeEverything(loaded, options.out, options);
  sayGaps(listGaps(loaded.check, 'report'));
  if (options.json) printJson({ files });
  else for (const file of files) say(`  ${file}`);
  return countOpen(loaded.check.remarks, 'violation') > 0 ? EXIT.violations : EXIT.fine;
}

type Output = readonly [name: string, write: () => Promise<Uint8Array>];

/** Writes every output that the scheme has into a folder; the paths of the files, in the order in which they were made. */
export async function makeEverything(
  loaded: LoadedRoster,
  out: string,
  options: Pick<AllOptions, 'copies' | 'pdf' | 'key' | 'force'>,
): Promise<string[]> {
  const { scheme, check, addresses, fileName } = loaded;
  const certify = await certifyForms(scheme, check, options.key);
  const quota: Output[] = scheme.quota
    ? [['名额分配表.xlsx', () => writeQuotaTable(asQuota(scheme), quotaOf(check), listGaps(check, 'quota'))]]
    : [];
  const prize: Output[] = scheme.prize
    ? [
        [
          '奖金发放表.xlsx',
          () =>
            writePrizeTable(
              asPrize(scheme),
              awardPrizes(asPrize(scheme), check),
              listGaps(check, 'prize'),
              listResting(check, 'prize'),
            ),
        ],
      ]
    : [];
  const grades: Output[] = scheme.grading ? [['等级评定.xlsx', () => writeGrades(loaded, certify)]] : [];
  const outputs: readonly Output[] = [
    ...quota,
    ['资格审查.xlsx', () => writeCheckReport(scheme, check, addresses, fileName)],
    ...grades,
    [
      '名册.xlsx',
      () => writeRosters(scheme, listRosters(check), listGaps(check, 'roster'), listResting(check, 'roster')),
    ],
    ['公示名单.xlsx', () => writeNotice(loaded)],
    ...prize,
  ];
  const folder = await OutputFolder.open(out, options.force ?? false);
  for (const [name] of outputs) await folder.refuseForeign(name);
  for (const [name, write] of outputs) {
    await folder.write(name, await write());
    say(`已生成 ${name}`);
  }
  if (scheme.forms.length === 0) return folder.written;
  const formsFolder = join(out, makeSafeFileName(scheme.formsName));
  const forms = await makeForms(loaded, { ...options, out: formsFolder, by: 'district', certify });
  return [...folder.written, ...forms.files];
}

function writeNotice({ scheme, check }: LoadedRoster): Promise<Uint8Array> {
  const resting = pickResting(listNotified(check), listResting(check, 'notice'));
  return writePublicNotice(scheme, composePublicNotice(check), listGaps(check, 'notice'), resting.length);
}

function writeGrades({ scheme, check, fileName }: LoadedRoster, certify: Certify | undefined): Promise<Uint8Array> {
  const grading = gradingOf(scheme);
  const results = gradeApplications(check.index, grading);
  const certificates = listCertificates(check, certify);
  return writeGradeReport({ scheme, grading, check, results, certificates }, fileName);
}
