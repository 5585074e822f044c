import { findMalformedUrl } from '../diagnostics/urls.js';
import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** The URL that was meant, where that is sure. */
export const repairUrl: Fixer = {
  code: 'link.malformed-url',
  compute({ episode }, problem) {
    const meant = findMalformedUrl(slice(episode.syntax.text, problem.span))?.meant;
    return meant === undefined || findMalformedUrl(meant) ? [] : [replace(`Change to ${meant}`, problem, meant)];
  },
};
