const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Decodes the escape sequences of JSON strings (RFC 8259 §7), which may be cut anywhere. */
export interface EscapeDecoder {
  /**
   * Takes one character after the backslash.
   * @returns the decoded character, or `undefined` while the sequence goes on
   */
  add(character: string): string | undefined;
}

/** A decoder for one sequence after the other. An escape that JSON does not know is the character itself. */
export function createEscapeDecoder(): EscapeDecoder {
  let digits: string | undefined;
  return {
    add(character) {
      if (digits === undefined) {
        if (character !== 'u') return SIMPLE[character] ?? character;
        digits = '';
        return undefined;
      }
      digits += character;
      if (digits.length < 4) return undefined;
      const code = /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : 0xfffd;
      digits = undefined;
      return String.fromCharCode(code);
    },
  };
}
