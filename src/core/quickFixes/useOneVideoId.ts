import type { Facts, QuickFix } from '../diagnostics/rule.js';
import { earlierWithVideo } from '../diagnostics/rules/videoIdReused.js';
import type { Fixer } from './quickFix.js';

/** Link and thumbnail carry different ids: either may be the right one, unless an earlier episode has it. */
export const useOneVideoId: Fixer = {
  code: 'video.ids-differ',
  compute(facts) {
    const { link, thumbnail } = facts.episode.video ?? {};
    if (!link?.id || !thumbnail?.id) return [];
    const ids = [
      { from: link.id, to: thumbnail.id, title: `Use ${link.id.value}, the link’s, in both places` },
      { from: thumbnail.id, to: link.id, title: `Use ${thumbnail.id.value}, the thumbnail’s, in both places` },
    ].filter(({ from }) => !isTaken(from.value, facts));
    return ids.map(
      ({ from, to, title }): QuickFix => ({
        title,
        preferred: ids.length === 1,
        edits: [{ span: to.span, newText: from.value }],
      }),
    );
  },
};

const isTaken = (id: string, facts: Facts): boolean => earlierWithVideo(id, facts) !== undefined;
