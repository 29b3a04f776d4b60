/** What came in from one unit: its files, the verdict of the sheet that counts, and every item's points. */
import { hideLongNumbers } from '../../../rules/id-number.ts';
import { toPoints } from '../../../rules/points.ts';
import { listItems } from '../../../rules/score-sheet.ts';
import { QUALIFICATION_WORDS } from '../../../rules/score-verdict.ts';
import { showPath } from '../../../rules/tally/returned-file.ts';
import { PLACE_STANDING_WORDS, STATE_WORDS } from '../../../rules/tally/unit-tally.ts';
import { UNIT_TONES, type StateTone } from '../../desk/state-tones.ts';
import type { ReturnsDesk } from '../returns/returns-desk.ts';
import type { Citing, ReasonView } from './reason-view.ts';

interface ItemView {
  readonly text: string;
  readonly most: number;
  readonly self: number | null;
  readonly association: number | null;
}

export interface ReturnedOfUnit {
  /** `已计入` */
  readonly state: string;
  readonly tone: StateTone;
  readonly files: readonly { readonly path: string; readonly what: string }[];
  /** `具备参评资格` of a sheet that counts; else empty. */
  readonly verdict: string;
  readonly reasons: readonly ReasonView[];
  /** `总名次 3，区内名次 1，名额内` */
  readonly rank: string;
  readonly items: readonly ItemView[];
  /** Headings of the two columns. */
  readonly columns: { readonly self: string; readonly association: string };
}

type FoundUnit = NonNullable<ReturnType<ReturnsDesk['find']>>;

export function viewReturned({ collected: { tally }, unit }: FoundUnit, citing: Citing): ReturnedOfUnit {
  const { scoreSheet } = tally.scheme;
  const { scores, file, state, rank, districtRank, standing } = unit;
  const { number } = unit.unit;
  const verdict = scores?.association;
  const show = (steps: number | null | undefined) =>
    steps === null || steps === undefined ? null : toPoints(steps, scoreSheet.step.value);
  const accepted = tally.accepted.filter((each) => each.unitNumber === number);
  const refused = tally.rejected.filter(({ tie }) => tie.unitNumber === number);
  const places = [
    ...(rank === null ? [] : [`总名次 ${rank}`]),
    ...(districtRank === null ? [] : [`区内名次 ${districtRank}`]),
    ...(standing ? [PLACE_STANDING_WORDS[standing]] : []),
  ];
  return {
    state: STATE_WORDS[state],
    tone: UNIT_TONES[state],
    files: [
      ...accepted.map((each) => ({
        path: showPath(each.path),
        what: [
          each === file ? '取这一份' : '没有取',
          ...each.warnings.map(({ message }) => hideLongNumbers(message)),
        ].join('；'),
      })),
      ...refused.map(({ path, faults }) => ({
        path: showPath(path),
        what: faults.map(({ message }) => hideLongNumbers(message)).join(''),
      })),
    ],
    verdict: verdict ? QUALIFICATION_WORDS[verdict.answer] : '',
    reasons: verdict
      ? [verdict.basic, ...verdict.vetoes].map(({ answer, message, cite }) => ({
          answer,
          message,
          mend: '',
          together: '',
          others: '',
          citation: citing(cite),
        }))
      : [],
    rank: places.join('，'),
    items: scores
      ? listItems(scoreSheet).map(({ text, maximum }, index) => ({
          text,
          most: toPoints(maximum, scoreSheet.step.value),
          self: show(scores.file.sheet.scores.self[index]),
          association: show(scores.file.sheet.scores.association[index]),
        }))
      : [],
    columns: { self: scoreSheet.columns.basic.self, association: scoreSheet.columns.basic.association },
  };
}
