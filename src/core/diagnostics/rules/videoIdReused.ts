import type { Archive } from '../../archive/archive.js';
import { formatNumber } from '../../show/show.js';
import { oncePer } from '../../text/oncePer.js';
import type { Facts, Rule } from '../rule.js';

const code = 'video.id-reused';
const VIDEO =
  '<a href="https://www.youtube.com/watch?v=abcdefghijk"><img src="http://img.youtube.com/vi/abcdefghijk/0.jpg"></a>';

export const videoIdReused: Rule = {
  code,
  looksAt: 'header',
  severity: 'error',
  description: 'The video is that of an earlier episode: its id was left when the note was copied.',
  examples: [
    {
      text: VIDEO.replace('abcdefghijk', '⟦abcdefghijk⟧'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': `# One\n\n${VIDEO}` },
    },
    {
      text: '# Two\n\n- Video: https://youtu.be/⟦abcdefghijk⟧',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': `# One\n\n${VIDEO}` },
    },
    { text: VIDEO, path: 'episodes/001/README.md', others: { 'episodes/002/README.md': `# Two\n\n${VIDEO}` } },
    { text: VIDEO, path: 'episodes/002/README.md', others: { 'episodes/001/README.md': '# One' } },
  ],
  check: (facts) => {
    const { video } = facts.episode;
    const id = video?.link?.id ?? video?.thumbnail?.id;
    const earlier = id ? earlierWithVideo(id.value, facts) : undefined;
    if (!id || earlier === undefined) return [];
    const message = `This is the video of episode ${formatNumber(facts.show, earlier)}. Expected this episode’s own.`;
    return [{ code, span: id.span, message }];
  },
};

/** The number of the first earlier episode that has this video. */
export function earlierWithVideo(id: string, { archive, archived }: Facts): number | undefined {
  const own = archived?.number ?? null;
  if (own === null) return undefined;
  const earlier = archive && firstWithVideo(archive).get(id);
  return earlier !== undefined && earlier !== null && earlier < own ? earlier : undefined;
}

/** Video → the lowest number that has it. */
const firstWithVideo = oncePer(
  ({ episodes }: Archive) =>
    new Map(episodes.filter(({ number }) => number !== null).map(({ videoId, number }) => [videoId, number])),
);
