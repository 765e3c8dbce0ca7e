import type { Style } from './report-format.ts';

const plain = (text: string): string => text;

/** The style of a report without colour. */
export const plainStyle: Style = {
  strong: plain,
  faint: plain,
  error: plain,
  warning: plain,
  info: plain,
  good: plain,
};
