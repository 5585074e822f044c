import type { Fixer } from './quickFix.js';

/** Link and thumbnail carry different ids: either may be the right one. */
export const useOneVideoId: Fixer = {
  code: 'video.ids-differ',
  compute({ episode: { video } }) {
    const link = video?.link?.id;
    const thumbnail = video?.thumbnail?.id;
    if (!link || !thumbnail) return [];
    return [
      {
        title: `Use ${link.value}, the link’s, in both places`,
        preferred: false,
        edits: [{ span: thumbnail.span, newText: link.value }],
      },
      {
        title: `Use ${thumbnail.value}, the thumbnail’s, in both places`,
        preferred: false,
        edits: [{ span: link.span, newText: thumbnail.value }],
      },
    ];
  },
};
