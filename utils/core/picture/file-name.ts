import type { Job } from '../job/job';
import { promptTitle } from '../text/prompt';
import { fileExtension } from './image-type';
import type { Picture } from './picture';

/** What a person may put into the names of their files, each in braces. */
export const FILE_NAME_PARTS = [
  'prompt',
  'model',
  'date',
  'time',
  'site',
  'title',
  'size',
  'server',
  'number',
  'id',
] as const;

export type FileNamePart = (typeof FILE_NAME_PARTS)[number];

/** What a name is made from. */
export interface NamedPicture {
  readonly picture: Pick<Picture, 'id' | 'index' | 'type' | 'width' | 'height' | 'createdAt'>;
  readonly job: Pick<Job, 'prompt' | 'parameters' | 'passage' | 'baseUrl'>;
}

/** Long enough to be told apart; what does not fit is made shorter. */
const TITLE_LENGTHS = [60, 40, 24, 12, 6, 0] as const;

/** Names of models and hosts, which nobody reads to their end. */
const NAME_LENGTH = 40;

/** File systems take 255; a browser adds a number to a name that is taken, and a folder of an archive its own. */
const MOST_BYTES = 200;

/** Characters that some file system refuses, and marks of direction, which make a name look like another one. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Dots at the beginning would hide the file. */
const LEADING = /^[.\s]+/u;

/** Windows drops dots and blanks at the end. */
const TRAILING = /[.\s]+$/u;

/** Names of devices on Windows, with any extension (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=$|[.\s])/iu;

const PLACEHOLDER = /\{([a-z]+)\}/gu;

function isPart(name: string): name is FileNamePart {
  return FILE_NAME_PARTS.some((part) => part === name);
}

/** Names in braces that stand for nothing, each once. */
export function unknownParts(template: string): readonly string[] {
  const names = Array.from(template.matchAll(PLACEHOLDER), ([whole, name = '']) =>
    isPart(name) ? '' : whole,
  );
  return [...new Set(names)].filter((name) => name !== '');
}

function clean(text: string): string {
  return text.replace(REFUSED, ' ').replace(/\s+/gu, ' ').replace(LEADING, '').trim();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function hostOf(address: string | undefined): string {
  return URL.parse(address ?? '')?.host ?? '';
}

function beginning(text: string, length: number): string {
  return length === 0 ? '' : promptTitle(text, length);
}

function valueOf(part: FileNamePart, { picture, job }: NamedPicture, titleLength: number): string {
  const made = new Date(picture.createdAt);
  switch (part) {
    case 'prompt':
      return beginning(job.prompt, titleLength);
    case 'title':
      return beginning(job.passage?.pageTitle ?? '', titleLength);
    case 'model':
      return promptTitle(job.parameters.model, NAME_LENGTH);
    case 'site':
      return promptTitle(hostOf(job.passage?.pageUrl), NAME_LENGTH);
    case 'server':
      return promptTitle(hostOf(job.baseUrl), NAME_LENGTH);
    case 'date':
      return `${made.getFullYear()}-${two(made.getMonth() + 1)}-${two(made.getDate())}`;
    case 'time':
      return `${two(made.getHours())}-${two(made.getMinutes())}-${two(made.getSeconds())}`;
    case 'size':
      return `${picture.width}x${picture.height}`;
    case 'number':
      return String(picture.index + 1);
    case 'id':
      return picture.id.slice(-8);
  }
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** As much of a text as fits, cut between characters a person would count. */
function cutTo(text: string, bytes: number): string {
  let [kept, used] = ['', 0];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += bytesOf(segment);
    if (used > bytes) break;
    kept += segment;
  }
  return kept;
}

function safe(name: string): string {
  const trimmed = clean(name).replace(TRAILING, '');
  return trimmed === '' ? 'Depict' : trimmed.replace(DEVICE, '$&_');
}

/**
 * The name of a picture's file, by a template with names in braces, such as `{date} {prompt}`; its extension comes by
 * itself. Every file system takes it: forbidden characters and names are replaced, and what is too long is cut. Two
 * pictures have the same name where the template does not tell them apart.
 */
export function fileNameFor(named: NamedPicture, template: string): string {
  const extension = `.${fileExtension(named.picture.type)}`;
  const room = MOST_BYTES - extension.length;
  const fill = (titleLength: number): string =>
    safe(
      template.replace(PLACEHOLDER, (whole, name: string) =>
        isPart(name) ? clean(valueOf(name, named, titleLength)) : whole,
      ),
    );
  for (const length of TITLE_LENGTHS) {
    const name = fill(length);
    if (bytesOf(name) <= room) return `${name}${extension}`;
  }
  return `${safe(cutTo(fill(0), room - 1))}${extension}`;
}
