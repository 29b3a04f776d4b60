/** What the page makes of a master roster: each is a job of the command line under the same name. */
import { makeAll } from '../../jobs/all.ts';
import { allocate } from '../../jobs/allocate.ts';
import { check } from '../../jobs/check.ts';
import { nameInside } from '../../jobs/deliver.ts';
import { forms } from '../../jobs/forms.ts';
import { grade } from '../../jobs/grade.ts';
import type { InputFile, JobContext, JobResult, OutputName, OutputPlace } from '../../jobs/job.ts';
import { materials } from '../../jobs/materials.ts';
import { mend } from '../../jobs/mend.ts';
import { notice, type NoticeDays } from '../../jobs/notice.ts';
import { prizes } from '../../jobs/prizes.ts';
import { rosters } from '../../jobs/rosters.ts';
import { commandsOf } from '../../jobs/schemes.ts';
import { sheets } from '../../jobs/sheets.ts';
import { OUTPUT_FILES } from '../../jobs/output-names.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { makeSafeFileName } from '../../workbook/file-name.ts';
import { nameMended } from './mends/mends-view.ts';

/** What the user fills in beside the buttons. */
export interface Choices {
  /** How many of each form. */
  readonly copies: number;
  /** Forms of nominees that are not cleared too, marked as drafts. */
  readonly draft: boolean;
  /** The day on which the notice is put up, `YYYY-MM-DD`; null where it is not known yet. */
  readonly noticeFrom: string | null;
  /** How many days it stands; null for what the document says. */
  readonly noticeDays: number | null;
}

export interface OutputView {
  readonly id: string;
  readonly title: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly has: 'copies' | 'notice' | null;
  /** How many days the notice hangs out by the document; null where it leaves them open, and of other outputs. */
  readonly ruledDays: number | null;
  /** How many of each the document asks for, where it can be looked at and printed here; null where it cannot. */
  readonly prints: number | null;
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
  readonly about: string;
  readonly has?: OutputView['has'];
  /** It is workbooks of pages. */
  readonly prints?: true;
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

const daysOf = ({ noticeFrom, noticeDays }: Choices): NoticeDays => ({
  ...(noticeFrom === null ? {} : { from: noticeFrom }),
  ...(noticeDays === null ? {} : { days: noticeDays }),
});

/** In the order in which the office needs them. */
const OUTPUTS: Readonly<Record<string, Output>> = {
  allocate: {
    title: () => '名额分配表',
    about: '各区名额，附每格的算法',
    prints: true,
    make: (making) => allocate({ roster: making.roster, out: file(making, OUTPUT_FILES.allocate) }, making.context),
  },
  sheets: {
    title: () => '评分表',
    about: '每家会员单位一份，按区分文件夹',
    make: inside((out, { roster, context }) => sheets({ roster, out }, context)),
  },
  check: {
    title: () => '资格审查报告',
    about: '全部问题和逐人结论',
    prints: true,
    make: (making) => check({ roster: making.roster, out: file(making, OUTPUT_FILES.check) }, making.context),
  },
  mend: {
    title: () => '改好的总名册',
    about: '写法不合的都改好、涂色、列出；要由人定的有下拉选项',
    make: (making) =>
      mend({ roster: making.roster, out: file(making, nameMended(making.roster.name)) }, making.context),
  },
  materials: {
    title: () => '申报材料清单',
    about: '每项申报的目录、清单和要签章的表',
    make: inside((out, { roster, context }) => materials({ roster, pdf: null, out }, context)),
  },
  grade: {
    title: () => '等级评定报告',
    about: '达到的等级、理由和差距',
    prints: true,
    make: (making) =>
      grade({ roster: making.roster, key: null, out: file(making, OUTPUT_FILES.grade) }, making.context),
  },
  forms: {
    title: ({ formsName }) => formsName,
    about: '每个推荐一份，按区分册，可以直接打印',
    prints: true,
    has: 'copies',
    make: inside((out, { roster, choices, context }) => {
      const request = { by: 'district', copies: choices.copies, draft: choices.draft } as const;
      return forms({ roster, key: null, pdf: null, out, ...request }, context);
    }),
  },
  rosters: {
    title: () => '名册',
    about: '先进集体、先进个人',
    prints: true,
    make: (making) => rosters({ roster: making.roster, out: file(making, OUTPUT_FILES.rosters) }, making.context),
  },
  notice: {
    title: () => '公示名单',
    about: '只有单位名称和姓名，可以张贴',
    prints: true,
    has: 'notice',
    make: (making) => {
      const { roster, choices, context } = making;
      return notice({ roster, out: file(making, OUTPUT_FILES.notice), ...daysOf(choices) }, context);
    },
  },
  prizes: {
    title: () => '奖金发放表',
    about: '按支付单位分组，可以签收',
    prints: true,
    make: (making) => prizes({ roster: making.roster, out: file(making, OUTPUT_FILES.prizes) }, making.context),
  },
  all: {
    title: () => '全部',
    about: '各种结果表一次做好，不含评分表、改好的总名册和草稿',
    has: 'copies',
    make: (making) => {
      const { roster, choices, context } = making;
      const { copies } = choices;
      return makeAll({ roster, copies, key: null, pdf: null, out: making.out, hangs: daysOf(choices) }, context);
    },
  },
};

/** Those that serve the scheme. */
export function listOutputs(scheme: Scheme): OutputView[] {
  const serving = commandsOf(scheme);
  return Object.entries(OUTPUTS)
    .filter(([id]) => serving.includes(id))
    .map(([id, { title, about, has = null, prints }]) => {
      const copies = id === 'forms' ? (scheme.formCopies?.value ?? 1) : 1;
      const ruledDays = has === 'notice' ? (scheme.notice.days?.value ?? null) : null;
      return { id, title: title(scheme), about, has, ruledDays, prints: prints ? copies : null };
    });
}

/** @throws RangeError for an id that `listOutputs` does not give */
export function findOutput(id: string): Output {
  const output = OUTPUTS[id];
  if (!output) throw new RangeError(`no output ${id}`);
  return output;
}
