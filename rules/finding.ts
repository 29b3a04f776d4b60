/** What a check of the master roster found. */
import type { Citation } from './citation.ts';
import type { Decision } from './decision.ts';
import type { Nominee } from './master-roster.ts';
import type { CellRef } from './roster-cell.ts';
import type { NoteKind } from './note-kind.ts';

/** Faults in the form of the workbook. No notice rules them, so they carry no citation. */
export const FORMAT_RULES = [
  'unreadable-cell',
  'cell-note',
  'unit-number-blank',
  'duplicate-unit-number',
  'duplicate-unit-code',
  'unit-code-differs',
  'zeros-lost',
  'unknown-district',
  'unknown-award',
  'score-row-unknown',
  'score-row-twice',
  'project-unit-unknown',
  'override-invalid',
  'sequence-unknown',
  'name-not-public',
  'row-hidden',
  'row-struck',
  'column-hidden',
  'sheet-hidden',
  'sheet-copied',
  'row-unclear',
  'cells-merged',
  'heading-alias',
  'magnitude-odd',
] as const;

/** Rules of parts that a scheme has or not. Each part brings its own clauses; what is merely a fault in the form has none. */
export const PART_RULES = [
  'coverage-unclear',
  'members-differ',
  'decision-subject-unknown',
  'decision-idle',
  'decision-incomplete',
  'decision-word-unfit',
  'decision-twice',
  'conclusion-unreasoned',
  'conclusion-after-rejection',
  'conclusion-body-differs',
  'decision-day-odd',
  'opinion-adverse',
  'opinion-body-differs',
  'award-places-exceeded',
  'application-blank',
  'application-missing',
  'application-twice',
  'application-unknown',
  'condition-unknown',
  'confirmation-twice',
  'material-unknown',
  'material-twice',
  'expert-unknown',
  'expert-namesake',
  'expert-employer-blank',
  'expert-score-twice',
  'cap-exceeded',
  'unit-limit',
  'material-missing',
  'material-unregistered',
  'material-waiver-unexplained',
  'expert-own-employer',
  'expert-score-blank',
  'expert-score-out-of-range',
  'objection-open',
  'objection-upheld',
  'panel-missing',
  'panel-incomplete',
  'tie-at-line',
  'certificate-number-malformed',
  'certificate-number-twice',
  'grade-ground',
  'certificate-term',
  'dates-contradict',
  'registration-blank',
] as const;

/** Rules that many notices have; one applies where the scheme's `checks` cites it. */
export const CITED_RULES = [
  'over-quota',
  'unused-places',
  'unit-name-differs',
  'same-unit-two-names',
  'nominated-twice',
  'applied-twice',
  'field-missing',
  'deeds-empty',
  'deeds-copied',
  'id-number-malformed',
  'id-number-birth',
  'id-number-sex',
  'score-out-of-range',
] as const;

/** Rules that hold in every scheme unless its document says otherwise. */
export const WAIVABLE_RULES = ['applied-twice'] as const satisfies readonly CitedRule[];

export type WaivableRule = (typeof WAIVABLE_RULES)[number];
type FormatRule = (typeof FORMAT_RULES)[number];
export type CitedRule = (typeof CITED_RULES)[number];
export type PartRule = (typeof PART_RULES)[number];
export type ListedRule = FormatRule | CitedRule | PartRule;

/** False for the id of a condition of the scheme. */
export function isListedRule(rule: string): rule is ListedRule {
  return LISTED.has(rule);
}

const LISTED: ReadonlySet<string> = new Set([...FORMAT_RULES, ...CITED_RULES, ...PART_RULES]);

/** Questions that hold a nomination up: until they are answered nobody knows whether it is complete, or whose it is. */
const HOLDING_RULES: readonly string[] = [
  'material-unregistered',
  'material-waiver-unexplained',
  'unit-name-differs',
  'unit-code-differs',
] satisfies ListedRule[];

/** Scores that do not count: the panel's mean is made of the others. */
const STOPS_NOBODY: readonly string[] = [
  'expert-unknown',
  'expert-own-employer',
  'expert-score-out-of-range',
  'expert-score-twice',
] satisfies PartRule[];

