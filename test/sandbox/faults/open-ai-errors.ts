import { errorBody, type RefusalDetails } from '../api/refusal';
import type { GenerationCall } from '../generation-call';
import type { Fault, FaultTable } from './fault';

type Details = Partial<RefusalDetails> & { readonly message: string };

/** An error as OpenAI writes it; without details the call is answered as always. */
function refused(
  summary: string,
  status: number,
  details: Details | ((call: GenerationCall, value: string) => Details | undefined),
  value?: NonNullable<Fault['value']>,
): Fault {
  return {
    summary,
    ...(value && { value }),
    answer: (call, given) => {
      const said = typeof details === 'function' ? details(call, given) : details;
      if (!said) return undefined;
      const body = errorBody({ type: 'invalid_request_error', param: null, code: null, ...said });
      return Response.json(body, { status });
    },
  };
}

/** OpenAI's refusals, as it words them. */
export const openAiErrors: FaultTable = {
  'content-blocked': refused('400: the safety system refuses the prompt', 400, {
    type: 'image_generation_user_error',
    code: 'moderation_blocked',
    message:
      'Your request was rejected by the safety system. If you believe this is an error, contact us at help.openai.com and include the request ID. safety_violations=[violence].',
  }),
  'out-of-credit': refused('429: the account has no money left', 429, {
    type: 'insufficient_quota',
    code: 'insufficient_quota',
    message: 'You exceeded your current quota, please check your plan and billing details.',
  }),
  'billing-limit': refused('400: the spending limit is reached', 400, {
    code: 'billing_hard_limit_reached',
    message: 'Billing hard limit has been reached.',
  }),
  'wrong-key': refused('401: the key is wrong, and the message repeats it', 401, (call) => {
    const key = (call.received.headers['authorization'] ?? '').replace(/^Bearer /i, '');
    const message = `Incorrect API key provided: ${key}. You can find your API key at https://platform.openai.com/account/api-keys.`;
    return { code: 'invalid_api_key', message };
  }),
  unverified: refused('403: the organization must be verified first', 403, (call) => ({
    message: `Your organization must be verified to use the model \`${modelOf(call)}\`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.`,
  })),
  'no-model': refused('404: there is no such model', 404, (call) => ({
    code: 'model_not_found',
    message: `The model '${modelOf(call)}' does not exist or you do not have access to it.`,
  })),
  country: refused('403: not in this country', 403, {
    type: 'request_forbidden',
    code: 'unsupported_country_region_territory',
    message: 'Country, region, or territory not supported',
  }),
  overloaded: refused('503: too much to do', 503, {
    type: 'service_unavailable_error',
    code: 'server_is_overloaded',
    message: 'The server is currently overloaded with other requests. Please try again later.',
  }),
  'server-error': refused('500: something broke', 500, {
    type: 'server_error',
    message: 'The server had an error processing your request. Sorry about that!',
  }),
  'not-found': refused('404: there is no such path', 404, {
    message: 'Invalid URL (POST /v1/images/generations)',
  }),
  'unknown-parameter': refused(
    '400: the model does not take a parameter; only for requests that have it',
    400,
    (call, name) =>
      call.has(name)
        ? { param: name, code: 'unknown_parameter', message: `Unknown parameter: '${name}'.` }
        : undefined,
    { name: 'name', fallback: 'background' },
  ),
  'bad-parameter': refused(
    '400: the value of a parameter is wrong',
    400,
    (_call, name) => ({ param: name, code: 'invalid_value', message: `Invalid value for '${name}'.` }),
    { name: 'name', fallback: 'size' },
  ),
};

function modelOf(call: GenerationCall): string {
  return call.field('model') ?? 'gpt-image-1';
}
