import { describe, expect, it } from 'vitest';
import { questionIn } from '#root/src/discord/asked.js';
import { withoutMarkup } from '#root/src/discord/plain-words.js';
import { isSmallTalk } from '#root/src/english/small-talk.js';

describe('GIVEN a message to the bot', () => {
  it.each([
    ['Hi all,\nwhere was the meeting held?\nCheers, Sam', 'where was the meeting held?'],
    ['Hi all, where was the meeting held? Cheers,\nSam', 'where was the meeting held?'],
    ['Hello everyone! Where was it held? Thanks in advance!', 'Where was it held?'],
    ['hey bot when was the meeting', 'when was the meeting'],
    ['I told him I would ask. Anyway: where was it held??', 'where was it held?'],
    ['my friends argue about it. where was the meeting held?', 'where was the meeting held?'],
    ['Hi Verbatim, who is Jack Ma?', 'who is Jack Ma?'],
    ['quick question: who is Jack Ma', 'who is Jack Ma'],
    ['who is Jack Ma? thanks', 'who is Jack Ma?'],
    ['who is Jack Ma, thanks a lot!', 'who is Jack Ma,'],
    ['where did they meet? anyone know?', 'where did they meet?'],
    ['Thanks! Who is Jack Ma?', 'Who is Jack Ma?'],
    ['Jack Ma runs Alibaba. Where did he meet Trump?', 'Where did Jack Ma meet Trump?'],
    ['**Where** did <@12345678> they meet? <:thinking:123456789012345678>', 'Where did they meet?'],
    ['SoftBank promised 50,000 jobs, is that true?', 'SoftBank promised 50,000 jobs, is that true?'],
    ['alibaba employees\nCheers, Sam', 'alibaba employees'],
  ])('THEN of “%s” it looks up “%s”', (message, question) =>
    expect(questionIn(withoutMarkup(message))).toBe(question),
  );

  it.each([
    'who said hi to whom?',
    'who said thanks',
    'what time is the meeting',
    '"great meeting"',
    'how do you say hello in Welsh?',
    'Please Please Me release date',
    'so many people',
    'well depth',
    'hello world program output',
    'Who is Dr. Strange, M.D.?',
    'question answering systems',
    'what did he say about "Is it true? Yes."',
  ])('THEN “%s” stays as it is', (message) => expect(questionIn(withoutMarkup(message))).toBe(message));

  it('THEN the end of a long message is looked up where it asks', () => {
    const tale = 'I read the whole article about the visit yesterday and I must say that I liked it. '.repeat(
      5,
    );
    expect(questionIn(`${tale}Where did they meet?`)).toBe('Where did they meet?');
    expect(
      questionIn(`${tale}Where did they meet? ${'It was a long day for everybody in town. '.repeat(10)}`),
    ).toBe('Where did they meet?');
    expect(questionIn(`${'because it was so long and so very dull '.repeat(10)}, where did they meet?`)).toBe(
      'where did they meet?',
    );
    expect(questionIn(`${'where '.repeat(60)}was the meeting held?`)?.length).toBeLessThanOrEqual(300);
    expect(questionIn(tale)).toBeNull();
  });
});

describe('GIVEN small talk', () => {
  it.each([
    ...[
      'help',
      '/help',
      'help me please',
      'lol no way',
      'that is wrong',
      'source?',
      '👍',
      '?',
      'hi',
      'Hi!',
      'hello there',
      'thanks',
      'Thanks a lot!',
      'thank you so much',
      'good bot',
      'ping',
    ],
    ...[
      'what time is it',
      'What time is it?',
      'who are you?',
      'what can you do',
      'How are you today?',
      'ok',
      'lol',
      'LOOOL',
    ],
    ...[
      'hi, thanks',
      'hahaha',
      "what's up",
      'whats your name',
      'never mind',
      'nice one',
      'thanks 🙏',
      'hi :)',
    ],
  ])('THEN “%s” is', (words) => expect(isSmallTalk(words)).toBe(true));

  it.each([
    ...[
      'who said hi to whom?',
      'what time is the meeting',
      'what time is it in the story',
      'who helps',
      'help wanted',
    ],
    ...[
      '"hi"',
      'good robots',
      'more jobs',
      'no way out',
      'what is the source of the river',
      'what is the time limit',
      'who are you calling',
      'thanks to whom was it built',
      'test results',
    ],
    ...['what is the date of the meeting', 'ping pong rules', 'ok computer', 'hi-fi', 'what day is it due'],
  ])('THEN “%s” is none', (words) => expect(isSmallTalk(words)).toBe(false));
});
