import { findIndexFaults } from '../../archive/mendIndex.js';
import { formatNumber } from '../../show/show.js';
import type { Rule } from '../rule.js';

const code = 'index.missing-episode';
const others = { 'episodes/001/README.md': '# Episode 1 : One', 'episodes/002/README.md': '# Episode 2 : Two' };
const [one, two] = ['- [001: One](episodes/001/README.md)', '- [002: Two](episodes/002/README.md)'];
const path = 'playlist.md';

export const indexMissingEpisode: Rule = {
  code,
  severity: 'info',
  scope: 'index',
  description: 'The index has no line for an episode.',
  examples: [
    { text: `⟦# All⟧\n\n${one}\n`, others, path },
    { text: '⟦# All⟧\n', others, path },
    { text: `# All\n\n${two}\n${one}\n`, others, path },
    { text: `# All\n\n- [2: Another title](episodes/002/README.md)\n${one}\n`, others, path },
  ],
  check: ({ archive, episode, show }) => {
    const missing = archive ? findIndexFaults(archive).filter(({ kind }) => kind === 'missing') : [];
    const [first] = episode.syntax.blocks;
    if (missing.length === 0) return [];
    const numbers = missing.map(({ number }) => formatNumber(show, number));
    const named = numbers.slice(0, 8).join(', ') + (numbers.length > 8 ? ', …' : '');
    const message = `The index has no line for ${named}. Expected one for each episode.`;
    return [{ code, span: first ?? { start: 0, end: 0 }, message }];
  },
};
