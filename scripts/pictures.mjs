// npm run pictures: the README's pictures are screenshots of the UI tests.
import fs from 'node:fs';

fs.mkdirSync('media/pictures', { recursive: true });
for (const name of ['episodes', 'new-episode', 'problems']) {
  fs.copyFileSync(`dist/shots/${name}-latest.png`, `media/pictures/${name}.png`);
}
