import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/core/diagnostics/rules/index.js';
import { parseShow, SHOW_KEYS } from '../../src/core/show/parseShow.js';
import { type Show, TGIK } from '../../src/core/show/show.js';
import { manifestIn } from '../support/manifest.js';

interface Setting {
  readonly type: string;
  readonly default?: unknown;
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly order?: number;
  readonly pattern?: string;
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, Setting>>;
}

interface MenuItem {
  readonly command?: string;
  readonly when?: string;
}

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly viewsContainers: { readonly activitybar: readonly { id: string; title: string; icon: string }[] };
    readonly views: Readonly<Record<string, readonly { id: string; name: string; icon: string }[]>>;
    readonly viewsWelcome: readonly { view: string; when: string; contents: string }[];
    readonly commands: readonly { command: string; title: string; category?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly jsonValidation: readonly { fileMatch: string; url: string }[];
    readonly snippets: readonly { language: string; path: string }[];
    readonly grammars: readonly { scopeName: string; path: string; injectTo: readonly string[] }[];
  };
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
/** As a person sees it in English. */
const readManifest = (): Manifest => manifestIn('en');
const manifest = readManifest();
const { contributes } = manifest;
const SEVERITY = 'tgik.diagnostics.severity';
const SCHEMA = 'schemas/tgik.schema.json';
const schema = readJson<Setting>(SCHEMA);
const settingsOf = ({ contributes: { configuration } }: Manifest): Readonly<Record<string, Setting>> =>
  Object.assign({}, ...configuration.map(({ properties }) => properties));
const settings = settingsOf(manifest);
const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views).flat();
const sorted = (names: Iterable<string>): string[] => [...names].sort();

/** The sources of the extension in one string: ids are searched in it. */
const sources = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join('src/extension', path), 'utf8'))
  .join('\n');
const matches = (pattern: RegExp, text = sources): string[] =>
  sorted(new Set([...text.matchAll(pattern)].map(([, id]) => id ?? '')));

/** What settings and schema say of each rule. */
const severitySettings = (): Record<string, Setting> =>
  Object.fromEntries(
    rules.map(({ code, description }) => [
      code,
      { type: 'string', enum: ['error', 'warning', 'info', 'hint', 'off'], markdownDescription: description },
    ]),
  );

function writeSeverities(): void {
  const write = (path: string, json: unknown) => writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
  const pkg = readJson<any>('package.json');
  const groups: { properties: any }[] = pkg.contributes.configuration;
  const severities = groups.find(({ properties }) => SEVERITY in properties)?.properties[SEVERITY];
  severities.properties = Object.fromEntries(
    Object.entries(severitySettings()).map(([code, setting]) => [
      code,
      { ...setting, markdownDescription: `%rule.${code}%` },
    ]),
  );
  write('package.json', pkg);
  const words = readJson<Record<string, string>>('package.nls.json');
  const others = Object.entries(words).filter(([key]) => !key.startsWith('rule.'));
  const own = rules.map(({ code, description }): [string, string] => [`rule.${code}`, description]);
  const at = others.findIndex(([key]) => key === 'setting.diagnostics.severity') + 1;
  write('package.nls.json', Object.fromEntries([...others.slice(0, at), ...own, ...others.slice(at)]));
  const described = readJson<any>(SCHEMA);
  described.properties.diagnostics.properties = severitySettings();
  write(SCHEMA, described);
}

