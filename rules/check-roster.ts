/** 资格审查: the whole master roster against the scheme. Every finding, and for each nominee all reasons. */
import { checkApplications } from './checks/applications.ts';
import { listBasis } from './checks/basis.ts';
import { noteCells } from './checks/cell-notes.ts';
import { checkCertificates } from './checks/certificates.ts';
import { applyDecisions } from './apply-decisions.ts';
import { checkConclusions } from './checks/conclusions.ts';
import { checkDecisionDays } from './checks/decision-days.ts';
import { checkDecisions } from './checks/decisions.ts';
import { checkCertificateTerms } from './checks/certificate-terms.ts';
import { checkDates } from './checks/dates.ts';
import { checkDeeds } from './checks/deeds.ts';
import { checkExperts } from './checks/experts.ts';
import { checkIdNumbers } from './checks/id-numbers.ts';
import { checkGrounds } from './checks/grounds.ts';
import { checkLimits } from './checks/limits.ts';
import { noteLostZeros } from './checks/lost-zeros.ts';
import { checkMagnitudes } from './checks/magnitudes.ts';
import { checkMaterials } from './checks/materials.ts';
import { checkMembers } from './checks/members.ts';
import { checkNominatedTwice } from './checks/nominated-twice.ts';
import { checkNominees } from './checks/nominees.ts';
import { checkObjections } from './checks/objections.ts';
import { checkOddities } from './checks/oddities.ts';
import { checkOpinions } from './checks/opinions.ts';
import { checkOverrides, readOverrides } from './checks/overrides.ts';
import { checkPanels } from './checks/panels.ts';
import { checkPlaces, countPlaces, type PlaceUsage } from './checks/places.ts';
import { checkProjects } from './checks/projects.ts';
import { checkPublicNames } from './checks/public-names.ts';
import { checkRegistrations } from './checks/registrations.ts';
import { checkScores } from './checks/scores.ts';
import { checkUnitCodes } from './checks/unit-codes.ts';
import { checkUnits } from './checks/units.ts';
import { checkUnseen } from './checks/unseen.ts';
import { nominationsOfRow } from './checks/concerned.ts';
import { citeIn } from './citation.ts';
import { clearNominees } from './clear-nominees.ts';
import { countMembers } from './coverage.ts';
import { judgeNominees, type Eligibility } from './eligibility.ts';
import type { Finding } from './finding.ts';
import { hideIn, makeTextHider } from './hide-in-findings.ts';
import type { MasterRoster } from './master-roster.ts';
import { cellOf, type CellRef } from './roster-cell.ts';
import { cellKey, mergeFindings, type Remark } from './merge-findings.ts';
import type { NomineeCheck } from './nominee-check.ts';
import { rankPanels, type RankedPanel } from './panel-proposal.ts';
import { asQuota } from './parts.ts';
import { allocateQuotas, type QuotaTable } from './quota/quota-table.ts';
import { standNominees } from './review.ts';
import { indexRoster, scopeOf, type RosterIndex } from './roster-index.ts';
import type { Scheme } from './scheme.ts';
import type { Selection } from './selection.ts';
import { sortRemarks } from './sort-remarks.ts';

export interface RosterCheck {
  readonly index: RosterIndex;
  /** Null where the document gives no places to districts. */
  readonly quota: QuotaTable | null;
  /** In the order of the quota table; empty without one. */
  readonly places: readonly PlaceUsage[];
  /** What people read: violations first, then questions, then notes, each by sheet and row. */
  readonly remarks: readonly Remark[];
  /** What it rests on and no cell can be blamed for: sentences for users. */
  readonly basis: readonly string[];
  /** Every nominee of a known award, in the roster's order. */
  readonly nominees: readonly NomineeCheck[];
  /** What the experts' means propose, in the roster's order; empty without a panel. */
  readonly panels: readonly RankedPanel[];
  /** Null of the whole roster. */
  readonly part: CheckPart | null;
}

/** What a check holds that was narrowed to whom it was asked for. */
export interface CheckPart {
  readonly selection: Selection;
  /** What it is a part of: a department's prize hangs on its unit's, whoever is asked for. */
  readonly whole: RosterCheck;
  /** What nobody can say whose it is: it may be theirs, and is told of where the roster is checked as a whole. */
  readonly unowned: Pick<RosterCheck, 'remarks' | 'nominees'>;
}

/** Whose alone it is, as people read it: `浦东`; empty of the whole roster. */
export function partOf({ part }: Pick<RosterCheck, 'part'>): string {
  return part?.selection.label ?? '';
}

