import type { Award } from '../../rules/scheme.ts';

/** `214 个`, `129 人`: collectives and persons are counted with different words. */
export function countOf(recipient: Award['recipient'], count: number): string {
  return `${count} ${recipient === 'person' ? '人' : '个'}`;
}
