import { read, STAGES } from './stages.mjs';
import { bytesOf } from './texts.mjs';

/** Runs `work`, and gives the milliseconds of processor time that it took. */
async function timed(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

process.on('message', async ({ recipe, length }) => {
  const times = {};
  let stage = 'reading';
  try {
    const bytes = bytesOf(recipe, length);
    process.send({ stage });
    const [ms, article] = await timed(() => read(recipe.file, bytes));
    times[stage] = ms;
    for (const [name, run] of article ? Object.entries(STAGES) : []) {
      stage = name;
      process.send({ stage });
      [times[name]] = await timed(() => run(article));
    }
    const heap = process.memoryUsage();
    // Of a packed file its text counts.
    process.send({ times, kilobytes: Math.max(bytes.length, length) / 1000, megabytes: heap.rss / 1e6 });
  } catch (error) {
    process.send({ fault: `${stage}: ${error?.stack ?? error}` });
  }
});
