/** Plain data against the shape of its file; every mismatch becomes a fault that an author can act on. */
import type { z } from 'zod';
import { listCited, type CitedFile } from './figures/list-cited.ts';
import type { FieldPath, YamlFile } from './yaml-file.ts';

/** The data of one file, checked against its shape. */
export interface Part<T> {
  /** Of the file. */
  readonly name: string;
  readonly data: T;
  readonly report: YamlFile['report'];
  /** What it cites, with the figures that each citation has to prove. */
  readonly cited: CitedFile;
}

/** Null when the data do not have the shape; the faults are reported. */
export function readShape<Shape extends z.ZodType>(file: YamlFile, shape: Shape): Part<z.infer<Shape>> | null {
  const result = shape.safeParse(file.data);
  if (result.success)
    return { name: file.name, data: result.data, report: file.report, cited: listCited(shape, file.data) };
  for (const issue of result.error.issues) {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) file.report([...path, key], `不认识的键“${key}”，请核对拼写或删去`);
    } else {
      file.report(path, explainIssue(issue, path, file.data));
    }
  }
  return null;
}

function explainIssue(issue: z.core.$ZodIssue, path: FieldPath, data: unknown): string {
  const found = valueAt(data, path);
  const key = path.at(-1);
  if (found === undefined && key === 'cite') return '缺少出处，请补写 cite: { clause: 条款, quote: 原文 }';
  if (found === undefined && key !== undefined) return `缺少“${key}”，请补写`;
  switch (issue.code) {
    case 'invalid_type':
      return `应为${TYPE_WORDS[issue.expected] ?? issue.expected}，现为${describeValue(found)}`;
    case 'invalid_value':
      return `应为 ${issue.values.map(String).join('、')} 之一，现为${describeValue(found)}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字（数字请加引号）',
  number: '数',
  int: '整数',
  boolean: ' true 或 false',
  object: '一组“键: 值”',
  record: '一组“键: 值”',
  array: '列表（每项以“- ”起）',
  tuple: '列表',
};

function describeValue(value: unknown): string {
  if (value === null) return '空白';
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object') return '一组“键: 值”';
  return `“${typeof value === 'string' ? value : JSON.stringify(value)}”`;
}

/** What the data hold there; undefined where they hold nothing. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return new Map<string, unknown>(Object.entries(value)).get(String(key));
  }, data);
}
