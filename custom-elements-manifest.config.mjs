import { readFileSync } from 'node:fs';
import ts from 'typescript';

const SCOPE_PROPERTIES = 'src/controllers/scope-properties.ts';

/** `src/elements/x/x.ts` as users import it: `dist/elements/x/x.js`. */
const toPublished = (path) => path.replace(/^\/?src\/(.+)\.[jt]s$/, 'dist/$1.js');

const isPublic = ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');

/** Calls `visit` with every object of the manifest, however deep. */
function walk(node, visit) {
  if (node === null || typeof node !== 'object') return;
  visit(node);
  Object.values(node).forEach((child) => walk(child, visit));
}

const textOf = (comment) => (typeof comment === 'string' ? comment : (comment ?? []).map(({ text }) => text).join(''));

/** The type of a property as a user sets it: without the `undefined` that unsets it. */
const typeOf = (node) =>
  node.type
    .getText()
    .replace(/\s*\|\s*undefined$/, '')
    .replace(/^\((.*)\)$/, '$1');

/** How the attribute of a property is called; `undefined`: it has none. */
function attributeOf({ name, initializer }) {
  const option = initializer.properties.find((one) => one.name.getText() === 'attribute')?.initializer;
  if (!option) return name.getText().toLowerCase();
  return ts.isStringLiteral(option) ? option.text : undefined;
}

/** The properties that all widgets share: words from the interface's comments, attributes from the declarations. */
function readSharedProperties() {
  const file = ts.createSourceFile(
    SCOPE_PROPERTIES,
    readFileSync(SCOPE_PROPERTIES, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const words = file.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'ScopeProperties');
  const constants = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  const declared = constants.find(({ name }) => name.getText() === 'scopeProperties').initializer.properties;
  const attributes = new Map(declared.map((property) => [property.name.getText(), attributeOf(property)]));
  return words.members.map((member) => ({
    name: member.name.getText(),
    description: textOf(ts.getJSDocCommentsAndTags(member)[0]?.comment),
    type: { text: typeOf(member) },
    attribute: attributes.get(member.name.getText()),
  }));
}

/** Adds what `static properties = scopeProperties` declares, which the analyzer cannot follow into another module. */
function withSharedProperties() {
  return {
    name: 'with-shared-properties',
    packageLinkPhase({ customElementsManifest }) {
      const shared = readSharedProperties();
      walk(customElementsManifest, (node) => {
        if (node.kind !== 'class' || !node.customElement) return;
        node.members = [...(node.members ?? []), ...shared.map((property) => ({ kind: 'field', ...property }))];
        node.attributes = [
          ...(node.attributes ?? []),
          ...shared
            .filter(({ attribute }) => attribute)
            .map(({ name, attribute, ...rest }) => ({ name: attribute, ...rest, fieldName: name })),
        ];
      });
    },
  };
}

/** Points every reference at the built files and keeps what a user cannot reach out of the manifest. */
function asPublished() {
  return {
    name: 'as-published',
    packageLinkPhase({ customElementsManifest }) {
      walk(customElementsManifest, (node) => {
        if (typeof node.path === 'string') node.path = toPublished(node.path);
        if (typeof node.module === 'string') node.module = toPublished(node.module);
        if (Array.isArray(node.members)) node.members = node.members.filter(isPublic);
      });
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [withSharedProperties(), asPublished()],
};
