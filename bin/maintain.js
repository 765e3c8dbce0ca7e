#!/usr/bin/env node
import('../dist/maintain/maintain.js').then(async ({ maintain }) => {
  process.exitCode = await maintain(process.argv.slice(2), process);
});
