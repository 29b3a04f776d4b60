import { hideIdNumbers } from '../rules/id-number.ts';
import type { RosterCheck } from '../rules/check-roster.ts';
import type { NomineeCheck } from '../rules/nominee-check.ts';
import type { Finding } from '../rules/finding.ts';
import { describeOwnGaps, makeOwnGapLister, type Gap } from '../rules/incomplete-base.ts';
import type { Nominee } from '../rules/master-roster.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { showName } from '../rules/publishable.ts';
import { textKey } from '../rules/same-text.ts';
import { describeOwnResting, listResting, type Resting } from '../rules/resting-decisions.ts';
import type { ApprovalForm, Scheme } from '../rules/scheme.ts';
import { isSelected, topicOfNominee, type Selection } from '../rules/selection.ts';
import { makeSafeFileName } from '../workbook/file-name.ts';
import type { PageMark, Template } from '../ooxml/stamp/stamp.ts';
import type { Certify } from './certify.ts';
import {
  groupForms,
  numberOf,
  takesWholeFiles,
  type FormDivision,
  type FormFile,
  type PlannedForm,
} from './form-files.ts';
import { explainWait, type GapsByStage } from './explain-wait.ts';
import { fillPage } from './fill-form.ts';

export interface FormsRequest extends FormDivision {
  /** Nominees that the check has not cleared get a form too, marked 草稿. */
  readonly draft: boolean;
  /** Where forms show a verification code: cleared nominees whose certificate cannot be issued yet get no form. */
  readonly certify?: Certify;
}

export interface FormPlan {
  /** What is asked for. */
  readonly files: readonly FormFile[];
  /** How the forms are divided into files, as `JobScope` has it; with what was selected, where files hold less than all for it. */
  readonly division: string;
  readonly isPart: boolean;
  /** Every file that belongs to this division, asked for or not: the job made the others before, or may make them. */
  readonly fileNames: ReadonlySet<string>;
  /** Every form that there is, in whatever file. */
  readonly formNames: ReadonlySet<string>;
  readonly forms: number;
  /** Nominees with forms. */
  readonly printed: readonly NomineeCheck[];
  readonly skipped: readonly SkippedNominee[];
}

/** A nominee without a form, and why. */
interface SkippedNominee {
  readonly nominee: Nominee;
  readonly reason: string;
  readonly findings: readonly Finding[];
}

/**
 * Decides which nominee gets which form in which file: in the order of the scheme's districts and awards, then of the roster.
 * @param templates the scheme's form workbooks by file name
 * @throws UnusableInput when a template has a placeholder that is no column of the roster
 */
export function planForms(
  scheme: Scheme,
  check: RosterCheck,
  templates: ReadonlyMap<string, Template>,
  request: FormsRequest,
): FormPlan {
  const nominees = sortNominees(scheme, check.nominees);
  const { selection = null } = request;
  const isWanted = ({ nominee }: NomineeCheck) => isSelected(selection, topicOfNominee(check.index, nominee));
  const wanted = new Set(nominees.filter(isWanted));
  const planned: PlannedForm[] = [];
  const skipped: SkippedNominee[] = listUnknownAwards(check, selection);
  const ownGaps = makeGapsByStage(check);
  const resting = listResting(check, 'roster');
  const nameForm = createNamer();
  for (const nominee of nominees) {
    const result = planNominee({ scheme, templates, request, resting }, nominee, ownGaps(nominee.nominee));
    if (typeof result !== 'string') {
      planned.push(
        ...result.map((each) => ({ ...each, id: nameForm(textKey(`${nameNominee(nominee)} ${each.form.sheet}`)) })),
      );
    } else if (wanted.has(nominee)) {
      skipped.push({ nominee: nominee.nominee, reason: result, findings: nominee.findings });
    }
  }
  const isPart = !takesWholeFiles(scheme, request);
  const named = isPart ? `（${makeSafeFileName(selection?.label ?? '')}）` : '';
  const asked = planned.filter(({ nominee }) => wanted.has(nominee));
  // By all, so that a file's name hangs on nothing that is left out today.
  const all = groupForms(scheme, isPart ? asked : planned, request);
  return {
    files: all.filter(({ forms }) => forms.some(({ nominee }) => wanted.has(nominee))),
    division: `${request.by}${named}`,
    isPart,
    fileNames: new Set(all.map(({ name }) => name)),
    formNames: new Set(planned.map(({ id }) => id)),
    forms: asked.length,
    printed: [...new Set(asked.map(({ nominee }) => nominee))],
    skipped,
  };
}

