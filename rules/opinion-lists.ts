/** 征求意见: for each body that is asked, the nominations that are before it and what it has answered. */
import type { Decision } from './decision.ts';
import type { RosterCheck } from './check-roster.ts';
import type { NomineeCheck } from './nominee-check.ts';
import { isDue, isRejected } from './review.ts';
import type { ReviewStep } from './scheme-parts.ts';

interface SoughtOpinion {
  readonly check: NomineeCheck;
  /** Null where the body has not answered yet. */
  readonly opinion: Decision | null;
  /** Somebody has concluded the step, whatever the body says. */
  readonly isConcluded: boolean;
}

/** What one body is asked in one step. */
interface OpinionList {
  readonly step: ReviewStep;
  readonly body: string;
  /** In the roster's order; at least one. */
  readonly sought: readonly SoughtOpinion[];
}

/** Step by step, in the order of the bodies. Whoever has to pass an earlier step first is not asked about yet, nor whoever was refused. */
export function listOpinions({ index: { scheme }, nominees }: RosterCheck): OpinionList[] {
  return (scheme.review?.steps ?? []).flatMap((step): OpinionList[] => {
    if (!step.asks) return [];
    const byBody = new Map<string, SoughtOpinion[]>([...step.asks.bodies.values()].map((body) => [body, []]));
    for (const check of nominees) {
      const own = check.conclusions.find((each) => each.step === step);
      if (own?.sought?.asked.kind !== 'body' || isRejected(check) || !isDue(check, step)) continue;
      const { opinion, asked } = own.sought;
      byBody.get(asked.body)?.push({ check, opinion, isConcluded: own.decision !== null });
    }
    return [...byBody].flatMap(([body, sought]) => (sought.length > 0 ? [{ step, body, sought }] : []));
  });
}

/** Bodies that a sentence names before the rest is only counted. */
const MOST_NAMED = 8;

/** One sentence a step: how many have answered what, and who has not. Empty where nobody is asked yet. */
export function describeOpinions(lists: readonly OpinionList[]): string[] {
  return [...new Set(lists.map(({ step }) => step))].map((step) => {
    const own = lists.filter((each) => each.step === step);
    const all = own.flatMap(({ sought }) => sought);
    const count = (word: Decision['word']) => all.filter(({ opinion }) => opinion?.word === word).length;
    const silent = own.flatMap(({ body, sought }) => {
      const open = sought.filter(({ opinion, isConcluded }) => opinion === null && !isConcluded).length;
      return open > 0 ? [{ body, open }] : [];
    });
    const named = silent.slice(0, MOST_NAMED).map(({ body, open }) => `${body} ${open} 项`);
    const rest = silent.length > MOST_NAMED ? ` 等 ${silent.length} 家` : '';
    const missing = silent.reduce((sum, { open }) => sum + open, 0);
    const who = missing > 0 ? `，没有答复 ${missing} 项：${named.join('、')}${rest}` : '，都有了答复或结论';
    return `${step.name} ${all.length} 项：同意 ${count('agreed')} 项，不同意 ${count('refused')} 项${who}。`;
  });
}
