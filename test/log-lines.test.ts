import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createLineWriter, outletOf } from '../src/log-lines.js';

const note = (lost: number) => `${lost} lost\n`;

/** A connection of this machine to itself: the end that is written to, and the server, which does with the other what it likes. */
async function connection(server: Server): Promise<Socket & NodeJS.WriteStream & { fd: number }> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stream = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(stream, 'connect');
  return stream as Socket & NodeJS.WriteStream & { fd: number };
}

describe('lines of the log', () => {
  it('tell, once they can be written again, how many could not', () => {
    const written: string[] = [];
    let isFull = false;
    const write = createLineWriter(note, (text) => !isFull && written.push(text) > 0);
    write('a\n');
    isFull = true;
    write('b\n');
    write('c\n');
    isFull = false;
    write('d\n');
    write('e\n');
    expect(written).toEqual(['a\n', '2 lost\nd\n', 'e\n']);
  });

  it('wait for a slow reader within bounds, and go on when it reads', async () => {
    const server = createServer({ pauseOnConnect: true });
    const came = once(server, 'connection') as Promise<[Socket]>;
    const stream = await connection(server);
    const [reader] = await came;
    const write = createLineWriter(note, outletOf(stream));
    const line = `${'x'.repeat(9_999)}\n`;
    for (let lines = 0; lines < 5000; lines++) write(line);
    expect(stream.writableLength).toBeLessThan(2_000_000);
    let read = '';
    reader.setEncoding('latin1').on('data', (text: string) => {
      read += text;
    });
    reader.resume();
    await once(stream, 'drain');
    write('last\n');
    stream.end();
    await once(reader, 'end');
    server.close();
    const lines = read.split('\n');
    const [told, ...ending] = lines.splice(-3);
    const lost = Number(/^(\d+) lost$/.exec(told as string)?.[1]);
    expect(ending).toEqual(['last', '']);
    expect(new Set(lines)).toEqual(new Set(['x'.repeat(9_999)]));
    expect(lines.length + lost).toBe(5000);
  });

  it('are dropped where the reader has gone, without an error', async () => {
    const server = createServer((socket) => socket.destroy());
    const stream = await connection(server);
    const write = createLineWriter(note, outletOf(stream));
    const closed = once(stream, 'close');
    const due = setInterval(() => write('a\n'), 1);
    stream.resume();
    await closed;
    clearInterval(due);
    expect(() => write('b\n')).not.toThrow();
    server.close();
  });
});
