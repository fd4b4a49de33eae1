import { defineConfig } from 'vite';
import { legacyDecorators } from '../decorators.config.js';

export default defineConfig({ oxc: legacyDecorators });
