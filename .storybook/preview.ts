import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import { inSurroundings, surroundings } from './surroundings.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'Put it on a page',
          'Bring your data',
          'Tags',
          'Dashboards',
          'Events',
          'Theming',
          'Run the endpoint',
          'Large data',
          'Performance',
          'Metrics',
          'Dependencies',
          '*',
        ],
      },
    },
  },
  globalTypes: surroundings,
  initialGlobals: { theme: 'light', locale: 'en', direction: 'ltr' },
  decorators: [inSurroundings],
};

export default preview;
