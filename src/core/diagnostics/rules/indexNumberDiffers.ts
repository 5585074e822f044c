import { targetNumber } from '../../archive/mendIndex.js';
import { formatNumber } from '../../show/show.js';
import type { Rule } from '../rule.js';

const code = 'index.number-differs';
const others = { 'episodes/001/README.md': '# Episode 1 : One', 'episodes/002/README.md': '# Episode 2 : Two' };
const [one, two] = ['- [001: One](episodes/001/README.md)', '- [002: Two](episodes/002/README.md)'];
const path = 'playlist.md';

export const indexNumberDiffers: Rule = {
  code,
  severity: 'warning',
  scope: 'index',
  description: 'The number of an index line is not that of the note it leads to.',
  examples: [
    { text: `# All\n\n- [⟦003⟧: Two](episodes/002/README.md)\n${one}\n`, others, path },
    { text: `# All\n\n${two}\n- [⟦2⟧: One](episodes/001/README.md)\n`, others, path },
    { text: `# All\n\n${two}\n${one}\n`, others, path },
    { text: `# All\n\n- [2: Two](episodes/002/README.md)\n- [009: Nine](episodes/009/README.md)\n`, others, path },
  ],
  check: ({ archive, index, show }) =>
    (index?.entries ?? []).flatMap(({ number, numberSpan, target }) => {
      const meant = archive ? targetNumber(archive, target) : null;
      if (number === null || !numberSpan || meant === null || meant === number) return [];
      return [
        {
          code,
          span: numberSpan,
          message: `The line leads to episode ${formatNumber(show, meant)}. Expected its number.`,
        },
      ];
    }),
};
