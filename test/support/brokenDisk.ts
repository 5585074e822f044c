import fsp, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What is done at each call to the disk; it may throw instead, or end the process. `half` writes half of a text first. */
export type AtCall = (name: string, half?: () => Promise<unknown>) => void | Promise<void>;

const READS = ['readFile', 'readdir', 'realpath', 'stat', 'lstat'];
const WRITES = ['mkdir', 'open', 'rename', 'link', 'unlink', 'rmdir', 'writeFile', 'copyFile', 'chmod', 'rm'];
const HANDLE = ['writeFile', 'sync', 'close', 'chmod'];

/** Puts `atCall` before every call to `node:fs/promises`, reads too where wanted; gives how to take it away again. */
export function watchDisk(atCall: AtCall, { reads }: { reads: boolean }): () => void {
  const disk = fsp as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const before = { ...disk };
  for (const name of [...WRITES, ...(reads ? READS : [])]) {
    disk[name] = async (...args) => {
      await atCall(name);
      const result = await before[name]?.(...args);
      return name === 'open' ? watchHandle(result as FileHandle, atCall) : result;
    };
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(disk, before);
    syncBuiltinESMExports();
  };
}

function watchHandle(handle: FileHandle, atCall: AtCall): FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      if (typeof own !== 'function') return own;
      if (!HANDLE.includes(String(name))) return own.bind(target);
      return async (...args: unknown[]) => {
        const half = async (): Promise<void> => {
          if (name === 'writeFile') await target.writeFile(String(args[0]).slice(0, String(args[0]).length / 2));
        };
        try {
          await atCall(`handle.${String(name)}`, half);
        } catch (error) {
          if (name === 'close') await target.close(); // the system closes it all the same
          throw error;
        }
        return own.apply(target, args);
      };
    },
  });
}

export const diskError = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });
