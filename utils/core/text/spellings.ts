/** A text as it was sent, and as a server repeats it inside an address or inside JSON. */
export function spellings(text: string): readonly string[] {
  const inAddress = encodeURIComponent(text.toWellFormed());
  const inSmallLetters = inAddress.replace(/%../g, (code) => code.toLowerCase());
  const inJson = JSON.stringify(text).slice(1, -1);
  // PHP escapes slashes, too.
  return [text, inAddress, inSmallLetters, inJson, inJson.replaceAll('/', '\\/')];
}
