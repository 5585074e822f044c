import assert from 'node:assert/strict';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { setVideoEdits } from '../../../../src/core/episode/setVideo.js';
import { applyEdits } from '../../../../src/core/text/span.js';

const NEW = 'NEWidNEWid1';
const set = (header: string): string => {
  const text = `# T\n\n${header}\n`;
  return applyEdits(text, setVideoEdits(parseEpisode(text), NEW)).slice(5, -1);
};

suite('setVideoEdits', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '<a href="https://www.youtube.com/watch?v=abcdefghijk\n" target="_blank"><img src="http://img.youtube.com/vi/abcdefghijk/0.jpg"></a>',
      `<a href="https://www.youtube.com/watch?v=${NEW}\n" target="_blank"><img src="http://img.youtube.com/vi/${NEW}/0.jpg"></a>`,
    ],
    [
      '<a href="http://www.youtube.com/watch?feature=player_embedded&v=VIDEO_ID\n"><img src="http://img.youtube.com/vi/VIDEO_ID/0.jpg"></a>',
      `<a href="http://www.youtube.com/watch?feature=player_embedded&v=${NEW}\n"><img src="http://img.youtube.com/vi/${NEW}/0.jpg"></a>`,
    ],
    [
      '<a href="https://youtu.be/abcdefghijk"><img src="https://example.com/pic.jpg"></a>',
      `<a href="https://youtu.be/${NEW}"><img src="https://example.com/pic.jpg"></a>`,
    ],
    [
      '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0"></iframe>',
      `<iframe src="https://www.youtube.com/embed/${NEW}?rel=0"></iframe>`,
    ],
    [
      '- Video: https://www.youtube.com/watch?v=abcdefghijk&t=3s',
      `- Video: https://www.youtube.com/watch?v=${NEW}&t=3s`,
    ],
    ['- Video: https://youtu.be/?t=3', `- Video: https://youtu.be/${NEW}?t=3`],
    ['- Video: https://www.youtube.com/watch?v=', `- Video: https://www.youtube.com/watch?v=${NEW}`],
    [
      '- Video: [https://youtu.be/abcdefghijk](https://youtu.be/abcdefghijk)\n\n## Timeline\n\n- [00:00:00 - Hi](https://youtu.be/abcdefghijk?t=1)\n- [00:01:00 - Other](https://youtu.be/ABCDEFGHIJK?t=60)',
      `- Video: [https://youtu.be/${NEW}](https://youtu.be/${NEW})\n\n## Timeline\n\n- [00:00:00 - Hi](https://youtu.be/${NEW}?t=1)\n- [00:01:00 - Other](https://youtu.be/ABCDEFGHIJK?t=60)`,
    ],
    ['- Hosted by @a', '- Hosted by @a'],
  ];
  for (const [before, after] of cases) {
    test(JSON.stringify(before), () => {
      assert.equal(set(before), after);
      assert.equal(set(after), after);
    });
  }
});