/** Every nomination, whoever is asked for: what one is given may hang on another. */
export function everyNominee({ part, nominees }: Pick<RosterCheck, 'part' | 'nominees'>): readonly NomineeCheck[] {
  return part?.whole.nominees ?? nominees;
}

/** Checks a roster. Pure: the same roster gives the same findings in the same order. */
export function checkRoster(scheme: Scheme, roster: MasterRoster): RosterCheck {
  const index = indexRoster(scheme, roster);
  const overrides = readOverrides(index);
  const counted = countMembers(roster, scheme.districts);
  const quota = scheme.quota && allocateQuotas(asQuota(scheme), counted, overrides.overrides);
  const places = quota ? countPlaces(index, quota) : [];
  const eligibilities = judgeNominees(index);
  const found = [
    ...findUnreadableCells(index),
    ...noteCells(index),
    ...checkUnseen(index),
    ...checkOddities(index),
    ...checkUnits(index),
    ...checkUnitCodes(index),
    ...noteLostZeros(index),
    ...checkScores(index),
    ...checkProjects(index),
    ...checkNominees(index),
    ...checkPublicNames(index),
    ...checkNominatedTwice(index),
    ...checkDeeds(index),
    ...checkIdNumbers(index),
    ...checkOverrides(index, overrides, places),
    ...checkMembers(index, quota),
    ...checkPlaces(index, places),
    ...checkLimits(index),
    ...checkApplications(index),
    ...checkMaterials(index),
    ...checkExperts(index),
    ...checkPanels(index, eligibilities),
    ...checkObjections(index),
    ...checkCertificates(index),
    ...checkCertificateTerms(index),
    ...checkGrounds(index),
    ...checkDates(index, eligibilities),
    ...checkRegistrations(index),
    ...checkMagnitudes(index),
    ...findUnmetConditions(index, eligibilities),
  ];
  const decided = applyDecisions(index, [
    ...found,
    ...checkConclusions(index, eligibilities),
    ...checkOpinions(index),
    ...checkDecisionDays(index, found),
  ]);
  const hide = makeTextHider(index);
  const findings = [...decided, ...checkDecisions(index, decided)].map((finding) => hideIn(finding, hide));
  const nominees = standNominees(index, clearNominees(index, eligibilities, findings));
  const basis = listBasis(index, eligibilities).map(hide);
  const remarks = sortRemarks(mergeFindings(findings));
  return { index, quota, places, remarks, basis, nominees, panels: rankPanels(index, eligibilities), part: null };
}

function findUnreadableCells(index: RosterIndex): Finding[] {
  return index.roster.problems.map(({ cell, code, message, found = '无法读取', candidates = [] }) => ({
    rule: 'unreadable-cell',
    severity: 'violation',
    cite: null,
    where: [cell],
    message,
    found,
    mend: LOST_DIGITS.includes(code) ? RETYPE : adviseOn(candidates),
    nominations: nominationsOfRow(index, cell),
    candidates,
  }));
}

/** A number keeps 15 digits: what stood behind them is in no format of the cell. */
const LOST_DIGITS: readonly string[] = ['id-as-number', 'digits-lost'];
const RETYPE = '先把这一格设为文本格式，再照原件重新输入全部号码；只改格式，丢失的末几位补不回来';

function adviseOn(candidates: readonly string[]): string {
  const [only, ...others] = candidates;
  if (only === undefined) return '按该列的要求重新填写这个单元格';
  return others.length === 0 ? `改为“${only}”` : `改为以下之一：${candidates.join('、')}`;
}

function findUnmetConditions(index: RosterIndex, eligibilities: readonly Eligibility[]): Finding[] {
  return eligibilities.flatMap(({ nominee, reasons }) =>
    reasons
      .filter(({ answer }) => answer !== 'yes')
      .map(({ condition, answer, where, message, found, candidates }): Finding => {
        const own: CellRef = cellOf('nominees', nominee, '单位编号');
        return {
          rule: condition.id,
          severity: answer === 'no' ? 'violation' : 'question',
          cite: citeIn(condition, scopeOf(index, nominee)),
          where: cellKey(where) === cellKey(own) ? [where] : [where, own],
          nominations: [nominee],
          message,
          found,
          mend: candidates ? `是的，${where.heading}改填 ${candidates.join('、')}；不是的，核对后更正` : condition.mend,
          ...(candidates && { candidates }),
        };
      }),
  );
}
