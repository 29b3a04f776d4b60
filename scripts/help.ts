/** How the help of the command line looks: all of it Chinese. */
import type { Command, Help, Option } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

export const HELP: Partial<Help> = {
  styleTitle: (title) => TITLES[title] ?? title,
  subcommandTerm: (command: Command) => `${command.name()} ${command.usage()}`,
  optionDescription: describeOption,
  displayWidth: measureWidth,
};

/** Below the list of all commands. */
export const HELP_END = `
每个命令的用法：在命令后加 --help，例如 npx pingyou check --help。
各方案能用哪些命令：运行 npx pingyou schemes。
做法、图和例子见使用手册 docs/manual.zh-CN.md。`;

function describeOption({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices ? `，可选 ${argChoices.join('、')}` : '';
  const preset = typeof defaultValue === 'string' || typeof defaultValue === 'number' ? `，不写为 ${defaultValue}` : '';
  return description + choices + preset;
}

/** In columns of a terminal, where an East-Asian character takes two. */
function measureWidth(text: string): number {
  return Array.from(text).reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\uff60]/u.test(character) ? 2 : 1),
    0,
  );
}
