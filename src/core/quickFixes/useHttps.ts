import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

export const useHttps: Fixer = {
  code: 'link.plain-http',
  compute({ episode: { syntax } }, problem) {
    const written = slice(syntax.text, problem.span);
    return /^http:\/\//i.test(written) ? [replace('Use https', problem, `https${written.slice(4)}`)] : [];
  },
};
