/** The command line: `pingyou <command>`. Each command has a file of its own; here stand their names, options and help. */
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { tellUserFault } from '../workbook/user-fault.ts';
import type * as AllCommands from './commands.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { FORM_GROUPINGS } from '../jobs/form-groupings.ts';
import { HELP, HELP_END } from './help.ts';
import { undoUnfinished } from './interruption.ts';
import { endWith, watchStandardOutput } from './standard-output.ts';
import { say } from './terminal.ts';
import { describeUsageError } from './usage-error.ts';
import { listWritten } from './written-files.ts';

// An engine that does not know a setting says so on the terminal, in English: those of Node 20 to 24 know both.
const KNOWN_ENGINES = { first: 11, last: 13 };
const engine = Number.parseInt(process.versions.v8, 10);
if (engine >= KNOWN_ENGINES.first && engine <= KNOWN_ENGINES.last) {
  // V8 compiles a function for speed once so much of it has run. In a command of a few seconds that takes a fifth of the time and earns back half
  // of it; eight times as patient, it compiles what a large roster really keeps busy.
  setFlagsFromString('--interrupt-budget=540000');
  // Garbage is collected when a heap has doubled, not when it is four times itself: hundreds of thousands of members leave a fifth less of it.
  setFlagsFromString('--heap-growing-percent=100');
}

const program = new Command('pingyou')
  .description('评优台：从一份总名册（Excel 或 WPS 表格）算名额、审资格、评等级，印审批表和证书，出名册、公示和奖金表')
  .usage('<命令> [选项]')
  .helpOption('-h, --help', '显示用法')
  .addHelpText('after', HELP_END)
  .configureHelp(HELP)
  .configureOutput({ outputError: () => undefined })
  .exitOverride()
  .showSuggestionAfterError(false);

function plainCommand(name: string, description: string): Command {
  return program
    .command(name)
    .usage('[选项]')
    .description(description)
    .helpOption('-h, --help', '显示用法')
    .option('--json', '把结果以 JSON 写到标准输出');
}

/** A command that writes files by a scheme. */
function command(name: string, description: string): Command {
  return plainCommand(name, description)
    .option('--force', '覆盖不是本软件生成的同名文件；文件夹原是另一份总名册的也继续')
    .option('--templates <文件夹>', '评选方案所在的文件夹，不写为软件自带的方案');
}

function rosterCommand(name: string, description: string, out: string): Command {
  return command(name, description)
    .usage('<总名册.xlsx> [选项]')
    .argument('<总名册.xlsx>', '总名册')
    .option(`--out <${out}>`, '输出位置');
}

/** An option that takes several values. commander tells that from `...` behind a Latin letter only. */
function listOption(flags: string, description: string): Option {
  const option = new Option(flags, description);
  option.variadic = true;
  return option;
}

/** For whom alone. */
function onlyOption(): Option {
  const about =
    '只出这些区、奖项、申报编号、单位编号或单位名称的；同一种写几个，符合一个就出，几种都写的，要每种都符合';
  return listOption('--only <名称…>', about);
}

function readCount(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('应为 1 到 99 的整数');
  return Number(text);
}

function readSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('应为 0 到 999999999 的整数');
  return Number(text);
}

let exitCode: ExitCode = EXIT.fine;

type Commands = typeof AllCommands;

/** Loads what the commands need when one is called: the help needs nothing of it. */
function run<A extends unknown[]>(
  pick: (commands: Commands) => (...args: A) => Promise<ExitCode>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    exitCode = await pick(await import('./commands.ts'))(...args);
  };
}

program.commandsGroup('准备：');
command('schemes', '列出全部评选方案：奖项、日期和可用的命令').action(run((commands) => commands.schemes));
command('sample', '生成一份总名册：虚构的样例，或供填写的空表')
  .requiredOption('--out <文件.xlsx>', '输出位置')
  .option('--flawed', '含每一种违规各一处')
  .option('--empty', '不要虚构的数据，只有表头，供填写')
  .option('--seed <整数>', '随机种子', readSeed, 2024)
  .option('--scheme <编号>', '评选方案，只有一个方案时可以不写')
  .action(run((commands) => commands.sample));
command('demo', '用虚构的总名册演示全部命令')
  .requiredOption('--out <文件夹>', '输出位置')
  .option('--scheme <编号>', '评选方案，只有一个方案时可以不写')
  .action(run((commands) => commands.demo));

