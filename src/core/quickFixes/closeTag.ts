import { findGap } from '../diagnostics/rules/videoBrokenEmbed.js';
import type { Fixer } from './quickFix.js';

/** The blank line inside the tag goes. */
export const closeTag: Fixer = {
  code: 'video.broken-embed',
  compute({ episode }, problem) {
    const gap = findGap(episode);
    if (!gap || gap.start !== problem.span.end) return [];
    return [{ title: 'Remove the blank line', preferred: true, edits: [{ span: gap, newText: '' }] }];
  },
};
