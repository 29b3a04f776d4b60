/** Every source file of the product, its tests and its benchmarks, with what it exports and what it takes from others. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Folders that hold no source of ours. */
const NO_ROOMS = ['node_modules', 'dist', 'out', 'docs', 'templates'];
/** `#deflate` is one file in Node and another in a browser, as package.json says. */
const BY_ENGINE: Readonly<Record<string, readonly string[]>> = {
  '#deflate': ['scripts/deflate-node.ts', 'ooxml/zip/deflate-web.ts'],
};

/** One name that a file takes from another; null for the whole of it (`import * as`, `import()`). */
interface Import {
  file: string;
  name: string | null;
}

export interface SourceModule {
  file: string;
  exports: string[];
  /** Of the exports, the ones that are made here, not passed on; without the default. */
  declared: string[];
  imports: Import[];
  /** The names that stand in it more than once: of an export, that the file uses it as well. */
  repeated: Set<string>;
}

/** The folders of the root that hold sources. */
export function listRooms(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NO_ROOMS.includes(entry.name))
    .map((entry) => entry.name);
}

export function readModules(rooms: readonly string[]): SourceModule[] {
  return rooms.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|js)$/.test(name))
      .map((name) => readModule(`${room}/${name.split(sep).join('/')}`)),
  );
}

function readModule(file: string): SourceModule {
  return parseModule(file, readFileSync(join(ROOT, file), 'utf8'));
}

export function parseModule(file: string, text: string): SourceModule {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const module: SourceModule = { file, exports: [], declared: [], imports: [], repeated: new Set() };
  visit(source, module, new Set());
  return module;
}

function visit(node: ts.Node, module: SourceModule, seen: Set<string>): void {
  if (ts.isIdentifier(node)) {
    if (seen.has(node.text)) module.repeated.add(node.text);
    seen.add(node.text);
  } else if (ts.isImportDeclaration(node)) take(module, node.moduleSpecifier, namesTaken(node.importClause));
  else if (ts.isExportDeclaration(node)) passOn(module, node);
  else if (ts.isExportAssignment(node)) module.exports.push('default');
  else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    take(module, node.arguments[0], [null]);
  } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    take(module, node.argument.literal, [node.qualifier?.getText() ?? null]);
  } else if (isExported(node)) {
    module.exports.push(...namesOf(node));
    module.declared.push(...namesOf(node).filter((name) => name !== 'default'));
  }
  ts.forEachChild(node, (child) => {
    visit(child, module, seen);
  });
}

function take(module: SourceModule, specifier: ts.Node | undefined, names: readonly (string | null)[]): void {
  if (!specifier || !ts.isStringLiteralLike(specifier)) return;
  for (const file of filesOf(module.file, specifier.text)) {
    module.imports.push(...names.map((name) => ({ file, name })));
  }
}

function namesTaken(clause: ts.ImportClause | undefined): (string | null)[] {
  const bindings = clause?.namedBindings;
  if (!clause || (bindings && ts.isNamespaceImport(bindings))) return [null];
  const named = bindings?.elements.map(({ propertyName, name }) => (propertyName ?? name).text) ?? [];
  return clause.name ? ['default', ...named] : named;
}

function passOn(module: SourceModule, { exportClause, moduleSpecifier }: ts.ExportDeclaration): void {
  const names = exportClause && ts.isNamedExports(exportClause) ? [...exportClause.elements] : [];
  module.exports.push(...names.map(({ name }) => name.text));
  const taken = names.map(({ propertyName, name }) => (propertyName ?? name).text);
  take(module, moduleSpecifier, taken.length > 0 ? taken : [null]);
}

function isExported(node: ts.Node): node is ts.HasModifiers {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesOf(node: ts.HasModifiers): string[] {
  if (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return ['default'];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  const name = ts.getNameOfDeclaration(node as ts.DeclarationStatement);
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** The files of the repository that a specifier means; none for a package. */
function filesOf(file: string, specifier: string): readonly string[] {
  if (!specifier.startsWith('.')) return BY_ENGINE[specifier] ?? [];
  return [posix.join(posix.dirname(file), specifier)];
}
