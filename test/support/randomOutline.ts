import fc from 'fast-check';

/** A bullet to write: what stands behind it, and what it holds. */
export interface Bullet {
  readonly words: string;
  readonly box: '' | '[ ] ' | '[x] ' | '[X] ';
  readonly more: '' | 'continuation' | 'code' | 'blank';
  readonly children: readonly Bullet[];
}

export interface Style {
  readonly bullet: '-' | '*' | '+';
  readonly step: '  ' | '    ' | '\t';
  readonly newLine: '\n' | '\r\n';
  readonly gap: 0 | 1;
  readonly bom: boolean;
  readonly ending: boolean;
}

const words = fc.oneof(
  fc.constantFrom('theory of operation', 'demo', 'kubelet', 'what is it?', 'pods \\* nodes', '**bold** and `code`'),
  fc.constantFrom('[docs](https://kubernetes.io/docs)', 'https://example.com/a_b', 'ünï 🎉', 'etcd tgik.io/077'),
  fc.stringMatching(/^[a-z][a-z ]{0,12}[a-z]$/),
);

const { bullets } = fc.letrec<{ bullets: Bullet[]; bullet: Bullet }>((tie) => ({
  bullets: fc.array(tie('bullet'), { maxLength: 4 }),
  bullet: fc.record({
    words,
    box: fc.constantFrom('', '[ ] ', '[x] ', '[X] '),
    more: fc.constantFrom('', '', '', 'continuation', 'code', 'blank'),
    children: fc.oneof({ maxDepth: 3, depthSize: 'small' }, fc.constant([]), tie('bullets')),
  }),
}));

export const randomBullets: fc.Arbitrary<readonly Bullet[]> = bullets.filter((all) => all.length > 0);

export const randomStyle: fc.Arbitrary<Style> = fc.record({
  bullet: fc.constantFrom('-', '*', '+'),
  step: fc.constantFrom('  ', '    ', '\t'),
  newLine: fc.constantFrom('\n', '\r\n'),
  gap: fc.constantFrom(0, 1),
  bom: fc.boolean(),
  ending: fc.boolean(),
});

/** A note with these bullets as its outline, between a header and a section of links. */
export function writeNote(outline: readonly Bullet[], style: Style): string {
  const lines = outline.flatMap((bullet) => [...write(bullet, '', style), ...(style.gap ? [''] : [])]);
  const head = ['# Episode 042 : Testing : all of it', '', '- Hosted by @ada', '- Recording date: 2020-02-02', ''];
  const notes = [...head, '## Show Notes', '', ...lines];
  const text = (
    style.ending ? [...notes, '## References', '', `${style.bullet} [a](https://a.example)`, ''] : notes
  ).join(style.newLine);
  return (style.bom ? '\uFEFF' : '') + text;
}

function write({ words: said, box, more, children }: Bullet, prefix: string, style: Style): string[] {
  const inside = prefix + style.step;
  const held = {
    '': [],
    continuation: [`${inside}goes on here`],
    code: ['', `${inside}\`\`\`sh`, `${inside}  kubectl get pods`, '', `${inside}\`\`\``],
    blank: children.length > 0 ? [`${prefix}  `] : [],
  }[more];
  return [
    `${prefix}${style.bullet} ${box}${said}`,
    ...held,
    ...children.flatMap((child) => write(child, inside, style)),
  ];
}
