/** 通用检查: what a rule looks at has to be there. */
import type { CitedRule } from '../../rules/finding.ts';
import type { RawScheme } from '../raw-scheme.ts';
import { collectNames } from './collect-names.ts';

interface Needs {
  readonly file?: 'quota.yaml' | 'score-sheet.yaml';
  /** Column of 推荐名单. */
  readonly heading?: string;
}

const NEEDS: Readonly<Partial<Record<CitedRule, Needs>>> = {
  'over-quota': { file: 'quota.yaml' },
  'unused-places': { file: 'quota.yaml' },
  'score-out-of-range': { file: 'score-sheet.yaml' },
  'deeds-empty': { heading: '主要事迹' },
  'deeds-copied': { heading: '主要事迹' },
  'id-number-malformed': { heading: '身份证号' },
  'id-number-birth': { heading: '出生年月' },
  'id-number-sex': { heading: '性别' },
};

/** Reports rules that would find nothing whatever the roster says. */
export function checkCitedRules(raw: RawScheme): void {
  const { nomineeColumns } = collectNames(raw);
  const parts = { 'quota.yaml': raw.quota, 'score-sheet.yaml': raw.scoreSheet };
  const { checks } = raw.scheme.data;
  for (const [rule, { file, heading }] of Object.entries(NEEDS)) {
    if (!(rule in checks)) continue;
    if (file && !parts[file]) {
      raw.scheme.report(['checks', rule], `${rule} 须有 ${file}，请补上这个文件，或删去这项检查`);
    }
    if (heading !== undefined && !nomineeColumns.has(heading)) {
      raw.scheme.report(['checks', rule], `${rule} 须有“${heading}”列，而 roster.yaml 的 omits 略去了它，请统一`);
    }
  }
}
