#!/usr/bin/env node
import { maintain } from '../dist/maintain/maintain.js';

process.exitCode = await maintain(process.argv.slice(2), process);
