/** 主要事迹: invented accounts with examples and figures, each different, from 80 to some 600 characters. */
import type { Award } from '../../rules/scheme.ts';
import type { Random } from './random.ts';

/** `#` stands for a figure, `≤` for one that is no greater than the figure before it. */
const OPENINGS = {
  collective: [
    '一年来，全体人员坚持预防为主、单位负责、突出重点、保障安全的方针，把治安保卫责任落实到每个岗位。',
    '该集体共有专兼职人员 # 名，负责 # 处办公和经营场所的日常安全保卫，已连续 # 个月未发生有责案件。',
    '年初由主要负责人与 # 个部门逐级签订责任书，签约率 100%，每季度对照清单考核一次。',
    '面对 # 万平方米的管理区域和日均 #00 人次的客流，该集体把人防、物防、技防结合起来统一调度。',
  ],
  person: [
    '从事安全保卫工作十余年，始终坚守一线，当班记录写满 # 本，熟悉单位每一处重点部位和每一条巡查路线。',
    '任现职以来，牵头修订制度 # 项，组织 # 名同事轮班值守，全年值班 # 个夜班无差错。',
    '该同志热爱本职、敢抓敢管，一年内走遍下属 # 个班组，当面听取意见 # 条，采纳 ≤ 条。',
    '作为单位治安保卫工作的组织者和参与者，该同志全年带队检查 # 次，本人发现隐患 # 处。',
  ],
} as const;

const EXAMPLES = [
  '全年组织安全检查 # 次，发现隐患 # 处，当场整改 ≤ 处，其余均按期销号。',
  '投入 # 万元更新视频监控 # 路，重要部位覆盖率达到 100%，影像保存 90 天。',
  '开展消防、防汛、防暴恐等演练 # 次，参加 #00 人次，演练后补齐器材 # 件。',
  '春节期间与属地派出所联合值守 7 天，处置突发情况 # 起，未造成损失。',
  '组织反诈宣传 # 场，发放资料 #00 份，及时劝阻可疑转账 # 起，避免损失 # 万元。',
  '建立矛盾纠纷排查台账，调处纠纷 # 件，化解率 98%，没有一件上交。',
  '新装周界报警 # 套、紧急报警按钮 # 个，并与值班室联网，平均到场时间缩短到 5 分钟。',
  '对 # 名保安员全部进行岗前培训和考核，持证上岗率 100%，评出月度之星 12 名。',
  '协助公安机关提供线索 # 条，参与查获盗窃案件 ≤ 起，为职工追回财物 # 件。',
  '重大活动期间每日安排 # 人上岗，连续 # 天实现“零事故、零投诉”。',
  '在夜间巡查中发现配电间冒烟，3 分钟内切断电源并疏散 # 人，避免了一起火情。',
  '完善外包人员管理办法，登记施工人员 #0 名，清退不合要求的 # 人，其余全部办理临时出入证。',
  '向协会刊物投稿 # 篇，录用 ≤ 篇；参加业务交流 # 次，带回改进办法 ≤ 条。',
  '修订应急预案 # 个，编印口袋手册 # 册，做到人人会用灭火器、会报警、会疏散。',
  '对危险物品实行双人双锁管理，全年盘点 # 次，账物相符率 100%。',
  '把 # 个岗位的操作规程做成图示张贴上墙，新职工上岗前测试，合格率由 90% 提高到 100%。',
] as const;

const CLOSINGS = [
  '职工满意度测评收回问卷 # 份，满意率居各部门之首。',
  '上述做法在系统内 # 家单位推广。',
  '全年未发生刑事案件和治安灾害事故。',
  '收到服务对象感谢信 # 封、锦旗 ≤ 面。',
] as const;

/** One account in so many is a long one, to show how a form copes. */
const LONG_ONE_IN = 40;
const LONG_ONE_EXAMPLES = 14;

/** Gives a new account a call, never one that was given before. */
export function makeDeedsWriter(random: Random): (recipient: Award['recipient']) => string {
  const given = new Set<string>();
  return (recipient) => {
    let text = write(random, recipient);
    while (given.has(text)) text = write(random, recipient);
    given.add(text);
    return text;
  };
}

function write(random: Random, recipient: Award['recipient']): string {
  const examples = random.chance(1, LONG_ONE_IN) ? LONG_ONE_EXAMPLES : random.integer(1, 7);
  const sentences = [
    random.pick(OPENINGS[recipient]),
    ...random.shuffle(EXAMPLES).slice(0, examples),
    random.pick(CLOSINGS),
  ];
  let figure = 0;
  return sentences.join('').replaceAll(/[#≤]/g, (mark) => {
    figure = mark === '#' ? random.integer(2, 90) : random.integer(1, figure);
    return String(figure);
  });
}
