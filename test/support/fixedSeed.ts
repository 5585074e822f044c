import fc from 'fast-check';

/** The same random cases at every run; `SEED=2 npx mocha …` asks for others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20190809) });