suite('The manifest', () => {
  test('names files that exist', () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...views.map(({ icon }) => icon),
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.grammars.map(({ path }) => path),
      'LICENSE',
      'CHANGELOG.md',
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  test('has an icon of 128 × 128', () => {
    const png = readFileSync(manifest.icon);
    assert.deepEqual([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', 128, 128]);
  });

  test('keeps its ids in one namespace', () => {
    const ids = [...commands, ...views.map(({ id }) => id), ...Object.keys(settings)];
    for (const id of ids) assert.match(id, /^tgik\.\w+(\.\w+)*$/);
    assert.equal(new Set(ids).size, ids.length);
    for (const { scopeName } of contributes.grammars) assert.match(scopeName, /\.tgik$/);
  });

  test('offers exactly “New TGIK Episode” in the palette, and no internal command', () => {
    const shown = contributes.commands.find(({ command }) => command === 'tgik.newEpisode');
    assert.deepEqual([shown?.title, shown?.category], ['New TGIK Episode', undefined]);
    const hidden = contributes.menus.commandPalette?.filter(({ when }) => when === 'false');
    const ofRows = [
      'checkLinkAgain',
      'compareWithNext',
      'groupBySeries',
      'groupByYear',
      'groupFlat',
      'ignoreLink',
      'newEpisodeFrom',
      'openItem',
      'openToSide',
      'replaceLinkByArchived',
      'replaceLinkEverywhere',
    ];
    assert.deepEqual(
      hidden?.map(({ command }) => command).sort(),
      ofRows.map((name) => `tgik.${name}`),
    );
    for (const { command, category } of contributes.commands) {
      assert.equal(category, command === 'tgik.newEpisode' ? undefined : 'TGIK', command);
    }
  });

  test('uses in its menus and welcomes only commands it has, or the editor’s', () => {
    const used = Object.values(contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? []));
    const linked = contributes.viewsWelcome.flatMap(({ contents }) => matches(/\(command:([\w.]+)/g, contents));
    const editors = ['vscode.openFolder', 'workbench.action.quickOpen', 'workbench.action.openSettings'];
    for (const command of [...used, ...linked]) {
      assert.ok(commands.includes(command) || editors.includes(command), command);
    }
  });

  test('uses its views’ ids throughout', () => {
    const containers = contributes.viewsContainers.activitybar.map(({ id }) => id);
    assert.deepEqual(Object.keys(contributes.views), containers);
    const ids = views.map(({ id }) => id);
    for (const { view } of contributes.viewsWelcome) assert.ok(ids.includes(view), view);
    for (const { when = '' } of Object.values(contributes.menus).flat()) {
      for (const [, view = ''] of when.matchAll(/\bview == (\S+)/g)) assert.ok(ids.includes(view), view);
    }
  });

  test('welcomes in every state of the outline but the one that shows a note', () => {
    const type = /type OutlineState = ([^;]+);/.exec(sources)?.[1] ?? '';
    const states = matches(/'(\w+)'/g, type).filter((state) => state !== 'note');
    assert.deepEqual(
      sorted(contributes.viewsWelcome.map(({ when }) => when)),
      states.map((state) => `tgik.outlineState == ${state}`),
    );
  });

  test('has the code’s commands and views, and no others', () => {
    assert.deepEqual(matches(/registerCommand\(\s*'(tgik\.\w+)'/g), sorted(commands));
    assert.deepEqual(matches(/createTreeView\(\s*'(tgik\.\w+)'/g), sorted(views.map(({ id }) => id)));
  });

  test('wakes for shows only: exact files, no language, nothing at start', () => {
    for (const event of manifest.activationEvents) assert.match(event, /^workspaceContains:[^*?[\]{}]+$/);
  });

  test('settings, schema and TGIK’s own values agree', () => {
    const own = SHOW_KEYS.map((key) => [`tgik.${key}`, TGIK[key]]);
    const contributed = Object.entries(settings).filter(([id]) => /^tgik\.\w+$/.test(id));
    assert.deepEqual(
      contributed.map(([id, setting]) => [id, setting.default]),
      own,
    );
    const { $schema: _, diagnostics, links, ...described } = schema.properties ?? {};
    assert.deepEqual(
      Object.entries(described).map(([key, property]) => [`tgik.${key}`, property.default]),
      own,
    );
    for (const key of SHOW_KEYS) {
      // labels are for the settings editor: the file holds the values themselves
      const {
        scope,
        order: _order,
        description: _setting,
        enumItemLabels: _labels,
        ...setting
      } = {
        ...{ order: 0, enumItemLabels: [] },
        ...settings[`tgik.${key}`]!,
      };
      const { description: _property, ...property } = described[key]!;
      assert.equal(scope, 'resource', key);
      assert.deepEqual(property, setting, key);
    }
    assert.equal(schema.additionalProperties, false);
    assert.ok(diagnostics && links);
  });

  test('patterns and lists of values accept what the code accepts', () => {
    const values: Readonly<Partial<Record<keyof Show, readonly unknown[]>>> = {
      shortLink: ['', 'tgik.io', 'example.com/s', 'https://tgik.io', 'tgik', 'tgik.io/'],
      notes: ['{number}.md', 'a/{number}/b.md', 'a/b.md', '{number}/{number}.md', '/{number}.md'],
      index: ['', 'a/index.md', '/index.md'],
      template: ['', 'a/template.md', '/template.md'],
      weekday: ['friday', 'sunday', 'Friday'],
      hostLine: ['With {hosts}', 'Hosted'],
      name: ['T'],
    };
    for (const [key, given] of Object.entries(values)) {
      const { pattern, enum: choices } = settings[`tgik.${key}`]!;
      for (const value of given) {
        const accepted = choices ? choices.includes(String(value)) : new RegExp(pattern ?? '').test(String(value));
        assert.equal(accepted, parseShow({ [key]: value }).problems.length === 0, `${key}: ${value}`);
      }
    }
  });

  test('lists every rule’s code with its description, in the settings and in the schema', () => {
    const update = process.env.UPDATE === '1';
    if (update) writeSeverities();
    const hint =
      'Run UPDATE=1 npx mocha test/unit/manifest.test.ts to write the rules into the manifest and the schema.';
    const properties = settingsOf(readManifest());
    assert.deepEqual(properties[SEVERITY]?.properties, severitySettings(), hint);
    assert.deepEqual(readJson<Setting>(SCHEMA).properties?.diagnostics?.properties, severitySettings(), hint);
    assert.equal(properties[SEVERITY]?.additionalProperties, false);
    assert.equal(schema.properties?.diagnostics?.additionalProperties, false);
  });

  test('ignores in untrusted folders only settings it has', () => {
    for (const id of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) assert.ok(settings[id], id);
  });

  test('has few settings, in groups, each said in a line', () => {
    const ids = Object.keys(settings);
    assert.ok(ids.length <= 25, `${ids.length} settings`);
    assert.equal(ids.length, contributes.configuration.flatMap(({ properties }) => Object.keys(properties)).length);
    const ordered = (orders: readonly unknown[]) =>
      assert.deepEqual(
        orders,
        [...orders.keys()].map((at) => at + 1),
      );
    ordered(contributes.configuration.map(({ order }) => order));
    for (const { title, properties } of contributes.configuration) {
      assert.ok(title);
      ordered(Object.values(properties).map(({ order }) => order));
    }
    for (const [id, { markdownDescription = '', enumDescriptions, ...setting }] of Object.entries(settings)) {
      assert.match(markdownDescription, /^[A-Z].{10,160}\.$/, id);
      if (enumDescriptions) assert.equal(enumDescriptions.length, setting.enum?.length, id);
    }
  });
});
