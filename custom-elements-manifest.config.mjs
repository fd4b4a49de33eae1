/** `src/elements/x/x.ts` as users import it: `dist/elements/x/x.js`. */
const toPublished = (path) => path.replace(/^\/?src\/(.+)\.[jt]s$/, 'dist/$1.js');

const isPublic = ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');

/** Calls `visit` with every object of the manifest, however deep. */
function walk(node, visit) {
  if (node === null || typeof node !== 'object') return;
  visit(node);
  Object.values(node).forEach((child) => walk(child, visit));
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
  plugins: [asPublished()],
};
