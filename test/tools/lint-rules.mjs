/** House rules that ESLint holds as forbidden imports, names and shapes of code. */

const IN_TEMPLATE = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement';

const SUBPATH = 'Import from its subpath: date-fns/addDays.';

export const sourceImports = {
  paths: [
    { name: 'zod', message: 'Import zod/mini: zod itself weighs three times as much.' },
    { name: 'zod/v4', message: 'Import zod/mini: zod itself weighs three times as much.' },
    { name: 'date-fns', message: SUBPATH },
    { name: 'date-fns/format', message: 'Format with Intl: format carries its own language.' },
    { name: 'date-fns/lightFormat', message: 'Format with Intl: a reader has a language.' },
  ],
  patterns: [
    {
      group: ['lit/directives/style-map*', 'lit-html/directives/style-map*'],
      message: 'A strict Content-Security-Policy blocks it: set a custom property or an SVG attribute.',
    },
    { group: ['*/directives/unsafe-*'], message: 'Data are text: nothing from data becomes markup.' },
  ],
};

export const sourceSyntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  {
    selector: 'Identifier[name="styleMap"]',
    message: 'Set a custom property or an SVG attribute instead of styleMap.',
  },
  {
    selector: 'Identifier[name=/^unsafe(HTML|SVG|MathML)$/]',
    message: 'Data are text: nothing from data becomes markup.',
  },
  {
    selector: `${IN_TEMPLATE}[value.raw=/[\\s.]style\\s*=/i]`,
    message: 'A strict Content-Security-Policy blocks style=: set a custom property.',
  },
  {
    selector: `${IN_TEMPLATE}[value.raw=/<style[\\s>]/i]`,
    message: 'A strict Content-Security-Policy blocks <style>: use static styles.',
  },
];

const TAKE_NOW = 'Same input, same output: take `now` as an argument.';

export const coreSyntax = [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: TAKE_NOW },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: TAKE_NOW },
  { selector: 'CallExpression[callee.name="Date"]', message: TAKE_NOW },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Same input, same output: no chance in core.',
  },
];

const OUTSIDE = 'Core is arithmetic: no timers, no clock, no network.';

export const coreGlobals = [
  'fetch',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'setImmediate',
  'setInterval',
  'setTimeout',
].map((name) => ({ name, message: OUTSIDE }));

const RUNNERS = '[object.name=/^(describe|it|test|suite|context)$/]';

export const testSyntax = [
  { selector: `MemberExpression${RUNNERS}[property.name=/^(only|skip)$/]`, message: 'All tests run, always.' },
  {
    selector: 'MemberExpression[object.type="ThisExpression"][property.name="skip"]',
    message: 'All tests run, always.',
  },
  { selector: 'CallExpression[callee.name=/^(xit|xdescribe|fit|fdescribe)$/]', message: 'All tests run, always.' },
];
