import { errorBody } from '../api/refusal';
import { newApi } from '../dialects/new-api';
import type { GenerationCall } from '../generation-call';
import type { Fault, FaultTable } from './fault';

interface RelayError {
  readonly message: string;
  readonly code: string;
}

const requestId = '20261122094501123456789AbCdEfGh';

/** An error as new-api writes it: with its own type, an empty `param`, and the request's id in the message. */
export function relayed(
  summary: string,
  status: number,
  error: RelayError | ((call: GenerationCall) => RelayError),
): Fault {
  return {
    summary,
    bare: true,
    answer: (call) => {
      const { message, code } = typeof error === 'function' ? error(call) : error;
      const said = `${message} (request id: ${requestId})`;
      const body = errorBody({ message: said, type: 'new_api_error', param: '', code });
      const headers = { ...newApi.headers(requestId), 'access-control-allow-origin': '*' };
      return Response.json(body, { status, headers });
    },
  };
}

/** Refusals of new-api and its relatives; several have a status that says little. */
export const relayErrors: FaultTable = {
  'content-blocked-relay': relayed('500: a relay finds a forbidden word', 500, {
    code: 'sensitive_words_detected',
    message: '用户输入包含敏感词，请修改后重试',
  }),
  'out-of-credit-relay': relayed("403: a relay's balance is used up", 403, {
    code: 'insufficient_user_quota',
    message: '用户额度不足, 剩余额度: ＄0.000000',
  }),
  'wrong-key-relay': relayed('401: a relay does not know the key', 401, { code: '', message: '无效的令牌' }),
  'no-channel': relayed('503: a relay has nobody who serves the model', 503, (call) => ({
    code: 'model_not_found',
    message: `分组 default 下模型 ${call.field('model') ?? 'gpt-image-1'} 无可用渠道（distributor）`,
  })),
  'bad-request-500': relayed('500: a relay calls a mistake in the request its own', 500, {
    code: 'invalid_request',
    message: 'size an unexpected error occurred while parsing the size, please use WxH',
  }),
  'not-implemented': relayed('501: a relay does not draw', 501, {
    code: 'api_not_implemented',
    message: 'API not implemented',
  }),
};
