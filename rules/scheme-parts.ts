/** What a document may rule about limits, materials, experts and grades. The types alone: what acts on them knows the whole scheme. */
import type { Citation, Cited } from './citation.ts';
import type { Guard } from './condition.ts';
import type { GradeGround } from './grading/grounds.ts';
import type { Ratio } from './ratio.ts';

export interface Limits {
  readonly caps: readonly Cap[];
  readonly perUnit: readonly UnitLimit[];
}

/** All nominees of `awards` together are at most `ratio` of what is counted, rounded down: 以内. */
export interface Cap {
  readonly name: string;
  readonly awards: readonly string[];
  readonly base: CapBase;
  readonly ratio: Cited<Ratio>;
}

/** Either the member units with 是 in a column, or the sum of a column of whole numbers over them. */
export type CapBase =
  { readonly name: string; readonly unitsWith: string } | { readonly name: string; readonly sumOf: string };

/** One unit has at most `most` nominees of `awards` together. */
export interface UnitLimit {
  readonly name: string;
  readonly awards: readonly string[];
  readonly most: Cited<number>;
}

export interface MaterialRules {
  readonly checklists: readonly MaterialChecklist[];
  /** How the whole is to be laid out: contents, page header, typeface. */
  readonly layout: readonly LayoutRule[];
  /** The page header that the document asks for; `{{奖项}}` stands for the award's name. */
  readonly pageHeader: string | null;
  /** Position of the item that is the contents; its first page is page 1. Null where the document asks for none. */
  readonly contents: Cited<number> | null;
}

export interface MaterialChecklist {
  /** Ids. */
  readonly awards: readonly string[];
  /** Asked only of nominees whose own cell holds one of these words; null of all. */
  readonly when: Guard | null;
  readonly items: readonly MaterialItem[];
  readonly cite: Citation;
}

/** Who brings an item: the applicant; the association, which looks it up; or the applicant with the sheet that `forms` prints. */
export const MATERIAL_PROVIDERS = ['applicant', 'association', 'printed'] as const;

export interface MaterialItem {
  /** From 1, as the document counts. */
  readonly position: number;
  readonly text: string;
  readonly provider: (typeof MATERIAL_PROVIDERS)[number];
  readonly cite: Citation;
}

interface LayoutRule {
  readonly text: string;
  readonly cite: Citation;
}

export interface ExpertReview {
  /** Full marks of one expert's score. */
  readonly maximum: Cited<number>;
  /** The clause for which an expert scores nobody of the own employer. */
  readonly ownEmployer: Citation;
}

export interface Grading {
  /** Award ids, the best grade first. */
  readonly grades: readonly string[];
  /** Ids of the conditions of an application as such; they say nothing of the grade. */
  readonly formalities: readonly string[];
  /** Column of the nominee's row with the name of the grade that the unit holds already. */
  readonly currentGrade: string;
  readonly matter: MatterRules;
  /** One grade down each. */
  readonly downgrades: readonly GradeGround[];
  /** No grade at all. */
  readonly revocations: readonly GradeGround[];
  readonly certificate: CertificateRules;
}

/** What an application is about, by the words of a column of the nominee's row. */
export interface MatterRules {
  readonly heading: string;
  /** Moves the grade up or down by itself; for a higher one the standards of a promotion hold. */
  readonly annualReport: Cited<string>;
  readonly promotion: Cited<string>;
  /** Nothing is assessed: the grade that is held stays. */
  readonly keeps: Cited<readonly string[]>;
}

/** Dates from the earliest to the latest: none comes after one behind it. */
export interface DateChain {
  readonly points: readonly DatePoint[];
  /** The clause that gives the order; null where it goes without saying, for the reason. */
  readonly cite: Citation | null;
  /** Empty where there is a clause. */
  readonly reason: string;
}

export type DatePoint =
  | { readonly is: 'column'; readonly sheet: DatedSheet; readonly heading: string }
  /** A step of the review, by its name: the day of its conclusion. */
  | { readonly is: 'step'; readonly step: string }
  /** The days that the list hangs out. No cell holds them; they keep apart what stands on either side. */
  | { readonly is: 'notice' }
  /** A day that the document names. */
  | { readonly is: 'first-day' | 'last-day'; readonly day: string; readonly name: string };

/** The sheets whose dates can be ordered. */
export const DATED_SHEETS = ['nominees', 'memberUnits', 'projects', 'confirmations', 'objections'] as const;

export type DatedSheet = (typeof DATED_SHEETS)[number];

export interface CertificateRules {
  /** Columns of the nominee's row. */
  readonly numberHeading: string;
  readonly issuedHeading: string;
  /** A number is this and digits. */
  readonly prefix: Cited<string>;
  /** Valid to this day, `MM-DD`, of the year after the issue. */
  readonly validUntil: Cited<string>;
  /** Columns about the certificate that is held; null where the roster has none. */
  readonly held: HeldCertificate | null;
}

export interface HeldCertificate {
  readonly issuedHeading: string;
  readonly untilHeading: string;
  /** The first day on which certificates were issued under these rules: those of before may have had another term. */
  readonly since: Cited<string> | null;
  /** The clause for which one that takes its place ends when it does. */
  readonly cite: Citation;
}

/** What may have to wait for a conclusion. */
export const GATED_OUTPUTS = ['roster', 'notice', 'prize', 'certificate'] as const;

export type GatedOutput = (typeof GATED_OUTPUTS)[number];

export interface ReviewRules {
  /** In the order in which they are taken. */
  readonly steps: readonly ReviewStep[];
  /** Numbers that awards bear in themselves: 十佳 is ten. */
  readonly places: readonly AwardPlaces[];
}

export interface ReviewStep {
  readonly id: string;
  /** What a row of 决定 calls it: 评审结论. */
  readonly name: string;
  /** Who concludes. */
  readonly body: string;
  /** What goes out only to those whom this step, and every earlier one, has shortlisted. */
  readonly gates: readonly GatedOutput[];
  /** Whose opinion is sought; null of a step that its body concludes by itself. */
  readonly asks: AskedBodies | null;
  readonly cite: Citation;
}

/** 征求意见: whom a step asks about a nomination, by what stands in a column of its unit's row. */
export interface AskedBodies {
  /** Of 会员单位. */
  readonly heading: string;
  /** What may stand there → the body's name. */
  readonly bodies: ReadonlyMap<string, string>;
}

export interface AwardPlaces {
  readonly award: string;
  readonly most: Cited<number>;
}
