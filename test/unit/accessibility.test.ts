import assert from 'node:assert/strict';
import fs from 'node:fs';
import { manifestIn } from '../support/manifest.js';

interface MenuItem {
  readonly command?: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly icon?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly icon?: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly views: Readonly<Record<string, readonly { readonly icon: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
  };
}

const { contributes } = manifestIn<Manifest>('en');
const sources = fs
  .readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: fs.readFileSync(`src/extension/${name}`, 'utf8') }));
const saying = (words: RegExp): string[] => sources.filter(({ text }) => words.test(text)).map(({ name }) => name);

suite('without a mouse', () => {
  test('every command is in the palette, in a menu that keys open, behind Enter on a row, or among quick fixes', () => {
    const { commandPalette = [], ...menus } = contributes.menus;
    const hidden = commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    const inMenus = Object.values(menus)
      .flat()
      .filter(({ group }) => !group?.startsWith('inline'))
      .map(({ command }) => command);
    const carried = sources.flatMap(({ text }) =>
      [...text.matchAll(/(?:\bcommand: |\baction\([^\n]*|\baction\(\n[^\n]*\n\s*)'(tgik\.\w+)'/g)].map(([, id]) => id),
    );
    for (const { command } of contributes.commands)
      assert.ok(!hidden.includes(command) || inMenus.includes(command) || carried.includes(command), command);
    assert.ok(hidden.length > 5 && carried.length > 2);
  });

  test('every question has a title', () => {
    for (const { name, text } of sources)
      for (const { index } of text.matchAll(/\.show(?:QuickPick|InputBox)\(|\.createQuickPick\b/g)) {
        const question = text.slice(index, index + 400);
        assert.match(question, /\btitle\b/, name);
      }
  });
});

suite('for screen readers', () => {
  test('rows, boxes and the status bar have words of their own', () => {
    const drawing = saying(/new vscode\.TreeItem\(|createStatusBarItem\(|TreeItemCheckboxState\.Checked/);
    assert.ok(drawing.length >= 4);
    assert.deepEqual(
      drawing.filter(
        (name) => !saying(/accessibilityInformation/).includes(name) && !/tickCommands|registerOutline/.test(name),
      ),
      [],
    );
  });
});

suite('in every theme', () => {
  test('icons are the theme’s own, or take its colours', () => {
    const icons = [...contributes.commands, ...contributes.submenus].flatMap(({ icon }) => icon ?? []);
    for (const icon of icons) assert.match(icon, /^\$\([\w-]+\)$/);
    const files = [...contributes.viewsContainers.activitybar, ...Object.values(contributes.views).flat()];
    for (const { icon } of files) {
      const svg = fs.readFileSync(icon, 'utf8');
      assert.match(svg, /currentColor/);
      assert.doesNotMatch(svg, /#[0-9a-f]{3,8}\b|rgb/i);
    }
    for (const { name, text } of sources) {
      for (const [, value = ''] of text.matchAll(/\biconPath(?::| =) ([^;,}]+)/g))
        assert.match(value, /^new vscode\.ThemeIcon\(|^iconOf\(/, name);
      assert.doesNotMatch(text, /'#[0-9a-f]{3,8}'/i, name);
    }
  });

  test('colours of our own can be read on every side bar, and high contrast keeps its own', () => {
    const sideBars = { light: ['#ffffff', '#f8f8f8', '#f3f3f3'], dark: ['#181818', '#252526', '#1f1f1f'] };
    assert.ok(contributes.colors.length > 0);
    for (const { id, defaults } of contributes.colors) {
      for (const kind of ['light', 'dark'] as const)
        for (const behind of sideBars[kind])
          assert.ok(contrast(defaults[kind] ?? '', behind) >= 4.5, `${id} on ${behind}`);
      assert.deepEqual([defaults.highContrast, defaults.highContrastLight], ['foreground', 'foreground']);
      assert.ok(saying(new RegExp(id.replace('.', '\\.'))).length > 0, id);
    }
  });
});

/** WCAG’s contrast of two colours, `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
