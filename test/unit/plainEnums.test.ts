import assert from 'node:assert/strict';
// @ts-expect-error a script has no types
import { withNumbers } from '../../scripts/plainEnums.mjs';

const enumOf = (name: string, ...members: string[]): string =>
  [
    `var ${name};`,
    `(function (${name}) {`,
    ...members.map((one, at) => `    ${name}[${name}["${one}"] = ${at - 1}] = "${one}"; // ${one}`),
    `})(${name} || (${name} = {}));`,
    '',
  ].join('\n');

suite('the enums of packages', () => {
  test('are numbers where they are named', () =>
    assert.equal(
      withNumbers(
        `${enumOf('State', 'A', 'Ab')}let state = State.Ab; // State\nif (state === State.A) f(MyState.A);\n`,
      ).trim(),
      'let state = 0; // State\nif (state === -1) f(MyState.A);',
    ));

  test('keep their names for other files, and where they are looked up', () => {
    assert.match(
      withNumbers(`export ${enumOf('State', 'A')}f(State.A);\n`),
      /export const State = \{A:-1\};\s+f\(-1\);/,
    );
    for (const use of ['State[name]', 'Object.keys(State)', 'f(State)']) {
      const source = `${enumOf('State', 'A')}${use};\n`;
      assert.equal(withNumbers(source), source);
    }
  });

  test('stay as they are where they are more than that', () => {
    const source = enumOf('State', 'A').replace('})(', '    State[State["B"] = 1 << 2] = "B";\n})(');
    assert.equal(withNumbers(source), source);
  });

  test('have every name that is asked for', () =>
    assert.throws(() => withNumbers(`${enumOf('State', 'A')}f(State.B);\n`), /no State\.B/));
});
