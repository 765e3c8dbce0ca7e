#!/usr/bin/env node
const { loadCommand } = require('./load-command.js');

const { main } = loadCommand();

let isCutOff = false;
process.stdout.on('error', (error) => {
  // `microcred … | head` closes the pipe before everything is written: that is the reader's right, not an error.
  if (error.code === 'EPIPE' || isCutOff) return;
  isCutOff = true;
  process.stderr.write(
    `microcred: The output could not be written in full: the system reports ${error.code}.\n`,
  );
  process.exitCode = 3;
});
// Where nobody listens to what goes wrong, the exit code still tells it.
process.stderr.on('error', () => {});

main(process.argv.slice(2), process).then((exitCode) => {
  if (!isCutOff) process.exitCode = exitCode;
});
