/** Tokens a server booked for a request; every number may be missing. */
export interface Usage {
  readonly totalTokens?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly inputTextTokens?: number;
  readonly inputImageTokens?: number;
  readonly outputTextTokens?: number;
  readonly outputImageTokens?: number;
}

/** What the server says it used where the person left the choice to it. */
export interface ActualParameters {
  readonly size?: string;
  readonly quality?: string;
  readonly background?: string;
  readonly outputFormat?: string;
}

/** What is kept of a reply besides its pictures. */
export interface ReplySummary {
  readonly actual: ActualParameters;
  /** Absent when the server did not tell: the cost is unknown then, not zero. */
  readonly usage?: Usage;
  /** US dollars, where the server itself says what it took (OpenRouter's `usage.cost`, LiteLLM's header). */
  readonly reportedCost?: number;
  readonly requestId?: string;
  /** Pictures far above the number asked for, which were not kept. */
  readonly extraPictures?: number;
}

/** One picture of a reply: its bytes, or the address they are at. */
export interface ReplyPicture {
  readonly source:
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
    | { readonly kind: 'address'; readonly address: string };
  readonly revisedPrompt?: string;
}

/** An unfinished picture of a stream, to be shown until the finished one is there. */
export interface ReplyPreview {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The parts of a reply, in the order they arrive: each picture as soon as its last character is there. The summary comes
 * last; a reply that breaks off gives what is known by then.
 */
export type ReplyEvent =
  | { readonly kind: 'preview'; readonly preview: ReplyPreview }
  | { readonly kind: 'pictures'; readonly pictures: readonly ReplyPicture[] }
  /** The revised prompt of an earlier picture, by its place among all pictures of the reply. */
  | { readonly kind: 'revisedPrompt'; readonly picture: number; readonly revisedPrompt: string }
  | { readonly kind: 'summary'; readonly summary: ReplySummary }
  /** The server answers at the path with a slash at its end, and not without. */
  | { readonly kind: 'trailingSlash' };
