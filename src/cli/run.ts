import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { traceOf } from '../core/text/traceOf.js';
import { errorCode, reasonOf } from '../node/readText.js';
import { commands } from './commands/index.js';
import type { CliContext } from './context.js';
import { type ExitCode, type Io, UsageError, warn } from './io.js';

/** Runs `tgik` with its arguments and gives the exit code. Never throws, never ends the process. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const context: CliContext = {
    io,
    exit: (left) => {
      code = left;
    },
  };
  try {
    await programFor(context).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, io);
  }
}

function programFor(context: CliContext): Command {
  const program = new Command('tgik')
    .description('The notes of a weekly live-streamed show, without an editor.')
    .version(version)
    .option('--root <dir>', 'the folder of the show, before or after the command (default: the current folder)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => context.io.stdout.write(text),
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .addHelpText('after', '\nExit code: 0 fine, 1 problems found, 2 wrong use or nothing to work on.')
    .exitOverride();
  for (const register of commands) register(program, context);
  return program;
}

/** One clear line on stderr. */
function explain(error: unknown, io: Io): ExitCode {
  if (error instanceof UsageError) warn(io, error.message);
  else if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    warn(io, commanderWords(error));
  } else if (/^E[A-Z]+$/.test(errorCode(error))) warn(io, `The disk cannot be read: ${reasonOf(error)}.`);
  else warn(io, `Unexpected: ${traceOf(error)}`);
  return 2;
}

const commanderWords = ({ code, message }: CommanderError): string =>
  code === 'commander.help'
    ? 'Expected a command: outline, episodes, new, check or links. See tgik --help.'
    : `${message.replace(/^error: /, '')} See tgik --help.`.replace(/([^.)])( See)/, '$1.$2');
