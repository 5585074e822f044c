// Runs every suite in the web worker extension host: mocha's browser build and all tests in one file (esbuild.mjs makes it).
import 'mocha/mocha';

const MARK = '@@mocha ';

interface BrowserMocha {
  setup(options: object): void;
  run(done: (failures: number) => void): { stats?: { passes: number } };
}

export async function run(): Promise<void> {
  const scope = globalThis as unknown as {
    location?: object;
    mocha: BrowserMocha;
    Mocha: { reporters: { Base: { consoleLog: unknown } } };
  };
  scope.location ??= { search: '' }; // absent in the worker; mocha reads it
  scope.Mocha.reporters.Base.consoleLog = (line: unknown = '', ...rest: unknown[]) => {
    const text = String(line).replace(/%[sd]/g, () => String(rest.shift()));
    console.log(MARK + [text, ...rest.map(String)].join(' '));
  };
  scope.mocha.setup({ ui: 'tdd', reporter: 'spec', timeout: 15_000 });
  await Promise.all((scope as unknown as { tgikSuites: () => Promise<unknown>[] }).tgikSuites());
  await new Promise<void>((resolve, reject) => {
    const runner = scope.mocha.run((failures) => {
      console.log(`${MARK}#END ${JSON.stringify(runner.stats)}`);
      if (failures > 0 || !runner.stats?.passes)
        reject(new Error(`${failures} failed, ${runner.stats?.passes ?? 0} passed`));
      else resolve();
    });
  });
}
