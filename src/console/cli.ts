#!/usr/bin/env node
import { loadEnvFile } from '../config.js';
import { openLibrary } from '../open-library.js';
import { mindOutput } from './input.js';
import { verbatim } from './verbatim.js';

mindOutput();
loadEnvFile();
const { stdin, stdout, stderr, env } = process;
process.exitCode = await verbatim(process.argv.slice(2), { stdin, stdout, stderr, env, openLibrary });
