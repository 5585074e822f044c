import { numberOfPath } from '../../show/notePattern.js';
import { formatNumber } from '../../show/show.js';
import type { Rule } from '../rule.js';

const code = 'episode.number-differs';

export const episodeNumberDiffers: Rule = {
  code,
  looksAt: 'header',
  severity: 'error',
  description: 'The title’s number is not that of the note’s folder.',
  examples: [
    { text: '# Episode ⟦041⟧ : Traffic', path: 'episodes/042/README.md' },
    { text: '# Episode #⟦41⟧', path: 'episodes/042/README.md' },
    { text: '# Episode 42 : Traffic', path: 'episodes/042/README.md' },
    { text: '# Traffic', path: 'episodes/042/README.md' },
  ],
  check: ({ episode: { title }, path, show }) => {
    const folder = path === null ? null : numberOfPath(show, path);
    if (!title?.number || folder === null || folder === title.number.value) return [];
    return [
      {
        code,
        span: title.number.span,
        message: `The title says ${title.number.value}, the folder ${formatNumber(show, folder)}. Expected the folder’s number.`,
      },
    ];
  },
};
