import { resolveTarget } from '../../episode/relativeTargets.js';
import type { Rule } from '../rule.js';
import { findMalformedUrl, looksLikeDomain } from '../urls.js';

const code = 'link.missing-file';

export const linkMissingFile: Rule = {
  code,
  severity: 'warning',
  description: 'A link asks for a file that is not there.',
  examples: [
    { text: '- [slides](⟦slides.pdf⟧)', path: 'episodes/002/README.md' },
    { text: '- [the last one](⟦../099/README.md#notes⟧)', path: 'episodes/002/README.md' },
    {
      text: '- [the first one](../001/README.md#notes)',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    { text: '- [top](#top) [site](https://example.com/slides.pdf)', path: 'episodes/002/README.md' },
  ],
  check: ({ episode, path, fileExists }) =>
    path === null
      ? []
      : episode.links.flatMap(({ form, url, target }) => {
          if (form === 'reference' || form === 'imageReference' || form === 'crossReference') return [];
          const file = looksLikeDomain(url) || findMalformedUrl(url) ? null : resolveTarget(url, path);
          if (file === null || fileExists(file) !== false) return [];
          return [{ code, span: target, message: `There is no file ${file}.` }];
        }),
};
