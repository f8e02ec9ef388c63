import { styleText } from 'node:util';
import { ConfigError } from '../../edge/entry/config-error.ts';
import { PoolRefused } from '../../edge/pool/pool-refused.ts';
import { PlainError } from './plain-error.ts';

/** Runs a script's main function; what people can put right is said plainly, a bug with its stack. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ConfigError) {
      for (const problem of error.problems) console.error(`${styleText('red', '✗')} ${problem}`);
    } else if (error instanceof PlainError || error instanceof PoolRefused) {
      console.error(error.message);
    } else {
      console.error(error);
    }
  }
}
