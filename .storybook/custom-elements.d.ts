// Made by `cem analyze`; a fresh clone is type-checked before it exists.
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
