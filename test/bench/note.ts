/** A note of about `size` characters in the shape of the show's: sections of news, an outline with boxes, prose. */
export function makeNote(size: number): string {
  const parts = ['# Episode 093 : Grokking : kubelet\n\n- Hosted by @host\n- Recording date: 2019-10-11\n'];
  let length = parts[0]?.length ?? 0;
  for (let section = 1; length < size; section++) {
    const part = sectionOf(section);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function sectionOf(number: number): string {
  const news = lines(6, (at) => `- [Release ${number}.${at} of the thing](https://example.com/${number}/${at})`);
  const topics = lines(8, (at) => `    - [${at % 2 ? 'x' : ' '}] topic ${number}.${at} and **what** it does`);
  return `\n## Section ${number}\n\n${news}\n\nWords about section ${number}, with \`code\` and https://example.com/${number} behind.\n\n- Show Outline:\n${topics}\n`;
}

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
