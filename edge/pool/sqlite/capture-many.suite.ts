import { sampleCapture } from '../sample-capture.suite.ts';
import { openSqlitePool } from './open-sqlite-pool.node.ts';

/** A process of its own: `node capture-many.suite.ts <pool> <own prefix> <count>` captures own and shared ids. */
const [path = '', prefix = '', count = ''] = process.argv.slice(2);
const pool = await openSqlitePool({ path, ifAbsent: 'create' });
const seeds = Array.from({ length: Number(count) }, (_, n) => [`${prefix}${n}`, `shared${n}`]).flat();
for (const seed of seeds) await pool.capture(sampleCapture(seed));
await pool.close();
