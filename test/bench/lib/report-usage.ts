import { writeFileSync } from 'node:fs';

// Loaded into a measured process with --import: leaves its peak memory and CPU time behind when it ends.
process.on('exit', () => {
  const file = process.env['BENCH_USAGE'];
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { peakRssKib: maxRSS, cpuMicros: userCPUTime + systemCPUTime };
  if (file) writeFileSync(file, JSON.stringify(usage));
});
