// Writes the `:shortcode:` table the labels are rendered with: names and emoji only, a tenth of the library's data.
import fs from 'node:fs';
import { gemoji } from 'gemoji';

const file = new URL('../src/core/markdown/shortcodes.json', import.meta.url);
const table = gemoji.map(({ names, emoji }) => [...names, emoji].join(' ')).join('\n');
fs.writeFileSync(file, `${JSON.stringify(table)}\n`);
