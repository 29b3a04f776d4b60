/** What the page makes of a master roster: each is a job of the command line under the same name. */
import { makeAll } from '../../jobs/all.ts';
import { allocate } from '../../jobs/allocate.ts';
import { needsKey } from '../../jobs/certify.ts';
import { check } from '../../jobs/check.ts';
import { nameInside } from '../../jobs/deliver.ts';
import type { FormGrouping } from '../../jobs/form-groupings.ts';
import { forms } from '../../jobs/forms.ts';
import { grade } from '../../jobs/grade.ts';
import type { InputFile, JobContext, JobResult, OutputName, OutputPlace } from '../../jobs/job.ts';
import type { PartRequest } from '../../jobs/load-part.ts';
import { materials } from '../../jobs/materials.ts';
import { mend } from '../../jobs/mend.ts';
import { notice, type NoticeDays } from '../../jobs/notice.ts';
import { opinions } from '../../jobs/opinions.ts';
import { outgoing } from '../../jobs/outgoing.ts';
import { prizes } from '../../jobs/prizes.ts';
import { rosters } from '../../jobs/rosters.ts';
import { commandsOf } from '../../jobs/schemes.ts';
import { sheets } from '../../jobs/sheets.ts';
import { OUTPUT_FILES } from '../../jobs/output-names.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { PRINTED_SHEETS } from '../../workbook/draw/report-sheets.ts';
import { makeSafeFileName } from '../../workbook/file-name.ts';
import type { Choices } from './choices.ts';
import { nameMended } from './mends/mends-view.ts';
import { findOffer, type OnlyOffer } from './only-offer.ts';

export interface OutputView {
  readonly id: string;
  readonly title: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly has: 'copies' | 'notice' | null;
  /** How it can be divided into files, the usual way first; empty where there is one way. */
  readonly groupings: readonly GroupingView[];
  /** Among whom it can be made for some; null where it is made for all. */
  readonly offer: OnlyOffer | null;
  /** How many days the notice hangs out by the document; null where it leaves them open, and of other outputs. */
  readonly ruledDays: number | null;
  /** How many of each the document asks for, where it can be looked at and printed here; null where it cannot. */
  readonly prints: number | null;
  /** Of a workbook with other sheets too, those that are there to be printed; empty where all are. */
  readonly printedSheets: readonly string[];
}

interface GroupingView {
  readonly id: FormGrouping;
  readonly title: string;
}

interface Making {
  readonly roster: InputFile;
  /** What is one file stands in it, what is many in a folder inside. */
  readonly out: OutputPlace;
  readonly title: string;
  readonly choices: Choices;
  readonly context: JobContext;
}

interface Output {
  readonly title: (scheme: Scheme) => string;
  readonly about: (scheme: Scheme) => string;
  readonly has?: OutputView['has'];
  /** It is workbooks of pages. */
  readonly prints?: true;
  readonly printedSheets?: readonly string[];
  /** It is called as the roster is. */
  readonly isRosterCopy?: true;
  readonly make: (making: Making) => Promise<JobResult<object>>;
}

type MakeFiles = (out: OutputPlace, making: Making) => Promise<JobResult<object>>;

/** Many files go into a folder of their own. */
const inside =
  (make: MakeFiles): Output['make'] =>
  async (making) => {
    const within = makeSafeFileName(making.title);
    const { out } = making;
    const result = await make({ ...out, folder: out.folder.inside(within) }, making);
    return { ...result, files: nameInside(within, result.files) };
  };
const file = ({ out }: Making, name: string): OutputName => ({ ...out, name });

const onlyOf = ({ only }: Choices) => (only.length > 0 ? only : undefined);
const part = ({ roster, choices }: Making): PartRequest => ({ roster, only: onlyOf(choices) });

const daysOf = ({ noticeFrom, noticeDays }: Choices): NoticeDays => ({
  ...(noticeFrom === null ? {} : { from: noticeFrom }),
  ...(noticeDays === null ? {} : { days: noticeDays }),
});

