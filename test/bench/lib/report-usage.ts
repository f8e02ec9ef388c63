import { writeFileSync } from 'node:fs';

// Loaded into a measured process with --import: leaves its peak memory behind when it ends.
process.on('exit', () => {
  const file = process.env['BENCH_USAGE'];
  if (file) writeFileSync(file, JSON.stringify({ peakRssKib: process.resourceUsage().maxRSS }));
});
