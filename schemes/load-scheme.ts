/** The door for scheme data: the files of one folder in `templates/` → a scheme, or everything that is wrong with them. */
import type { Scheme } from '../rules/scheme.ts';
import { buildScheme } from './build-scheme.ts';
import { asQuota } from '../rules/parts.ts';
import { checkCases } from './checks/cases.ts';
import { checkCitedRules } from './checks/cited-rules.ts';
import { checkConditions } from './checks/conditions.ts';
import { checkDateOrder } from './checks/date-order.ts';
import { checkDistricts } from './checks/districts.ts';
import { checkDuplicates } from './checks/duplicates.ts';
import { checkGrading } from './checks/grading.ts';
import { checkProofs } from './checks/proofs.ts';
import { checkPublished } from './checks/published.ts';
import { checkQuota } from './checks/quota.ts';
import { checkQuotes } from './checks/quotes.ts';
import { checkReferences } from './checks/references.ts';
import { checkScoreSheet } from './checks/score-sheet.ts';
import { checkTitles } from './checks/titles.ts';
import type { SchemeFault } from './fault.ts';
import { readPrintedRows } from './printed-rows.ts';
import { readRawScheme } from './raw-scheme.ts';
import { readSources } from './sources.ts';

type SchemeLoad = { readonly scheme: Scheme } | { readonly faults: readonly SchemeFault[] };

/**
 * Loads a scheme. Pure, so that the command line and the pane load the same.
 * @param files the texts of the folder by file name: the YAML files, and the sources that `scheme.yaml` names
 * @returns the scheme, or at least one fault; faults are listed file by file, from top to bottom
 */
export function loadScheme(files: ReadonlyMap<string, string>): SchemeLoad {
  const faults: SchemeFault[] = [];
  const raw = readRawScheme(files, faults);
  if (!raw) return { faults: sortFaults(faults) };
  const checks = [
    checkDuplicates,
    checkReferences,
    checkCitedRules,
    checkCases,
    checkConditions,
    checkDateOrder,
    checkGrading,
    checkScoreSheet,
  ];
  for (const check of checks) check(raw);
  const sources = readSources(raw, files);
  const printed = readPrintedRows(raw, sources);
  checkQuota(raw, printed);
  checkDistricts(raw);
  checkQuotes(raw, sources);
  const isWhole = faults.length === 0;
  checkProofs(raw, sources);
  checkTitles(raw, sources);
  if (!isWhole) return { faults: sortFaults(faults) };
  const scheme = buildScheme(raw, printed);
  if (raw.quota && printed) checkPublished(raw.quota, printed, asQuota(scheme));
  return faults.length > 0 ? { faults: sortFaults(faults) } : { scheme };
}

function sortFaults(faults: readonly SchemeFault[]): SchemeFault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  return [...faults].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0));
}
