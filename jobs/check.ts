import { groupCauses } from '../rules/causes.ts';
import { formatHundredths, formatMean } from '../rules/expert-panel.ts';
import { countOpen, isOpen, type Severity } from '../rules/finding.ts';
import { hideIdNumbers } from '../rules/id-number.ts';
import { SHEET } from '../rules/roster-cell.ts';
import type { RankedPanel } from '../rules/panel-proposal.ts';
import { showName } from '../rules/publishable.ts';
import { ASIDE_WORDS, describeAside } from '../rules/set-aside.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import { tellUnowned } from '../rules/unowned.ts';
import { proveVerdict } from '../rules/verdict.ts';
import { writeCheckReport } from '../workbook/draw/write-check-report.ts';
import { deliver } from './deliver.ts';
import { causeToJson, findingToJson, tellCauses } from './describe-finding.ts';
import { describeOpinions, listOpinions } from '../rules/opinion-lists.ts';
import type { JobContext, JobResult, OutputName } from './job.ts';
import { gapsToJson, partToJson, whosePart } from './left-out.ts';
import { BY_ROW, loadPart, nameOfPart, type PartRequest } from './load-part.ts';
import type { LoadedRoster } from './load-roster.ts';
import { fileChangesToJson } from './tell-changes.ts';
import { give } from './way.ts';

export interface CheckInput extends PartRequest {
  readonly out: OutputName | null;
}

/** 资格审查: every violation and open question, and one proof line per nominee. */
export async function check({ out, ...request }: CheckInput, context: JobContext): Promise<JobResult<object>> {
  const loaded = await loadPart(request, BY_ROW, context.schemes);
  const files = await deliver(
    nameOfPart(out, loaded.check),
    () => writeCheckReport(loaded.scheme, loaded.check, loaded.addresses, loaded.fileName),
    context,
    [request.roster],
  );
  for (const remark of loaded.remarks) context.tell(remark);
  tellBasis(loaded.check.basis, context);
  const aside = describeAside(loaded.roster.oddities.aside);
  if (aside !== '') context.tell(aside);
  tellCauses(
    loaded.check.remarks.filter(isOpen),
    out ? '见审查报告的“问题归类”和“问题清单”' : `${give('out')} 写出审查报告看全部`,
    loaded,
    context,
  );
  for (const sentence of describeOpinions(listOpinions(loaded.check))) context.tell(sentence);
  const { violations, questions, notes, cleared, nominees, waiting } = summarise(loaded);
  context.tell(
    `${whosePart(loaded.check)}推荐 ${nominees} 个，通过审查 ${cleared} 个；违规 ${violations} 处，待确认 ${questions} 处${notes > 0 ? `，提示 ${notes} 处` : ''}${loaded.scheme.review && waiting > 0 ? `；待评审结论 ${waiting} 个` : ''}。`,
  );
  const unowned = loaded.check.part ? tellUnowned(loaded.check.part) : '';
  if (unowned !== '') context.tell(unowned);
  return {
    files,
    summary: () => ({ ...toJson(loaded), changes: fileChangesToJson(files) }),
    verdict: violations > 0 ? 'violations' : 'fine',
  };
}

const MOST_BASIS = 4;

/** Older rosters lack many columns: the report says all of it. */
function tellBasis(basis: readonly string[], context: JobContext): void {
  for (const sentence of basis.slice(0, MOST_BASIS)) context.tell(sentence);
  if (basis.length > MOST_BASIS) context.tell(`还有 ${basis.length - MOST_BASIS} 条这样的说明，见审查报告的“结论”。`);
}

function summarise({ check: { remarks, nominees, index } }: LoadedRoster) {
  const count = (wanted: Severity) => countOpen(remarks, wanted);
  return {
    nominees: index.roster.nominees.length,
    cleared: nominees.filter(({ cleared }) => cleared).length,
    violations: count('violation'),
    questions: count('question'),
    notes: count('note'),
    decided: remarks.filter(({ decision }) => decision).length,
    waiting: nominees.filter((each) => each.reviewed === 'waiting').length,
  };
}

function toJson(loaded: LoadedRoster) {
  const { check: result } = loaded;
  return {
    scheme: loaded.scheme.id,
    ...partToJson(result),
    summary: summarise(loaded),
    incomplete: gapsToJson(listGaps(result, 'report')),
    setAside: result.index.roster.oddities.aside.map(({ sheet, row, kind }) => ({
      sheet: SHEET[sheet],
      row,
      why: ASIDE_WORDS[kind],
    })),
    basis: result.basis,
    causes: groupCauses(result.remarks, result.index.roster).map((cause) => causeToJson(cause, loaded)),
    findings: result.remarks.map((remark) => findingToJson(remark, loaded)),
    nominees: result.nominees.map((each) => ({
      row: each.nominee.row,
      application: hideIdNumbers(each.nominee.application),
      award: each.award.id,
      district: each.unit ? showName(each.unit.district, each) : null,
      unit: showName(each.nominee.unitName, each),
      name: showName(each.nominee.name, each),
      answer: each.answer,
      cleared: each.cleared,
      standing: each.standing,
      conclusions: each.conclusions.map(({ step, conclusion, decision }) => ({
        step: step.id,
        conclusion,
        by: decision?.by ?? null,
        on: decision?.on ?? null,
      })),
      proof: proveVerdict(result.index, each),
    })),
    places: result.places.map(({ district, award, places, nominees }) => ({
      district: district.name,
      award: award.id,
      places,
      used: nominees.length,
    })),
    opinions: listOpinions(result).map(({ step, body, sought }) => ({
      step: step.id,
      body,
      asked: sought.length,
      agreed: sought.filter(({ opinion }) => opinion?.word === 'agreed').length,
      refused: sought.filter(({ opinion }) => opinion?.word === 'refused').length,
      unanswered: sought.filter(({ opinion, isConcluded }) => opinion === null && !isConcluded).length,
    })),
    panel: result.panels.map(panelToJson),
  };
}

/** Points as texts with two decimals: a program that needs more has the scores. */
function panelToJson({ nominee, proposal, mean, count, spread, scores }: RankedPanel) {
  return {
    row: nominee.row,
    application: hideIdNumbers(nominee.application),
    award: nominee.award,
    rank: proposal?.rank ?? null,
    mean: mean && formatMean(mean),
    spread: spread === null ? null : formatHundredths(spread),
    count,
    leftOut: scores.flatMap(({ score, fault }) => (fault ? [{ row: score.row, expert: score.expert, fault }] : [])),
  };
}
