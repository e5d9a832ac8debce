import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { quotationsOf } from './reading.js';
import { type Connected, connectBot, makeCorpus, stopCleanly } from './verbatim.js';

const DOCKERS = 'The port of Salem employs 4,200 dockers.';
const HOW_MANY = 'How many dockers does the port of Salem employ?';

describe('GIVEN texts that answer questions', () => {
  let corpus: Awaited<ReturnType<typeof makeCorpus>>;
  let connected: Connected;
  let discord: Connected['discord'];
  beforeAll(async () => {
    corpus = await makeCorpus({
      'salem.txt': `${DOCKERS}\n\nAda Long was born in Oslo.\n\nIt rained in the hills.`,
    });
    connected = await connectBot({ CORPUS_DIR: corpus.dir });
    discord = connected.discord;
  });
  afterEach(() => expect(discord.takeViolations()).toEqual([]));
  afterAll(async () => {
    await stopCleanly(connected);
    await corpus.remove();
  });

  it('WHEN somebody types a question THEN theirs comes first, and then one that opens its answer', async () => {
    let names: string[] = [];
    const known = async () => {
      names = (await discord.autocomplete('ask', 'question', 'how many')).map(({ name }) => name);
      return names.length > 1;
    };
    // They are made some seconds after the start, when nobody asks.
    for (let i = 0; i < 600 && !(await known()); i++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(names).toEqual(['how many', HOW_MANY]);
    const reply = await discord.slash('ask', { question: HOW_MANY });
    expect(reply.ephemeral).toBe(false);
    expect(quotationsOf(reply)[0]?.bold).toEqual([DOCKERS]);
  });

  it('WHEN the texts do not answer THEN the nearest question is a button, which opens its answer privately', async () => {
    const miss = await discord.slash('ask', {
      question: 'what did the dockers of Salem eat for breakfast in 1823?',
    });
    expect(miss.ephemeral).toBe(true);
    const opened = await discord.click(miss, HOW_MANY);
    expect([opened.ephemeral, opened.text]).toEqual([true, expect.stringContaining(HOW_MANY)]);
    expect(quotationsOf(opened)[0]?.bold).toEqual([DOCKERS]);
  });
});
