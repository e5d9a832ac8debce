import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/console/command-line.js';
import { UserError } from '../../src/errors.js';

describe('a typed line', () => {
  it.each([
    ['how many jobs', 'ask', { question: 'how many jobs' }],
    ['  how many jobs  ', 'ask', { question: 'how many jobs' }],
    ['how many jobs / hours', 'ask', { question: 'how many jobs / hours' }],
    ['why: because', 'ask', { question: 'why: because' }],
    ['/ask how many jobs', 'ask', { question: 'how many jobs' }],
    ['/ask question: how many jobs', 'ask', { question: 'how many jobs' }],
    ['/ask question:how many jobs', 'ask', { question: 'how many jobs' }],
    ['/ask how many jobs source: harbour', 'ask', { question: 'how many jobs', source: 'harbour' }],
    ['how many jobs source: harbour', 'ask', { question: 'how many jobs', source: 'harbour' }],
    ['/ask source: harbour question: how many', 'ask', { question: 'how many', source: 'harbour' }],
    ['/ask who private: true', 'ask', { question: 'who', private: true }],
    ['/ask who private: True', 'ask', { question: 'who', private: true }],
    ['/ask who private:', 'ask', { question: 'who', private: true }],
    ['/ask who private: false', 'ask', { question: 'who', private: false }],
    ['/ask who private: False', 'ask', { question: 'who', private: false }],
    ['/ask the resource: gold', 'ask', { question: 'the resource: gold' }],
    ['/ask', 'ask', {}],
    ['/sources', 'sources', {}],
    ['/sources harbour', 'sources', { source: 'harbour' }],
    ['/sources source: harbour', 'sources', { source: 'harbour' }],
    ['/help', 'help', {}],
    ['/help me please', 'help', {}],
    ['__proto__: x', 'ask', { question: '__proto__: x' }],
    ['', 'ask', {}],
  ])('%j', (line, name, options) => {
    const typed = parseLine(line);
    expect(typed.command.definition.name).toBe(name);
    expect(typed.options).toEqual(options);
  });

  it.each(['/frobnicate', '/', '/ ask x', '/ASK x', '/constructor'])('%j names no command', (line) => {
    expect(() => parseLine(line)).toThrow(UserError);
    expect(() => parseLine(line)).toThrow(/There is no command .*\/ask, .*\/help/);
  });
});
