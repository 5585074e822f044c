import { watchDisk } from './brokenDisk.js';

/** Ends this process, as a crash would, at the KILL_AT-th call that changes the disk; of a text half is written first. */
let calls = 0;
watchDisk(
  async (_name, half) => {
    calls += 1;
    if (calls !== Number(process.env.KILL_AT)) return;
    await half?.();
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  },
  { reads: false },
);
