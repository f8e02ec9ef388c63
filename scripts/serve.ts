import { runMain } from './lib/run-main.ts';
import { serveSite } from './lib/serve-site.ts';

await runMain(serveSite);
