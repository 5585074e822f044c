import type { Rule } from '../rule.js';

const code = 'episode.title-place';

export const episodeTitlePlace: Rule = {
  code,
  looksAt: 'header',
  severity: 'info',
  description: 'Something stands above the title: a heading or words that belong elsewhere.',
  examples: [
    { text: '⟦## Reference Links⟧\n# Episode 1 : T\n\n- Hosted by @ada' },
    { text: '⟦words⟧\n\n# Episode 1 : T' },
    { text: '# Episode 1 : T\n\nwords' },
    { text: '<!-- draft -->\n\n# Episode 1 : T' },
    { text: '[home]: https://example.com\n\n# Episode 1 : T' },
  ],
  check: ({ episode: { title, syntax } }) => {
    const [first] = syntax.blocks.filter(({ kind }) => kind === 'heading' || kind === 'paragraph' || kind === 'list');
    return title?.number && first && first.start < title.heading.start
      ? [{ code, span: first, message: 'This stands above the title. Expected the title first.' }]
      : [];
  },
};
