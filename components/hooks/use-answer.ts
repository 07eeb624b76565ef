import { useCallback, useEffect, useState } from 'react';

/**
 * The answer to a question that is asked anew whenever it changes, and how to ask again. `unknown` stands until it is
 * answered, and where it cannot be. Both must stay the same between drawings.
 */
export function useAnswer<Value>(question: () => Promise<Value>, unknown: Value): [Value, () => void] {
  const [answer, setAnswer] = useState(unknown);
  const ask = useCallback(() => {
    let left = false;
    question().then(
      (found) => left || setAnswer(found),
      () => left || setAnswer(unknown),
    );
    return () => {
      left = true;
    };
  }, [question, unknown]);
  useEffect(() => ask(), [ask]);
  return [answer, ask];
}
