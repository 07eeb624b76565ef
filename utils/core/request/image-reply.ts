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
 * What a reply brings, in the order it comes. A plain reply brings all its pictures at once; a stream brings previews,
 * and each picture when it is finished. The summary comes last, and not at all when the reply breaks off.
 */
export type ReplyEvent =
  | { readonly kind: 'preview'; readonly preview: ReplyPreview }
  | { readonly kind: 'pictures'; readonly pictures: readonly ReplyPicture[] }
  | { readonly kind: 'summary'; readonly summary: ReplySummary }
  /** The server answers at the path with a slash at its end, and not without. */
  | { readonly kind: 'trailingSlash' };
