import { findBrokenLinks } from '../diagnostics/brokenLinks.js';
import { findBlankLineInTag } from '../diagnostics/brokenTag.js';
import { findMalformedUrl, findMissingId } from '../diagnostics/malformedUrls.js';
import { slice, span } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** The URL that was meant, where that is sure. */
export const repairUrl: Fixer = {
  code: 'link.malformed-url',
  compute({ episode }, problem) {
    const { syntax } = episode;
    const gap = findBlankLineInTag(episode);
    if (gap?.start === problem.span.end)
      return [{ title: 'Remove the blank line', preferred: true, edits: [{ span: gap, newText: '' }] }];
    const written = slice(syntax.text, problem.span);
    const meant = (findMalformedUrl(written) ?? findMissingId(written))?.meant;
    if (meant !== undefined)
      return findMalformedUrl(meant) || findMissingId(meant) ? [] : [replace(`Change to ${meant}`, problem, meant)];
    const broken = findBrokenLinks(syntax).find(({ span: at }) => at.start === problem.span.start);
    if (broken?.kind === 'doubledParenthesis') {
      const second = span(broken.target.start - 1, broken.target.start);
      return [{ title: 'Remove the second parenthesis', preferred: true, edits: [{ span: second, newText: '' }] }];
    }
    if (broken?.kind !== 'blankInTarget') return [];
    const encoded = slice(syntax.text, broken.target).trimEnd();
    // a second URL, a title or a sentence is no address with blanks
    const blank = encoded.search(/\s/);
    if (/["']/.test(encoded) || (blank >= 0 && encoded.includes('://', blank)) || encoded.split(/\s+/).length > 4)
      return [];
    const newText = encoded.replace(/[ \t]+/g, '%20');
    if (newText === slice(syntax.text, broken.target)) return [];
    return [{ title: `Change to ${newText}`, preferred: false, edits: [{ span: broken.target, newText }] }];
  },
};
