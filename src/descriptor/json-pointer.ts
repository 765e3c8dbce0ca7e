/** JSON as a descriptor holds it: acyclic, string keys, no undefined. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A JSON Pointer (RFC 6901). `''` is the whole document, `/credit/points` a member, `/outcomes/0` an item. */
export type JsonPointer = string;

/** A JSON Pointer in which a segment `*` stands for every item of a list or every member of an object. */
export type PointerPattern = string;

/** Whether a value is a JSON object (not a list, not null). */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a JSON list. */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

const mostRemembered = 4096;
const remembered = new Map<JsonPointer, readonly string[]>();

/** The unescaped segments of a pointer. A pointer that does not begin with `/` (but is not empty) is a bug of ours. */
export function parsePointer(pointer: JsonPointer): readonly string[] {
  // The same few hundred pointers of the rules come again for every descriptor.
  const known = remembered.get(pointer);
  if (known !== undefined) return known;
  if (pointer !== '' && pointer[0] !== '/') {
    throw new TypeError(`A JSON Pointer begins with "/", but this is "${pointer}".`);
  }
  const segments = pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeSegment);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(pointer, segments);
  return segments;
}

/** A pointer out of its segments, which may hold any characters. */
export function formatPointer(segments: readonly (string | number)[]): JsonPointer {
  let pointer = '';
  for (const segment of segments) pointer += `/${escapeSegment(String(segment))}`;
  return pointer;
}

/** The pointer of a member or item below `base`. */
export function childPointer(base: JsonPointer, ...segments: readonly (string | number)[]): JsonPointer {
  return base + formatPointer(segments);
}

/** The pointer one step up; the parent of `''` is `''`. */
export function parentPointer(pointer: JsonPointer): JsonPointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The own member or item that a segment names, or undefined. Never looks at inherited members. */
export function childOf(value: Json | undefined, segment: string): Json | undefined {
  if (isJsonArray(value)) return /^(0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
  if (!isJsonObject(value)) return undefined;
  // Most members that are asked for are not there, and that is told without asking whose the member is.
  const child = value[segment];
  return child !== undefined && Object.hasOwn(value, segment) ? child : undefined;
}

/** The value at a pointer, or undefined when nothing stands there. */
export function valueAt(data: Json | undefined, pointer: JsonPointer): Json | undefined {
  let value = data;
  for (const segment of parsePointer(pointer)) {
    value = childOf(value, segment);
    if (value === undefined) return undefined;
  }
  return value;
}

/** A place in a document and what stands there. */
export interface Place {
  readonly pointer: JsonPointer;
  readonly value: Json;
}

/** Every place that matches a pattern, in document order. A pattern without `*` matches at most one place. */
export function placesAt(data: Json, pattern: PointerPattern): Place[] {
  if (!pattern.includes('*')) {
    const value = valueAt(data, pattern);
    return value === undefined ? [] : [{ pointer: pattern, value }];
  }
  const places: Place[] = [];
  collectPlaces(data, '', parsePointer(pattern), 0, places);
  return places;
}

function collectPlaces(
  value: Json,
  pointer: JsonPointer,
  segments: readonly string[],
  depth: number,
  places: Place[],
): void {
  const segment = segments[depth];
  if (segment === undefined) {
    places.push({ pointer, value });
  } else if (segment !== '*') {
    const child = childOf(value, segment);
    if (child !== undefined)
      collectPlaces(child, `${pointer}/${escapeSegment(segment)}`, segments, depth + 1, places);
  } else if (isJsonArray(value)) {
    let index = 0;
    for (const item of value) collectPlaces(item, `${pointer}/${index++}`, segments, depth + 1, places);
  } else if (isJsonObject(value)) {
    for (const name of Object.keys(value)) {
      const child = value[name];
      if (child !== undefined)
        collectPlaces(child, `${pointer}/${escapeSegment(name)}`, segments, depth + 1, places);
    }
  }
}

/** Whether one of two pointers is at, above or below the other; `*` in the pattern stands for any segment. */
export function overlaps(pattern: PointerPattern, pointer: JsonPointer): boolean {
  const left = parsePointer(pattern);
  const right = parsePointer(pointer);
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    if (left[index] !== '*' && left[index] !== right[index]) return false;
  }
  return true;
}

/** A pointer as people write a field: `/outcomes/0/text` becomes `outcomes[0].text`; `''` becomes `the descriptor`. */
export function fieldName(pointer: JsonPointer): string {
  const name = parsePointer(pointer).reduce(
    (path, segment) =>
      /^\d+$/.test(segment) || segment === '*'
        ? `${path}[${segment}]`
        : path === ''
          ? segment
          : `${path}.${segment}`,
    '',
  );
  return name === '' ? 'the descriptor' : name;
}

function escapeSegment(segment: string): string {
  if (!segment.includes('~') && !segment.includes('/')) return segment;
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeSegment(segment: string): string {
  return segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
}
