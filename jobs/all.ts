import { countOpen } from '../rules/finding.ts';
import { gradeApplications } from '../rules/grading/grade-application.ts';
import { listGaps, type Gap } from '../rules/incomplete-base.ts';
import { asPrize, asQuota, gradingOf, quotaOf } from '../rules/parts.ts';
import { awardPrizes } from '../rules/prize.ts';
import { composePublicNotice, listNotified, type NoticeTiming } from '../rules/public-notice.ts';
import { listResting, pickResting } from '../rules/resting-decisions.ts';
import { listRosters } from '../rules/roster.ts';
import { writeCheckReport } from '../workbook/draw/write-check-report.ts';
import { writeGradeReport } from '../workbook/draw/write-grade-report.ts';
import { writePrizeTable } from '../workbook/draw/write-prize-table.ts';
import { writePublicNotice } from '../workbook/draw/write-public-notice.ts';
import { writeQuotaTable } from '../workbook/draw/write-quota-table.ts';
import { writeRosters } from '../workbook/draw/write-rosters.ts';
import { makeSafeFileName } from '../workbook/file-name.ts';
import { certifyForms, listCertificates, type Certify } from './certify.ts';
import { nameInside, tellMade } from './deliver.ts';
import type { NamedBytes } from './folder.ts';
import type { FormsOutcome } from './form-changes.ts';
import { prepareForms, writeForms } from './forms.ts';
import type { InputFile, JobContext, JobResult, MadeFile, OutputPlace, PdfMaker, ToldAbout } from './job.ts';
import { tellGaps, tellLeftOut } from './left-out.ts';
import { OUTPUT_FILES } from './output-names.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { timeNotice, warnOfTiming, type NoticeDays } from './notice.ts';
import { OutputFolder } from './output-folder.ts';
import { fileChangesToJson } from './tell-changes.ts';

export interface AllInput {
  readonly roster: InputFile;
  readonly copies: number;
  /** The key of the verification codes, for schemes whose forms show one. */
  readonly key: NamedBytes | null;
  readonly pdf: PdfMaker | null;
  readonly out: OutputPlace;
  /** When the notice hangs out, where that is known. */
  readonly hangs?: NoticeDays;
}

/** Every output of a master roster, which is read and checked once. */
export async function makeAll(input: AllInput, context: JobContext): Promise<JobResult<object>> {
  const loaded = await loadRoster(input.roster, context.schemes);
  const { files, changes, outputs } = await makeEverything(loaded, input, context);
  tellGaps(listGaps(loaded.check, 'report'), context);
  return {
    files,
    summary: () => ({ changes, outputs: fileChangesToJson(outputs) }),
    verdict: countOpen(loaded.check.remarks, 'violation') > 0 ? 'violations' : 'fine',
  };
}

type Output = readonly [name: string, write: () => Promise<Uint8Array>];

interface Everything {
  /** In the order in which they were made. */
  readonly files: readonly MadeFile[];
  /** Those of them that are no forms. */
  readonly outputs: readonly MadeFile[];
  /** Of the forms; null where the scheme has none. */
  readonly changes: FormsOutcome | null;
}

/** Writes every output that the scheme has into a folder. */
export async function makeEverything(
  loaded: LoadedRoster,
  { out, copies, key, pdf, hangs = {} }: Omit<AllInput, 'roster'>,
  context: JobContext,
): Promise<Everything> {
  const { scheme, check, addresses, fileName } = loaded;
  const certify = await certifyForms(scheme, check, key);
  const timing = timeNotice(scheme, hangs);
  const quota: Output[] = scheme.quota
    ? [[OUTPUT_FILES.allocate, () => writeQuotaTable(asQuota(scheme), quotaOf(check), listGaps(check, 'quota'))]]
    : [];
  const prize: Output[] = scheme.prize
    ? [
        [
          OUTPUT_FILES.prizes,
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
  const grades: Output[] = scheme.grading ? [[OUTPUT_FILES.grade, () => writeGrades(loaded, certify)]] : [];
  const outputs: readonly Output[] = [
    ...quota,
    [OUTPUT_FILES.check, () => writeCheckReport(scheme, check, addresses, fileName)],
    ...grades,
    [
      OUTPUT_FILES.rosters,
      () => writeRosters(scheme, listRosters(check), listGaps(check, 'roster'), listResting(check, 'roster')),
    ],
    [OUTPUT_FILES.notice, () => writeNotice(loaded, timing)],
    ...prize,
  ];
  const folder = await OutputFolder.open(out, context, [loaded.source], { job: 'all', scheme: scheme.id });
  for (const [name] of outputs) await folder.refuseForeign(name);
  const within = makeSafeFileName(scheme.formsName);
  const place = { folder: out.folder.inside(within), force: out.force };
  const request = { by: 'district', copies, draft: false, certify, pdf, out: place } as const;
  const forms = scheme.forms.length > 0 ? await prepareForms(loaded, request, context) : null;
  for (const [name, write] of outputs) {
    await folder.write(name, await write());
    context.tell(tellMade(name, folder.written.at(-1) ?? { change: 'new' }), 'made');
  }
  warnOfTiming(check, timing, context);
  tellWhoIsMissing(loaded, context);
  const written = await folder.close();
  const stamped = forms ? await writeForms(loaded, forms, context) : null;
  const inside = nameInside(within, stamped?.files ?? []);
  return { files: [...written, ...inside], outputs: written, changes: stamped?.changes ?? null };
}

/** A sentence that some lists have in common. */
interface ToldOfLists {
  readonly names: readonly string[];
  readonly about: ToldAbout;
  readonly gaps: readonly Gap[];
}

/** A notice or a prize table that holds few or none looks finished: why is said once, by the names of all of which it holds. */
function tellWhoIsMissing({ scheme, check }: LoadedRoster, context: JobContext): void {
  const lists = [
    ['notice', OUTPUT_FILES.notice] as const,
    ...(scheme.prize ? [['prize', OUTPUT_FILES.prizes] as const] : []),
  ];
  const told = new Map<string, ToldOfLists>();
  for (const [output, file] of lists) {
    const name = file.replace(/\.xlsx$/, '');
    tellLeftOut(check, output, {
      tell: (sentence, about = 'other', gaps = []) => {
        const same = told.get(sentence);
        told.set(sentence, { names: [...(same?.names ?? []), name], about, gaps: [...(same?.gaps ?? []), ...gaps] });
      },
    });
  }
  for (const [sentence, { names, about, gaps }] of told) context.tell(`${names.join('、')}：${sentence}`, about, gaps);
}

function writeNotice({ scheme, check }: LoadedRoster, timing: NoticeTiming): Promise<Uint8Array> {
  const resting = pickResting(listNotified(check), listResting(check, 'notice'));
  const state = { gaps: listGaps(check, 'notice'), resting: resting.length, timing };
  return writePublicNotice(scheme, composePublicNotice(check), state);
}

function writeGrades({ scheme, check, fileName }: LoadedRoster, certify: Certify | undefined): Promise<Uint8Array> {
  const grading = gradingOf(scheme);
  const results = gradeApplications(check.index, grading);
  const certificates = listCertificates(check, certify);
  return writeGradeReport({ scheme, grading, check, results, certificates }, fileName);
}
