import type { MemberUnit, Nominee } from '../../rules/master-roster.ts';

/** The person or the collective; a unit that is itself the collective is not named twice, for its full name stands beside it. */
export function nameRecipient(nominee: Nominee, unit: MemberUnit): string {
  return nominee.name === unit.name ? '本单位' : nominee.name;
}
