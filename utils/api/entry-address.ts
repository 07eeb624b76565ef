import { asList, asObject, asText, type JsonObject } from './json-value';
import type { JsonFrame } from './json-tree';
import { absoluteAddress, isAbsolute, markdownAddress } from './picture-address';
import { isAddressField, isForOthers, isPicturePlace } from './picture-place';

/** What the entry of a picture says of its address. */
export type EntryAddress =
  | { readonly kind: 'own'; readonly address: string }
  /** Addresses in undocumented fields; none in most objects. */
  | { readonly kind: 'elsewhere'; readonly addresses: readonly string[] }
  | { readonly kind: 'unreadable' };

/** The text of an address in its documented fields (image-api §3.3); some relays write it in the field for base64. */
function addressText(entry: JsonObject): string | undefined {
  const image = entry['image_url'];
  const base64 = asText(entry['b64_json']);
  return (
    asText(entry['url']) ??
    asText(asObject(image)?.['url']) ??
    asText(image) ??
    (base64 !== undefined && isAbsolute(base64) ? base64 : undefined)
  );
}

function addressesElsewhere(entry: JsonObject, frame: JsonFrame): readonly string[] {
  const addresses: string[] = [];
  for (const [key, text] of Object.entries(entry)) {
    if (typeof text !== 'string' || !text.includes('://') || isForOthers(key, frame)) continue;
    const address = isAddressField(key) && isAbsolute(text) ? text : markdownAddress(text);
    if (address !== undefined) addresses.push(address);
  }
  return addresses;
}

/** The address in an object of a reply. */
export function readEntryAddress(entry: JsonObject, frame: JsonFrame, baseUrl: string): EntryAddress {
  const text = addressText(entry);
  // `image_url` belongs to the object around it.
  if (text === undefined || frame.key === 'image_url' || !isPicturePlace(frame)) {
    return { kind: 'elsewhere', addresses: addressesElsewhere(entry, frame) };
  }
  // A path alone could be anything at the top of a body.
  if (!frame.parent && !isAbsolute(text)) return { kind: 'elsewhere', addresses: [] };
  const address = absoluteAddress(text, baseUrl);
  return address === undefined ? { kind: 'unreadable' } : { kind: 'own', address };
}

/** The addresses in a list of texts. */
export function readListAddresses(frame: JsonFrame, baseUrl: string): readonly string[] {
  if (!isPicturePlace(frame)) return [];
  return (asList(frame.value) ?? [])
    .map(asText)
    .filter((text) => text !== undefined)
    .filter((text) => isAbsolute(text) || /^\/\S+$/.test(text))
    .map((text) => absoluteAddress(text, baseUrl))
    .filter((address) => address !== undefined);
}
