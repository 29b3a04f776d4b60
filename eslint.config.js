import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A room may import from the rooms named; everything else outside itself is an error. */
function layer(room, { rooms, packages, message }) {
  const outside = ['rules', 'ooxml', 'schemes', 'workbook', 'jobs', 'scripts', 'addin', 'test', 'bench'].filter(
    (other) => other !== room && !rooms.includes(other),
  );
  const patterns = [{ group: outside.flatMap((other) => [`**/${other}/**`]), message }];
  if (packages) patterns.push({ regex: packages, message });
  return patterns;
}

const NO_PACKAGES = '^(?!\\.)';
/** One folder of workbook/ knows each of them. */
const NO_WORKBOOK_LIBRARY = '^(?:exceljs|@e965/)';
/** Globals that only Node or only a browser has. */
const OF_ONE_ENGINE = [
  'process',
  'Buffer',
  'console',
  'require',
  'window',
  'document',
  'navigator',
  'localStorage',
  'fetch',
  'Office',
  'Excel',
];

/** What runs in a browser runs in Chromium 103; types of ES2023 and of the present DOM know more. */
const AFTER_CHROMIUM_103 = [
  ...['toSorted', 'toReversed', 'toSpliced', 'with', 'showPopover', 'checkVisibility'].map((property) => ({
    property,
  })),
  { object: 'AbortSignal', property: 'any' },
  { object: 'URL', property: 'canParse' },
  { object: 'URL', property: 'parse' },
  { object: 'Response', property: 'json' },
].map((call) => ({ ...call, message: 'Chromium 103, for which the pages are made, lacks it.' }));

const NO_STATE = 'rules/ keeps no state: what is worked out once goes through rules/remember.ts.';
const OF_A_FILE = ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration';
const HIDDEN_STATE = [
  `${OF_A_FILE}[kind="let"]`,
  `${OF_A_FILE} > VariableDeclarator > NewExpression[callee.name=/^Weak/]`,
  `${OF_A_FILE} > VariableDeclarator > NewExpression[callee.name=/^(Map|Set)$/][arguments.length=0]`,
].map((selector) => ({ selector, message: NO_STATE }));

export default defineConfig(
  { ignores: ['dist', 'out', 'node_modules'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // eslint's own rule misreads generators that delegate
      'require-yield': 'off',
    },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['test/**'],
    // More are a named record: of five in a row nobody sees which is which.
    rules: { 'max-params': ['error', 4] },
  },
  {
    files: ['{rules,ooxml,schemes,workbook,jobs,addin}/**/*.{ts,tsx}'],
    rules: { 'no-restricted-properties': ['error', ...AFTER_CHROMIUM_103] },
  },
  {
    files: ['rules/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: layer('rules', { rooms: [], packages: NO_PACKAGES, message: 'rules/ imports only rules/.' }) },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name=/^(max|min|push)$/] > SpreadElement.arguments',
          message: 'As arguments a list of a large roster is more than the stack holds; see largest.ts.',
        },
        ...HIDDEN_STATE,
      ],
    },
  },
  {
    files: ['ooxml/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: layer('ooxml', {
            rooms: [],
            packages: '^(?!\\.|#deflate$|fflate$|pako$)',
            message: 'ooxml/ imports only ooxml/, and a packer.',
          }),
        },
      ],
    },
  },
  {
    files: ['schemes/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: layer('schemes', {
            rooms: ['rules'],
            packages: '^(?!\\.|zod$|yaml$)',
            message: 'schemes/ imports rules/, zod and yaml.',
          }),
        },
      ],
    },
  },
  {
    files: ['workbook/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: layer('workbook', {
            rooms: ['rules', 'ooxml'],
            message: 'workbook/ imports rules/ and ooxml/ only.',
          }),
        },
      ],
    },
  },
  {
    files: ['workbook/**/*.ts'],
    ignores: ['workbook/formats/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^@e965/], ImportExpression[source.value=/^@e965/]',
          message: 'Only workbook/formats/ knows SheetJS.',
        },
      ],
    },
  },
  {
    files: ['jobs/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: layer('jobs', {
            rooms: ['rules', 'ooxml', 'schemes', 'workbook'],
            packages: NO_PACKAGES,
            message:
              'jobs/ imports rules/, ooxml/, schemes/ and workbook/, and no package: it knows no Node and no browser.',
          }),
        },
      ],
      'no-restricted-globals': ['error', ...OF_ONE_ENGINE],
    },
  },
  {
    files: ['scripts/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: layer('scripts', {
            rooms: ['rules', 'ooxml', 'schemes', 'workbook', 'jobs'],
            packages: NO_WORKBOOK_LIBRARY,
            message: 'scripts/ is a door: it imports jobs/ and what is below, and no library of workbooks.',
          }),
        },
      ],
    },
  },
  {
    files: ['addin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        {
          patterns: layer('addin', {
            rooms: ['rules', 'ooxml', 'schemes', 'workbook', 'jobs'],
            packages: NO_WORKBOOK_LIBRARY,
            message: 'addin/ is a door: it imports jobs/ and what is below, and no library of workbooks.',
          }),
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="Excel"][property.name="run"]',
          message: 'Only addin/host/excel/ calls Excel.run.',
        },
        {
          selector: 'JSXOpeningElement[name.name="FluentProvider"] > JSXAttribute[name.name=/^(className|style)$/]',
          message:
            'Every tooltip and dialog wears it too: one with a size and a colour covers the page. Style an element inside.',
        },
      ],
    },
  },
  {
    files: ['addin/host/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: { ...officeAddins.configs.recommended.rules, 'no-restricted-syntax': 'off' },
  },
);
