// Writes what the manifest says of each tag as Markdown.
/** @typedef {{ name: string, description?: string, type?: { text: string }, default?: string, attribute?: string, fieldName?: string, kind?: string }} Described */

/** A text inside a cell of a table. */
const cell = (text = '') => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');
const withoutUndefined = (type) => type?.text.replace(/\s*\|\s*undefined$/, '');

/** @returns {string} a heading and a table, or nothing where there are no rows */
function section(title, heads, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line), ''].join('\n');
}

/** Every declaration of a tag in a manifest, and the fields of every event class by the name of the event. */
export function readManifest({ modules }) {
  const declarations = modules.flatMap(({ declarations = [] }) => declarations);
  const fields = new Map(
    declarations
      .filter(({ name = '' }) => /^Agent\w+Event$/.test(name))
      .map(({ name, members = [] }) => [toEventName(name), members.filter(({ kind }) => kind === 'field')]),
  );
  const tags = declarations
    .filter(({ customElement, tagName }) => customElement && tagName)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
  return { tags, fields };
}

/** `AgentKpiSelectEvent` is `agent-kpi-select`. */
const toEventName = (className) =>
  className
    .replace(/Event$/, '')
    .replaceAll(/(?<!^)([A-Z])/g, '-$1')
    .toLowerCase();

/** Fields of an event: its class's, or those that its description names. */
const fieldsOf = ({ name, description = '' }, fields) =>
  fields.get(name)?.map((field) => field.name) ?? [
    ...new Set([...description.matchAll(/`event\.(\w+)`/g)].map(([, field]) => field)),
  ];

/** @returns {string} the page of a tag */
export function tagPage(declaration, fields) {
  const { tagName, description, attributes = [], members = [], events = [] } = declaration;
  const { slots = [], cssParts = [], cssProperties = [] } = declaration;
  const named = events.filter(({ name }) => name);
  const alone = members.filter(({ kind, attribute, description: text }) => kind === 'field' && !attribute && text);
  const methods = members.filter(({ kind, description: text }) => kind === 'method' && text);
  const described = (list) => list.map(({ name, description: text }) => [code(name), cell(text)]);
  return [
    `## \`<${tagName}>\`\n\n${description ?? ''}\n`,
    section(
      'Attributes',
      ['attribute', 'property', 'type', 'default', 'meaning'],
      attributes.map((one) => [
        code(one.name),
        code(one.fieldName),
        code(withoutUndefined(one.type)),
        code(one.default),
        cell(one.description),
      ]),
    ),
    section(
      'Properties without an attribute',
      ['property', 'type', 'meaning'],
      alone.map((one) => [code(one.name), code(withoutUndefined(one.type)), cell(one.description)]),
    ),
    section('Methods', ['method', 'meaning'], described(methods.map((one) => ({ ...one, name: `${one.name}()` })))),
    section(
      'Events',
      ['event', 'fields', 'meaning'],
      named.map((one) => [code(one.name), fieldsOf(one, fields).map(code).join(', '), cell(one.description)]),
    ),
    section('Slots', ['slot', 'content'], described(slots.map((one) => ({ ...one, name: one.name || 'default' })))),
    section('Parts', ['part', 'what it is'], described(cssParts)),
    section(
      'Custom properties',
      ['property', 'default', 'meaning'],
      cssProperties.map((one) => [code(one.name), code(one.default), cell(one.description)]),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}
