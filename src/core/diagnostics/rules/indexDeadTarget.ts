import { isDeadTarget } from '../../archive/mendIndex.js';
import type { Rule } from '../rule.js';

const code = 'index.dead-target';
const others = { 'episodes/001/README.md': '# Episode 1 : One', 'episodes/002/README.md': '# Episode 2 : Two' };
const [one, two] = ['- [001: One](episodes/001/README.md)', '- [002: Two](episodes/002/README.md)'];
const path = 'playlist.md';

export const indexDeadTarget: Rule = {
  code,
  severity: 'error',
  scope: 'index',
  description: 'A line of the index leads to a note that is not there.',
  examples: [
    { text: `# All\n\n- [002: Two](⟦episodes/002/README.me⟧)\n${one}\n`, others, path },
    { text: `# All\n\n- [009: Nine](⟦episodes/009/README.md⟧)\n${two}\n${one}\n`, others, path },
    { text: `# All\n\n${two}\n${one}\n`, others, path },
    { text: `# All\n\n- [001: One](./episodes/001/README.md#top)\n- [site](https://example.com)\n`, others, path },
  ],
  check: ({ archive, index }) =>
    (index?.entries ?? [])
      .filter(({ number, target }) => number !== null && archive && isDeadTarget(archive, target))
      .map(({ targetSpan, target }) => ({
        code,
        span: targetSpan,
        message: `“${target}” is no note of the show. Expected the episode’s.`,
      })),
};
