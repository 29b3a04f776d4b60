/**
 * Rules broken by hand, one line each: what a tired person could write, and what gives an award to somebody whom the document refuses, or
 * refuses it. `npm run mutants` breaks a copy with each of them and asks the tests of the same folder whether they notice.
 */
export interface Mutant {
  /** In `rules/`. */
  readonly file: string;
  /** A part of one line, found once in the file. */
  readonly before: string;
  readonly after: string;
}

/** Of each file: what is found, and what is written instead. */
const BY_FILE: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  'quota/quota-table.ts': [
    // Ratios out of order: a quota of a quota is taken before the other is known.
    [
      'inOrderOfDependence(scheme.quota.ratios.filter((each) => each.scope === district.scope))',
      'scheme.quota.ratios.filter((each) => each.scope === district.scope)',
    ],
    // The printed table gives way to the roster, or staff cannot change it.
    ['ofStaff?.places ?? printed?.places[award]', 'printed?.places[award] ?? ofStaff?.places'],
    ['printed?.places[award] ?? own?.places.value ?? byFormula', 'own?.places.value ?? byFormula'],
    ['own?.places.value ?? byFormula', 'byFormula ?? own?.places.value'],
    ['const members = printed ? printed.members : own;', 'const members = own;'],
    ['printed?.places[of.award] ?? cells.get', 'cells.get'],
    ['row.district.scope === table.subtotalScope', 'row.district.scope !== table.subtotalScope'],
    ['district.countsMembers ? (counted', 'district.name ? (counted'],
    ['district.countsMembers ? null : 0', 'district.countsMembers ? 0 : 0'],
  ],
  'coverage.ts': [
    ['isWhole || present.has(district)', 'present.has(district)'],
    ["covered.has(district) ? 'members' : 'nothing'", "covered.has(district) ? 'members' : 'nominated'"],
    ["holdingOf(name) === 'members'", "holdingOf(name) !== 'nothing'"],
    ["coverage.kind === 'all';", "coverage.kind !== 'nominated';"],
  ],
  'ratio.ts': [
    ['2 * rest >= denominator', '2 * rest > denominator'],
    ['if (rest === 0) return whole;', 'if (rest === 0 && whole > 0) return whole;'],
  ],
  'public-name.ts': [
    ['const FEWEST_DIGITS = 7;', 'const FEWEST_DIGITS = 8;'],
    ['{${fewest - 1},}', '{${fewest},}'],
  ],
  'publishable.ts': [
    ["finding.rule === 'name-not-public' && isOpen(finding)", "finding.rule === 'name-not-public' && !isOpen(finding)"],
  ],
  'ranking.ts': [
    ['rank > places', 'rank >= places'],
    ['rank = position + 1', 'rank += 1'],
    ['- 1 > places', '> places'],
  ],
  'points.ts': [['numerator: Math.abs(steps) * step.numerator', 'numerator: Math.abs(steps) * step.denominator']],
  'decimals.ts': [
    ['units < 0n ? -divisor : divisor', 'units < 0n ? divisor : divisor'],
    ['plain % denominator === 0 ? plain / denominator : null', 'plain / denominator'],
    ['if (numbers.every(isPlain)) return', 'if (numbers.length > 0) return'],
  ],
  'money.ts': [["padStart(2, '0')", "padStart(1, '0')"]],
  'date-test.ts': [
    ['addYears(value, test.years) <= reference', 'addYears(value, test.years) < reference'],
    ['value <= reference && reference <= addYears(', 'reference <= addYears('],
    ['reference <= value && value <= addDays(', 'reference < value && value <= addDays('],
    ['yearOf(value) < yearOf(reference)', 'yearOf(value) <= yearOf(reference)'],
    ['value >= reference', 'value > reference'],
  ],
  'calendar.ts': [
    ["monthDay === '02-29' && !isLeap(year)", "monthDay === '02-29'"],
    ['year % 400 === 0', 'year % 400 !== 0'],
  ],
  'limits.ts': [
    ["cap.ratio.value), 'floor')", "cap.ratio.value), 'half-up')"],
    ['nominees.length > limit.most.value', 'nominees.length >= limit.most.value'],
    ["limit.awards.includes(awardByName.get(award)?.id ?? '')", 'true'],
    ['cell >= 0 && cell <= MOST_OF_A_UNIT', 'cell <= MOST_OF_A_UNIT'],
  ],
  'projects.ts': [
    ['count >= (route.count ?? 0)', 'count > (route.count ?? 0)'],
    ['sumProjects(possibly, Infinity)', 'sumProjects(possibly, 0)'],
    ['largestFen >= fenOfWan(route.largest ?? 0)', 'totalFen >= fenOfWan(route.largest ?? 0)'],
  ],
  'prize.ts': [
    ['fen: exclusion ? 0 : amount.fen.value', 'fen: amount.fen.value'],
    ["listChosen(check.nominees, 'prize')", "listChosen(check.nominees, 'roster')"],
    ['if (isMember !== false && memberHeading)', 'if (isMember !== null && isMember !== false && memberHeading)'],
    ['if (levelExclusion && !exclusion)', 'if (levelExclusion)'],
    ['(isOwn ? nominee : unit).facts', '(unit ?? nominee).facts'],
  ],
  'id-number.ts': [
    ["% 2 === 1 ? '男'", "% 2 === 0 ? '男'"],
    ['[7, 9, 10, 5', '[9, 7, 10, 5'],
    ['isDay(day) ? day.slice(0, 7)', 'day ? day.slice(0, 7)'],
  ],
  'veto.ts': [
    ["open: 'unknown'", "open: 'yes'"],
    ["?? 'open'", "?? 'clear'"],
  ],
  'score-sheet.ts': [
    ['score > item.maximum', 'score > item.maximum + 1'],
    ['(category) => category.blank.length === 0', '(category) => category.blank.length >= 0'],
  ],
  'score-verdict.ts': [
    ['steps >= sheet.threshold.value', 'steps > sheet.threshold.value'],
    ["fault !== null && fault.kind !== 'unnamed-credit'", 'fault !== null'],
  ],
  'clear-nominees.ts': [
    ["answer !== 'yes' ||", "answer === 'no' ||"],
    ['some(holdsUp)', 'every(holdsUp)'],
    ['!ofAward.some(isCleared)', '!ofAward.every(isCleared)'],
  ],
  'finding.ts': [
    ["(severity === 'violation' && !STOPS", "(severity !== 'note' && !STOPS"],
    ['if (decision || isAboutDecisions(finding)) return false;', 'if (decision) return false;'],
    ["finding.severity === 'violation' && !finding.decision && isAboutDecisions", 'isAboutDecisions'],
  ],
  'merge-findings.ts': [["remark.severity === 'question'", 'remark.rule !== cause.rule']],
  'verdict.ts': [["each.severity === 'violation' && holdsUp(each)", 'holdsUp(each)']],
  'roster.ts': [
    ['listChosen(check.nominees, output)', 'check.nominees.filter(({ cleared }) => cleared)'],
    ['?? roster.sequence.length', '?? -1'],
  ],
  'public-notice.ts': [
    ['first: addDays(published, 1)', 'first: published'],
    ['last: addDays(published, days)', 'last: addDays(published, days - 1)'],
    ['!keepsGrade(check.index.scheme, nominee)', 'check.index.scheme.id !== nominee.name'],
  ],
  'decision.ts': [["if (by === '') return", "if (by === '-') return"]],
  'review.ts': [
    ['if (!GOES_OUT.includes(own)) return own;', 'return own;'],
    ['steps.slice(0, 1 + steps.findLastIndex(', 'steps.slice(0, steps.findLastIndex('],
    ["({ conclusion }) => conclusion === 'rejected')", "({ conclusion }) => conclusion === 'deferred')"],
    [
      "needed.every(({ conclusion }) => conclusion === 'shortlisted')",
      'needed.every(({ conclusion }) => conclusion !== null)',
    ],
    ['const isDecided = needed.length > 0 && isShortlisted', 'const isDecided = isShortlisted'],
    ['isDecided && listUnreasoned(needed).length === 0 ?', 'isDecided ?'],
    ['conclusion: faults.length > 0 ? null : said', 'conclusion: said'],
    ['(step.gates.length > 0 || decision === last)', 'decision === last'],
    ['holdsUp(each) && isListedRule(each.rule)', "each.rule === ''"],
  ],
  'panel-proposal.ts': [
    ["answer === 'yes' ?", "answer !== 'no' ?"],
    ['standInPlaces(ranks, most?.value ?? Infinity)', 'standInPlaces(ranks, Infinity)'],
  ],
  'waiting-conclusions.ts': [
    ['if (faults.length > 0) return false;', ''],
    [': rows.every(({ word }) => word === null)', ": conclusion !== 'shortlisted'"],
    ['conclusion === null && !rows.some', '!rows.some'],
  ],
  'asked-opinions.ts': [
    ["isBlank ? 'nobody' : 'unknown'", "isBlank ? 'nobody' : 'nobody'"],
    ['keyOf(row.by) === keyOf(asked.body)', 'true'],
    ["asked.kind === 'nobody' || ", ''],
  ],
  'rows-by-key.ts': [["if (key === '') continue;", '']],
  'unit-number.ts': [
    ['other === undefined ? only : undefined', 'only'],
    ['decimals.length >= Number(power)', 'decimals.length > Number(power)'],
  ],
  'credit-code.ts': [
    ['weight * 3', 'weight * 2'],
    ["LENGTH) return 'length'", "LENGTH + 1) return 'length'"],
    ['replaced !== text && judgeCreditCode(replaced) === null', 'replaced !== text'],
  ],
  'unit-identity.ts': [
    ['sharing.find((unit) => unit === ofNumber) ?? sharing[0]', 'sharing[0]'],
    ['isNamed(ofNumber.name) && !isNamed(ofCode.name)', '!isNamed(ofCode.name)'],
    ['ofNumber.creditCode === undefined', 'ofNumber.creditCode !== undefined'],
  ],
  'meant-unit.ts': [['shown.length <= MOST_SHOWN', 'shown.length < MOST_SHOWN']],
  'same-text.ts': [
    ["'\\u0000'", "''"],
    ["key !== '' && textKey", 'textKey'],
  ],
  'certificate.ts': [
    ['addYears(issued, 1)', 'addYears(issued, 0)'],
    ['outcome !== applied', 'outcome === null'],
  ],
  'approval-form.ts': [['(own ? nominee : unit)?.facts', '(unit ?? nominee).facts']],
  'materials.ts': [
    ["each?.state !== 'missing' ? pages", "each?.state !== 'waived' ? pages"],
    ['awards.includes(awardId', '!awards.includes(awardId'],
  ],
  'expert-panel.ts': [
    // A blank number is nobody's: an expert who belongs to no member is not of the same unit as a nominee without one.
    ["employer !== '' && employer ===", 'employer ==='],
    ['points <= maximum.value', 'points < maximum.value'],
    ['b.hundredths * a.count - a.hundredths * b.count', 'b.hundredths - a.hundredths'],
    ["if (namesake) return 'namesake';", ''],
    ['2 * hundredths + count', '2 * hundredths'],
  ],
  'eligibility.ts': [['known?.award === award', 'known']],
  'grading/grade-application.ts': [
    ['grades.indexOf(grade) < grades.indexOf(held)', 'grades.indexOf(grade) <= grades.indexOf(held)'],
  ],
  'grading/outcome.ts': [
    ['grades.indexOf(from) + by', 'grades.indexOf(given) + by'],
    ['rank(held) < rank(sure) ? held : sure', 'rank(held) > rank(sure) ? held : sure'],
    ["if (formalities.answer !== 'yes') return", "if (formalities.answer === 'no') return"],
  ],
  'grading/grounds.ts': [["typeof value === 'boolean' ? value :", "typeof value === 'boolean' ? true :"]],
  'grading/points.ts': [['(best < 0 ? judged.length : best) - 1', '(best < 0 ? judged.length : best)']],
  'grading/judge-grades.ts': [['if (!dependsOnAward(condition)) answered', 'answered']],
  'conditions/fact.ts': [
    ["const answer = isMet ? 'yes' : 'unknown'", "const answer = isMet ? 'yes' : 'no'"],
    ["test.unknownIf?.includes(text) ? 'unknown'", "test.unknownIf?.includes(text) ? 'no'"],
    ['compare(value, test.atLeast) >= 0', 'compare(value, test.atLeast) > 0'],
    ['compare(value, test.atMost) <= 0', 'compare(value, test.atMost) < 0'],
  ],
  'conditions/subject.ts': [
    ['scope !== undefined && !exceptScopes', '!exceptScopes'],
    ['(!when || holds(when))', '(!when || !holds(when))'],
    ['!(unless && holds(unless))', '(!unless || holds(unless))'],
  ],
  'conditions/any-of.ts': [['(each) => appliesTo(each, unit, subject)', '(each) => each.id !== unit.name']],
  'conditions/sum.ts': [
    ['total < atLeast && blank !== undefined', 'blank !== undefined'],
    ['toAnswer(total >= atLeast)', 'toAnswer(total > atLeast)'],
  ],
  'conditions/confirmation.ts': [
    ["row.on === '' ? '确认日期'", "row.on === '-' ? '确认日期'"],
    ["row.by === '' ? '确认人'", "row.by === '-' ? '确认人'"],
  ],
  'conditions/outranks.ts': [['applied < held', 'applied <= held']],
  'conditions/member-unit.ts': [["answer: 'no', where, message: lack", "answer: 'unknown', where, message: lack"]],
  'conditions/basic-points.ts': [["answer: 'unknown' as const", "answer: 'yes' as const"]],
  'conditions/projects.ts': [['const counts = countsOf(all);', 'const counts = countsOf(countsOf);']],
  'conditions/parent-award.ts': [['const answer = any(answers);', "const answer = answers[0] ?? 'no';"]],
  'conditions/registry.ts': [
    [
      'isAsked(condition, unit, subject) ? kind.answer(condition, unit, subject) : []',
      'kind.answer(condition, unit, subject)',
    ],
  ],
  'checks/applications.ts': [
    ['seen.set(key, first ?? row)', 'seen.set(key, row)'],
    ['(item) => item.position === position', '(item) => item.position >= (position ?? 0)'],
  ],
  'checks/certificates.ts': [
    ['!isOfOneUnit(each.nominee, nominee)', 'isOfOneUnit(each.nominee, nominee)'],
    ['      nominations,', '      nominations: [first.nominee, nominee],'],
    ['/^\\d+$/', '/^\\d*$/'],
  ],
  'checks/concerned.ts': [['one ? [one] : []', 'index.roster.nominees.slice(0, 1)']],
  'checks/public-names.ts': [['if (kinds.size > 0) yield', 'if (kinds.size > 1) yield']],
  'checks/decisions.ts': [
    ['if (!repeated.has(row)) yield*', 'yield*'],
    ['answered.get(row) !== true', '!answered.has(row)'],
    ['row.word !== null && isUnfit', 'isUnfit'],
    ['if (!refused || !agreed) return;', 'return;'],
  ],
  'checks/conclusions.ts': [
    ['shortlisted.slice(most.value)', 'shortlisted.slice(most.value + 1)'],
    ["answer === 'yes' || unit === null", "answer === 'yes'"],
    ['at > no && conclusion', 'conclusion'],
    ['key.includes(name) &&', 'key === name &&'],
    [' && !BRANCH.test(key.slice(key.indexOf(name) + name.length))', ''],
    ['...(isShortFor(textKey(body), textKey(issuer)) ? [textKey(issuer)] : [])', 'textKey(issuer)'],
    ['full.indexOf(character, at)', 'full.indexOf(character)'],
  ],
  'checks/decision-subject.ts': [
    ['if (near.length === 1) return', 'if (near.length > 0) return'],
    ['open.length > 0 ? open : own', 'own'],
  ],
  'apply-decisions.ts': [
    ["answers.flat().some(({ word }) => word === 'refused')", 'false'],
    ["if (finding.severity === 'question' && refusals", "if (finding.severity === 'note' && refusals"],
    ['conclusions.every(({ faults }) => faults.length === 0) &&', ''],
    ['agreed.length >= (finding.agreements ?? 1)', 'agreed.length >= 1'],
    ["conclusion === 'rejected' || conclusion === 'deferred'", "conclusion === 'rejected'"],
    ['if (isAboutRow(finding) ||', 'if ('],
  ],
  'decision-rows.ts': [
    ["if (unit) return { kind: 'both' };", ''],
    ["return other ? { kind: 'several', nominations } :", 'return'],
    ['on < last.on);', 'on <= last.on);'],
    ['others.every(isDeferral)', 'true'],
  ],
  'checks/panels.ts': [['count > 0 && count < usual', 'count < usual - 1']],
  'checks/deeds.ts': [
    ["(text, name) => text.replaceAll(name, '')", '(text) => text'],
    ["key === '' || PLACEHOLDERS.has(key)", "key === ''"],
  ],
  'checks/experts.ts': [
    ['if (first !== expert)', 'if (first.row !== expert.row && first.employer === expert.employer)'],
  ],
  'checks/grounds.ts': [['result.outcome !== null && result.outcome === result.applied', 'result.outcome !== null']],
  'checks/id-numbers.ts': [
    ["nominee.birthMonth !== '' && nominee", 'nominee'],
    ["?.recipient !== 'person'", "?.recipient === 'collective' && nominee.sex === ''"],
  ],
  'checks/limits.ts': [['nominees.slice(most);', 'nominees.slice(most + 1);']],
  'checks/materials.ts': [
    ["state === 'waived' && row?.remark === ''", "state === 'waived' && row"],
    ["state !== 'missing' && state !== 'faulty'", "state !== 'missing'"],
  ],
  'checks/members.ts': [
    ['counted <= (nominated.get(name) ?? 0)', 'counted <= (nominated.get(name) ?? printed)'],
    ['counted * FAR < printed', 'counted < printed'],
    ['counted === null || counted === members', 'counted === null || counted < members'],
  ],
  'checks/nominated-twice.ts': [
    // Two people with numbers of their own, and equal name, sex and month of birth.
    ['!byNumber.includes(each) && !(each.idNumber && nominee.idNumber)', '!byNumber.includes(each)'],
    ["if (unit === '') return [];", "if (unit === '-') return [];"],
    ['if (!grading?.grades.includes(id)) return id;', 'if (!grading) return id;'],
  ],
  'checks/nominees.ts': [
    ["value !== null && value !== ''", 'value !== null'],
    ['unit.name === nominee.unitName', 'unit.name.startsWith(nominee.unitName)'],
  ],
  'season.ts': [
    ['addYears(latest, 1)', 'addYears(latest, 2)'],
    ['firsts[0] ?? null', 'all[0] ?? null'],
  ],
  'checks/objections.ts': [["state === 'dismissed'", "state !== 'upheld'"]],
  'checks/overrides.ts': [
    ['row.places < 0', 'row.places < 1'],
    ['`${row.award} ${row.district}` : row', 'row.award : row'],
    ['`${row.award} ${row.district}` : row', 'row.district : row'],
    // The first of two counts, or the last.
    ['others.length > 0) {', 'others.length > 1) {'],
    ["fault === null || fault.heading === '理由'", 'fault === null'],
    ["heading === '名额' ? listGroup(index, row) : []", '[]'],
    ['nominations: listGroup(index, first)', 'nominations: []'],
    ["if (row.reason === '')", "if (row.reason === '-')"],
  ],
  'checks/places.ts': [
    ['usage.nominees.slice(usage.places);', 'usage.nominees.slice(usage.places + 1);'],
    ['unused <= 0 || !usage.isHeld', 'unused <= 1 || !usage.isHeld'],
    ['unused <= 0 || !usage.isHeld', 'unused <= 0'],
    ['nominees.get(placeKey(district.name, award))', 'nominees.get(placeKey(district.scope, award))'],
  ],
  'checks/scores.ts': [
    ['steps >= 0 && steps <= most', 'steps >= 0 && steps < most'],
    ['first && first !== score', 'first && first.row > score.row'],
  ],
  'checks/unseen.ts': [
    ["severity: 'question'", "severity: 'note'"],
    ['rows.flatMap((row) => nominationsOfRow', 'rows.slice(1).flatMap((row) => nominationsOfRow'],
  ],
  'incomplete-base.ts': [
    ["(standing[output] === 'held' && answer !== 'no')", "standing[output] === 'held'"],
    ["conclusion === 'deferred'", "conclusion === 'rejected'"],
    ['GAP_RULES.includes(rule) && findings.some(isOpen)', 'GAP_RULES.includes(rule) && findings.length > 0'],
    ["return countsMembers || sheet === 'overrides'", "return countsMembers || sheet === 'sequence'"],
  ],
  'resting-decisions.ts': [
    ["standing[output] === 'against' ||", ''],
    ['source && !sources.includes(null)', 'source'],
    ['out.length > 0 ? out : ', 'out.length > 9 ? out : '],
    ['const MOST_NUMBERS = 8', 'const MOST_NUMBERS = 9'],
    ['resting.has(nominee) ? [nominee] : []', 'resting.size > 0 ? [nominee] : []'],
  ],
  'checks/units.ts': [
    ["severity: isSame ? 'violation' : 'question'", "severity: isSame ? 'question' : 'violation'"],
    ['|| haveOneCode(unit, other) ||', '||'],
    ['if (!unit || known.has(unit.sequence)) continue;', 'if (!unit || unit.sequence) continue;'],
  ],
  'tally/tally.ts': [["unit.number !== '' && !byNumber.has(unit.number)", "unit.number !== ''"]],
  'tally/admit-files.ts': [['textKey(unit.name) === textKey(name)', 'unit.name === name']],
  'tally/changes.ts': [['!known.has(unit)', 'known.has(unit)']],
  'tally/borderline.ts': [
    ['<= near', '< near'],
    ['points === now ? null', 'points !== now ? null'],
  ],
  'tally/district-tally.ts': [['district.scored >= LEAST_SCORED', 'district.scored > LEAST_SCORED']],
  'tally/held-sheet.ts': [['code === BLANK || code === UNREAD ? null', 'code === UNREAD ? null']],
  'tally/place-units.ts': [["scores?.outcome.answer === 'yes'", "scores?.outcome.answer !== 'no'"]],
  'tally/settle-duplicates.ts': [
    ['.size === 1)', '.size >= 1)'],
    ['last.length === 1 ?', 'last.length > 0 ?'],
    ['(value) => value === ofEntry[0]', '(value) => value === ofEntry[0] || value === null'],
  ],
  'tally/statistics.ts': [['const LEAST_OTHERS = 4', 'const LEAST_OTHERS = 3']],
};

export const MUTANTS: readonly Mutant[] = Object.entries(BY_FILE).flatMap(([file, changes]) =>
  changes.map(([before, after]) => ({ file, before, after })),
);
