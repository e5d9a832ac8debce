#!/usr/bin/env node
import { Signals } from './signals.js';

// Before all that takes time to load.
const signals = new Signals();
const { start } = await import('./start.js');
await start(signals);
