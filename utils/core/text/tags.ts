/** Tags as they are kept: each once, without space around it. */
export function uniqueTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))];
}

/** The tags of a line as a person types it, with commas of either script between them. */
export function parseTags(line: string): readonly string[] {
  return uniqueTags(line.split(/[,，、;；\n]/));
}
