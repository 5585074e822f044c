import assert from 'node:assert/strict';
import type { registerLinks } from '../../../src/extension/features/links/registerLinks.js';
import type { Services } from '../../../src/extension/services.js';
import { loadWithVscode } from '../../support/loadWithVscode.js';

suite('links where they cannot be checked', () => {
  test('say so once; whoever asks again is answered in the status bar', async () => {
    const said: string[] = [];
    const commands = new Map<string, () => Promise<void>>();
    const nothing = { dispose: () => undefined };
    const { registerLinks: register } = loadWithVscode<{ registerLinks: typeof registerLinks }>(
      ['features/links/registerLinks'],
      {
        commands: {
          registerCommand: (id: string, run: () => Promise<void>) => {
            commands.set(id, run);
            return nothing;
          },
        },
        workspace: {
          isTrusted: true,
          onDidGrantWorkspaceTrust: () => nothing,
          onDidChangeConfiguration: () => nothing,
          getConfiguration: () => ({ get: (_: string, fallback: unknown) => fallback }),
        },
        window: {
          showInformationMessage: async (words: string) => void said.push(`message: ${words}`),
          setStatusBarMessage: (words: string) => void said.push(`status bar: ${words}`),
        },
        Disposable: { from: () => nothing },
        l10n: { t: (words: string) => words },
      },
    );
    register({ loadLinks: undefined } as unknown as Services);
    for (const id of ['tgik.checkLinks', 'tgik.checkLinksOfShow', 'tgik.showLinks']) {
      const run = commands.get(id);
      assert.ok(run, id);
      await run();
    }
    assert.deepEqual(
      said.map((words) => words.replace(/ can be checked .*/, '')),
      ['message: Links', 'status bar: Links', 'status bar: Links'],
    );
  });
});
