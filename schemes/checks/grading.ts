/** 等级评定: grades, conditions and columns that exist. */
import type { RawScheme } from '../raw-scheme.ts';
import { collectNames } from './collect-names.ts';
import { checkName, columnsFor } from './names.ts';

/** Reports what `grading.yaml` names and nobody defined, and what only a scheme with grades can have. */
export function checkGrading(raw: RawScheme): void {
  const { grading, awards, forms } = raw;
  if (!grading) {
    forms.data.forms.forEach(({ computed }, index) => {
      for (const [placeholder, field] of Object.entries(computed)) {
        if (field !== 'valid-until' && field !== 'verification-code') continue;
        forms.report(['forms', index, 'computed', placeholder], `${field} 须有 grading.yaml 中的证书规定，请补上`);
      }
    });
    return;
  }
  const { data } = grading;
  const names = collectNames(raw);
  data.grades.forEach((grade, index) => {
    checkName(grading, ['grades', index], grade, names.awards);
  });
  const conditions = awards.data.conditions.map(({ id }) => id);
  data.formalities.forEach((id, index) => {
    checkName(grading, ['formalities', index], id, conditions);
  });
  const ofNominee = names.nomineeColumns.keys();
  const headings = [...ofNominee];
  checkName(grading, ['currentGrade'], data.currentGrade, headings);
  checkName(grading, ['matter', 'heading'], data.matter.heading, headings);
  const words = names.nomineeColumns.get(data.matter.heading)?.choices;
  if (words) {
    checkName(grading, ['matter', 'annualReport', 'value'], data.matter.annualReport.value, words);
    checkName(grading, ['matter', 'promotion', 'value'], data.matter.promotion.value, words);
    data.matter.keeps.value.forEach((word, index) => {
      checkName(grading, ['matter', 'keeps', 'value', index], word, words);
    });
  }
  checkName(grading, ['certificate', 'numberHeading'], data.certificate.numberHeading, headings);
  checkName(grading, ['certificate', 'issuedHeading'], data.certificate.issuedHeading, headings);
  const dates = [...names.nomineeColumns.values()].filter(({ type }) => type === 'date').map(({ heading }) => heading);
  for (const key of ['issuedHeading', 'untilHeading'] as const) {
    const { held } = data.certificate;
    if (held) checkName(grading, ['certificate', 'held', key], held[key], dates);
  }
  for (const list of ['downgrades', 'revocations'] as const) {
    data[list].forEach(({ of, heading, oneOf }, index) => {
      const columns = columnsFor(of, names);
      checkName(grading, [list, index, 'heading'], heading, columns.keys());
      const column = columns.get(heading);
      if (column && (column.type === 'yes-no') !== (oneOf.length === 0)) {
        grading.report([list, index, 'oneOf'], '是非列不写 oneOf，其他列须写，请更正');
      }
      oneOf.forEach((choice, position) => {
        if (column?.choices) checkName(grading, [list, index, 'oneOf', position], choice, column.choices);
      });
    });
  }
}
