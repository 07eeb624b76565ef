import type { JsonFrame } from './json-tree';

/** Objects and lists that hold pictures by some documentation (image-api §1.5, §1.7, §3.3). */
const PICTURE_PARENTS: ReadonlySet<string> = new Set([
  'data',
  'images',
  'image',
  'image_url',
  'image_urls',
  'image_base64',
  'item',
  'response',
  'output',
  'result',
  'results',
  'choices',
  'message',
  'content',
  'artifacts',
  'predictions',
  'generated_images',
  'generatedImages',
]);

/** What is never the picture that was asked for: echoes of the input, smaller copies, and links to read. */
const OTHER_PARENT =
  /error|warning|usage|billing|thumb|preview|input|source|reference|mask|avatar|logo|icon|profile|webhook|callback|links?$|docs?$|^user$|^owner$/i;

/** Fields whose address is the picture, whatever stands around them. */
const ADDRESS_FIELD =
  /^(?:(?:image|img|picture|photo|file|output|result|download|media|public|signed|cdn|generated|final|original|full)_?)*(?:url|uri|src|link|image|img|picture|output|result)s?$/i;

/** Keys from the innermost to the outermost frame. */
function keysAround(frame: JsonFrame | undefined): readonly string[] {
  const keys: string[] = [];
  for (let around = frame; around; around = around.parent) {
    if (around.key !== undefined && around.parent?.kind !== 'list') keys.push(around.key);
  }
  return keys;
}

/** Whether a field, or what it stands in, is for something else than the pictures that were asked for. */
export function isForOthers(key: string | undefined, frame: JsonFrame | undefined): boolean {
  return [...(key === undefined ? [] : [key]), ...keysAround(frame)].some((one) => OTHER_PARENT.test(one));
}

/** Whether all that a place stands in is documented to hold pictures. */
export function isPicturePlace(frame: JsonFrame | undefined): boolean {
  return keysAround(frame).every((key) => PICTURE_PARENTS.has(key));
}

/** Whether an undocumented field can hold the address of a picture. */
export function isAddressField(key: string): boolean {
  return ADDRESS_FIELD.test(key);
}

/** The outermost list that a place stands in. */
export function outermostList(frame: JsonFrame | undefined): JsonFrame | undefined {
  let list: JsonFrame | undefined;
  for (let around = frame; around; around = around.parent) if (around.kind === 'list') list = around;
  return list;
}

/** The value that holds all others of its message. */
export function rootOf(frame: JsonFrame): JsonFrame {
  let root = frame;
  while (root.parent) root = root.parent;
  return root;
}
