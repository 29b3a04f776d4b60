/** Eligibility has three answers: a condition holds, it does not, or what would tell is missing. */
export type Answer = 'yes' | 'no' | 'unknown';

/** All must hold: one `no` settles it, else one `unknown` leaves it open. */
export function all(answers: Iterable<Answer>): Answer {
  let result: Answer = 'yes';
  for (const answer of answers) result = both(result, answer);
  return result;
}

/** Both must hold. */
export function both(one: Answer, other: Answer): Answer {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'unknown' ? one : other;
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
