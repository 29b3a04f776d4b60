/** Schemes with one thing wrong in each, of every kind that is looked for, as folders on the disk. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TEMPLATES_FOLDER } from '../../support/templates.ts';

const SIXTH = path.resolve('test/schemes/sixth');
const FOLDERS = {
  shanghai: path.join(TEMPLATES_FOLDER, 'shanghai-security-2024'),
  grading: path.join(TEMPLATES_FOLDER, 'inner-mongolia-grading-2022'),
  inns: path.join(SIXTH, 'starbridge-inns-2031'),
};

/** A text of a file with other words in the place of some; or what is put into a file, null for nothing that is left of it. */
type Damage =
  | readonly [base: keyof typeof FOLDERS, file: string, found: string, replacement: string]
  | readonly [base: keyof typeof FOLDERS, file: string, whole: string | null];

/** By the file or folder in `schemes/` that looks for it, or by what is wrong. */
// prettier-ignore
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'checks/cases': ['shanghai', 'scheme.yaml', '- awards: [responsiblePerson]\n        clause: 附件6', '- awards: [securityDepartment]\n        clause: 附件6'],
  'checks/choice-proofs': ['shanghai', 'awards.yaml', '    oneOf: [跨行政区域集团公司, 跨行政区域金融单位, 跨行政区域三级医院]', '    oneOf: [跨行政区域集团公司, 跨行政区域金融单位]'],
  'checks/circles': ['shanghai', 'quota.yaml', 'award: advancedUnit\n    of: members', 'award: advancedUnit\n    of: responsiblePerson'],
  'checks/cited-rules': ['inns', 'scheme.yaml', 'checks:\n', 'checks:\n  id-number-malformed: { clause: 一, quote: 个人 86 个 }\n'],
  'checks/conditions': ['inns', 'awards.yaml', 'awards: [calmInn, calmCrew, calmKeeper]\n    kind: member-unit', 'awards: [calmInn, calmCrew]\n    kind: member-unit'],
  'checks/date-order': ['grading', 'scheme.yaml', 'dates: [确认日期, 公示期, 发证日期]', 'dates: [公示期, 发证日期]'],
  'checks/districts': ['shanghai', 'scheme.yaml', '{ name: 浦东, scope: district }', '{ name: 浦东, scope: district, cite: { clause: 附件1, quote: 1 浦东 650 } }'],
  'checks/duplicates': ['shanghai', 'roster.yaml', 'heading: 区级先进', 'heading: 会费'],
  'checks/grading': ['inns', 'forms.yaml', '{ 年度: edition, 简称: award-short }', '{ 年度: edition, 简称: valid-until }'],
  'checks/names': ['shanghai', 'prize.yaml', '{ award: advancedUnit', '{ award: gold'],
  'checks/proofs': ['shanghai', 'quota.yaml', 'ratio: 3/100', 'ratio: 4/100'],
  'checks/published': ['inns', 'quota.yaml', 'value: ceil', 'value: floor'],
  'checks/quota': ['shanghai', 'quota.yaml', 'grandTotal: 589', 'grandTotal: 588'],
  'checks/quotes': ['shanghai', 'prize.yaml', 'quote: 集体2000元', 'quote: 集体3000元'],
  'checks/references': ['shanghai', 'prize.yaml', '    memberHeading: 市协会会员\n', ''],
  'checks/score-sheet': ['shanghai', 'score-sheet.yaml', 'points: 100\n', 'points: 101\n'],
  'checks/sentence-proofs': ['shanghai', 'awards.yaml', '低于 85 分的撤下推荐', '低于 80 分的撤下推荐'],
  'checks/titles': ['shanghai', 'forms.yaml', 'title: 2024 年度上海内保工作先进保卫干部审批表', 'title: 2023 年度上海内保工作先进保卫干部审批表'],
  'check-folder': ['shanghai', 'forms.yaml', '所在单位: 单位名称', '工作单位: 单位名称'],
  'coverage': ['shanghai', 'README.md', '「（详见附件 1）」', '「（详见附件 9）」'],
  'figures': ['grading', 'awards.yaml', 'atLeast: 18', 'atLeast: 17'],
  'printed-rows': ['shanghai', 'quota.yaml', 'members: 会员单位', 'members: 会员数'],
  'raw-scheme': ['shanghai', 'prizes.yaml', ''],
  'read-shape': ['shanghai', 'scheme.yaml', 'issuer:', 'isuer: x\nissuer:'],
  'shapes': ['shanghai', 'quota.yaml', 'ratio: 3/100', 'ratio: 3%'],
  'sources': ['shanghai', 'source.md', null],
  'text-bounds': ['shanghai', 'source.md', '字'.repeat(500_001)],
  'text-bounds-yaml': ['shanghai', 'awards.yaml', '['.repeat(400)],
  'yaml-file': ['shanghai', 'quota.yaml', 'ratios: 1\nratios: 2\n\tx: *y\n'],
  'scheme.yaml': ['shanghai', 'scheme.yaml', null],
  'form-workbook': ['shanghai', 'forms/approval-forms.xlsx', 'no workbook'],
  'no-form-workbook': ['shanghai', 'forms/approval-forms.xlsx', null],
  'blank-score-sheet': ['shanghai', 'score-sheet.yaml', 'association: 内保处/科评分', 'association: 内保处评分'],
};

/** Puts one folder for each damage into `root`, named after it. */
export function writeDamaged(root: string): void {
  for (const [name, [base, file, first, second]] of Object.entries(DAMAGES)) {
    const id = idOf(name);
    const folder = path.join(root, id);
    mkdirSync(folder, { recursive: true });
    cpSync(FOLDERS[base], folder, { recursive: true });
    changeText(path.join(folder, 'scheme.yaml'), path.basename(FOLDERS[base]), id);
    const target = path.join(folder, file);
    if (second !== undefined) changeText(target, first ?? '', second);
    else if (first === null) rmSync(target);
    else writeFileSync(target, first);
  }
}

/** The id of the scheme with that damage. */
export function idOf(name: string): string {
  return name.replace(/[^a-z]+/g, '-');
}

function changeText(file: string, found: string, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(found)) throw new Error(`${file} has no “${found}”`);
  writeFileSync(
    file,
    text.replace(found, () => replacement),
  );
}
