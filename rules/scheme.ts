/**
 * A scheme is one edition of one notice (评优办法), as data. These are its types; `schemes/` reads them from `templates/<scheme>/*.yaml`
 * and lets none through without its citations. Ids that become keys of JSON output (awards) are camelCase, all others kebab-case.
 */
import type { Citation, Cited, RuleCitation } from './citation.ts';
import type { Condition } from './condition.ts';
import type { DateChain, ExpertReview, Grading, Limits, MaterialRules, ReviewRules } from './scheme-parts.ts';
import type { CitedRule, WaivableRule } from './finding.ts';
import type { Ratio, Rounding } from './ratio.ts';
import type { PrizeRules } from './scheme-prize.ts';
import type { ScoreSheet } from './scheme-score-sheet.ts';
import type { RosterColumn } from './roster-column.ts';

export interface Scheme {
  readonly id: string;
  readonly title: string;
  /** The year or term that the notice names. */
  readonly edition: string;
  readonly issuer: string;
  readonly documents: readonly SchemeDocument[];
  /** In the document's order; both lists are empty where the document knows no districts. */
  readonly scopes: readonly Scope[];
  readonly districts: readonly District[];
  /** In the document's order: rosters and tables follow it. */
  readonly awards: readonly Award[];
  readonly stages: readonly Stage[];
  /** The last day, `YYYY-MM-DD`, for what has to be handed in; null where the document names none. */
  readonly deadline: Cited<string> | null;
  /** Copies of each form that the document asks for; null where it does not say. */
  readonly formCopies: Cited<number> | null;
  readonly notice: NoticeRules;
  /** Which dates cannot come after which; empty where nothing is said of any. */
  readonly dateOrder: readonly DateChain[];
  readonly errata: readonly Erratum[];
  /** The rules of `finding.ts` that this notice gives cause for, each with its clause. */
  readonly checks: Readonly<Partial<Record<CitedRule, RuleCitation>>>;
  /** Rules that hold in every scheme and that this document sets aside, each with the clause. */
  readonly waivers: Readonly<Partial<Record<WaivableRule, Citation>>>;
  readonly roster: RosterLayout;
  /** What the forms are called together: 审批表, 证书. */
  readonly formsName: string;
  readonly forms: readonly ApprovalForm[];
  // What a document may rule or not; null or empty where it does not.
  readonly quota: QuotaRules | null;
  readonly scoreSheet: ScoreSheet | null;
  readonly prize: PrizeRules | null;
  readonly limits: Limits;
  readonly materials: MaterialRules | null;
  readonly expertReview: ExpertReview | null;
  readonly grading: Grading | null;
  /** Who concludes, and what waits for it; null where the document knows no such body. */
  readonly review: ReviewRules | null;
}

/** A scheme whose document has a score sheet; `parts.ts` asks for it. */
export type ScoredScheme = Scheme & { readonly scoreSheet: ScoreSheet };

/** A scheme whose document gives places to districts. */
export type QuotaScheme = Scheme & { readonly quota: QuotaRules };

/** A scheme whose document pays prizes. */
export type PrizeScheme = Scheme & { readonly prize: PrizeRules };

interface SchemeDocument {
  readonly key: string;
  readonly title: string;
  /** How a citation names it: `沪企保协（2024）39号`. */
  readonly shortTitle: string;
  /** Its text in the scheme's folder; quotes are looked up there. Absent for documents that are not in the folder, such as a standard. */
  readonly source?: string;
}

interface Scope {
  readonly id: string;
  readonly name: string;
  readonly cite: Citation;
}

export interface District {
  /** As in the document: `浦东`. */
  readonly name: string;
  /** What else people write for it, beside the name with 区, 新区 or 县. */
  readonly aliases?: readonly string[];
  readonly scope: string;
  /** False where the document gives no number of members, so that no quota follows from it. */
  readonly countsMembers: boolean;
  readonly cite: Citation;
}

export interface Award {
  readonly id: string;
  readonly name: string;
  /** The award's column heading in the quota table: `责任人`. */
  readonly shortName: string;
  readonly recipient: 'collective' | 'person';
  /** Heads before staff, units before departments, within a roster. From 1. */
  readonly rosterOrder: number;
  /** Headings of 推荐名单 that must be filled in for this award. */
  readonly requiredFields: readonly string[];
  readonly conditions: readonly Condition[];
  /** What is handed over: 证书, 奖牌. Empty where the document does not say. */
  readonly honours: readonly Cited<string>[];
  readonly cite: Citation;
}

