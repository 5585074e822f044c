import type { Rule } from '../rule.js';

const code = 'video.ids-differ';

export const videoIdsDiffer: Rule = {
  code,
  looksAt: 'header',
  severity: 'error',
  description: 'The embed’s link and its thumbnail carry ids of different videos.',
  examples: [
    {
      text: '# T\n\n<a href="https://www.youtube.com/watch?v=abcdefghijk\n"><img src="http://img.youtube.com/vi/⟦ABCDEFGHIJK⟧/0.jpg"></a>',
    },
    {
      text: '# T\n\n<a href="https://youtu.be/abcdefghijk"><img src="https://i.ytimg.com/vi/⟦abcdefghijK⟧/maxresdefault.jpg"></a>',
    },
    { text: '# T\n\n<a href="https://youtu.be/abcdefghijk"><img src="https://i.ytimg.com/vi/abcdefghijk/0.jpg"></a>' },
    { text: '# T\n\n<a href="https://youtu.be/abcdefghijk"><img src="https://example.com/pic.jpg"></a>' },
  ],
  check: ({ episode: { video } }) => {
    const link = video?.link?.id;
    const thumbnail = video?.thumbnail?.id;
    if (!link || !thumbnail || link.value === thumbnail.value) return [];
    return [
      {
        code,
        span: thumbnail.span,
        message: `The thumbnail shows video ${thumbnail.value}, the link leads to ${link.value}. Expected one id.`,
      },
    ];
  },
};
