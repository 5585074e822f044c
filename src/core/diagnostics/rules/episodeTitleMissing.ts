import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'episode.title-missing';

export const episodeTitleMissing: Rule = {
  code,
  looksAt: 'header',
  severity: 'error',
  description: 'Nothing stands behind the number in the title.',
  examples: [
    { text: '⟦# Episode 67 :⟧' },
    { text: '⟦# Episode 067 :⟧ ' },
    { text: '# Episode 67 : Traffic' },
    { text: '# TGIK Episode #39' },
  ],
  check: ({ episode: { title, syntax } }) => {
    if (title?.text !== '') return [];
    const written = slice(syntax.text, title.heading).trimEnd();
    const asksForOne = /[:–—-]$/.test(written);
    const { start } = title.heading;
    return asksForOne
      ? [
          {
            code,
            span: { start, end: start + written.length },
            message: 'The episode has no title. Expected one behind its number.',
          },
        ]
      : [];
  },
};