/** In the order in which the office needs them. */
const OUTPUTS: Readonly<Record<string, Output>> = {
  allocate: {
    title: () => '名额分配表',
    about: ({ quota }) => `${printedTable(quota)}各区名额，附每格的算法`,
    prints: true,
    make: (making) => allocate({ ...part(making), out: file(making, OUTPUT_FILES.allocate) }, making.context),
  },
  sheets: {
    title: () => '评分表',
    about: () => '每家会员单位一份，按区分文件夹',
    make: inside((out, { roster, choices, context }) => sheets({ roster, district: onlyOf(choices), out }, context)),
  },
  outgoing: {
    title: () => '推荐表（发给各区）',
    about: () => '每个有名额的区一份，在里面选单位、填推荐名单',
    make: inside((out, { roster, choices, context }) => outgoing({ roster, only: onlyOf(choices), out }, context)),
  },
  opinions: {
    title: () => '征求意见表（发给征求的单位）',
    about: () => '每个主管部门、每个区的公安机关一份，在里面填意见',
    make: inside((out, { roster, context }) => opinions({ roster, out }, context)),
  },
  check: {
    title: () => '资格审查报告',
    about: () => '全部问题和逐人结论',
    prints: true,
    printedSheets: PRINTED_SHEETS.check,
    make: (making) => check({ ...part(making), out: file(making, OUTPUT_FILES.check) }, making.context),
  },
  mend: {
    title: () => '改好的总名册',
    about: () => '自动改正写法：改过的格涂色、列出；要由人定的有下拉选项',
    isRosterCopy: true,
    make: (making) =>
      mend({ roster: making.roster, out: file(making, nameMended(making.roster.name)) }, making.context),
  },
  materials: {
    title: () => '申报材料清单',
    about: () => '每项申报的目录、清单和要签章的表',
    make: inside((out, { roster, choices, context }) =>
      materials({ roster, only: onlyOf(choices), pdf: null, out }, context),
    ),
  },
  grade: {
    title: () => '等级评定报告',
    about: () => '达到的等级、理由和差距',
    prints: true,
    printedSheets: PRINTED_SHEETS.grade,
    make: (making) => {
      const { roster, choices, context } = making;
      return grade({ roster, key: choices.key, out: file(making, OUTPUT_FILES.grade) }, context);
    },
  },
  forms: {
    title: ({ formsName }) => formsName,
    about: () => '每个推荐一份，可以直接打印',
    prints: true,
    has: 'copies',
    make: inside((out, { roster, choices, context }) => {
      const { by, copies, draft, key } = choices;
      return forms({ roster, by, only: onlyOf(choices), copies, draft, key, pdf: null, out }, context);
    }),
  },
  rosters: {
    title: () => '名册',
    about: ({ awards, roster }) => [...new Set(awards.map(({ recipient }) => roster.lists[recipient]))].join('、'),
    prints: true,
    make: (making) => rosters({ ...part(making), out: file(making, OUTPUT_FILES.rosters) }, making.context),
  },
  notice: {
    title: () => '公示名单',
    about: () => '只有单位名称和姓名，可以张贴',
    prints: true,
    has: 'notice',
    make: (making) => {
      const { choices, context } = making;
      return notice({ ...part(making), out: file(making, OUTPUT_FILES.notice), ...daysOf(choices) }, context);
    },
  },
  prizes: {
    title: () => '奖金发放表',
    about: () => '按支付单位分组，可以签收',
    prints: true,
    make: (making) => prizes({ ...part(making), out: file(making, OUTPUT_FILES.prizes) }, making.context),
  },
  all: {
    title: () => '全部',
    about: (scheme) => `各种结果表一次做好，不含${namesBeside(scheme).join('、')}`,
    make: (making) => {
      const { roster, choices, context } = making;
      const { copies, key } = choices;
      return makeAll({ roster, copies, key, pdf: null, out: making.out, hangs: daysOf(choices) }, context);
    },
  },
};

/** The document's own name for what it prints, by which other sentences call it: `附件1：`. */
function printedTable(quota: Scheme['quota']): string {
  return quota && quota.published.length > 0 ? `${quota.table.cite.clause}：` : '';
}

/** What is not among all: what goes to the units or comes before the results. */
const BESIDE = ['sheets', 'outgoing', 'opinions', 'materials', 'mend'];

function namesBeside(scheme: Scheme): string[] {
  const serving = commandsOf(scheme);
  const outputs = BESIDE.filter((id) => serving.includes(id)).map((id) => findOutput(id).title(scheme));
  return scheme.forms.length > 0 ? [...outputs, '草稿'] : outputs;
}

/** Those that serve the scheme, of a roster of it. */
export function listOutputs(scheme: Scheme, check: RosterCheck): OutputView[] {
  const serving = commandsOf(scheme);
  return Object.entries(OUTPUTS)
    .filter(([id]) => serving.includes(id))
    .map(([id, { title, about, has = null, prints, printedSheets = [] }]) => {
      const copies = id === 'forms' ? (scheme.formCopies?.value ?? 1) : 1;
      const ruledDays = has === 'notice' ? (scheme.notice.days?.value ?? null) : null;
      return {
        id,
        title: title(scheme),
        about: about(scheme),
        has,
        groupings: id === 'forms' ? listGroupings(scheme) : [],
        offer: findOffer(id, scheme, check),
        ruledDays,
        prints: prints ? copies : null,
        printedSheets,
      };
    });
}

/** Where the document knows no districts, awards take their place. */
function listGroupings({ districts }: Scheme): GroupingView[] {
  const usual: readonly GroupingView[] =
    districts.length > 0
      ? [
          { id: 'district', title: '按区分册' },
          { id: 'award', title: '按奖项分册' },
        ]
      : [{ id: 'district', title: '按奖项分册' }];
  return [...usual, { id: 'form', title: '每个推荐一个文件' }, { id: 'all', title: '合成一册' }];
}

/** In one sentence what cannot be made without a key file; empty where the scheme needs none. */
export function tellWithoutKey(scheme: Scheme): string {
  if (!needsKey(scheme)) return '';
  return `没有密钥，${scheme.formsName}和“全部”做不了，等级评定报告里也没有验证码；已经有密钥的不要新做，一个协会一直用同一个。`;
}

/** @throws RangeError for an id that `listOutputs` does not give */
export function findOutput(id: string): Output {
  const output = OUTPUTS[id];
  if (!output) throw new RangeError(`no output ${id}`);
  return output;
}