program.commandsGroup('名额和评分：');
rosterCommand('allocate', '名额分配表及每格的算法说明', '文件.xlsx')
  .addOption(listOption('--only <名称…>', '只出这些区（局）的'))
  .action(run((commands) => commands.allocate));
rosterCommand('sheets', '评分表，每家会员单位一份', '文件夹')
  .addOption(listOption('--district <名称…>', '只出这些区（局）的'))
  .action(run((commands) => commands.sheets));
rosterCommand('outgoing', '推荐表，每个有名额的区（局）一份：在里面填推荐名单', '文件夹')
  .addOption(listOption('--only <名称…>', '只出这些区（局）的'))
  .action(run((commands) => commands.outgoing));
rosterCommand('opinions', '征求意见表，每个主管部门、每个区的公安机关一份', '文件夹').action(
  run((commands) => commands.opinions),
);
command('collect', '收集填好的评分表、推荐表、征求意见表：逐个核对、汇总、排名，列出退回的和未交的')
  .usage('<报送文件夹或压缩包…> [选项]')
  .argument(
    '<报送...>',
    '填好的评分表、推荐表、征求意见表：所在的文件夹（可有任意层子文件夹），装着它们的 .zip，或单个文件',
  )
  .requiredOption('--roster <总名册.xlsx>', '总名册，据以认定应报单位')
  .requiredOption('--out <汇总.xlsx>', '输出位置')
  .option('--previous <汇总.xlsx>', '上一次的汇总：对比变化，沿用其中的决定和选用')
  .addOption(new Option('--prefer <办法>', '同一单位、同一个区报来几份不同的表时取哪一份').choices(['newest']))
  .option('--received <日期>', '这次新收到的推荐表是哪一天收到的，如 2024-12-30；不写的看文件里记载的保存时间')
  .option('--write-roster <总名册.xlsx>', '另存一份填好“评分”“推荐名单”“决定”的总名册，报来的表空白的不清除原有内容')
  .option('--allow-clearing', '写总名册时，评分表空白的也清除“评分”表原有内容')
  .option('--notes <文件夹>', '给每个还有事要办的单位写一页通知单，按所属分文件夹')
  .addOption(listOption('--only <名称…>', '通知单只出这些区（局）的'))
  .option('--reply-by <日期>', '通知单和推荐表回复上的报送截止，如 2024-12-30；不写的用办法规定的那一天')
  .action(run((commands) => commands.collect));

command(
  'join',
  '并入名单：把会费台账、表彰名单、会员名册等按代码、编号、名称并入“会员单位”表，另存一份；总名册本身不动',
)
  .usage('<总名册.xlsx> <名单…> --out <新总名册.xlsx> [选项]')
  .argument('<总名册.xlsx>', '总名册')
  .argument('<名单...>', '要并入的名单，.xlsx、.xls、.ods、.csv 都可以，几份一起也可以')
  .option('--out <新总名册.xlsx>', '输出位置；旁边另写一份“（并入明细）”')
  .addOption(listOption('--column <名单列=总名册列…>', '名单的列对应总名册的哪一列，新总名册会记住'))
  .addOption(listOption('--listed <列名=值…>', '凡列入这份名单的单位，总名册的这一列填这个值，如 "区级先进=是"'))
  .addOption(listOption('--fill <列名…>', '只填总名册的这些列'))
  .addOption(listOption('--prefer-list <列名…>', '这些列与名单不一致的以名单为准；不写的一律保留总名册的值'))
  .action(run((commands) => commands.join));

program.commandsGroup('审查：');
rosterCommand('check', '资格审查：全部违规、待确认事项和逐个结论', '文件.xlsx')
  .addOption(onlyOption())
  .action(run((commands) => commands.check));
command('mend', '自动改正写法：意思确定、写法不合要求的格照意思改写，另存一份，涂色并列出；总名册本身不动')
  .usage('<总名册.xlsx> --out <新总名册.xlsx> [选项]')
  .argument('<总名册.xlsx>', '总名册')
  .requiredOption('--out <新总名册.xlsx>', '输出位置')
  .action(run((commands) => commands.mend));
