import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** `![]()` goes; of `[words]()` the words stay. */
export const removeEmptyLink: Fixer = {
  code: 'link.empty-target',
  compute({ episode }, problem) {
    const link = episode.links.find(
      ({ span, form }) => form !== 'html' && span.start === problem.span.start && span.end === problem.span.end,
    );
    if (!link?.label) return [];
    const words = slice(episode.syntax.text, link.label.span);
    if (words.trim() !== '') return [replace('Keep the words, drop the link', problem, words, false)];
    return [replace(link.form === 'image' ? 'Remove the empty image' : 'Remove the empty link', problem, '')];
  },
};