/** Names that differ from each other: the same number twice is a fault, and both get their forms as drafts. */
function createNamer(): (text: string) => string {
  const count = new Map<string, number>();
  return (text) => {
    const number = (count.get(text) ?? 0) + 1;
    count.set(text, number);
    return number === 1 ? text : `${text} (${number})`;
  };
}

/** By 申报编号, else by unit number, award and name; without what no file may hold. */
function nameNominee(check: NomineeCheck): string {
  const { nominee } = check;
  if (nominee.application !== '') return hideIdNumbers(nominee.application);
  return `${hideIdNumbers(nominee.unitNumber)} ${check.award.name} ${showName(nominee.name, check)}`;
}

function makeGapsByStage(check: RosterCheck): (nominee: Nominee) => GapsByStage {
  const [beforeReview, all] = [makeOwnGapLister(check, true), makeOwnGapLister(check)];
  return (nominee) => ({ application: [], approval: beforeReview(nominee), certificate: all(nominee) });
}

/** Nominees of an award that the scheme does not have, which no condition judges and no form serves: those asked for. */
export function listUnknownAwards({ index }: RosterCheck, selection: Selection | null): SkippedNominee[] {
  return index.roster.nominees
    .filter(({ award }) => !index.awardByName.has(award))
    .filter((nominee) => isSelected(selection, topicOfNominee(index, nominee)))
    .map((nominee) => ({
      nominee,
      reason: `奖项“${hidePrivateParts(nominee.award)}”不在本次评选之列，请更正奖项`,
      findings: [],
    }));
}

/** What the forms of all nominees are made of. */
interface Planning {
  readonly scheme: Scheme;
  readonly templates: ReadonlyMap<string, Template>;
  readonly request: FormsRequest;
  readonly resting: Resting;
}

/** The forms of one nominee, in the scheme's order, or why there are none. */
function planNominee(
  { scheme, templates, request: { draft, certify }, resting }: Planning,
  nominee: NomineeCheck,
  gaps: GapsByStage,
): Omit<PlannedForm, 'id'>[] | string {
  const forms = scheme.forms.filter(({ award }) => award === nominee.award.id);
  if (forms.length === 0) return `方案没有${nominee.award.name}的表格`;
  const certificate = certify?.(nominee.nominee);
  const printable = forms.filter((form) => draft || explainWait(form, nominee, certificate, gaps) === null);
  const [first] = forms;
  if (printable.length === 0) return (first && explainWait(first, nominee, certificate, gaps)) ?? '';
  const planned: Omit<PlannedForm, 'id'>[] = [];
  for (const form of printable) {
    const isDraft = explainWait(form, nominee, certificate, gaps) !== null;
    // A draft is no certificate, and proves nothing.
    const code = isDraft || !certificate || typeof certificate === 'string' ? '' : certificate.code;
    const recipient = `${numberOf(nominee)}-${showName(nominee.nominee.name || nominee.nominee.unitName, nominee)}`;
    const name = forms.length === 1 ? recipient : `${recipient}-${form.sheet}`;
    const filled = fillPage(form, nominee, templates, { scheme, award: nominee.award, code });
    if (typeof filled === 'string') return filled;
    const mark = isDraft ? DRAFT : markForm(form, gaps[form.stage], describeOwnResting(nominee.nominee, resting));
    planned.push({ nominee, form, template: filled.template, page: { ...filled.page, name, mark } });
  }
  return planned;
}

const DRAFT: PageMark = { kind: 'word', text: '草稿', label: '草稿' };

/**
 * What a form says of its own rows that are still open, and, to who signs it, of the decision that it rests on: the check alone did not let it
 * pass. What the applicant hands in never says that it is not final; a certificate bears nothing of a decision.
 */
function markForm({ stage }: ApprovalForm, gaps: readonly Gap[], restsOn: string): PageMark | undefined {
  const open = gaps.length > 0 ? [`未定稿：要先处理${describeOwnGaps(gaps)}`] : [];
  const decided = stage === 'approval' && restsOn !== '' ? [restsOn] : [];
  const text = [...open, ...decided].join('；');
  if (text === '') return undefined;
  return open.length > 0 ? { kind: 'sentence', text, label: '未定稿' } : { kind: 'note', text };
}

function sortNominees(scheme: Scheme, nominees: readonly NomineeCheck[]): NomineeCheck[] {
  const district = new Map(scheme.districts.map(({ name }, position) => [name, position]));
  const rank = ({ unit }: NomineeCheck) => district.get(unit?.district ?? '') ?? scheme.districts.length;
  return [...nominees].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      scheme.awards.indexOf(a.award) - scheme.awards.indexOf(b.award) ||
      a.nominee.row - b.nominee.row,
  );
}
