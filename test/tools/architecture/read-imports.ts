import { posix } from 'node:path';
import ts from 'typescript';

/** A module of the kit: its path from the repository's root, with `/`, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** One import, however written. `static` runs before the module does, `dynamic` when called, `type` never. */
export interface Import {
  from: string;
  specifier: string;
  kind: 'static' | 'dynamic' | 'type';
  /** The file of the kit that the specifier names; absent for packages. */
  target?: string;
}

type Found = Pick<Import, 'specifier' | 'kind'>;

/** `import './x.js'` in `src/core/y.ts` names `src/core/x.ts`. */
function resolveTarget(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

/** `import { type A, type B }` vanishes from the output as `import type` does. */
function bringsOnlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((one) => one.isTypeOnly)
  );
}

function passesOnlyTypes({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  return (
    isTypeOnly ||
    (!!exportClause &&
      ts.isNamedExports(exportClause) &&
      exportClause.elements.length > 0 &&
      exportClause.elements.every((one) => one.isTypeOnly))
  );
}

const textOf = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

const found = (specifier: string | undefined, kind: Import['kind']): Found | undefined =>
  specifier === undefined ? undefined : { specifier, kind };

function toImport(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node))
    return found(textOf(node.moduleSpecifier), bringsOnlyTypes(node) ? 'type' : 'static');
  if (ts.isExportDeclaration(node))
    return found(textOf(node.moduleSpecifier), passesOnlyTypes(node) ? 'type' : 'static');
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return found(textOf(node.argument.literal), 'type');
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    // A computed address cannot be looked up in the table, so it is in no row of it.
    return { specifier: textOf(node.arguments[0]) ?? '(computed)', kind: 'dynamic' };
  }
  return undefined;
}

/** Every import, re-export, `import()` and `import('…')` type of a file. */
export function readImports({ path, text }: SourceFile): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = toImport(node);
    const target = one && resolveTarget(path, one.specifier);
    if (one) imports.push({ from: path, ...one, ...(target !== undefined && { target }) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022));
  return imports;
}
