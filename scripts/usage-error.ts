import type { CommanderError } from 'commander';

/** A mistake in the command line as one Chinese sentence. */
export function describeUsageError(error: CommanderError): string {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有“${name}”这个命令；运行 npx pingyou --help 查看全部命令。`;
    case 'commander.unknownOption':
      return `没有“${name}”这个选项；在命令后加 --help 查看它的选项。`;
    case 'commander.missingArgument':
      return `缺少参数“${name}”；在命令后加 --help 查看用法。`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少必需的选项“${name}”；在命令后加 --help 查看用法。`;
    case 'commander.optionMissingArgument':
      return `选项“${name}”后面缺少取值；在命令后加 --help 查看用法。`;
    case 'commander.excessArguments':
      return '参数过多，或路径中的空格没有加引号；在命令后加 --help 查看用法。';
    case 'commander.invalidArgument':
      return `选项“${name}”的取值不对；在命令后加 --help 查看可用的取值。`;
    default:
      return '没有指明要做什么；运行 npx pingyou --help 查看全部命令。';
  }
}
