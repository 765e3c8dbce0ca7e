import type { FormFault } from '../descriptor/form-fault.ts';
import { grouped, maxTextLength } from '../descriptor/limits.ts';

/** A file that was named outright, but does not claim to be a descriptor. */
export const noDescriptor: FormFault = {
  kind: 'file',
  message: 'The file is no descriptor: it has no field `microcred`.',
  help: 'If it is meant to be one, write `microcred: 1` as its first line.',
  data: {},
  pointer: '',
};

/** A file that is not read because of its size. */
export const tooLarge: FormFault = {
  kind: 'file',
  message: `The file has more than ${grouped(maxTextLength)} bytes, which is more than is read.`,
  help: 'Check that it is the right file, or split it into one file for each award.',
  data: { limit: maxTextLength },
  pointer: '',
};

/** A file that the system does not let us read; the reason is a clause without a full stop. */
export function unreadable(reason: string): FormFault {
  return {
    kind: 'file',
    message: `The file cannot be read: ${reason}.`,
    help: 'Make it readable, or leave it out of the run.',
    data: { reason },
    pointer: '',
  };
}
