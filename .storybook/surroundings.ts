import type { Decorator, Preview } from '@storybook/web-components-vite';

type GlobalTypes = NonNullable<Preview['globalTypes']>;
type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>;

const toolbar = (title: string, icon: Icon, values: Record<string, string>) => ({
  description: title,
  toolbar: {
    title,
    icon,
    dynamicTitle: true,
    items: Object.entries(values).map(([value, name]) => ({ value, title: name })),
  },
});

/** What a page around the widgets may bring; a story fixes one of them with `globals: { theme: 'dark' }`. */
export const surroundings = {
  theme: toolbar('Theme', 'mirror', { light: 'Light', dark: 'Dark' }),
  locale: toolbar('Language', 'globe', { en: 'English', de: 'Deutsch', ko: '한국어', fi: 'Suomi' }),
  direction: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
};

/** Gives the story's root the language, direction and colours that the toolbar shows. */
export const inSurroundings: Decorator = (story, { canvasElement, globals }) => {
  canvasElement.lang = String(globals['locale']);
  canvasElement.dir = String(globals['direction']);
  canvasElement.style.cssText = `color-scheme: ${String(globals['theme'])}; background: Canvas; color: CanvasText`;
  return story();
};
