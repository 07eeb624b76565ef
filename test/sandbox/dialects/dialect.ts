import type { ReplyTools } from '../api/image-item';
import type { GenerationRequest } from '../api/parse-generation';
import type { RefusalDetails } from '../api/refusal';

/** How one kind of server speaks: what it takes, how it answers and how it refuses. */
export interface Dialect {
  /** Headers of every answer of the API, errors included. */
  readonly headers: (requestId: string) => Readonly<Record<string, string>>;
  /** @throws Refusal for a body that this kind of server does not take */
  readonly read: (body: unknown) => GenerationRequest;
  /** The answer to a request that passed. May throw a Refusal where a server fails only after it has drawn. */
  readonly answer: (request: GenerationRequest, tools: ReplyTools) => Promise<Response>;
  /** What a refusal becomes on the wire. */
  readonly refuse: (
    details: RefusalDetails,
    requestId: string,
  ) => { readonly status: number; readonly body: unknown };
  /** The body of `GET /v1/models`. */
  readonly models: () => unknown;
  /** The body of `GET /api/pricing`; 404 without. */
  readonly priceList?: unknown;
  /** Whether a slash at the end of the path is answered by a redirect, as gin does. */
  readonly redirectsSlash: boolean;
  /** Where pictures lie that are answered as addresses. */
  readonly pictureFolder: 'pictures' | 'generated-images';
}
