// Writes the `:shortcode:` table the labels are rendered with: names and emoji only, a fifth of the library's data.
import fs from 'node:fs';
import { nameToEmoji } from 'gemoji';

const file = new URL('../src/core/markdown/shortcodes.json', import.meta.url);
fs.writeFileSync(file, `${JSON.stringify(nameToEmoji)}\n`);
