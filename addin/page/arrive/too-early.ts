import { UnusableInput } from '../../../rules/unusable-input.ts';

/** What is said of files that are dropped while something else is being done: taken up later they would meet another page than the one they were dropped on. */
export function tooEarly(): UnusableInput {
  return new UnusableInput('拖入的还没有读，因为网页正在做上一件事；请等它做完，或点“取消”，再拖入一次。');
}
