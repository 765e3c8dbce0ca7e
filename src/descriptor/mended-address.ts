/** A web address that was meant by a text that is none, or undefined: `www.example.org` lacks `https://`. */
export function mendedWebAddress(text: string): string | undefined {
  if (text.length > 2000) return undefined;
  const [, scheme = '', rest = ''] =
    /^(?:(https?|htt?ps?|h?ttps?)(?::?\/{1,2}|:))?([^/].*)$/isu.exec(text.trim().replaceAll('\\', '/')) ?? [];
  const host = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?(?=[/?#]|$)/u.exec(rest)?.[0];
  if (host === undefined || /\p{Cs}/u.test(rest)) return undefined;
  const path = rest.slice(host.length).replace(/[^\x21-\x7e]|["<>^`{|}]/gu, encodeURIComponent);
  // A host with letters beyond ASCII has another spelling, which takes more than a guess.
  if (/[^\x21-\x7e]/.test(host)) return undefined;
  const mended = `${scheme.toLowerCase() === 'http' ? 'http' : 'https'}://${host}${path}`;
  return mended === text ? undefined : mended;
}

/** An e-mail address that was meant by a text that is none, or undefined: `Ann <ann@example.org>`. */
export function mendedEmail(text: string): string | undefined {
  const [mended] =
    /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/i.exec(
      text.slice(0, 300).replace(/\s*(@|\(at\)|\[at\]|\sat\s)\s*/i, '@'),
    ) ?? [];
  return mended === undefined || mended === text ? undefined : mended;
}