/** Whether a nomination that this is about must wait. A fault in 决定 says nothing of the nomination: it waits for the conclusion. */
export function holdsUp(finding: Finding): boolean {
  const { rule, severity, decision } = finding;
  if (decision || isAboutDecisions(finding)) return false;
  return (severity === 'violation' && !STOPS_NOBODY.includes(rule)) || HOLDING_RULES.includes(rule);
}

/** Whether a row of 决定 does not count before this is mended. */
export function voidsDecision(finding: Finding): boolean {
  return finding.severity === 'violation' && !finding.decision && isAboutDecisions(finding);
}

function isAboutDecisions({ where }: Finding): boolean {
  return where.some(({ sheet }) => sheet === 'decisions');
}

/** Whether it still waits for somebody: to mend it, to answer it, or to decide about it. */
export function isOpen({ severity, decision }: Finding): boolean {
  return severity !== 'note' && !decision;
}

/** How many of that severity nobody has decided. */
export function countOpen(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((each) => each.severity === severity && !each.decision).length;
}

/** A violation stands in the way; a question is open until somebody answers it; a note only tells, and never blocks. */
export type Severity = 'violation' | 'question' | 'note';

export interface Finding {
  /** A rule from the lists above, or the id of the scheme's condition that is not met. */
  readonly rule: FormatRule | CitedRule | PartRule | (string & {});
  readonly severity: Severity;
  /** Null for faults in the form of the workbook. */
  readonly cite: Citation | null;
  /** The cell to look at first, then others that belong to it. */
  readonly where: readonly [CellRef, ...CellRef[]];
  /** The nominations that it is about: these it holds up, and no other. Empty where it concerns none, such as a place that nobody takes. */
  readonly nominations: readonly Nominee[];
  /** The district that it is about, and the award, where no row of the roster says so: of places that nobody takes. */
  readonly about?: { readonly district: string; readonly award: string | null };
  /** How many of its nominations somebody has to agree to before it is answered; one where left out. */
  readonly agreements?: number;
  /** What somebody decided about it: it stays visible, and holds nobody up any more. */
  readonly decision?: Decision;
  /** Who would not let it stand: what was a question has become a violation. */
  readonly refusal?: Decision;
  /** What is wrong, in words without the place: `基本得分 84 分，低于 85 分`. */
  readonly message: string;
  /** What is there now, as shown to people; never an ID number. */
  readonly found: string;
  /** What would mend it. */
  readonly mend: string;
  /** Texts that the first cell of `where` could hold instead: to be offered, or, a single one, to be filled in. Never of an ID number's cell. */
  readonly candidates?: readonly string[];
  /** Of a note about cells that were read in spite of how they were written. */
  readonly kind?: NoteKind;
}

/** Violations that people may let stand, such as a second nomination that was agreed; any question of a listed rule may be answered, but those that
 * only a conclusion settles, or a row that is mended. */
const DECIDABLE_RULES: readonly Finding['rule'][] = [
  'nominated-twice',
  'applied-twice',
  'unit-limit',
  'same-unit-two-names',
  'deeds-copied',
  'certificate-term',
  'dates-contradict',
  'name-not-public',
];

export function isDecidable({ rule, severity, refusal }: Pick<Finding, 'rule' | 'severity' | 'refusal'>): boolean {
  const wasQuestion = severity === 'question' || refusal !== undefined;
  return (wasQuestion && !SETTLED_BY_CONCLUSION.includes(rule)) || DECIDABLE_RULES.includes(rule);
}

const SETTLED_BY_CONCLUSION: readonly Finding['rule'][] = [
  'tie-at-line',
  'opinion-adverse',
  'opinion-body-differs',
] satisfies ListedRule[];

/** Whether a decision about the whole sheet answers it: there may be many such rows for one cause. */
export function isAboutSheet({ rule }: Pick<Finding, 'rule'>): boolean {
  return SHEET_RULES.includes(rule);
}

const SHEET_RULES: readonly Finding['rule'][] = [
  'row-hidden',
  'row-struck',
  'row-unclear',
  'column-hidden',
  'sheet-hidden',
  'sheet-copied',
] satisfies ListedRule[];

/** Whether it asks about one row of the roster, and a decision has to name that row's nomination or unit. */
export function isAboutRow({ rule }: Pick<Finding, 'rule'>): boolean {
  return ROW_RULES.includes(rule);
}

const ROW_RULES: readonly Finding['rule'][] = ['name-not-public', 'row-hidden', 'row-struck', 'row-unclear'];
