/** The built-in catalogue as the build compiles it out of `rules/` and `schemas/` (see maintain/compile-catalogue.ts). */
declare module '#catalogue' {
  const compiled: import('./compiled-catalogue.ts').CompiledCatalogue;
  export default compiled;
}

/** The examples of the built-in rules by rule id. */
declare module '#examples' {
  const examples: Readonly<Record<string, readonly import('../conformance/rule.ts').RuleExample[]>>;
  export default examples;
}
