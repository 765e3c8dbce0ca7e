import type { Scope } from '../report/scope.ts';
import { visibleText } from './visible-text.ts';

/** The whole of it: how many descriptors are reported, which, and why; with full stops. */
export function scopeInFull(scope: Scope): string {
  if (scope.widenedBy !== undefined || scope.descriptors === 0) return scopeText(scope);
  return `Restricted to ${scopedCount(scope).replace(/,$/, '')}. ${scopeText(scope)}`.trim();
}

/** What goes with the number of descriptors reported: why all of them are, why there is none, what is left out. */
export function scopeText(scope: Scope): string {
  const { descriptors, of, unchanged, widenedBy } = scope;
  if (widenedBy !== undefined) return widenedText(widenedBy, scope);
  if (descriptors === 0) return `No descriptor ${hasChanged(scope)}.`;
  const others = of - descriptors;
  const left =
    others === 0 ? '' : `The ${others === 1 ? 'other one is' : `${others} others are`} not reported.`;
  const verb = unchanged === 1 ? 'has not changed but fails' : 'have not changed but fail';
  const concerned =
    unchanged === 0
      ? ''
      : `${unchanged} of those reported ${verb} a rule over the whole catalogue because of what has.`;
  return [concerned, left].filter((sentence) => sentence !== '').join(' ');
}

function widenedText([first = '', ...others]: readonly string[], scope: Scope): string {
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `Every descriptor is reported, because \`${visibleText(first)}\`${more} ${hasChanged(scope)}.`;
}

/** How many descriptors are reported, of how many: `3 of 40 descriptors, changed since main,`. */
export function scopedCount(scope: Scope): string {
  const { descriptors, of, widenedBy } = scope;
  const count = `${descriptors} of ${of} descriptor${of === 1 ? '' : 's'}`;
  return widenedBy === undefined ? `${count}, ${changedWords(scope)},` : count;
}

function hasChanged({ kind, since = '' }: Scope): string {
  if (kind === 'staged') return 'has staged changes';
  return `has changed since ${kind === 'since' ? visibleText(since) : 'the last commit'}`;
}

function changedWords({ kind, since = '' }: Scope): string {
  if (kind === 'staged') return 'with staged changes';
  return `changed since ${kind === 'since' ? visibleText(since) : 'the last commit'}`;
}
