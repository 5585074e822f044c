import { misplaced } from '../../archive/mendIndex.js';
import type { Rule } from '../rule.js';

const code = 'index.order';
const others = { 'episodes/001/README.md': '# Episode 1 : One', 'episodes/002/README.md': '# Episode 2 : Two' };
const [one, two] = ['- [001: One](episodes/001/README.md)', '- [002: Two](episodes/002/README.md)'];
const path = 'playlist.md';

export const indexOrder: Rule = {
  code,
  severity: 'warning',
  scope: 'index',
  description: 'A line of the index stands below that of an older episode.',
  examples: [
    { text: `# All\n\n${one}\n⟦${two}⟧\n`, others, path },
    { text: `# All\n\n- [003: x](https://example.com)\n${one}\n⟦${two}⟧\n`, others, path },
    { text: `# All\n\n${two}\n${one}\n`, others, path },
    { text: `# All\n\n${two}\n- [site](https://example.com)\n${one}\n`, others, path },
  ],
  check: ({ index }) =>
    (index ? misplaced(index) : []).map(({ line }) => ({
      code,
      span: line,
      message: 'This episode is newer than the one above. Expected the newest first.',
    })),
};
