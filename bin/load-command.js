const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const file = require.resolve('../dist/command/microcred.cjs');
const cacheFile = `${file}.cache`;

/**
 * Loads the bundled command with the code that V8 made of it when it was built, which spares compiling it at every
 * start. Where there is no such cache, or another Node made it, V8 compiles as always.
 */
function loadCommand() {
  // The bundle is plain ASCII, which is read fastest as this.
  const script = new Script(wrap(readFileSync(file, 'latin1')), { filename: file, cachedData: readCache() });
  const command = { exports: {} };
  script.runInThisContext()(command.exports, createRequire(file), command, file, dirname(file));
  return { main: command.exports.main, script, cacheFile };
}

function readCache() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

module.exports = { loadCommand };
