import { isTracking } from '../diagnostics/webLinks.js';
import { slice } from '../text/span.js';
import { queryParts } from '../text/webUrl.js';
import { type Fixer, replace } from './quickFix.js';

/** The same URL without tracking; all other parameters and the fragment stay as they are written. */
export const dropTracking: Fixer = {
  code: 'link.tracking',
  compute({ episode: { syntax } }, problem) {
    const written = slice(syntax.text, problem.span);
    const match = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(written);
    if (!match) return [];
    const [, page = '', query = '', fragment = ''] = match;
    const kept = queryParts(query).flatMap(({ name, written: part }) => (isTracking(name) ? [] : [part]));
    const without = `${page}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`;
    return without === written ? [] : [replace('Remove the tracking', problem, without)];
  },
};
