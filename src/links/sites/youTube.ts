import { findVideoId, isThumbnailUrl, isVideoId } from '../../core/episode/youTube.js';
import type { Site } from './site.js';

/** A removed video's page answers 200; oEmbed and the thumbnail do not. https://oembed.com/#section7 */
export const youTube: Site = {
  name: 'YouTube',
  question(url) {
    const id = isThumbnailUrl(url) ? undefined : findVideoId(url);
    if (id === undefined || !isVideoId(id)) return undefined;
    const page = encodeURIComponent(`https://www.youtube.com/watch?v=${id}`);
    return {
      url: `https://www.youtube.com/oembed?format=json&url=${page}`,
      gone: [404, 410],
      second: `https://i.ytimg.com/vi/${id}/hqdefault.jpg`,
    };
  },
};
