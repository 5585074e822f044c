import { isTracking } from '../diagnostics/webLinks.js';
import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** The same URL without tracking; all other parameters and the fragment stay as they are written. */
export const dropTracking: Fixer = {
  code: 'link.tracking',
  compute({ episode: { syntax } }, problem) {
    const written = slice(syntax.text, problem.span);
    const match = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(written);
    if (!match) return [];
    const [, page = '', query = '', fragment = ''] = match;
    const kept = query.split('&').filter((pair) => !isTracking(decode(pair.split('=')[0] ?? '')));
    const without = `${page}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`;
    return without === written ? [] : [replace('Remove the tracking', problem, without)];
  },
};

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