interface Stage {
  readonly name: string;
  /** First and last day, `YYYY-MM-DD`; absent where the document names none. */
  readonly from?: string;
  readonly to?: string;
  readonly cite: Citation;
}

interface NoticeRules {
  /** How many days the list hangs out; null where the document does not say. */
  readonly days: Cited<number> | null;
  /** The clause by which an objection sends a nomination back; null where objections are not kept in the roster. */
  readonly objections: Citation | null;
}

/** A misprint of the document and the reading that is used. */
interface Erratum {
  readonly where: string;
  readonly printed: string;
  readonly read: string;
  readonly reason: string;
  readonly cite: Citation;
}

/** The columns that this scheme's roster has beyond those that every roster has (`master-roster.ts`). */
export interface RosterLayout {
  readonly memberUnits: readonly RosterColumn[];
  readonly nominees: readonly RosterColumn[];
  /** Of 工程业绩; null where the document asks for no projects. */
  readonly projects: readonly RosterColumn[] | null;
  /** Headings of 推荐名单 that every roster has and this one leaves out. */
  readonly omits: readonly string[];
  /** What to tell of such a heading in place of the common words. */
  readonly abouts: Readonly<Record<string, string>>;
  /** The clause by which rosters follow 行业序列; null where none does. */
  readonly sequence: Citation | null;
  /** What each district honours by itself and files; null where the document knows of nothing such. */
  readonly districtHonours: { readonly heading: string; readonly name: string; readonly cite: Citation } | null;
  /** What the rosters of collectives and of persons are called: 先进集体, 先进个人. */
  readonly lists: Readonly<Record<Award['recipient'], string>>;
  /** What units of the region leave off in front of their own names: `上海市`. */
  readonly regionNames: readonly string[];
}

export interface QuotaRules {
  readonly ratios: readonly QuotaRatio[];
  readonly overrides: readonly QuotaOverride[];
  readonly table: { readonly title: string; readonly subtotalScope: string; readonly cite: Citation };
  /** The table that the document prints, to hold the formula against. */
  readonly published: readonly PublishedQuota[];
}

/** The places of `award` in districts of `scope`: `ratio` of the members or of the places of another award, rounded. */
export interface QuotaRatio {
  readonly scope: string;
  readonly award: string;
  readonly of: 'members' | { readonly award: string };
  readonly ratio: Cited<Ratio>;
  readonly rounding: Cited<Rounding>;
}

export interface QuotaOverride {
  readonly district: string;
  readonly award: string;
  readonly places: Cited<number>;
  readonly reason: string;
}

export interface PublishedQuota {
  readonly district: string;
  /** Null where the document prints `-`. */
  readonly members: number | null;
  /** By award id; 0 where the document prints `-`. */
  readonly places: Readonly<Record<string, number>>;
}

/**
 * When a paper is needed. `application`: the applicant hands it in, before any review; `approval`: the association signs it after the check;
 * `certificate`: it says what was concluded.
 */
export const FORM_STAGES = ['application', 'approval', 'certificate'] as const;

type FormStage = (typeof FORM_STAGES)[number];

/** One printed form of one award; an award may have several. */
export interface ApprovalForm {
  readonly award: string;
  /** `附件4`; absent where the document prints no such form and the scheme has its own. */
  readonly annex?: string;
  readonly title: string;
  readonly stage: FormStage;
  /** File in the scheme's `forms/` folder, and the sheet in it. */
  readonly workbook: string;
  readonly sheet: string;
  /** Placeholders whose name is not the heading of a roster column: placeholder → heading. */
  readonly fields: Readonly<Record<string, string>>;
  /** Placeholders that the program works out. */
  readonly computed: Readonly<Record<string, ComputedField>>;
  readonly cite: Citation;
}

/** Names of the award and the edition; of a certificate its last day, and the code that proves it. */
export const COMPUTED_FIELDS = ['award', 'award-short', 'edition', 'valid-until', 'verification-code'] as const;

export type ComputedField = (typeof COMPUTED_FIELDS)[number];
