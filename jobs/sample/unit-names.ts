/** Invented units. Each name says 样例 or 虚构, so that nobody can take it for a real one. */
import { looseUnitKey } from '../../rules/same-text.ts';
import type { RosterLayout } from '../../rules/scheme.ts';
import type { Random } from './random.ts';

export interface UnitKind {
  /** What follows the invented name: `精密仪器有限公司`. */
  readonly ending: string;
  /** Name in the list of sequences that the sample invents. */
  readonly sequence: string;
  readonly headTitle: string;
}

/** 行业序列 of the sample, first to last: an invented order, as the documents print none. */
export const SAMPLE_SEQUENCE = [
  '国资系统',
  '金融系统',
  '教育系统',
  '卫生系统',
  '科技系统',
  '文化旅游系统',
  '交通运输系统',
  '能源系统',
  '通信系统',
  '制造业',
  '化工行业',
  '商贸行业',
  '物流行业',
  '物业服务业',
  '其他行业',
] as const;

type Sequence = (typeof SAMPLE_SEQUENCE)[number];

const ENDINGS: readonly (readonly [Sequence, string, readonly string[]])[] = [
  ['国资系统', '董事长', ['投资控股集团有限公司', '资产经营有限公司', '建设发展集团股份有限公司']],
  ['金融系统', '行长', ['商业银行股份有限公司', '村镇银行有限责任公司', '信用合作银行']],
  ['教育系统', '校长', ['实验中学', '外国语小学', '职业技术学院', '理工大学']],
  ['卫生系统', '院长', ['人民医院', '中医医院', '妇幼保健院', '社区卫生服务中心']],
  ['科技系统', '总经理', ['生物医药科技有限公司', '精密仪器有限公司', '智能装备研究院']],
  ['文化旅游系统', '总经理', ['国际大酒店有限公司', '会展中心', '博物馆', '旅游度假区管理有限公司']],
  ['交通运输系统', '总经理', ['公共交通有限公司', '客运站管理有限公司', '航空地面服务有限公司']],
  ['能源系统', '总经理', ['电力工程有限公司', '燃气供应有限公司', '自来水厂']],
  ['通信系统', '总经理', ['通信网络有限公司', '数据中心运营有限公司']],
  ['制造业', '总经理', ['汽车零部件制造有限公司', '船用机械厂', '半导体材料（集团）有限公司', '食品有限公司']],
  ['化工行业', '总经理', ['精细化工有限公司', '新材料股份有限公司', '涂料厂']],
  [
    '商贸行业',
    '总经理',
    ['百货商店', '购物中心商业管理有限公司', '进出口贸易有限公司', '农产品批发市场经营管理有限公司'],
  ],
  ['物流行业', '总经理', ['仓储物流有限公司', '冷链供应链管理有限公司', '国际货运代理有限公司']],
  ['物业服务业', '总经理', ['物业管理有限公司', '产业园区运营服务有限公司']],
  ['其他行业', '负责人', ['检测认证有限公司', '人力资源服务有限公司', '种子繁育场']],
];

const KINDS: readonly UnitKind[] = ENDINGS.flatMap(([sequence, headTitle, endings]) =>
  endings.map((ending) => ({ ending, sequence, headTitle })),
);

/** Of notices that keep no list of sequences: firms of the trades that such notices are for. */
const FIRMS: readonly UnitKind[] = [
  '安防工程有限公司',
  '智能科技有限公司',
  '信息技术有限公司',
  '消防技术服务有限公司',
  '消防工程有限公司',
  '系统集成有限公司',
  '物联网科技有限公司',
  '电子设备有限公司',
].map((ending) => ({ ending, sequence: '', headTitle: '总经理' }));

const SYLLABLES = Array.from('澄屿霁岚沐珩溪棠泠筠皓榆砚岑翊璟淮柚蘅岫漪枫曜芷洵珞峤梧昱沅霖椿舟鹭禾墨瑶铄栩逸');
const MARKS = ['样例', '虚构'];

/**
 * Gives one new unit a call: its kind and a name, `浦东澄屿样例精密仪器有限公司`. No two are so much alike that a check would ask whether they are
 * one unit.
 * @param roster firms alone are named where the scheme knows no sequence of trades
 * @returns the namer; its `prefix` is what the name starts with, and may be empty
 */
export function makeUnitInventor(
  random: Random,
  { regionNames, sequence }: Pick<RosterLayout, 'regionNames' | 'sequence'>,
): (prefix: string) => { name: string; kind: UnitKind } {
  const given = new Set<string>();
  return (prefix) => {
    const kind = random.pick(sequence ? KINDS : FIRMS);
    const invent = () =>
      `${prefix}${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}${random.pick(MARKS)}${kind.ending}`;
    let name = invent();
    while (given.has(looseUnitKey(name, regionNames))) name = invent();
    given.add(looseUnitKey(name, regionNames));
    return { name, kind };
  };
}
