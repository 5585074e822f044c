import { span } from '../text/span.js';
import type { Fixer } from './quickFix.js';

export const addScheme: Fixer = {
  code: 'link.missing-scheme',
  compute: (_, { span: { start } }) => [
    { title: 'Add https://', preferred: true, edits: [{ span: span(start, start), newText: 'https://' }] },
  ],
};
