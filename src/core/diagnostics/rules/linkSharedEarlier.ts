import type { ArchivedEpisode } from '../../archive/archive.js';
import type { Episode } from '../../episode/episode.js';
import { formatNumber } from '../../show/show.js';
import { contains } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { pageOf, type WebLink, webLinks } from '../webLinks.js';

const code = 'link.shared-earlier';
const week = (url: string): string => `# T\n\n## Week in Review\n\n- [news](${url})`;

export const linkSharedEarlier: Rule = {
  code,
  severity: 'hint',
  description: 'News of the week that an earlier episode’s week has shared already.',
  examples: [
    {
      text: week('⟦https://example.com/a⟧'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': week('https://example.com/a#top') },
    },
    {
      text: week('⟦http://www.example.com/a/⟧'),
      path: 'episodes/003/README.md',
      others: {
        'episodes/001/README.md': week('https://example.com/a'),
        'episodes/002/README.md': week('https://example.com/b'),
      },
    },
    {
      text: week('https://example.com/a'),
      path: 'episodes/001/README.md',
      others: { 'episodes/002/README.md': week('https://example.com/a') },
    },
    {
      text: week('https://example.com/a'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# T\n\n## Reference Links\n\n- https://example.com/a' },
    },
    {
      text: week('https://example.com/'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': week('https://example.com') },
    },
  ],
  check: ({ episode, archive, archived, show }) => {
    const own = archived?.number ?? null;
    const news = newsOf(episode).filter(({ url }) => url.path.length > 1 || url.query !== '');
    if (own === null || !archive || news.length === 0) return [];
    const pages = new Set(news.map(({ url }) => pageOf(url)));
    const shared = new Map<string, number>();
    const earlier = archive.episodes.filter(
      (one): one is ArchivedEpisode & { number: number } => (one.number ?? own) < own,
    );
    for (const { number, episode: other } of earlier)
      for (const { url } of newsOf(other)) if (pages.has(pageOf(url))) shared.set(pageOf(url), number);
    return news.flatMap(({ link, url }) => {
      const number = shared.get(pageOf(url));
      if (number === undefined) return [];
      const message = `Episode ${formatNumber(show, number)} has shared this already. Expected news.`;
      return [{ code, span: link.target, message }];
    });
  },
};

function newsOf(episode: Episode): WebLink[] {
  const weeks = episode.sections.filter(({ kind }) => kind === 'week');
  return weeks.length === 0
    ? []
    : webLinks(episode).filter(({ link }) => weeks.some(({ body }) => contains(body, link.span)));
}