rosterCommand('materials', '每项申报的目录、材料清单、人工确认单和要签章的表格，及全部申报的材料汇总', '文件夹')
  .addOption(onlyOption())
  .option('--pdf', '同时用 LibreOffice 转成 PDF')
  .action(run((commands) => commands.materials));
rosterCommand('grade', '等级评定：达到的等级、每一项理由、与更高等级的差距、年报调整', '文件.xlsx')
  .option('--key <密钥文件>', '同时列出证书的验证码')
  .action(run((commands) => commands.grade));

program.commandsGroup('出表：');
rosterCommand('forms', '方案所附的表格或证书，每个推荐一份：审批表、推荐表、证书', '文件夹')
  .addOption(new Option('--by <方式>', '分册方式').choices(FORM_GROUPINGS).default('district'))
  .addOption(onlyOption())
  .option('--copies <份数>', '每份印几份', readCount, 1)
  .option('--key <密钥文件>', '证书上印验证码时用的密钥文件')
  .option('--pdf', '同时用 LibreOffice 转成 PDF')
  .option('--draft', '未通过审查的也出，标明“草稿”')
  .action(run((commands) => commands.forms));
rosterCommand('rosters', '先进集体、先进个人名册', '文件.xlsx')
  .addOption(onlyOption())
  .action(run((commands) => commands.rosters));
rosterCommand('notice', '公示名单（只有名称和姓名）', '文件.xlsx')
  .option('--from <日期>', '公布的日期，如 2024-12-10，据以排出公示起止日期')
  .option('--days <天数>', '公示几天，办法已经规定的可以不写', readCount)
  .addOption(onlyOption())
  .action(run((commands) => commands.notice));
rosterCommand('prizes', '奖金发放表', '文件.xlsx')
  .addOption(onlyOption())
  .action(run((commands) => commands.prizes));
rosterCommand('all', '一次生成方案所有的表：名额表、审查报告、等级评定、名册、公示、奖金表和各种表格', '文件夹')
  .option('--copies <份数>', '每份表格印几份', readCount, 1)
  .option('--key <密钥文件>', '证书上印验证码时用的密钥文件')
  .option('--pdf', '同时用 LibreOffice 把表格转成 PDF')
  .action(run((commands) => commands.makeAll));

program.commandsGroup('证书验证码：');
plainCommand('key', '生成密钥文件，证书的验证码用它计算；从不覆盖已有的文件')
  .requiredOption('--out <密钥文件>', '输出位置')
  .action(run((commands) => commands.key));
plainCommand('verify', '核对证书的验证码和有效期：照证书逐项填写')
  .usage('<验证码> [选项]')
  .argument('<验证码>', '证书上的验证码，不分大小写，可以不写短横线')
  .requiredOption('--key <密钥文件>', '发证时用的密钥文件')
  .requiredOption('--number <编号>', '证书编号')
  .requiredOption('--unit <全称>', '单位全称')
  .requiredOption('--grade <等级>', '证书上的等级')
  .requiredOption('--issued <日期>', '发证日期')
  .requiredOption('--until <日期>', '有效期至')
  .action(run((commands) => commands.verify));

program.commandsGroup('其他：').helpCommand('help [命令]', '显示某个命令的用法');
command('check-schemes', '检查评选方案的数据')
  .option('--coverage', '逐句列出文件原文：已引用的、README 说明不在方案里的、还没有着落的')
  .action(run((commands) => commands.checkSchemes));

watchStandardOutput();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    undoUnfinished();
    say('已中断；已经写出的文件都是完整的，重新运行同一命令即可补齐。');
    process.exit(EXIT.interrupted);
  });
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) say(describeUsageError(error));
    exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.unusable;
  } else {
    const sentence = tellUserFault(error);
    const written = listWritten();
    say(sentence ?? `程序内部出错；请把这一行发给维护人员：${error instanceof Error ? error.message : String(error)}`);
    if (written.length > 0) {
      say(`做到一半停下了；已经写出的 ${written.length} 个文件都是完整的，照上面一句办好后重新运行同一命令即可补齐：`);
      for (const path of written) say(`  ${path}`);
    }
    if (sentence === null && process.env['PINGYOU_DEBUG'] && error instanceof Error) say(error.stack ?? '');
    exitCode = written.length > 0 ? EXIT.stopped : EXIT.unusable;
  }
}
endWith(exitCode);
