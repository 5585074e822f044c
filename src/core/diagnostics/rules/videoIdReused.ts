import { formatNumber } from '../../show/show.js';
import type { Rule } from '../rule.js';

const code = 'video.id-reused';
const VIDEO =
  '<a href="https://www.youtube.com/watch?v=abcdefghijk"><img src="http://img.youtube.com/vi/abcdefghijk/0.jpg"></a>';

export const videoIdReused: Rule = {
  code,
  severity: 'error',
  description: 'The video is that of an earlier episode: its id was left when the note was copied.',
  examples: [
    {
      text: VIDEO.replace('abcdefghijk', '⟦abcdefghijk⟧'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': `# One\n\n${VIDEO}` },
    },
    { text: VIDEO, path: 'episodes/001/README.md', others: { 'episodes/002/README.md': `# Two\n\n${VIDEO}` } },
    { text: VIDEO, path: 'episodes/002/README.md', others: { 'episodes/001/README.md': '# One' } },
  ],
  check: ({ episode, archive, archived, show }) => {
    const { video } = episode;
    const id = video?.link?.id ?? video?.thumbnail?.id;
    const own = archived?.number ?? null;
    if (!id || own === null || archive === null) return [];
    const earlier = archive.episodes.findLast(
      ({ number, videoId }) => videoId === id.value && number !== null && number < own,
    );
    if (earlier?.number === undefined || earlier.number === null) return [];
    return [
      {
        code,
        span: id.span,
        message: `This is the video of episode ${formatNumber(show, earlier.number)}. Expected this episode’s own.`,
      },
    ];
  },
};
