/** Eligibility has three answers: a condition holds, it does not, or what would tell is missing. */
export type Answer = 'yes' | 'no' | 'unknown';

/** All must hold: one `no` settles it, else one `unknown` leaves it open. */
export function all(answers: Iterable<Answer>): Answer {
  let result: Answer = 'yes';
  for (const answer of answers) {
    if (answer === 'no') return 'no';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

/** One must hold: one `yes` settles it, else one `unknown` leaves it open. */
export function any(answers: Iterable<Answer>): Answer {
  let result: Answer = 'no';
  for (const answer of answers) {
    if (answer === 'yes') return 'yes';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}
